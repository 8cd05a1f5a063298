#!/bin/sh
# Work that a body does by a plan of its own; the plan of next year; proposals to amend.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# A plan of the finance department with two tasks.
plan_of_a_body() {
	cat <<-'PLAN'
		UBND TỈNH SÔNG MÂY
		SỞ TÀI CHÍNH
		Số: 12/KH-STC
		Sông Mây, ngày 05 tháng 8 năm 2013

		KẾ HOẠCH

		Trồng cây tại cơ quan năm 2013

		I. NỘI DUNG

		1. Văn phòng Sở mua cây giống. Hoàn thành trước ngày 20/8/2013.

		2. Văn phòng Sở trồng cây. Hoàn thành trước ngày 20/12/2013.
	PLAN
}

both_plans() {
	import_plan
	plan_of_a_body >con.txt
	k import con.txt >/dev/null
}

p() {
	command=$1
	shift
	k "$command" --plan 15/KH-UBND "$@"
}

test_a_share_is_done_by_a_plan_and_tells_how_far_that_is() {
	both_plans
	p done II.1-2 --agency STC --subplan 12/KH-STC >out
	contains out "Kế hoạch số 12/KH-STC ngày 05/8/2013"
	p show II.1-2 >out
	contains out "Sở Tài chính: xong 05/8/2013" "12/KH-STC: 0/2 nhiệm vụ xong, 1 quá hạn" "1 kế hoạch con: 0/2 nhiệm vụ xong, 1 quá hạn"
	k done --plan 12/KH-STC I-1 >/dev/null
	p show II.1-2 >out
	contains out "12/KH-STC: 1/2 nhiệm vụ xong"
	lacks out "1 quá hạn"
	k plans --format json | tr -d '\n' >out
	contains out '"does": "15/KH-UBND II.1-2"'
	p undone II.1-2 --agency STC >/dev/null
	p show II.1-2 >out
	lacks out "kế hoạch con"
	k check >out
}

test_a_plan_that_comes_after_the_mark_is_found_and_its_newer_version_too() {
	import_plan
	k done II.1-2 --agency STC --evidence "KH số 12/KH-STC ngày 05/8/2013, gửi qua thư" >/dev/null
	k show II.1-2 >out
	lacks out "nhiệm vụ xong"
	plan_of_a_body >con.txt
	k import con.txt >/dev/null
	p show II.1-2 >out
	contains out "1 kế hoạch con: 0/2 nhiệm vụ xong"
	k done --plan 12/KH-STC I-1 >/dev/null
	{ plan_of_a_body; printf '\n3. Văn phòng Sở chăm sóc cây. Hoàn thành trước ngày 25/12/2013.\n'; } >con2.txt
	k import --new-version con2.txt >/dev/null
	p show II.1-2 >out
	contains out "1 kế hoạch con: 1/3 nhiệm vụ xong"
	# Another document of that number on another day is another one.
	p undone II.1-2 --agency STC >/dev/null
	p done II.1-2 --agency STC --evidence "KH số 12/KH-STC ngày 06/8/2012" >/dev/null
	p show II.1-2 >out
	lacks out "kế hoạch con"
}

test_a_plan_is_no_part_of_itself() {
	both_plans
	expect 1 p done II.1-2 --agency STC --subplan 15/KH-UBND
	refused "chính nó"
	expect 1 p done II.1-2 --agency STC --subplan 99/KH-STC
	refused "99/KH-STC"
}

run_tests
