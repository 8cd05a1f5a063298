#!/bin/sh
# Before and behind the storing: what was understood as text, a task's own words, appendices, corrected files.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

appendix() {
	printf 'STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\tSản phẩm\n' >phu-luc.tsv
	printf '1\tLàm hàng rào quanh vườn ươm\tSở Xây dựng\tTháng 10\tBiên bản\n' >>phu-luc.tsv
	printf '2\tGhi tên cây trong vườn ươm\tSở Tài chính\tTháng 11\t\n' >>phu-luc.tsv
}

test_dry_run_prints_the_words_with_what_was_understood_beneath() {
	expect 0 k import --dry-run "$FIXTURES/ke-hoach.txt"
	contains out "Nguyên văn, bên dưới là cách hiểu" "→ nhiệm vụ II.1-1 · chủ trì:" "→ mục II.1:" "«Trang chủ»"
	expect 0 k import --dry-run --format json "$FIXTURES/ke-hoach.txt"
	command -v python3 >/dev/null || skip "no python3 to read JSON with"
	python3 - <<-'PY'
		import json
		rows = json.load(open("out", encoding="utf-8"))
		kinds = {row["kind"] for row in rows}
		assert {"front", "section", "task", "unused"} <= kinds, kinds
		task = next(row for row in rows if row["kind"] == "task")
		assert task["path"] == "II.1-1" and task["line"] > 0 and task["certainty"] in ("sure", "likely", "guess"), task
	PY
}

test_a_task_shows_the_lines_it_came_from() {
	import_plan
	expect 0 k show --source II.1-1
	contains out "Tệp gốc: ke-hoach.txt"
	k show --source --format tsv II.1-1 >out
	cut -f 2 out | grep -qx x
	k add "Việc tự thêm" --section III >/dev/null
	expect 1 k show --source III-3
	refused "không lấy từ tệp nào"
}

test_a_review_needs_a_terminal_and_one_file() {
	expect 2 k import --review "$FIXTURES/ke-hoach.txt"
	refused "--dry-run"
	expect 2 k import --review "$FIXTURES/ke-hoach.txt" "$FIXTURES/ke-hoach.txt"
	refused "từng tệp một"
	[ ! -e plan.db ]
}

test_an_appendix_in_which_no_work_is_seen_can_be_reviewed() {
	import_plan
	printf 'PHỤ LỤC\nI. MỤC ĐÍCH\n- Phủ xanh đất trống.\n' >phu-luc.txt
	expect 1 k import --plan 15/KH-UBND phu-luc.txt
	refused "--review"
}

test_an_appendix_is_added_to_its_plan_once_and_taken_back_at_once() {
	import_plan
	appendix
	k export >before
	expect 0 k import --plan 15/KH-UBND phu-luc.tsv
	contains out "thêm 2 nhiệm vụ mới"
	k tasks section:PL >out
	contains out "PL-1" "Làm hàng rào" "31/10/13"
	k export >with
	expect 0 k import --plan 15/KH-UBND phu-luc.tsv
	contains out "không có gì thay đổi"
	k export >again
	same with again
	k undo >/dev/null
	k export >after
	same before after
	k check >/dev/null
}

test_an_appendix_that_says_otherwise_is_told_of_and_changes_nothing() {
	import_plan
	printf 'PHỤ LỤC\n| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n| 1 | Trồng cây | Sở Y tế | Tháng 8/2013 |\n' >pl.txt
	printf 'PHỤ LỤC\n| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n| 1 | Trồng cây | Sở Nội vụ | Tháng 9/2013 |\n' >pl2.txt
	k import --plan 15/KH-UBND pl.txt >/dev/null
	expect 0 k import --plan 15/KH-UBND pl2.txt
	contains out "phụ lục ghi thời hạn «Tháng 9/2013», đang lưu «Tháng 8/2013»" \
		"phụ lục ghi chủ trì «Sở Nội vụ», đang lưu «Sở Y tế»"
	k tasks section:PL >out
	contains out "31/8/13"
}

test_an_appendix_of_a_plan_that_is_here_is_no_plan_of_its_own() {
	import_plan
	printf 'PHỤ LỤC\n(Kèm theo Kế hoạch số 15/KH-UBND)\n| STT | Nội dung | Cơ quan chủ trì |\n| 1 | Trồng cây | Sở Y tế |\n' >pl.txt
	k export >before
	expect 1 k import pl.txt
	refused "--plan 15/KH-UBND"
	k export >after
	same before after
	expect 0 k import --plan 15/KH-UBND pl.txt
	contains out "thêm 1 nhiệm vụ mới"
}

test_an_export_with_an_appendix_read_into_an_empty_database_gives_the_same_export() {
	import_plan
	appendix
	k import --plan 15/KH-UBND phu-luc.tsv >/dev/null
	k export >first.json
	"$KEHOACH" --db other.db import first.json >/dev/null
	"$KEHOACH" --db other.db export >second.json
	same first.json second.json
}

test_a_file_that_a_plan_names_is_there_once_its_appendix_was_imported() {
	{
		cat "$FIXTURES/ke-hoach.txt"
		printf 'Đính kèm\nPhu luc kem theo.doc 82.5 KB\n'
	} >ke-hoach.txt
	k import ke-hoach.txt >/dev/null
	appendix
	k documents >out
	contains out "không có tệp"
	k import --plan 15/KH-UBND phu-luc.tsv >/dev/null
	k documents >out
	lacks out "không có tệp"
	k export >first.json
	"$KEHOACH" --db other.db import first.json >/dev/null
	"$KEHOACH" --db other.db export >second.json
	same first.json second.json
	k undo >/dev/null
	k documents >out
	contains out "không có tệp"
}

test_a_corrected_file_says_what_differs_and_keeps_marks() {
	import_plan
	k done II.2-1 --evidence "BC 3" >/dev/null
	sed 's/Trong tháng 7\/2013/Trong tháng 9\/2013/' "$FIXTURES/ke-hoach.txt" >second.txt
	expect 1 k import second.txt
	contains out "So với bản đang lưu" "II.1-1: thời hạn «Trong tháng 7/2013» thành «Trong tháng 9/2013»"
	refused "--new-version"
	expect 0 k import --new-version second.txt
	contains out "5 nhiệm vụ giữ nguyên"
	k show II.2-1 >out
	contains out "BC 3"
	k check >/dev/null
}

test_a_dry_run_tells_what_would_change_and_what_would_be_lost() {
	expect 0 k import --dry-run "$FIXTURES/ke-hoach.txt"
	[ ! -e plan.db ]
	import_plan
	k done II.2-1 --evidence "BC 3" >/dev/null
	k log >before
	sed -e 's/Trong tháng 7\/2013/Trong tháng 9\/2013/' -e '/^Các Sở, Ban, ngành, UBND/d' "$FIXTURES/ke-hoach.txt" >third.txt
	expect 0 k import --dry-run third.txt
	contains out "So với bản đang lưu" "«Trong tháng 7/2013» thành «Trong tháng 9/2013»" "chưa lưu gì" \
		"không còn nhiệm vụ II.2-1" "những gì đã ghi (xong"
	k log >after
	same before after
}

test_a_misprint_stands_beside_its_reading() {
	printf 'KẾ HOẠCH\nI. VIỆC\n- Sở Y tế thực hiện Nghị định số 34/2011/NĐ-CP ngày 17//5/2011 của Chính phủ.\n' >in-loi.txt
	k import in-loi.txt >/dev/null
	k show I-1 >out
	contains out "17//5/2011" "đọc là số 34/2011/NĐ-CP ngày 17/5/2011" "chưa quyết định"
	k documents --format tsv >out
	contains out "open"
}

run_tests
