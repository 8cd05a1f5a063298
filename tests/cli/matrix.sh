#!/bin/sh
# Who owes what: the same figures in every view.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# A plan with all that may happen to one: marks, one in time and one late, a suspended task, a cancelled one, a share that
# was closed after its mark, work of nobody, work of every quarter; and a second plan.
busy_plan() {
	import_plan
	{
		k done II.1-1 --on 20/7/2013 --evidence "BC 5"
		k done II.1-2 --agency STC --on 20/8/2013
		k done II.2-1 --agency SXD --on 1/8/2013
		k assign II.2-1 --lead STC --lead SNN
		k add "Việc bị hủy" --section II.1
		k assign II.1-3 --lead STC
		k cancel II.1-3
		k add "Việc chưa giao" --section II.1
		k suspend III-2
		k add "Báo cáo việc trồng cây" --section III
		k assign III-3 --group "các Sở, Ban, ngành"
		k deadline III-3 "hằng quý"
		k rounds --open 2013
		k done III-3 --agency STC --period 2013-Q2 --on 29/6/2013
		k deadline III-1 "31/8/2013"
		sed 's/Số : 15/Số : 16/' "$FIXTURES/ke-hoach.txt" >khac.txt
		k import khac.txt
		k --plan 16/KH-UBND done III-1 --on 1/9/2013
	} >/dev/null
	command -v python3 >/dev/null || skip "no python3 to read JSON with"
}

test_the_matrix_comes_to_what_each_body_owes() {
	busy_plan
	k --plan 15/KH-UBND matrix --as-of 1/9/2013 --format json >matrix
	k --plan 15/KH-UBND standing --by agency --as-of 1/9/2013 --format json >standing
	python3 - <<-'PY'
		import json
		cells = json.load(open("matrix", encoding="utf-8"))
		rows = json.load(open("standing", encoding="utf-8"))
		assert len(rows) > 4 and rows[-1]["part"] == "total"
		for row in rows:
		    mine = [c for c in cells if row["part"] in ("total", c["agency"])]
		    counted = [c for c in mine if c["state"] != "suspended"]
		    assert sum(c["total"] for c in counted) == row["total"], row
		    assert sum(c["done"] for c in counted) == row["done_in_time"] + row["done_late"] + row["undated_done"], row
		    assert sum(c["overdue"] for c in counted) == row["open_overdue"], row
		    assert sum(c["total"] for c in mine) - row["total"] == row["suspended"], row
		total = rows[-1]
		assert total["done_in_time"] and total["done_late"] and total["open_overdue"] and total["suspended"], total
	PY
}

test_the_totals_that_people_read_are_those_of_the_cells() {
	busy_plan
	k --plan 15/KH-UBND matrix --as-of 1/9/2013 --format tsv >matrix
	python3 - <<-'PY'
		rows = [line.rstrip("\n").split("\t") for line in open("matrix", encoding="utf-8")]
		head, tasks, total = rows[0], rows[1:-1], rows[-1]
		assert total[0] == "total"
		for column in range(4, len(head)):
		    cells = [row[column].split() for row in tasks if row[column] and row[column][0] in "✓!·"]
		    shares = [c[1].split("/") if len(c) > 1 else (str(int(c[0] == "✓")), "1") for c in cells]
		    wanted = "%d/%d" % (sum(int(s[0]) for s in shares), sum(int(s[1]) for s in shares)) if cells else ""
		    assert total[column] == wanted, (head[column], total[column], wanted)
		shares = [row[2].split("/") for row in tasks if row[2]]
		assert total[2] == "%d/%d" % (sum(int(s[0]) for s in shares), sum(int(s[1]) for s in shares))
		assert int(total[3]) == sum(int(row[3]) for row in tasks)
	PY
}

test_columns_of_a_group_are_its_members() {
	busy_plan
	k --plan 15/KH-UBND matrix --agency "UBND các huyện, thành phố" --format tsv >matrix
	head -1 matrix >heads
	contains heads HĐĐ TPSM
	lacks heads STC
	lacks heads UBND
	[ "$(wc -l <matrix)" -eq 3 ]
}

test_the_sheet_of_a_body_is_its_line_in_the_table() {
	busy_plan
	k standing --by agency --as-of 1/9/2013 --format json >standing
	for body in SNN STC SXD "UBND huyện Đất Đỏ"; do
		k agency $body --as-of 1/9/2013 --format json >sheet
		BODY=$(k agency $body --as-of 1/9/2013 | sed -n '1s/, số liệu.*//p') python3 - <<-'PY'
			import json, os
			rows = json.load(open("sheet", encoding="utf-8"))
			line = [r for r in json.load(open("standing", encoding="utf-8")) if r["part"] == os.environ["BODY"]][0]
			counted = [r for r in rows if r["state"] != "suspended"]
			done = [r for r in counted if r["state"] == "done"]
			assert len(counted) == line["total"] > 0, (line, rows)
			assert len(done) == line["done_in_time"] + line["done_late"] + line["undated_done"], line
			assert len([r for r in done if r["days_late"]]) == line["done_late"], line
			late = [r for r in counted if r["state"] == "overdue"]
			assert len(late) == line["open_overdue"] and all(r["days_late"] > 0 for r in late), line
			assert len(rows) - len(counted) == line["suspended"], line
			assert [r["plan"] for r in rows] == sorted((r["plan"] for r in rows), reverse=rows[0]["plan"] > rows[-1]["plan"])
		PY
	done
}

test_a_cell_of_several_periods_says_how_many_are_done() {
	busy_plan
	k --plan 15/KH-UBND matrix --as-of 10/7/2013 --format tsv | grep 'Báo cáo việc trồng cây' >row
	contains row "! 0/3" "· 1/3"
	k --plan 15/KH-UBND matrix --as-of 10/7/2013 --format json >matrix
	python3 - <<-'PY'
		import json
		cells = [c for c in json.load(open("matrix", encoding="utf-8")) if c["task"] == "III-3"]
		assert [(c["total"], c["done"], c["overdue"]) for c in cells] == [(3, 0, 1), (3, 1, 0), (3, 0, 1)], cells
	PY
}

test_signs_need_no_letters_beyond_ascii() {
	busy_plan
	k --plan 15/KH-UBND matrix --as-of 1/9/2013 --charset ascii >matrix
	LC_ALL=C grep -q '[^ -~]' matrix && return 1
	contains matrix "  x" "  !" "  ." "x xong" "! qua han"
}

test_the_sheet_says_when_with_what_and_how_late() {
	busy_plan
	k agency SNN --as-of 1/9/2013 >sheet
	contains sheet "Trong tháng 7/2013" "xong 20/7/2013" "BC 5" "quá hạn 18 ngày"
	k agency STC --as-of 1/9/2013 >sheet
	contains sheet "xong 20/8/2013, trễ 6 ngày"
	lacks sheet "Việc bị hủy"
}

test_wrong_words_are_refused() {
	busy_plan
	expect 1 k agency "Sở Không Có"
	expect 2 k agency STC --as-of hôm-nào
	expect 2 k --plan 15/KH-UBND matrix --as-of hôm-nào
	expect 1 k --plan 15/KH-UBND matrix --agency "Sở Không Có"
}

test_what_is_missing_is_told_and_goes_when_it_is_there() {
	import_plan
	k assign II.1-1 --lead "" >/dev/null
	k missing --format tsv | cut -f 1-3 >out
	contains out "lead	II.1-1" "product	II.1-2"
	lacks out "due	II.2-1"
	contains out "work	STP"
	k assign II.1-1 --lead STP >/dev/null
	k deadline III-1 "ngày 45" >/dev/null
	k edit II.1-2 --product "Danh sách đăng ký" >/dev/null
	k missing --format tsv >out
	lacks out "lead	II.1-1"
	lacks out "work	STP"
	contains out "due	III-1" "ngày 45"
	lacks out "product	II.1-2"
	k cancel III-1 >/dev/null
	k missing --format tsv >out
	lacks out "III-1"
	k check >out
}

test_what_was_guessed_is_accepted_by_a_person() {
	import_plan
	k renew >/dev/null
	k missing --plan 2 --format tsv >out
	contains out "certainty	II.1-1" "Chưa xong trong năm 2013"
	k accept --plan 2 II.1-1 >out
	contains out "Nhận chỗ ngờ là đúng II.1-1"
	k missing --plan 2 --format tsv >out
	lacks out "certainty	II.1-1"
	contains out "certainty	II.1-2"
	expect 1 k accept --plan 2 II.1-1
	refused "Không có chỗ nào còn ngờ"
	k undo >/dev/null
	k missing --plan 2 --format tsv >out
	contains out "certainty	II.1-1"
	k tasks --plan 2 missing:certainty -section:III --format tsv | cut -f 2 >out
	contains out II.1-1
	lacks out II.2-1
	k check >out
}

test_the_calendar_has_the_shares_of_each_day() {
	import_plan
	k done II.1-2 --agency STC >/dev/null
	k deadline III-1 "hết ngày 30/9/2013" >/dev/null
	k calendar --year 2013 --format tsv >out
	printf '%s\t%s\t%s\t%s\t%s\n' day tasks done open overdue 2013-07-31 1 0 0 1 2013-08-14 1 1 0 4 2013-09-30 1 0 1 0 >wanted
	same wanted out
	k suspend III-1 >/dev/null
	k calendar --year 2013 --format tsv >out
	lacks out 2013-09-30
	k calendar --year 2012 >out
	contains out "không có phần việc nào đến hạn"
}

test_a_filter_leaves_tasks_out_and_the_totals_follow() {
	import_plan
	k done II.1-2 --agency STC >/dev/null
	k matrix lead:SNN --format tsv | cut -f 1,3,4 >out
	printf '%s\t%s\t%s\n' task done overdue II.1-1 0/1 1 II.1-2 1/5 4 II.2-1 0/5 0 total 1/11 5 >wanted
	same wanted out
	k matrix -section:II.1 --format tsv | cut -f 1 | tr '\n' ' ' >out
	contains out "task II.2-1 III-1 III-2 total"
	lacks out "II.1-"
	k matrix tinhtrang:quahan --agency STC --format json | tr -d '\n' >out
	contains out '"task": "II.1-2"'
	lacks out '"task": "II.2-1"'
	k matrix khongco >out
	contains out "Không có phần việc nào"
	expect 1 k matrix "sai:x"
}

test_bodies_that_would_have_the_same_code_are_told_apart() {
	printf 'name\nUBND huyện Cẩm Lệ\nUBND huyện Chi Lăng\nUBND huyện Cao Lộc\nUBND huyện Vân Quan\n' >list.tsv
	k agencies --load list.tsv >/dev/null
	import_plan
	k assign II.1-1 --lead "UBND huyện Chi Lăng" --lead "UBND huyện Cao Lộc" --lead "UBND huyện Vân Quan" >/dev/null
	k matrix >out
	contains out "HCLăng" "HCLộc" "HVQ"
}

run_tests
