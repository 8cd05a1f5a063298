#!/bin/sh
# The main job, from the plan's text to marks that last, with commands alone.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

test_import_says_what_it_understood_guessed_and_did_not_use() {
	k agencies --load "$FIXTURES/co-quan.tsv" >loaded
	contains loaded "7"
	expect 0 k import "$FIXTURES/ke-hoach.txt"
	contains out "15/KH-UBND" "12/6/2013" "Trồng cây xanh trong khuôn viên công sở năm 2013" "Trần Văn Mẫu" \
		"II.1-1" "Sở Nông nghiệp và Phát triển nông thôn" "Trong tháng 7/2013" "5 nhiệm vụ" \
		"«Trang chủ»"
	[ ! -s err ]
}

test_the_plan_is_there_for_the_next_call() {
	import_plan
	k plans >out
	contains out "15/KH-UBND" "Trồng cây xanh"
	k outline >out
	contains out "II.1" "Chuẩn bị cây giống" "III"
	k tasks >out
	contains out "II.1-1" "II.1-2" "II.2-1" "III-1" "III-2" "SNN" "quá hạn 32 ngày" "quá hạn 18 ngày"
	k show II.1-2 >out
	contains out "Trước ngày 15/8/2013" "các Sở, Ban, ngành" "UBND huyện Đất Đỏ: chưa xong" "Chuẩn bị cây giống"
	k documents >out
	contains out "09/CT-TTg" "20/3/2013" "Chỉ thị"
	k agencies >out
	contains out "SXD" "Sở Xây dựng" "UBND thành phố Sông Mây"
	k agencies "các Sở, Ban, ngành" >out
	contains out "Sở Tài chính"
	lacks out "Đất Đỏ"
}

test_the_same_file_again_changes_nothing_and_says_so() {
	import_plan
	k export >before
	expect 0 k import "$FIXTURES/ke-hoach.txt"
	contains out "đã được nhập"
	k export >after
	same before after
}

test_another_text_of_the_same_number_needs_new_version() {
	import_plan
	sed 's/Sở Tài chính/Sở Nội vụ/' "$FIXTURES/ke-hoach.txt" >second.txt
	expect 1 k import second.txt
	refused "--new-version"
	expect 0 k import --new-version second.txt
	k tasks lead:"Sở Nội vụ" >out
	contains out "III-1"
	k plans --format tsv >out
	[ "$(wc -l <out)" -eq 3 ]
}

test_dry_run_says_the_same_and_stores_nothing() {
	expect 0 k import --dry-run "$FIXTURES/ke-hoach.txt"
	contains out "II.1-1" "chưa lưu gì"
	[ ! -e plan.db ]
}

test_a_plan_comes_from_standard_input_too() {
	k import - <"$FIXTURES/ke-hoach.txt" >out
	contains out "15/KH-UBND"
	k plans >out
	contains out "15/KH-UBND"
}

test_assigning_replaces_a_role_and_is_one_step() {
	import_plan
	expect 0 k assign III-1 --lead SXD --with "so tu phap" --with snn --via STC
	contains out "III-1" "Sở Xây dựng" "Sở Tư pháp"
	k show III-1 >out
	contains out "Chủ trì" "Sở Xây dựng" "Sở Tư pháp; Sở Nông nghiệp và Phát triển nông thôn" "Sở Tài chính"
	k log III-1 --format tsv >log
	[ "$(wc -l <log)" -eq 2 ] || { cat log; return 1; }
	k undo
	k show III-1 >out
	contains out "Sở Tài chính"
	lacks out "Sở Tư pháp"
	expect 0 k assign III-1 --lead ""
	k tasks missing:lead >out
	contains out "III-1"
}

test_a_group_owes_what_its_members_owe() {
	import_plan
	expect 0 k assign III-1 --group "cac so, ban, nganh"
	k show III-1 >out
	contains out "Sở Xây dựng: chưa xong" "Sở Tài chính: chưa xong" "Sở Nông nghiệp và Phát triển nông thôn: chưa xong"
	expect 1 k assign III-1 --group STC
	refused "Sở Tài chính" "nhóm"
}

test_a_deadline_is_set_in_words_and_what_is_not_understood_is_said() {
	import_plan
	expect 0 k deadline III-1 trước ngày 15/9/2013 --reason "công văn 12"
	contains out "trước ngày 15/9/2013" "công văn 12"
	k tasks 'due:2013-09-14' >out
	contains out "III-1"
	expect 0 k deadline III-1 bao giờ rảnh
	contains out "Chưa hiểu «bao giờ rảnh»"
	k show III-1 >out
	contains out "bao giờ rảnh"
	expect 0 k deadline III-1 ""
	k tasks missing:due >out
	contains out "III-1"
}

test_done_marks_all_that_lead_or_one_of_them() {
	import_plan
	expect 0 k done II.1-2 --agency STC --on 10/8/2013 --evidence "Báo cáo 7/BC-STC"
	k show II.1-2 >out
	contains out "Sở Tài chính: xong 10/8/2013 (Báo cáo 7/BC-STC)" "Sở Xây dựng: chưa xong"
	k tasks section:II.1 >out
	contains out "1/5"
	expect 0 k done II.1-2 --agency "UBND các huyện, thành phố"
	k tasks section:II.1 >out
	contains out "3/5"
	expect 0 k done II.1-2
	k tasks status:done >out
	contains out "II.1-2" "5/5"
	expect 1 k done II.1-2
	refused "xong từ trước"
	expect 0 k undone II.1-2 --agency SXD
	k show II.1-2 >out
	contains out "Sở Xây dựng: chưa xong" "Sở Tài chính: xong 10/8/2013"
}

test_several_tasks_marked_at_once_are_one_step_of_undo() {
	import_plan
	expect 0 k done II.1-1 III-1 III-2
	k plans --format tsv >out
	contains out "	5	3	1"
	expect 0 k undo
	contains out "hoàn tác"
	k plans --format tsv >out
	contains out "	5	0	2"
	expect 0 k redo
	k tasks status:done --format tsv >out
	[ "$(wc -l <out)" -eq 4 ]
}

test_undo_is_per_person_and_refused_where_another_changed_the_same_since() {
	import_plan
	k done III-1
	expect 1 "$KEHOACH" --db plan.db --user minh undo
	refused
	"$KEHOACH" --db plan.db --user minh undone III-1
	expect 1 k undo
	refused "minh"
	k log III-1 >out
	contains out "lan" "minh"
}

test_undo_of_an_import_withdraws_its_plan() {
	import_plan
	k done III-1 >/dev/null
	sed 's/trồng/gieo/' "$FIXTURES/ke-hoach.txt" >moi.txt
	expect 0 "$KEHOACH" --db plan.db --user minh import --new-version moi.txt
	[ "$(k plans --format tsv | wc -l)" -eq 3 ]
	expect 0 "$KEHOACH" --db plan.db --user minh undo
	contains out "Nhập"
	k plans --format tsv >out
	[ "$(wc -l <out)" -eq 2 ]
	contains out "	5	1	"
	expect 0 "$KEHOACH" --db plan.db --user minh redo
	[ "$(k plans --format tsv | wc -l)" -eq 3 ]
	"$KEHOACH" --db plan.db --user minh undo >/dev/null
	# What was withdrawn may come again, and is not withdrawn from under others.
	expect 0 "$KEHOACH" --db plan.db --user minh import --new-version moi.txt
	k --plan 3 note III-2 "đã gọi điện" >/dev/null
	expect 1 "$KEHOACH" --db plan.db --user minh undo
	refused "lan"
	k undo >/dev/null
	expect 0 "$KEHOACH" --db plan.db --user minh undo
	expect 0 k check
}

test_status_words_add_edit_and_note() {
	import_plan
	expect 0 k start III-1
	expect 0 k suspend II.1-1
	expect 0 k cancel III-2
	k tasks --format tsv >out
	contains out "doing" "suspended" "cancelled"
	k plans --format tsv >out
	contains out "	4	0	1"
	expect 0 k add "Tổng kết việc trồng cây" --section iii
	contains out "III-3"
	expect 0 k edit III-3 --title "Tổng kết, khen thưởng" --product "Báo cáo tổng kết"
	k log III-3 --format tsv >log
	[ "$(wc -l <log)" -eq 3 ] || { cat log; return 1; }
	expect 0 k note III-3 đã gọi điện nhắc
	k show III-3 >out
	contains out "Tổng kết, khen thưởng" "Báo cáo tổng kết" "lan: đã gọi điện nhắc"
	k undo
	k show III-3 >out
	lacks out "gọi điện"
}

test_a_task_is_added_with_all_that_is_known_of_it_in_one_line() {
	import_plan
	k areas --add "Cải cách thể chế" >/dev/null
	expect 0 k add "Tổ chức hội nghị phổ biến @STP +STC; Sở Xây dựng !trước ngày 15/8/2013 #thể chế #gấp >II.1"
	contains out "II.1-3"
	k show II.1-3 >out
	contains out "Nhiệm vụ    Tổ chức hội nghị phổ biến" "Chủ trì     Sở Tư pháp" "Phối hợp    Sở Tài chính; Sở Xây dựng" "hết hạn 14/8/2013" "Cải cách thể chế" "gấp"
	[ "$(k log II.1-3 --format tsv | wc -l)" -eq 2 ]
	expect 1 k add "Việc @không rõ ai >II.1"
	refused "không rõ ai"
	expect 1 k add "@STP >II.1"
	refused "thiếu tên"
	expect 0 k add "Việc của cơ quan mới @Sở Ngoại vụ >ii.1"
	k show II.1-4 >out
	contains out "Chủ trì     Sở Ngoại vụ"
	k undo
	k agencies >out
	lacks out "Ngoại vụ"
	k undo
	expect 1 k show II.1-3
	k check >out
}

test_a_change_that_changes_nothing_says_so_and_leaves_no_entry() {
	import_plan
	k log --format tsv >before
	expect 0 k assign III-1 --lead STC
	contains out "Không có gì thay đổi"
	k log --format tsv >after
	same before after
}

test_what_is_not_there_is_refused_by_name() {
	import_plan
	expect 1 k show IX-9
	refused "IX-9"
	expect 1 k show nonsense
	refused "nonsense"
	expect 1 k assign III-1 --lead "Sở Không Có"
	refused "Sở Không Có"
	expect 1 k assign III-1 --lead "Sở"
	refused "có thể là"
	expect 1 k add "Việc" --section IX
	refused "IX"
	expect 1 k tasks --plan 77/KH-UBND
	refused "77/KH-UBND"
}

test_before_the_first_import_commands_say_how_to_begin() {
	expect 1 k tasks
	refused "kehoach import"
	expect 0 k plans
	contains out "kehoach import"
}

test_without_a_terminal_and_a_command_the_overview_is_printed() {
	import_plan
	expect 0 k
	contains out "15/KH-UBND" "Chuẩn bị cây giống"
}

# whole_job PLAN AGENCIES: import, mark, and read the export back.
whole_job() {
	k agencies --load "$2" >/dev/null
	expect 0 k import "$1"
	k tasks --format tsv >tasks
	[ "$(wc -l <tasks)" -eq 11 ]
	expect 0 k done II.1-1 III-2
	expect 0 k done II.1-2 --agency "UBND các huyện, thành phố" --evidence "Công văn trả lời"
	expect 0 k deadline III-2 "chậm nhất ngày 31/12"
	expect 0 k note III-4 "chờ báo cáo quý"
	expect 0 k check
	k export -o first.json
	"$KEHOACH" --db other.db import first.json >/dev/null
	"$KEHOACH" --db other.db export -o second.json
	same first.json second.json
}

test_the_sample_plan_goes_through_the_whole_job() {
	whole_job "$abs_top_srcdir/data/samples/ke-hoach-mau.txt" "$abs_top_srcdir/data/agencies/son-binh.tsv"
}

test_a_real_plan_goes_through_the_whole_job() {
	seed=${KEHOACH_SEED:-$abs_top_srcdir/../shared/seed/62-KH-UBND.txt}
	[ -r "$seed" ] || skip "the real plan is not here"
	whole_job "$seed" "$abs_top_srcdir/data/agencies/lang-son-2013.tsv"
	k export >out
	contains out '"due": "2013-08-31"' '"corrected": true'
	expect 0 k import "$seed"
	contains out "đã được nhập"
}

test_who_is_here_is_told_when_somebody_is() {
	import_plan
	k who >out
	contains out "Không ai đang mở"
	[ ! -e plan.db-here ]
}

run_tests
