#!/bin/sh
# A year of a plan as clerks had it, and its tables at five cut-off dates, worked out by hand.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# On DAY (as 2014-01-28): the clerk does something.
on() {
	day=$1
	shift
	KEHOACH_NOW=${day}T03:00:00Z k "$@" >/dev/null
}

plan_of_the_year() {
	cat <<-'PLAN'
		ỦY BAN NHÂN DÂN
		TỈNH SÔNG MÂY
		Số: 01/KH-UBND
		Sông Mây, ngày 02 tháng 01 năm 2014

		KẾ HOẠCH

		Chăm sóc cây xanh năm 2014

		I. CHUẨN BỊ

		1. Sở Nông nghiệp và Phát triển nông thôn chọn giống cây. Hoàn thành trước ngày 01/02/2014.

		2. Các Sở, Ban, ngành đăng ký số lượng cây. Hoàn thành trước ngày 01/4/2014.

		3. UBND các huyện, thành phố bố trí đất trồng cây. Hoàn thành trước ngày 01/7/2014.

		II. THỰC HIỆN

		1. Sở Tài chính bố trí kinh phí. Thời gian: Thường xuyên.

		2. Sở Xây dựng báo cáo tình hình. Thời gian: Hằng quý.

		3. Sở Tài chính quyết toán kinh phí. Hoàn thành trước ngày 01/10/2014.
	PLAN
}

# The tables of that evening, kept.
evening() {
	for by in "" "--by agency" "--by section" "--by month" "--by group" "--original"; do
		table "$1T16:00:00Z" "$1" "$by"
	done >"then-$1"
}

# Owed at first: I-1 SNN; I-2 SNN, STC, SXD; I-3 two districts; II-1 STC; II-2 SXD in four quarters; II-3 STC. 12.
a_year() {
	plan_of_the_year >plan.txt
	on 2014-01-02 agencies --load "$FIXTURES/co-quan.tsv"
	on 2014-01-02 import plan.txt
	on 2014-01-02 rounds --open 2014
	on 2014-01-28 done I-1
	evening 2014-02-15
	on 2014-02-20 done I-2 --agency STC
	# Two become one: SNX owes what SXD had open (I-2 and four quarters), of SNN's only I-2, which it owes already.
	on 2014-03-01 agencies --merge SNN --merge SXD --into "Sở Nông nghiệp và Xây dựng" --on 1/3/2014 --document "9/NQ-HĐND"
	on 2014-03-05 agencies --transfer SXD --to "Sở Nông nghiệp và Xây dựng" --reason "Sáp nhập"
	on 2014-03-05 agencies --transfer SNN --to "Sở Nông nghiệp và Xây dựng" --reason "Sáp nhập"
	on 2014-03-25 extend I-2 30/4/2014 --agency "Sở Nông nghiệp và Xây dựng" --reason "Mới sáp nhập" --document "12/UBND"
	evening 2014-04-02
	on 2014-04-10 done II-2 --agency "Sở Nông nghiệp và Xây dựng" --period 2014-Q1
	on 2014-04-15 done I-2 --agency "Sở Nông nghiệp và Xây dựng"
	on 2014-06-25 done I-3 --agency "Đất Đỏ"
	on 2014-07-01 agencies --abolish "UBND thành phố Sông Mây" --on 1/7/2014 --document "30/NQ-HĐND"
	evening 2014-07-05
	on 2014-07-10 agencies --transfer "UBND thành phố Sông Mây" --to STC --reason "Giải thể"
	on 2014-07-20 done II-2 --agency "Sở Nông nghiệp và Xây dựng" --period 2014-Q2 --on 30/6/2014
	on 2014-08-05 done I-3 --agency STC --on 1/8/2014
	on 2014-09-30 extend II-3 31/10/2014 --reason "Chờ số liệu"
	evening 2014-10-01
	on 2014-10-20 done II-3
	on 2014-11-20 suspend II-1
	evening 2014-12-31
}

# Done in time, done late, open in time, overdue, undated done and open, extended, suspended, of each part.
table() {
	KEHOACH_NOW=$1 k standing --as-of "$2" --format tsv $3 |
		awk -F '\t' 'NR > 1 { print $1 ": " $4, $5, $6, $7, $8, $9, $16, $17 }'
}

# DAY ARGUMENTS LINES: the table of that day, as it was known then, is these lines.
known() {
	printf '%s\n' "$3" >wanted
	table 2015-06-01T03:00:00Z "$1" "$2 --known-at $1" >got
	same wanted got
}

test_the_tables_of_a_year_are_those_worked_out_by_hand() {
	a_year
	KEHOACH_NOW=2015-06-01T03:00:00Z k check >/dev/null
	# 15/02: I-1 is done; all else is open, II-1 without a day.
	known 2014-02-15 "" "total: 1 0 10 0 0 1 0 0"
	known 2014-02-15 "--by agency" "Sở Nông nghiệp và Phát triển nông thôn: 1 0 1 0 0 0 0 0
Sở Tài chính: 0 0 2 0 0 1 0 0
Sở Xây dựng: 0 0 5 0 0 0 0 0
UBND huyện Đất Đỏ: 0 0 1 0 0 0 0 0
UBND thành phố Sông Mây: 0 0 1 0 0 0 0 0
total: 1 0 10 0 0 1 0 0"
	# 02/4: three shares of I-2 became two; the first quarter is two days late; I-2 of SNX was extended.
	known 2014-04-02 "" "total: 2 0 7 1 0 1 1 0"
	known 2014-04-02 "--original" "total: 2 0 6 2 0 1 1 0"
	known 2014-04-02 "--by section" "I: 2 0 3 0 0 0 1 0
II: 0 0 4 1 0 1 0 0
total: 2 0 7 1 0 1 1 0"
	known 2014-04-02 "--by month" "2014-01: 1 0 0 0 0 0 0 0
2014-03: 1 0 0 1 0 0 0 0
2014-04: 0 0 1 0 0 0 1 0
2014-06: 0 0 3 0 0 0 0 0
2014-09: 0 0 2 0 0 0 0 0
2014-12: 0 0 1 0 0 0 0 0
undated: 0 0 0 0 0 1 0 0
total: 2 0 7 1 0 1 1 0"
	known 2014-04-02 "--by month --original" "2014-01: 1 0 0 0 0 0 0 0
2014-03: 1 0 0 2 0 0 1 0
2014-06: 0 0 3 0 0 0 0 0
2014-09: 0 0 2 0 0 0 0 0
2014-12: 0 0 1 0 0 0 0 0
undated: 0 0 0 0 0 1 0 0
total: 2 0 6 2 0 1 1 0"
	# 05/7: the city is gone and still owes I-3; of the second quarter nobody has told yet.
	known 2014-07-05 "" "total: 4 1 3 2 0 1 1 0"
	known 2014-07-05 "--original" "total: 3 2 3 2 0 1 1 0"
	known 2014-07-05 "--by agency" "Sở Nông nghiệp và Phát triển nông thôn: 1 0 0 0 0 0 0 0
Sở Nông nghiệp và Xây dựng: 1 1 2 1 0 0 1 0
Sở Tài chính: 1 0 1 0 0 1 0 0
UBND huyện Đất Đỏ: 1 0 0 0 0 0 0 0
UBND thành phố Sông Mây: 0 0 0 1 0 0 0 0
total: 4 1 3 2 0 1 1 0"
	# 01/10: the second quarter had come on its last day; I-3 was handed over and done late; II-3 was extended.
	known 2014-10-01 "" "total: 5 2 2 1 0 1 2 0"
	known 2014-10-01 "--original" "total: 4 3 1 2 0 1 2 0"
	known 2014-10-01 "--by agency" "Sở Nông nghiệp và Phát triển nông thôn: 1 0 0 0 0 0 0 0
Sở Nông nghiệp và Xây dựng: 2 1 1 1 0 0 1 0
Sở Tài chính: 1 1 1 0 0 1 1 0
UBND huyện Đất Đỏ: 1 0 0 0 0 0 0 0
total: 5 2 2 1 0 1 2 0"
	# 31/12: the last quarter is due today; II-1 was suspended and is outside.
	known 2014-12-31 "" "total: 6 2 1 1 0 0 2 1"
	known 2014-12-31 "--original" "total: 4 4 1 1 0 0 2 1"
}

test_a_table_of_that_evening_is_printed_again_to_the_digit() {
	a_year
	for day in 2014-02-15 2014-04-02 2014-07-05 2014-10-01 2014-12-31; do
		for by in "" "--by agency" "--by section" "--by month" "--by group" "--original"; do
			table 2015-06-01T03:00:00Z $day "$by --known-at $day"
		done >later
		same then-$day later
	done
	[ "$(sort -u then-* | wc -l)" -gt 50 ]
}

test_every_view_has_the_figures_of_the_table() {
	a_year
	export KEHOACH_NOW=2014-12-31T03:00:00Z
	[ "$(table $KEHOACH_NOW 2014-12-31)" = "total: 6 2 1 1 0 0 2 1" ]
	command -v python3 >/dev/null || skip "no python3 to read JSON with"
	k standing --by agency --format json >standing.json
	k matrix --format json >matrix.json
	for body in SNN STC "Sở Nông nghiệp và Xây dựng" "UBND huyện Đất Đỏ"; do
		k agency "$body" --format json
	done >sheets.json
	python3 - <<-'PY'
		import json
		rows = json.load(open("standing.json", encoding="utf-8"))
		total = rows.pop()
		cells = [c for line in json.load(open("matrix.json", encoding="utf-8")) for c in line.values() if isinstance(c, str)]
		text = open("sheets.json", encoding="utf-8").read()
		decoder, at, sheets = json.JSONDecoder(), 0, []
		while at < len(text):
		    value, at = decoder.raw_decode(text, at)
		    sheets.append(value)
		    while at < len(text) and text[at].isspace():
		        at += 1
		owed = sum(len(sheet) for sheet in sheets)
		assert owed == total["total"] + total["suspended"], (owed, total)
		assert sum(r["total"] for r in rows) == total["total"], rows
	PY
}

run_tests
