#!/bin/sh
# More time that was granted, and why something is late.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# At TIME: the clerk does something.
at() {
	time=$1
	shift
	KEHOACH_NOW=$time k "$@"
}

late() {
	k tasks tinhtrang:quahan --format tsv | cut -f 2 | tail -n +2 | tr '\n' ' '
}

# Of the whole: in time and late, done and not, and how many were extended.
cells() {
	k standing --format tsv "$@" | tail -n 1 | cut -f 4-7,16
}

test_an_extension_moves_the_last_day_and_the_first_one_stays() {
	import_plan
	[ "$(late)" = "II.1-1 II.1-2 " ]
	[ "$(cells)" = "0	0	0	6	0" ]
	k extend II.1-1 15/10/2013 --reason "chờ mùa mưa" --document "45/UBND-NC ngày 28/8/2013" --on 28/8/2013 >out
	contains out "Gia hạn II.1-1" "15/10/2013" "chờ mùa mưa" "45/UBND-NC"
	[ "$(late)" = "II.1-2 " ]
	[ "$(cells)" = "0	0	1	5	1" ]
	[ "$(cells --original)" = "0	0	0	6	1" ]
	k standing >out
	contains out "Theo hạn gốc: trong hạn 0 xong, 0 chưa; quá hạn 0 xong, 6 chưa."
	k show II.1-1 >out
	contains out "gia hạn đến 15/10/2013 (hạn gốc 31/7/2013)" "ngày 28/8/2013; lý do: chờ mùa mưa" "theo 45/UBND-NC ngày 28/8/2013"
	k check >out
	k extend II.1-1 "hết tháng 10/2013" --reason "mưa kéo dài" >/dev/null
	k show II.1-1 >out
	contains out "gia hạn đến 31/10/2013 (hạn gốc 31/7/2013)" "đến ngày 15/10/2013"
	k done II.1-1 --on 20/10/2013 >/dev/null
	[ "$(cells --as-of 1/11/2013)" = "1	0	0	5	1" ]
	[ "$(cells --as-of 1/11/2013 --original)" = "0	1	0	5	1" ]
	k undo >/dev/null
	k undo >/dev/null
	[ "$(k show II.1-1 --format json | tr -d ' \n' | grep -o '"due":"2013-10-15"' | wc -l)" -eq 2 ]
	k undo >/dev/null
	[ "$(late)" = "II.1-1 II.1-2 " ]
	k check >out
}

test_one_body_may_be_given_more_time_than_the_others() {
	import_plan
	k extend II.1-2 30/9/2013 --agency STC --reason "thiếu người" >/dev/null
	[ "$(cells)" = "0	0	1	5	1" ]
	[ "$(late)" = "II.1-1 II.1-2 " ]
	k show II.1-2 >out
	contains out "Sở Tài chính: đến ngày 30/9/2013" "Sở Tài chính: chưa xong, gia hạn đến 30/9/2013"
	k extend II.1-2 15/9/2013 --reason "cả tỉnh" >/dev/null
	[ "$(cells)" = "0	0	5	1	5" ]
	[ "$(late)" = "II.1-1 " ]
	k show II.1-2 >out
	contains out "Sở Xây dựng: chưa xong, gia hạn đến 15/9/2013" "Sở Tài chính: chưa xong, gia hạn đến 30/9/2013"
	k extend II.1-2 "" >/dev/null
	[ "$(cells)" = "0	0	0	6	0" ]
	k check >out
}

test_who_leads_later_has_the_time_that_all_were_given() {
	import_plan
	k extend II.1-1 15/10/2013 --reason "chờ mùa mưa" >/dev/null
	k assign II.1-1 --lead SXD >/dev/null
	k show II.1-1 >out
	contains out "Sở Xây dựng: chưa xong, gia hạn đến 15/10/2013 (hạn gốc 31/7/2013)"
	k deadline II.1-1 "đến hết ngày 30/11/2013" >/dev/null
	k show II.1-1 >out
	lacks out "(hạn gốc"
	[ "$(cells)" = "0	0	1	5	0" ]
	k check >out
}

test_what_cannot_be_extended_is_refused() {
	import_plan
	expect 1 k extend II.1-1 15/10/2013
	refused "lý do"
	expect 1 k extend II.1-1 "bao giờ xong thì thôi" --reason "x"
	refused "bao giờ xong thì thôi"
	expect 1 k extend II.1-1 15/7/2013 --reason "x"
	refused "15/7/2013"
	expect 1 k extend II.2-1 15/10/2013 --reason "thường xuyên thì không có hạn"
	refused "15/10/2013"
	expect 1 k extend II.1-1 ""
	refused "Không có lần gia hạn"
	k done II.1-1 >/dev/null
	expect 1 k extend II.1-1 15/10/2013 --reason "x"
	refused "đã xong"
	expect 2 k extend II.1-1 15/10/2013 --reason "x" --on "hôm nào"
	k add "Báo cáo" --section II.1 >/dev/null
	k assign II.1-3 --lead STP >/dev/null
	k deadline II.1-3 "hằng quý" >/dev/null
	k rounds --open 2014 >/dev/null
	expect 1 k extend II.1-3 15/10/2014 --reason "x"
	refused "hãy nêu kỳ"
	k extend II.1-3 15/4/2014 --reason "Tết" --period 2014-Q1 >/dev/null
	k rounds --period 2014-Q1 --format tsv >out
	contains out "2014-04-15"
	k rounds --period 2014-Q2 --format tsv >out
	contains out "2014-06-30"
	k check >out
}

test_time_that_was_given_goes_along_with_work_that_is_handed_over() {
	import_plan
	k extend II.1-2 31/12/2025 --agency STC --reason "x" >/dev/null
	k extend II.1-2 30/11/2025 --agency SXD --reason "y" >/dev/null
	at 2025-04-01T03:00:00Z agencies --merge SXD --into "Sở Xây dựng và Giao thông" --on 1/4/2025 --document "04/NQ-HĐND" >/dev/null
	at 2025-05-01T03:00:00Z agencies --transfer SXD --to "Sở Xây dựng và Giao thông" --reason "Sáp nhập" >/dev/null
	at 2025-05-01T03:00:00Z show II.1-2 >out
	contains out "Sở Xây dựng và Giao thông: chưa xong, gia hạn đến 30/11/2025 (hạn gốc 14/8/2013)"
	at 2025-05-02T03:00:00Z extend II.1-2 31/12/2025 --agency SNN --reason "chưa kịp" >/dev/null
	at 2025-05-01T03:00:00Z show II.1-2 >out
	contains out "Sở Nông nghiệp và Phát triển nông thôn: chưa xong, gia hạn đến 31/12/2025 (hạn gốc 14/8/2013)" \
		"Sở Xây dựng và Giao thông: chưa xong, gia hạn đến 30/11/2025 (hạn gốc 14/8/2013)"
	at 2025-05-02T03:00:00Z check >out
}

test_who_owes_the_same_already_gets_no_time_of_others() {
	import_plan
	k extend II.1-2 30/11/2025 --agency SXD --reason "y" >/dev/null
	at 2025-04-01T03:00:00Z agencies --abolish SXD --on 1/4/2025 --document "04/NQ-HĐND" >/dev/null
	at 2025-05-01T03:00:00Z agencies --transfer SXD --to SNN --reason "Giải thể" >/dev/null
	at 2025-05-01T03:00:00Z extend II.1-2 31/12/2025 --agency STC --reason "chưa kịp" >/dev/null
	at 2025-05-01T03:00:00Z show II.1-2 >out
	contains out "Sở Nông nghiệp và Phát triển nông thôn: chưa xong, nhận từ"
}

test_a_table_of_before_does_not_know_of_later_extensions() {
	at 2013-09-01T03:00:00Z agencies --load "$FIXTURES/co-quan.tsv" >/dev/null
	at 2013-09-01T03:00:00Z import "$FIXTURES/ke-hoach.txt" >/dev/null
	at 2013-09-05T03:00:00Z extend II.1-1 15/10/2013 --reason "x" >/dev/null
	for by in agency section month; do
		KEHOACH_NOW=2013-09-10T03:00:00Z k standing --as-of 10/9/2013 --by $by --format json
		KEHOACH_NOW=2013-09-10T03:00:00Z k standing --as-of 10/9/2013 --by $by --original --format json
	done >then
	at 2013-09-20T03:00:00Z extend II.1-2 30/10/2013 --reason "y" >/dev/null
	at 2013-09-21T03:00:00Z extend II.1-1 30/11/2013 --reason "z" >/dev/null
	at 2013-09-22T03:00:00Z extend II.1-2 "" >/dev/null
	for by in agency section month; do
		KEHOACH_NOW=2014-03-01T03:00:00Z k standing --as-of 10/9/2013 --known-at 10/9/2013 --by $by --format json
		KEHOACH_NOW=2014-03-01T03:00:00Z k standing --as-of 10/9/2013 --known-at 10/9/2013 --by $by --original --format json
	done >now
	same then now
}

test_why_something_is_late_is_told_and_stays() {
	import_plan
	expect 1 k cause II.2-1 "trời mưa"
	refused "chậm hạn"
	k cause II.1-2 "thiếu kinh phí" --agency STC >out
	contains out "II.1-2, Sở Tài chính: thiếu kinh phí"
	k done II.1-2 --agency STC --evidence "Báo cáo số 45/BC-STC ngày 30/8/2013" >/dev/null
	k show II.1-2 >out
	contains out "Sở Tài chính: xong 01/9/2013 (Báo cáo số 45/BC-STC ngày 30/8/2013), chậm vì: thiếu kinh phí; lan ghi"
	k show II.1-2 --format json | tr -d '\n' >out
	contains out '"evidence_number": "45/BC-STC",' '"evidence_date": "2013-08-30",' '"recorded_by": "lan"'
	"$KEHOACH" --db "$PWD/plan.db" --user hoa cause II.1-2 "" --agency STC >/dev/null
	k show II.1-2 >out
	lacks out "thiếu kinh phí"
	contains out "hoa ghi"
	k done II.1-1 --cause "giống về muộn" >/dev/null
	k undone II.1-1 >/dev/null
	k show II.1-1 >out
	contains out "chưa xong, chậm vì: giống về muộn"
	k assign II.1-1 --lead SXD >/dev/null
	k show II.1-1 >out
	contains out "không còn tính, chậm vì: giống về muộn"
	k check >out
}

test_a_corrected_plan_keeps_what_was_granted() {
	import_plan
	k extend II.1-1 15/10/2013 --reason "chờ mùa mưa" >/dev/null
	k cause II.1-2 "thiếu kinh phí" --agency STC >/dev/null
	k show II.1-1 >before
	k show II.1-2 >>before
	sed 's/theo dõi/thường xuyên theo dõi/' "$FIXTURES/ke-hoach.txt" >moi.txt
	k import --new-version moi.txt >/dev/null
	k show II.1-1 >after
	k show II.1-2 >>after
	same before after
	k check >out
}

run_tests
