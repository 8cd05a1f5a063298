#!/bin/sh
# Periods of periodic work, and who has sent what in them.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# The plan with a quarterly report of two bodies through a third, in the year of the plan.
report_plan() {
	import_plan
	k add "Báo cáo tình hình" --section II.1 >/dev/null
	task=II.1-3
	k assign $task --lead STP --lead SXD --via STC >/dev/null
	k deadline $task "hằng quý, trước ngày 05 của tháng cuối quý" >/dev/null
}

# At TIME: the clerk does something.
at() {
	time=$1
	shift
	KEHOACH_NOW=$time k "$@" >/dev/null
}

rows() {
	k rounds --format tsv "$@" | cut -f 1,6,8,9,10,11,12,13
}

test_opening_a_year_says_what_came_and_owes_it_in_each_period() {
	report_plan
	k rounds --open 2013 >out
	contains out "Quý III/2013"
	k check >out
	rows --period 2013-Q4 >out
	contains out "2013-Q4	$task	STP	STC	2013-12-04	pending"
	expect 1 k rounds --open 2013
	refused "không còn kỳ nào để mở"
	k rounds --open 2014 >out
	contains out "Quý I/2014"
}

test_a_receipt_is_marked_for_one_body_and_period() {
	report_plan
	k rounds --open 2013 >/dev/null
	k done $task --agency STP --period 2013-Q3 --on 3/9/2013 --evidence "BC 12" >out
	contains out "kỳ 2013-Q3"
	k done $task --agency SXD --period 2013-Q3 --on 9/9/2013 >/dev/null
	rows --period 2013-Q3 >out
	contains out "STP	STC	2013-09-04	received	2013-09-03	0" "SXD	STC	2013-09-04	late	2013-09-09	5"
	KEHOACH_NOW=2013-12-10T03:00:00Z k rounds >out
	contains out "đã nhận 3/9" "đã nhận 9/9, trễ 5 ngày" "thiếu, trễ 6 ngày"
	expect 1 k done $task --agency STP
	refused "hãy nêu kỳ"
	k undone $task --agency STP --period 2013-Q3 >/dev/null
	rows --period 2013-Q3 --agency STP >out
	contains out "pending"
	expect 1 k done $task --agency STP --period 2012-Q3
	refused "2012-Q3"
	k check >out
}

test_a_round_gets_another_day_goes_and_comes_back_by_undo() {
	report_plan
	k rounds --open 2013 >/dev/null
	k done $task --agency STP --period 2013-Q3 --on 3/9/2013 >/dev/null
	k rounds --period 2013-Q3 --due 20/9/2013 >out
	contains out "20/9/2013"
	rows --period 2013-Q3 >before
	contains before "SXD	STC	2013-09-20	pending"
	rows --period "quy iii/2013" >after
	same before after
	k rounds --remove 2013-q3 >/dev/null
	expect 1 k rounds --period 2013-Q3
	refused "2013-Q3"
	rows >out
	lacks out "2013-Q3"
	k check >out
	k undo >/dev/null
	rows --period 2013-Q3 >after
	same before after
	k check >out
}

# What the list of late tasks says of it, and how many of the plan are late.
late_on() {
	KEHOACH_NOW=$1T03:00:00Z k tasks tinhtrang:quahan --format tsv | cut -f 2,8 >out
	KEHOACH_NOW=$1T03:00:00Z k plans --format tsv >plans
}

test_a_missed_round_makes_its_task_late_until_it_comes() {
	report_plan
	late_on 2013-09-30
	lacks out "$task"
	before=$(tail -n 1 plans)
	k rounds --open 2013 >/dev/null
	k rounds --remove 2013-Q2 >/dev/null
	late_on 2013-09-04
	lacks out "$task"
	late_on 2013-09-30
	contains out "$task"
	[ "$before" != "$(tail -n 1 plans)" ]
	KEHOACH_NOW=2013-09-30T03:00:00Z k tasks >out
	contains out "quá hạn 26 ngày"
	k done $task --agency STP --period 2013-Q3 --on 3/9/2013 >/dev/null
	late_on 2013-09-30
	contains out "$task"
	k done $task --agency SXD --period 2013-Q3 --on 3/9/2013 >/dev/null
	late_on 2013-09-30
	lacks out "$task"
	[ "$before" = "$(tail -n 1 plans)" ]
	late_on 2013-12-30
	contains out "$task"
	k check >out
	k undo >/dev/null
	late_on 2013-09-30
	contains out "$task"
	k rounds --remove 2013-Q3 >/dev/null
	k check >out
}

test_a_group_asks_for_its_members() {
	report_plan
	k assign $task --group "các Sở, Ban, ngành" >/dev/null
	k rounds --open 2013 >/dev/null
	rows --period 2013-Q3 --agency "các Sở, Ban, ngành" >out
	contains out "STC	STC	2013-09-04" "SXD	STC"
	rows --period 2013-Q3 --agency STC >out
	lacks out "SXD"
	k rounds --agency SXD >out
	contains out "SXD"
	lacks out "SNN"
}

test_opening_is_taken_back_unless_somebody_else_has_marked_there() {
	report_plan
	k done $task --agency STP --on 20/8/2013 >/dev/null
	k show $task >before
	k rounds --open 2013 >/dev/null
	k undo >/dev/null
	k show $task >after
	same before after
	k redo >/dev/null
	"$KEHOACH" --db "$PWD/plan.db" --user hoa done $task --agency SXD --period 2013-Q3 >/dev/null
	expect 1 k undo
	refused "hoa"
	rows --period 2013-Q3 >out
	contains out "received"
	k check >out
}

test_periods_follow_leads_deadline_and_status() {
	report_plan
	k rounds --open 2013 >/dev/null
	k done $task --agency STP --period 2013-Q3 --on 3/9/2013 >/dev/null
	k assign $task --lead SXD --lead STC >/dev/null
	rows --period 2013-Q3 >out
	lacks out "STP	STC"
	contains out "STC	STC	2013-09-04	pending"
	k assign $task --lead STP >/dev/null
	rows --period 2013-Q3 >out
	contains out "STP	STC	2013-09-04	received	2013-09-03"
	k deadline $task "hằng quý, chậm nhất ngày 25 của tháng cuối quý" >/dev/null
	rows --period 2013-Q3 >out
	contains out "STP	STC	2013-09-25	received"
	k suspend $task >/dev/null
	rows >out
	lacks out "STP"
	k check >out
}

test_the_ministry_s_rounds_take_the_place_of_the_quarters() {
	report_plan
	k rounds --open 2013 >/dev/null
	k rounds --open 2013 --set bnv581 >out
	contains out "6 tháng đầu năm 2013" "Năm 2013"
	rows --agency STP >out
	contains out "2013	$task	STP	STC	2013-12-20" "2013-Q3	$task	STP	STC	2013-09-20"
	lacks out "2013-Q4"
	expect 2 k rounds --open 2013 --set bnv
	refused "bnv581"
	expect 2 k rounds --open nay
	expect 2 k rounds --open 2013 --every day
}

test_work_of_a_week_is_owed_in_each_week() {
	sed 's/Thời gian: Thường xuyên./Thời gian: trước 16 giờ thứ Sáu hằng tuần./' "$FIXTURES/ke-hoach.txt" >plan.txt
	at 2013-07-01T03:00:00Z import plan.txt >/dev/null
	k assign II.2-1 --lead STP >/dev/null
	KEHOACH_NOW=2013-07-01T03:00:00Z k rounds --open 2013 >out
	contains out "Tuần 24/2013 … Tuần 52/2013 (29 kỳ)"
	at 2013-07-01T03:00:00Z done II.2-1 --period 2013-W24 --on 14/6/2013 >/dev/null
	k show II.2-1 >out
	contains out "Sở Tư pháp, 2013-W24: xong 14/6/2013" "Sở Tư pháp, 2013-W52: chưa xong"
	KEHOACH_NOW=2013-06-22T03:00:00Z k tasks --format json >out
	contains out '"overdue"'
	k export --format json >first.json
	"$KEHOACH" --db other.db import first.json >/dev/null
	"$KEHOACH" --db other.db export --format json >second.json
	same first.json second.json
	k check >out
}

test_what_was_recorded_later_does_not_change_a_table_of_before() {
	at 2013-08-01T03:00:00Z import "$FIXTURES/ke-hoach.txt"
	at 2013-08-01T03:10:00Z assign II.1-1 --lead STP --lead STC
	at 2013-08-01T03:20:00Z deadline II.1-1 "hằng quý"
	at 2013-08-01T03:30:00Z done II.1-1 --agency STC --on 1/8/2013
	KEHOACH_NOW=2013-08-02T03:00:00Z k standing --as-of 1/11/2013 --by agency --format json >first
	at 2013-09-01T03:00:00Z rounds --open 2013
	KEHOACH_NOW=2013-09-02T03:00:00Z k standing --as-of 1/11/2013 --by agency --format json >second
	at 2013-10-01T03:00:00Z done II.1-1 --agency STP --period 2013-Q3 --on 25/9/2013
	at 2013-10-01T03:10:00Z rounds --open 2013 --set bnv581
	KEHOACH_NOW=2013-10-02T03:00:00Z k standing --as-of 1/11/2013 --by agency --format json >third
	at 2013-11-01T03:00:00Z rounds --remove 2013-Q3
	at 2013-11-01T03:10:00Z undo
	at 2013-11-01T03:20:00Z rounds --remove 2013
	for step in "2013-08-02 first" "2013-09-02 second" "2013-10-02 third"; do
		k standing --as-of 1/11/2013 --by agency --format json --known-at "${step% *}T03:00:00Z" >again
		same "${step#* }" again
	done
	! cmp -s first second
	! cmp -s second third
}

test_an_export_brings_the_periods_along() {
	report_plan
	k rounds --open 2013 --set bnv581 >/dev/null
	k done $task --agency STP --period 2013-Q3 --on 3/9/2013 >/dev/null
	k export -o one.json
	contains one.json '"set": "bnv581"'
	"$KEHOACH" --db "$PWD/other.db" --user lan import one.json >/dev/null
	"$KEHOACH" --db "$PWD/other.db" export -o two.json
	same one.json two.json
	rows >before
	"$KEHOACH" --db "$PWD/other.db" rounds --format tsv | cut -f 1,6,8,9,10,11,12,13 >after
	same before after
}

test_a_corrected_plan_keeps_its_periods_and_what_was_sent() {
	report_plan
	k rounds --open 2013 >/dev/null
	k done $task --agency STP --period 2013-Q3 --on 3/9/2013 >/dev/null
	rows >before
	contains before "received	2013-09-03"
	sed 's/trồng/trồng mới/' "$FIXTURES/ke-hoach.txt" >moi.txt
	k import --new-version moi.txt >/dev/null
	rows >after
	same before after
	k check >out
}

run_tests
