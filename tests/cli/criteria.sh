#!/bin/sh
# The criteria of an index: points of a year, sums, the tasks that serve them.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

list_of_criteria() {
	printf 'code\tname\tmaximum\n# năm 2013\n1\tChỉ đạo, điều hành\t\n1.1\tKế hoạch cải cách hành chính\t1,5\n1.10\tSáng kiến\t1\n1.2\tBáo cáo định kỳ\t2.25\n2\tThể chế\t\n2.1\tRà soát văn bản\t3\n'
}

points() {
	k criteria --year 2013 --format tsv | cut -f 1,3-5 | tail -n +2
}

test_points_are_scored_and_summed_by_code() {
	list_of_criteria >tc.tsv
	k criteria --year 2013 --load tc.tsv >out
	contains out "Nạp 6 tiêu chí năm 2013"
	points >out
	printf '%s\t%s\t%s\t%s\n' 1 4,75 "" "" 1.1 1,5 "" "" 1.2 2,25 "" "" 1.10 1 "" "" 2 3 "" "" 2.1 3 "" "" total 7,75 "" "" >wanted
	same wanted out
	k criterion 1.1 --year 2013 --self 1,25 --evidence "Kế hoạch 15/KH-UBND" >/dev/null
	k criterion 1.2 --year 2013 --self 2 --verified 1,75 >/dev/null
	k criterion 2.1 --year 2013 --self 0 >/dev/null
	points >out
	printf '%s\t%s\t%s\t%s\n' 1 4,75 3,25 1,75 1.1 1,5 1,25 "" 1.2 2,25 2 1,75 1.10 1 "" "" 2 3 0 "" 2.1 3 0 "" total 7,75 3,25 1,75 >wanted
	same wanted out
	k criteria --year 2013 >out
	contains out "Đã tự chấm 3/4 tiêu chí, đã thẩm định 1/4" "Kế hoạch 15/KH-UBND"
	k criterion 1.2 --year 2013 --verified "" >/dev/null
	points >out
	contains out "1	4,75	3,25	"
	lacks out "1,75"
	k undo >/dev/null
	points >out
	same wanted out
	k check >out
	[ "$(k criteria --year 2014 --format tsv | wc -l)" -eq 1 ]
}

test_tasks_serve_a_criterion() {
	import_plan
	k criterion 1.1 --year 2013 --title "Trồng cây" --max 2 --task II.1-1 --task II.1-2 --task II.1-1 >/dev/null
	k criteria --year 2013 >out
	contains out "15/KH-UBND II.1-1; 15/KH-UBND II.1-2"
	k criteria --year 2013 --drop 1.1 >out
	contains out "Bỏ tiêu chí 1.1 năm 2013"
	k criteria --year 2013 >out
	contains out "chưa có tiêu chí nào"
	k undo >/dev/null
	k criteria --year 2013 >out
	contains out "15/KH-UBND II.1-1; 15/KH-UBND II.1-2"
	k check >out
}

test_the_same_list_again_keeps_the_scores() {
	list_of_criteria >tc.tsv
	k criteria --year 2013 --load tc.tsv >/dev/null
	k criterion 1.1 --year 2013 --self 1 --verified 0,5 --evidence "x" >/dev/null
	points >before
	k criteria --year 2013 --load tc.tsv >/dev/null
	points >after
	same before after
}

test_an_export_is_the_list_that_can_be_loaded() {
	list_of_criteria >tc.tsv
	k criteria --year 2013 --load tc.tsv >/dev/null
	k criterion 1.2 --year 2013 --self 2 --verified 1,75 --evidence "Báo cáo 12/BC-SNV" >/dev/null
	k criteria --year 2013 --export >first.tsv
	contains first.tsv "1.2	Báo cáo định kỳ	2,25	2	1,75	Báo cáo 12/BC-SNV"
	"$KEHOACH" --db other.db criteria --year 2013 --load first.tsv >/dev/null
	"$KEHOACH" --db other.db criteria --year 2013 --export -o second.tsv
	same first.tsv second.tsv
}

test_a_corrected_plan_serves_the_criteria_of_the_one_before() {
	import_plan
	k criterion 1.1 --year 2013 --title "Trồng cây" --max 2 --task II.1-1 --task III-1 >/dev/null
	sed 's/theo dõi/thường xuyên theo dõi/' "$FIXTURES/ke-hoach.txt" >moi.txt
	k import --new-version moi.txt >/dev/null
	k criteria --year 2013 --format json >out
	[ "$(grep -c "15/KH-UBND II.1-1" out)" -eq 1 ]
	k undo >/dev/null
	k criteria --year 2013 >out
	contains out "15/KH-UBND II.1-1; 15/KH-UBND III-1"
	k check >out
}

test_what_are_no_points_is_refused() {
	expect 1 k criterion 1.1 --year 2013 --max 2
	refused "cần có tên"
	k criterion 1.1 --year 2013 --title "Trồng cây" --max 2 >/dev/null
	for text in -1 hai 1,2,3 1.234 99999999999999999999 1e3; do
		expect 2 k criterion 1.1 --year 2013 --self="$text"
	done
	expect 1 k criterion 1.1 --year 2013 --self 2,01
	refused "điểm tối đa"
	expect 1 k criterion 1.1 --year 2013 --max 1,99 --self 2
	expect 2 k criterion 1.1 --year 13 --self 1
	expect 1 k criteria --year 2013 --drop 9
	refused "«9»"
	printf 'code\tname\tmaximum\n1\tA\thai\n' >tc.tsv
	expect 1 k criteria --year 2013 --load tc.tsv
	refused "Dòng 2" "hai"
	printf 'ma\tten\n1\tA\n' >tc.tsv
	expect 1 k criteria --year 2013 --load tc.tsv
	refused "Dòng 1"
	printf 'code\tname\n1\tA\n2\t\n' >tc.tsv
	expect 1 k criteria --year 2013 --load tc.tsv
	refused "Dòng 3"
	[ "$(points | wc -l)" -eq 2 ]
}

run_tests
