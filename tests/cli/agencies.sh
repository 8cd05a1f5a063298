#!/bin/sh
# Agencies over time: names, mergers, groups by day, work handed over, the list in and out.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# At TIME: the clerk does something.
at() {
	time=$1
	shift
	KEHOACH_NOW=$time k "$@"
}

# All tables of one day and time, in one file; ON: when they are printed.
tables() {
	for by in agency group section month plan; do
		KEHOACH_NOW=$3 k standing --as-of "$1" --known-at "$2" --by $by --format json
	done
}

# A register and a plan of 2013; what has been done by 2025.
old_plan() {
	at 2013-07-01T03:00:00Z agencies --load "$FIXTURES/co-quan.tsv" >/dev/null
	at 2013-07-01T03:00:00Z import "$FIXTURES/ke-hoach.txt" >/dev/null
	at 2013-08-01T03:00:00Z done II.1-2 --agency SXD --on 31/7/2013 --evidence "BC 5" >/dev/null
}

# On 01/3 finance and building become a new body of finance; on 01/7 there is no district any more.
reorganise() {
	at 2025-03-01T03:00:00Z agencies --merge STC --merge SXD --into "Sở Tài chính" --on 1/3/2025 --document "04/NQ-HĐND"
	at 2025-07-01T03:00:00Z agencies --abolish "UBND huyện Đất Đỏ" --abolish "UBND thành phố Sông Mây" --on 1/7/2025 \
		--document "1672/NQ-UBTVQH15"
}

intact() {
	expect 0 k check
}

test_the_list_comes_back_as_it_went() {
	old_plan
	reorganise >/dev/null
	at 2025-08-01T03:00:00Z agencies --rename SNN --to "Sở Nông nghiệp và Môi trường" --code SNNMT --on 2/3/2025 \
		--document "04/NQ-HĐND" >/dev/null
	k agencies --export -o once.tsv
	contains once.tsv "Sở Nông nghiệp và Phát triển nông thôn | ..2025-03-01 | SNN | 04/NQ-HĐND" \
		"STC@2025-02-28 | ..2025-02-28" "STC@2025-03-01 | 2025-03-01 | whole | 04/NQ-HĐND"
	"$KEHOACH" --db other.db agencies --load once.tsv >/dev/null
	"$KEHOACH" --db other.db agencies --export >twice.tsv
	same once.tsv twice.tsv
	at 2025-08-01T03:00:00Z agencies --load once.tsv >out
	contains out "thêm mới 0"
	k agencies --export >again.tsv
	same once.tsv again.tsv
}

test_a_body_of_the_same_name_after_a_merger_is_another_one() {
	old_plan
	reorganise >/dev/null
	k agencies --format tsv | grep -c "	Sở Tài chính	" >out
	contains out 2
	at 2025-08-01T03:00:00Z agencies --as-of 28/2/2025 --format tsv >before
	contains before "Sở Xây dựng"
	at 2025-08-01T03:00:00Z agencies --as-of 1/3/2025 --format tsv >after
	lacks after "Sở Xây dựng"
	[ "$(grep -c "	Sở Tài chính	" before)" -eq 1 ]
	[ "$(grep "	Sở Tài chính	" before | cut -f1)" != "$(grep "	Sở Tài chính	" after | cut -f1)" ]
	at 2025-08-01T03:00:00Z agencies "các Sở, Ban, ngành" --format tsv >members
	[ "$(wc -l <members)" -eq 3 ]
	intact
}

test_a_table_of_before_is_the_same_after_all_that_came() {
	old_plan
	KEHOACH_NOW=2025-02-01T03:00:00Z
	tables 1/2/2025 2025-02-01T03:00:00Z 2025-02-01T03:00:00Z >before
	tables 2/3/2025 2025-02-28T03:00:00Z 2025-02-28T03:00:00Z >ahead
	reorganise >/dev/null
	at 2025-08-01T03:00:00Z agencies --transfer STC --to STC --reason "Sáp nhập" >/dev/null
	at 2025-08-02T03:00:00Z agencies --rename SNN --to "Sở Nông nghiệp và Môi trường" --on 1/3/2025 --document "4/NQ" >/dev/null
	tables 1/2/2025 2025-02-01T03:00:00Z 2025-09-01T03:00:00Z >later
	same before later
	# Ordered from a day of then, but written down later.
	tables 2/3/2025 2025-02-28T03:00:00Z 2025-09-01T03:00:00Z >later
	same ahead later
	intact
}

test_open_work_stays_where_it_was_until_it_is_handed_over() {
	old_plan
	k show II.1-2 >before
	reorganise >/dev/null
	k show II.1-2 >after
	same before after
	# Another deadline brings the work in line with the group: nothing of the old bodies goes, nothing is given twice.
	at 2025-08-01T03:00:00Z deadline II.1-2 "trước ngày 15/9/2025" >/dev/null
	for body in "Sở Tài chính: chưa xong" "Sở Xây dựng: xong 31/7/2013 (BC 5)" "UBND huyện Đất Đỏ: chưa xong"; do
		[ "$(k show II.1-2 | grep -cF "$body")" -eq 1 ]
	done
	intact
}

test_handing_over_closes_the_old_and_opens_the_new_with_the_same_day() {
	old_plan
	reorganise >/dev/null
	k export | grep -c '"due": "2013-08-14"' >dues
	[ "$(cat dues)" -ge 5 ]
	expect 1 at 2025-08-01T03:00:00Z agencies --transfer SNN --to STC --reason "nhầm"
	refused "còn hoạt động"
	expect 2 at 2025-08-01T03:00:00Z agencies --transfer STC --to STC
	refused "--reason"
	at 2025-08-01T03:00:00Z agencies --transfer STC --to STC --reason "Sáp nhập" --document "04/NQ-HĐND" >out
	contains out "Chuyển giao 3 phần việc của Sở Tài chính sang Sở Tài chính: Sáp nhập, theo 04/NQ-HĐND"
	[ "$(k export | grep -c '"due": "2013-08-14"')" -eq "$(($(cat dues) + 1))" ]
	k show II.1-2 >out
	contains out "Sở Tài chính: không còn tính, chuyển giao cho Sở Tài chính (Sáp nhập; 04/NQ-HĐND)" \
		"Sở Tài chính: chưa xong, nhận từ Sở Tài chính (Sáp nhập; 04/NQ-HĐND)"
	at 2025-08-01T03:00:00Z tasks lead:STC@1/8/2025 --format tsv >out
	contains out "II.1-2" "III-1"
	# Of the one that had done its share nothing is left to hand over there; of the rest the new body owes it once.
	at 2025-08-01T03:00:00Z agencies --transfer SXD --to STC --reason "Sáp nhập" >/dev/null
	k show II.2-1 >out
	[ "$(grep -c "Sở Tài chính: chưa xong" out)" -eq 1 ]
	expect 1 at 2025-08-01T03:00:00Z agencies --transfer SXD --to STC --reason "Sáp nhập"
	refused "không còn phần việc nào"
	# A later change of the work neither opens the old nor drops the new.
	at 2025-08-01T04:00:00Z deadline II.1-2 "trước ngày 15/9/2025" >/dev/null
	k show II.1-2 >out
	contains out "Sở Tài chính: không còn tính" "Sở Tài chính: chưa xong" "Sở Xây dựng: xong 31/7/2013 (BC 5)"
	at 2025-08-02T03:00:00Z done III-1 --agency STC@1/8/2025 --on 1/8/2025 >/dev/null
	k show III-1 >out
	contains out "Sở Tài chính: xong 01/8/2025"
	intact
}

# A plan goes to another office with its bodies of then and now, and what one handed to the other.
test_an_export_keeps_bodies_of_one_name_apart() {
	old_plan
	reorganise >/dev/null
	at 2025-08-01T03:00:00Z agencies --rename SNN --to "Sở Nông nghiệp và Môi trường" --code SNNMT --on 2/3/2025 \
		--document "04/NQ-HĐND" >/dev/null
	at 2025-08-01T03:00:00Z agencies --transfer STC --to STC --reason "Sáp nhập" --document "04/NQ-HĐND" >/dev/null
	at 2025-08-02T03:00:00Z done III-1 --agency STC@1/8/2025 --on 1/8/2025 >/dev/null
	k export -o once.json
	contains once.json '"agency": "Sở Tài chính@2025-02-28"' '"agency": "Sở Tài chính@2025-03-01"' \
		'"to": "Sở Tài chính@2025-03-01"' '"reason": "Sáp nhập"' '"agency": "Sở Xây dựng"' \
		'"name": "Sở Nông nghiệp và Phát triển nông thôn"'
	at 2025-08-03T03:00:00Z --db other.db import once.json >/dev/null
	at 2025-08-03T03:00:00Z --db other.db export -o twice.json
	same once.json twice.json
	for task in II.1-2 III-1; do
		at 2025-08-03T03:00:00Z show $task | sed '/^  [0-9]/d' >here
		at 2025-08-03T03:00:00Z --db other.db show $task | sed '/^  [0-9]/d' >there
		same here there
	done
	at 2025-08-03T03:00:00Z standing --by agency --format json >here
	at 2025-08-03T03:00:00Z --db other.db standing --by agency --format json >there
	same here there
	expect 0 k --db other.db check
	# Where the bodies are known already, none comes twice.
	at 2025-08-03T03:00:00Z --db third.db agencies --load "$FIXTURES/co-quan.tsv" >/dev/null
	at 2025-08-03T03:00:00Z --db third.db import once.json >/dev/null
	at 2025-08-03T03:00:00Z --db third.db export -o thrice.json
	same once.json thrice.json
}

test_each_step_is_taken_back_as_a_whole() {
	old_plan
	k agencies --export >before.tsv
	k export >before.json
	reorganise >/dev/null
	at 2025-08-01T03:00:00Z agencies --rename SNN --to "Sở Nông nghiệp và Môi trường" --on 1/3/2025 --document "4/NQ" >/dev/null
	at 2025-08-01T03:00:00Z agencies --part SNN --into STC --on 2/3/2025 --document "4/NQ" >/dev/null
	at 2025-08-01T03:00:00Z agencies --split SNN --into "Sở Lâm nghiệp" --into "Sở Thủy lợi" --on 3/3/2025 --document "4/NQ" >/dev/null
	at 2025-08-01T03:00:00Z agencies --transfer STC --to STC --reason "Sáp nhập" >/dev/null
	for step in "Chuyển giao" "Chia tách" "Chuyển một phần" "Đổi tên" "Giải thể" "Sáp nhập"; do
		k undo >out
		contains out "$step"
		intact
	done
	k agencies --export >after.tsv
	same before.tsv after.tsv
	k export >after.json
	same before.json after.json
	k redo >/dev/null
	k agencies >out
	contains out "từ 01/3/2025"
	intact
}

test_an_old_plan_shows_the_names_of_its_time() {
	old_plan
	at 2025-08-01T03:00:00Z agencies --rename SNN --to "Sở Nông nghiệp và Môi trường" --code SNNMT --on 1/3/2025 \
		--document "4/NQ" >/dev/null
	k show II.1-1 >out
	contains out "Sở Nông nghiệp và Phát triển nông thôn"
	k show II.1-1 --names today >out
	contains out "Sở Nông nghiệp và Môi trường"
	k tasks --format tsv >out
	contains out "SNN	"
	k tasks --names today --format tsv >out
	contains out "SNNMT	"
	expect 2 k tasks --names sau
	refused "«sau»"
	# Either name finds it.
	for name in SNN SNNMT "so nong nghiep va moi truong"; do
		at 2025-08-01T03:00:00Z tasks "lead:\"$name\"" --format tsv >out
		contains out "II.1-1"
	done
}

test_a_name_means_the_body_of_the_day_of_the_plan() {
	old_plan
	reorganise >/dev/null
	k tasks lead:STC --format tsv >of_plan
	contains of_plan "III-1"
	at 2025-08-01T03:00:00Z done III-1 --agency STC --on 1/8/2025 >/dev/null
	sed 's/2013/2025/g; s/15.KH/16\/KH/; s/12  tháng 6/12  tháng 8/' "$FIXTURES/ke-hoach.txt" >new.txt
	at 2025-09-01T03:00:00Z import new.txt >/dev/null
	at 2025-09-01T03:00:00Z agencies --format tsv | grep "	STC	" | grep 2025-03-01 | cut -f1 >new_id
	k tasks --plan 16/KH-UBND lead:STC --format tsv >of_new
	contains of_new "III-1"
	k --plan 16/KH-UBND show III-1 >out
	contains out "Sở Tài chính: chưa xong"
	expect 1 at 2025-09-01T03:00:00Z --plan 16/KH-UBND done III-1 --agency STC@28/2/2025
	at 2025-09-01T03:00:00Z --plan 16/KH-UBND done III-1 --agency STC >/dev/null
}

test_what_cannot_be_is_refused_and_changes_nothing() {
	old_plan
	k agencies --export >before
	expect 2 at 2025-03-01T03:00:00Z agencies --merge STC --into "Sở Mới" --document 4
	refused "--on"
	expect 2 at 2025-03-01T03:00:00Z agencies --merge STC --into "Sở Mới" --on 1/3/2025
	refused "--document"
	expect 2 at 2025-03-01T03:00:00Z agencies --merge STC --on 1/3/2025 --document 4
	refused "--into"
	expect 2 at 2025-03-01T03:00:00Z agencies --merge STC --abolish SXD --on 1/3/2025 --document 4
	refused "Mỗi lần một việc"
	expect 1 at 2025-02-01T03:00:00Z agencies --abolish STC --on 1/3/2025 --document 4
	refused "chưa đến"
	expect 1 at 2025-03-01T03:00:00Z agencies --abolish "các Sở, Ban, ngành" --on 1/3/2025 --document 4
	refused "là một nhóm"
	expect 1 at 2025-03-01T03:00:00Z agencies --rename SXD --to "Sở Tài chính" --on 1/3/2025 --document 4
	refused "Đã có cơ quan"
	at 2025-03-01T03:00:00Z agencies --abolish STC --on 1/3/2025 --document 4 >/dev/null
	expect 1 at 2025-03-02T03:00:00Z agencies --abolish STC --on 2/3/2025 --document 4
	refused "đã thôi hoạt động"
	k undo >/dev/null
	k agencies --export >after
	same before after
}

test_places_of_other_levels_are_other_bodies() {
	cat >list.tsv <<-'TSV'
		kind	code	name
		district		UBND huyện Chi Lăng
		commune		UBND phường Chi Lăng
		district		UBND thành phố Lạng Sơn
		province	UBND	UBND tỉnh Lạng Sơn
	TSV
	k agencies --load list.tsv >/dev/null
	k agencies --duplicates >out
	contains out "Không có cơ quan nào trùng nhau"
	expect 1 at 2025-07-01T03:00:00Z agencies --abolish "Chi Lăng" --on 1/7/2025 --document 1672
	at 2025-07-01T03:00:00Z agencies --abolish "UBND huyện Chi Lăng" --on 1/7/2025 --document 1672 >/dev/null
	at 2025-07-01T03:00:00Z agencies --as-of 1/7/2025 >out
	contains out "UBND phường Chi Lăng" "UBND tỉnh Lạng Sơn"
	lacks out "UBND huyện Chi Lăng"
}

test_the_same_body_twice_is_offered() {
	printf 'name\taliases\nSở Nội vụ\t\nSo Noi vu\t\nSở Y tế\tY tế tỉnh\nBan Y tế\ty tế tỉnh\n' >list.tsv
	head -3 list.tsv >first.tsv
	k agencies --load first.tsv >/dev/null
	k agencies --duplicates --format tsv >out
	contains out "Sở Nội vụ"
	contains out "So Noi vu"
	[ "$(wc -l <out)" -eq 2 ]
}

# «Sở Nông nghiệp và PTNT» was one body up to a day and another from the next on.
test_a_plan_means_who_had_the_other_name_on_its_day() {
	printf 'name\tcode\taliases\nSở Canh nông\tSCN\tSở Nông nghiệp và Phát triển nông thôn | ..2012-12-31 | =\n' >list.tsv
	printf 'Sở Nông lâm\tSNL\tSở Nông nghiệp và Phát triển nông thôn | 2013-01-01..2013-12-31 | =; Sở NL\n' >>list.tsv
	k agencies --load list.tsv >/dev/null
	sed 's/2013/2012/g' "$FIXTURES/ke-hoach.txt" | sed 's/15.KH-UBND/14\/KH-UBND/' >before.txt
	at 2012-07-01T03:00:00Z import before.txt >/dev/null
	at 2013-07-01T03:00:00Z import "$FIXTURES/ke-hoach.txt" >/dev/null
	k --plan 14/KH-UBND show II.1-1 >out
	contains out "Sở Canh nông"
	k --plan 15/KH-UBND show II.1-1 >out
	contains out "Sở Nông lâm"
	k agencies >out
	contains out "Sở Nông nghiệp và Phát triển nông thôn (từ 01/01/2013 đến 31/12/2013); Sở NL"
	k agencies --export >once
	"$KEHOACH" --db other.db agencies --load once >/dev/null
	"$KEHOACH" --db other.db agencies --export >twice
	same once twice
	k --plan 15/KH-UBND export --format json >plan.json
	contains plan.json '"until": "2013-12-31"'
	"$KEHOACH" --db third.db import plan.json >/dev/null
	"$KEHOACH" --db third.db agencies --export >thrice
	contains thrice "Sở Nông nghiệp và Phát triển nông thôn | 2013-01-01..2013-12-31 | =; Sở NL"
	intact
}

test_the_days_of_another_name_are_taken_over_from_a_list() {
	printf 'name\taliases\nSở Canh nông\tSở NN\n' >list.tsv
	k agencies --load list.tsv >/dev/null
	printf 'name\taliases\nSở Canh nông\tSở NN | ..2012-12-31 | =\n' >dated.tsv
	k agencies --load dated.tsv >/dev/null
	k agencies >out
	contains out "Sở NN (đến 31/12/2012)"
	k agencies --load list.tsv >/dev/null
	k agencies >out
	contains out "Sở NN (đến 31/12/2012)"
	k undo >/dev/null
	k agencies >out
	lacks out "Sở NN (đến"
	contains out "Sở NN"
}

test_a_body_in_two_groups_counts_once_and_a_lead_is_not_its_own_coordinator() {
	old_plan
	printf 'kind\tname\tmembers\ngroup\tkhối kinh tế\tSTC; SXD\n' >list.tsv
	k agencies --load list.tsv >/dev/null
	at 2013-09-01T03:00:00Z assign II.1-2 --group "các Sở, Ban, ngành" --group "khối kinh tế" --with STC >/dev/null
	[ "$(k show II.1-2 | grep -c "Sở Tài chính: chưa xong")" -eq 1 ]
	at 2013-09-01T03:00:00Z assign III-1 --lead STC --with STC >/dev/null
	k show III-1 >out
	lacks out "Phối hợp"
	intact
}

test_rounds_after_a_merger_are_owed_by_whoever_came_after() {
	sed 's/Thời gian: Thường xuyên./Thời gian: hằng quý./' "$FIXTURES/ke-hoach.txt" >plan.txt
	at 2013-07-01T03:00:00Z agencies --load "$FIXTURES/co-quan.tsv" >/dev/null
	at 2013-07-01T03:00:00Z import plan.txt >/dev/null
	at 2013-07-01T03:00:00Z rounds --open 2013 >/dev/null
	at 2013-12-02T03:00:00Z agencies --merge STC --merge SXD --into "Sở Tài chính" --on 1/12/2013 --document "4/NQ" >/dev/null
	at 2013-12-03T03:00:00Z rounds --open 2014 >/dev/null
	k show II.2-1 >out
	for period in 2013-Q3 2013-Q4 2014-Q1 2014-Q4; do
		[ "$(grep -c "Sở Tài chính, $period: chưa xong" out)" -eq 1 ]
	done
	contains out "Sở Xây dựng, 2013-Q4: chưa xong"
	lacks out "Sở Xây dựng, 2014-Q1"
	at 2013-12-04T03:00:00Z agencies --transfer SXD --to STC --reason "Sáp nhập" >/dev/null
	at 2013-12-04T03:00:00Z agencies --transfer STC --to STC --reason "Sáp nhập" >/dev/null
	k show II.2-1 >out
	[ "$(grep -c "Sở Tài chính, 2013-Q4: chưa xong" out)" -eq 1 ]
	intact
}

members() {
	k agencies --as-of "$1" "$2" --format tsv | sed 1d | wc -l
}

test_the_province_of_2013_becomes_that_of_2025_by_a_second_list() {
	data=$abs_top_srcdir/data/agencies
	at 2013-07-01T03:00:00Z agencies --load "$data/lang-son-2013.tsv" >/dev/null
	[ "$(members 1/7/2013 "các Sở, Ban, ngành")" -eq 20 ]
	[ "$(members 1/7/2013 "UBND các huyện, thành phố")" -eq 11 ]
	KEHOACH_NOW=2025-07-02T03:00:00Z
	k agencies --load "$data/lang-son-2025.tsv" >/dev/null
	[ "$(members 28/2/2025 "các Sở, Ban, ngành")" -eq 20 ]
	[ "$(members 1/3/2025 "các Sở, Ban, ngành")" -eq 15 ]
	[ "$(members 30/6/2025 "UBND các huyện, thành phố")" -eq 11 ]
	[ "$(members 1/7/2025 "UBND các huyện, thành phố")" -eq 0 ]
	k agencies --load "$data/lang-son-2025.tsv" >out
	contains out "thêm mới 0"
	k agencies --export >once.tsv
	"$KEHOACH" --db other.db agencies --load once.tsv >/dev/null
	"$KEHOACH" --db other.db agencies --export >twice.tsv
	same once.tsv twice.tsv
	intact
	k undo >/dev/null
	[ "$(members 1/7/2025 "UBND các huyện, thành phố")" -eq 11 ]
}

test_the_real_plan_gives_each_member_its_share_and_outlives_its_bodies() {
	[ -r "${KEHOACH_SEED:-/}" ] && [ -f "$KEHOACH_SEED" ] || skip "the real plan is not here"
	data=$abs_top_srcdir/data/agencies
	at 2013-08-01T03:00:00Z agencies --load "$data/lang-son-2013.tsv" >/dev/null
	at 2013-08-01T03:00:00Z import "$KEHOACH_SEED" >out
	contains out "10 nhiệm vụ, 220 phần việc"	# 7 rows of 31 members, 3 of one body
	[ "$(k show III-3 | grep -c "Sở Nội vụ: chưa xong")" -eq 1 ]
	KEHOACH_NOW=2025-07-02T03:00:00Z
	k standing --format json >before
	k agencies --load "$data/lang-son-2025.tsv" >/dev/null
	k standing --format json >after
	same before after
	k show II.1-2 >out
	contains out "Sở Kế hoạch và Đầu tư: chưa xong" "UBND huyện Chi Lăng: chưa xong"
	lacks out "Nông nghiệp và Môi trường"
	k deadline II.1-2 "trước ngày 15/9/2025" >/dev/null
	[ "$(k show II.1-2 | grep -c ": chưa xong")" -eq 31 ]
	k agencies --transfer SKHĐT --to STC --reason "Sáp nhập" >/dev/null
	k agencies --transfer STC --to STC --reason "Sáp nhập" >/dev/null
	[ "$(k show II.1-2 | grep -c ": chưa xong")" -eq 30 ]	# finance owes it once
	intact
}

test_two_rows_of_one_body_become_one_and_nothing_is_lost() {
	import_plan
	printf 'kind\tname\nother\tSở Tài chánh\n' >them.tsv
	k agencies --load them.tsv >/dev/null
	k assign II.1-1 --lead "Sở Tài chánh" --with STC >/dev/null
	k assign III-1 --lead STC --lead "Sở Tài chánh" >/dev/null
	k done III-1 --agency "Sở Tài chánh" --on 20/8/2013 --evidence "BC 7" >/dev/null
	k propose II.1-1 "lùi hạn" --agency "Sở Tài chánh" >/dev/null
	k extend II.1-1 30/9/2013 --agency "Sở Tài chánh" --reason "x" >/dev/null
	for by in agency group section; do
		k standing --as-of 1/9/2013 --by $by --format json
	done >then
	k export -o before.json
	KEHOACH_NOW=2013-09-10T03:00:00Z k agencies --same "Sở Tài chánh" --to STC >out
	contains out "Gộp «Sở Tài chánh» vào «Sở Tài chính»"
	k agencies --format tsv | cut -f 3 >out
	lacks out "Sở Tài chánh"
	k show III-1 >out
	contains out "Sở Tài chính: xong 20/8/2013 (BC 7)" "Sở Tài chính"
	[ "$(grep -c "Sở Tài chính: " out)" -eq 1 ]
	k show II.1-1 >out
	contains out "Sở Tài chính: chưa xong, gia hạn đến 30/9/2013" "Sở Tài chính: lùi hạn"
	lacks out "Phối hợp"
	at 2013-09-11T03:00:00Z done II.1-1 --agency "sở tài chánh" >/dev/null
	at 2013-09-11T04:00:00Z undo >/dev/null
	k check >out
	for by in agency group section; do
		KEHOACH_NOW=2014-01-01T03:00:00Z k standing --as-of 1/9/2013 --known-at 1/9/2013 --by $by --format json
	done >later
	same then later
	at 2013-09-12T03:00:00Z undo >/dev/null
	k check >out
	k export -o after.json
	same before.json after.json
}

test_what_is_not_one_body_is_not_joined() {
	import_plan
	expect 1 k agencies --same STC --to "so tai chinh"
	refused "chính nó"
	expect 1 k agencies --same STC --to "các Sở, Ban, ngành"
	refused "nhóm"
	expect 2 k agencies --same STC
	k check >out
}

run_tests
