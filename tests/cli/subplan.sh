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

# What goes on of the sample: II.1-1 is done; II.1-2 is not; II.2-1 is ongoing; III-1 was cancelled; III-2 is quarterly.
a_year_done() {
	import_plan
	k done II.1-1 >/dev/null
	k done II.2-1 >/dev/null
	k cancel III-1 >/dev/null
	k deadline III-2 "hằng quý" >/dev/null
	k done III-2 >/dev/null
}

test_next_year_begins_with_what_comes_back_and_what_is_not_done() {
	a_year_done
	k renew >out
	contains out "Lập bản thảo năm 2014 từ 15/KH-UBND: 3 nhiệm vụ"
	n() {
		command=$1
		shift
		k "$command" --plan 2 "$@"
	}
	n tasks --format tsv | cut -f 2,5,6,7,11 >out
	printf '%s\t%s\t%s\t%s\t%s\n' path deadline kind start status "II.1-1" "Trước ngày 15/8/2014" date "" open \
		"II.2-1" "Thường xuyên" ongoing "" open "III-1" "hằng quý" periodic "" open >wanted
	cut -f 1-5 out >got
	same wanted got
	n show II.1-1 >out
	contains out "II.1-2 của 15/KH-UBND" "Chưa xong trong năm 2013" "«Trước ngày 15/8/2013»" "UBND huyện Đất Đỏ: chưa xong"
	k plans --format json | tr -d '\n' >out
	contains out '"number": "/KH-UBND"' '"renews": "15/KH-UBND"' "năm 2014"
	k check >out
	expect 1 k renew --plan 15/KH-UBND
	refused "đã có"
	expect 1 k renew --plan 15/KH-UBND --year 2013
	refused "2013"
	expect 2 k renew --plan 15/KH-UBND --year tới
	k renew --plan 15/KH-UBND --year 2015 >/dev/null
	k undo >/dev/null
	k undo >/dev/null
	[ "$(k plans --format tsv | wc -l)" -eq 2 ]
	k renew >/dev/null
	k check >out
}

test_days_of_documents_in_the_title_stay() {
	title='Thực hiện Chỉ thị số 07/2013/CT-UBND ngày 22/5/2013, Công văn ngày 11 tháng 7 năm 2013 trong năm 2013 (2013)'
	sed "s|^Trồng cây xanh trong khuôn viên công sở năm 2013\$|$title|" "$FIXTURES/ke-hoach.txt" >plan.txt
	k agencies --load "$FIXTURES/co-quan.tsv" >/dev/null
	k import plan.txt >/dev/null
	k renew >/dev/null
	k plans --format json >out
	contains out "07/2013/CT-UBND ngày 22/5/2013, Công văn ngày 11 tháng 7 năm 2013 trong năm 2014 (2014)"
}

test_who_came_after_a_body_does_its_work_next_year() {
	a_year_done
	KEHOACH_NOW=2013-11-01T03:00:00Z k agencies --merge SXD --merge STC --into "Sở Tài chính và Xây dựng" --on 1/11/2013 \
		--document "9/NQ" >/dev/null
	KEHOACH_NOW=2013-12-01T03:00:00Z k renew >/dev/null
	KEHOACH_NOW=2013-12-01T03:00:00Z k show --plan 2 III-1 >out
	contains out "Sở Tài chính và Xây dựng: chưa xong"
	KEHOACH_NOW=2013-12-01T03:00:00Z k show --plan 2 II.1-1 >out
	contains out "Sở Tài chính và Xây dựng: chưa xong"
	KEHOACH_NOW=2013-12-01T03:00:00Z k check >out
}

test_an_export_brings_along_what_is_renewed() {
	a_year_done
	k renew >/dev/null
	k export --plan 2 -o first.json
	contains first.json '"renews": "II.1-2"'
	"$KEHOACH" --db other.db import first.json >/dev/null
	"$KEHOACH" --db other.db export -o second.json
	same first.json second.json
}

test_a_proposal_is_recorded_and_decided() {
	import_plan
	k proposals >out
	contains out "Chưa có đề xuất"
	k propose II.1-1 "lùi sang quý IV" --agency SXD --on 20/8/2013 >out
	contains out "Đề xuất điều chỉnh II.1-1, Sở Xây dựng: lùi sang quý IV"
	k propose III-1 "bỏ việc này" >/dev/null
	k decide 1 waiting >/dev/null
	k decide 1 accepted --document "78/UBND-TH" --on 30/8/2013 >/dev/null
	k decide 2 "bác" >/dev/null
	k proposals --format tsv >out
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' id task agency text day state document decided_on \
		1 II.1-1 "Sở Xây dựng" "lùi sang quý IV" 2013-08-20 accepted 78/UBND-TH 2013-08-30 \
		2 III-1 "" "bỏ việc này" 2013-09-01 rejected "" 2013-09-01 >wanted
	same wanted out
	k show II.1-1 >out
	contains out "Sở Xây dựng: lùi sang quý IV (ngày 20/8/2013; chấp thuận theo 78/UBND-TH ngày 30/8/2013)"
	sed 's/theo dõi/thường xuyên theo dõi/' "$FIXTURES/ke-hoach.txt" >moi.txt
	k import --new-version moi.txt >/dev/null
	k show II.1-1 >out
	contains out "chấp thuận theo 78/UBND-TH"
	k export --plan 2 -o first.json
	"$KEHOACH" --db other.db import first.json >/dev/null
	"$KEHOACH" --db other.db export -o second.json
	same first.json second.json
	expect 1 k decide 9 accepted
	expect 2 k decide 1 maybe
	refused "maybe"
	expect 2 k decide x accepted
	expect 1 k propose II.1-1 " "
	refused "còn trống"
	k check >out
}

test_a_proposal_is_taken_back_step_by_step() {
	import_plan
	k propose II.1-1 "lùi sang quý IV" >/dev/null
	k decide 1 rejected >/dev/null
	k undo >/dev/null
	k proposals --format tsv >out
	contains out "made"
	k undo >/dev/null
	[ "$(k proposals --format tsv | wc -l)" -eq 1 ]
	k redo >/dev/null
	contains out "lùi sang quý IV"
	k check >out
}

run_tests
