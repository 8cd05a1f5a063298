#!/bin/sh
# Areas and tags: what the work of a plan is sorted by.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

sorted_plan() {
	import_plan
	k areas --add "Cải cách thể chế" --add "Cải cách thủ tục hành chính" >/dev/null
	k label II.1-1 II.1-2 --area "the che" --tag "cần họp" >/dev/null
	k label II.1-2 --area "thu tuc" >/dev/null
}

paths() {
	k tasks "$@" --format tsv | cut -f 2 | tail -n +2 | tr '\n' ' '
}

# Part, total and overdue.
parts() {
	k standing --as-of 1/9/2013 --format tsv "$@" | awk -F '\t' 'NR > 1 { print $1 ": " $3, $7 }'
}

test_tasks_stand_in_areas_and_have_tags() {
	sorted_plan
	k areas --format tsv >out
	printf '%s\t%s\t%s\t%s\n' kind position name tasks area 1 "Cải cách thể chế" 2 area 2 "Cải cách thủ tục hành chính" 1 \
		tag 1 "cần họp" 2 >wanted
	same wanted out
	[ "$(paths 'area:the che')" = "II.1-1 II.1-2 " ]
	[ "$(paths 'area:"the che"')" = "II.1-1 II.1-2 " ]
	[ "$(paths linhvuc:thutuc)" = "" ]
	[ "$(paths 'linhvuc:"thủ tục"')" = "II.1-2 " ]
	[ "$(paths nhan:hop -linhvuc:tục)" = "II.1-1 " ]
	k show II.1-2 >out
	contains out "Cải cách thể chế; Cải cách thủ tục hành chính" "cần họp"
	k unlabel II.1-2 --area "the che" --tag "CẦN HỌP" >/dev/null
	[ "$(paths nhan:hop)" = "II.1-1 " ]
	k undo >/dev/null
	[ "$(paths nhan:hop)" = "II.1-1 II.1-2 " ]
	k check >out
}

test_what_is_no_area_is_refused() {
	sorted_plan
	expect 1 k label II.1-1 --area "cải cách"
	refused "Cải cách thể chế; Cải cách thủ tục hành chính"
	expect 1 k label II.1-1 --tag " "
	refused "Nhãn còn trống"
	expect 2 k label II.1-1
	expect 1 k areas --add "CẢI CÁCH THỂ CHẾ"
	refused "đã có"
	expect 1 k areas --rename "the che" --to "cải cách thủ tục hành chính"
	refused "đã có"
	expect 1 k areas --drop "tài chính"
	refused "không có lĩnh vực"
	k areas --rename "the che" --to "Thể chế" >/dev/null
	[ "$(paths 'area:"the che"')" = "II.1-1 II.1-2 " ]
	k areas --drop "Thể chế" >/dev/null
	[ "$(paths 'area:"the che"')" = "" ]
	k undo >/dev/null
	[ "$(paths 'area:"the che"')" = "II.1-1 II.1-2 " ]
	k check >out
}

test_work_in_two_areas_counts_in_both_and_in_the_total_once() {
	sorted_plan
	parts --by area >out
	printf '%s\n' "Cải cách thể chế: 6 6" "Cải cách thủ tục hành chính: 5 5" "unsorted: 7 0" "total: 13 6" >wanted
	same wanted out
	parts --by tag >out
	printf '%s\n' "cần họp: 6 6" "unsorted: 7 0" "total: 13 6" >wanted
	same wanted out
}

test_a_table_of_before_has_the_areas_of_before() {
	sorted_plan
	for by in area tag; do
		k standing --as-of 1/9/2013 --by $by --format json
	done >then
	KEHOACH_NOW=2013-09-05T03:00:00Z k unlabel II.1-2 --area "the che" --tag "cần họp" >/dev/null
	KEHOACH_NOW=2013-09-05T03:00:00Z k label III-1 II.1-2 --area "thu tuc" --tag "cần họp" >/dev/null
	KEHOACH_NOW=2013-09-06T03:00:00Z k undo >/dev/null
	KEHOACH_NOW=2013-09-06T03:00:00Z k label III-1 --area "the che" >/dev/null
	KEHOACH_NOW=2013-09-07T03:00:00Z k areas --rename "Cải cách thể chế" --to "Thể chế" >/dev/null
	KEHOACH_NOW=2013-09-08T03:00:00Z k areas --add "Tài chính công" >/dev/null
	KEHOACH_NOW=2013-09-08T03:00:00Z k areas --drop "Cải cách thủ tục hành chính" >/dev/null
	KEHOACH_NOW=2014-09-05T03:00:00Z k standing --by area >now
	contains now "Thể chế"
	lacks now "Cải cách thủ tục"
	for by in area tag; do
		KEHOACH_NOW=2014-09-05T03:00:00Z k standing --as-of 1/9/2013 --known-at 1/9/2013 --by $by --format json
	done >later
	same then later
}

test_areas_go_along_with_a_corrected_plan_an_export_and_the_next_year() {
	sorted_plan
	sed 's/theo dõi/thường xuyên theo dõi/' "$FIXTURES/ke-hoach.txt" >moi.txt
	k areas --format tsv >before
	k import --new-version moi.txt >/dev/null
	k areas --plan 2 --format tsv >after
	same before after
	k export --plan 2 -o first.json
	"$KEHOACH" --db other.db import first.json >/dev/null
	"$KEHOACH" --db other.db export -o second.json
	same first.json second.json
	k renew --plan 2 >/dev/null
	k areas --plan 3 --format tsv >after
	same before after
	k check >out
}

run_tests
