#!/bin/sh
# How things stand on a day, as they were known at a time.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# At TIME: the clerk does something.
at() {
	time=$1
	shift
	KEHOACH_NOW=$time k "$@" >/dev/null
}

# All tables of one day and time, in one file.
tables() {
	for by in agency group section month plan; do
		KEHOACH_NOW=2014-03-01T03:00:00Z k standing --as-of "$1" --known-at "$2" --by $by --format json
	done
}

# The same as they were printed at that time itself.
tables_then() {
	for by in agency group section month plan; do
		KEHOACH_NOW=$2 k standing --as-of "$1" --by $by --format json
	done
}

test_the_cells_add_up_in_every_part() {
	import_plan
	k done II.1-1 --on 15/9/2013 >/dev/null
	command -v python3 >/dev/null || skip "no python3 to read JSON with"
	for by in agency section month plan; do
		k standing --by $by --as-of 1/10/2013 --format json >out
		python3 - <<-'PY'
			import json
			rows = json.load(open("out", encoding="utf-8"))
			cells = ["done_in_time", "done_late", "open_in_time", "open_overdue", "undated_done", "undated_open"]
			total = rows.pop()
			assert rows and total["part"] == "total" and total["total"] > 0
			for row in rows + [total]:
			    assert row["total"] == sum(row[cell] for cell in cells), row
			    assert row["open_overdue"] == sum(row["late_" + n] for n in ("30", "60", "120", "more")), row
			for cell in cells + ["total"]:
			    assert total[cell] == sum(row[cell] for row in rows), cell
		PY
	done
}

test_what_was_recorded_later_does_not_change_a_table_of_before() {
	at 2013-08-01T03:00:00Z import "$FIXTURES/ke-hoach.txt"
	tables_then 1/8/2013 2013-08-01T04:00:00Z >aug
	at 2013-09-02T03:00:00Z done II.1-1 --on 31/8/2013 --evidence "BC 5"
	at 2013-09-02T03:10:00Z assign II.2-1 --lead STP --lead STC
	tables_then 15/9/2013 2013-09-02T04:00:00Z >sep
	at 2013-10-01T03:00:00Z deadline II.1-1 "trước ngày 15/8/2013"
	at 2013-10-01T03:10:00Z assign II.2-1 --lead STC
	at 2013-10-01T03:20:00Z undone II.1-1
	at 2013-10-01T03:30:00Z add "Việc thêm" --section II.1
	at 2013-10-01T03:40:00Z assign II.1-2 --lead ""
	at 2013-10-01T03:50:00Z suspend II.2-1
	tables_then 15/10/2013 2013-10-01T04:00:00Z >oct
	at 2013-11-01T03:00:00Z undo
	at 2013-11-01T03:10:00Z assign II.1-2 --lead STP
	at 2013-11-01T03:20:00Z cancel II.1-1
	tables 1/8/2013 2013-08-01T04:00:00Z >again
	same aug again
	tables 15/9/2013 2013-09-02T04:00:00Z >again
	same sep again
	tables 15/10/2013 2013-10-01T04:00:00Z >again
	same oct again
	[ "$(sort -u aug sep oct | wc -l)" -gt 60 ]
}

test_a_plan_that_came_later_is_not_in_a_table_of_before() {
	at 2013-08-01T03:00:00Z import "$FIXTURES/ke-hoach.txt"
	KEHOACH_NOW=2013-08-02T03:00:00Z k standing --format json >before
	sed 's/Số : 15/Số : 16/' "$FIXTURES/ke-hoach.txt" >khac.txt
	at 2013-09-01T03:00:00Z import khac.txt
	k standing --as-of 2/8/2013 --known-at 2/8/2013 --format json >after
	same before after
	k standing --as-of 2/8/2013 --format json >now
	! cmp -s before now
}

test_a_new_version_takes_the_place_of_the_older_one_from_its_import_on() {
	at 2013-08-01T03:00:00Z import "$FIXTURES/ke-hoach.txt"
	at 2013-08-01T03:10:00Z done II.1-1 --on 1/8/2013
	KEHOACH_NOW=2013-08-02T03:00:00Z k standing --format json >before
	sed 's/trồng/trồng mới/' "$FIXTURES/ke-hoach.txt" >moi.txt
	at 2013-09-01T03:00:00Z import --new-version moi.txt
	k standing --as-of 2/8/2013 --known-at 2013-08-02T03:00:00Z --format json >after
	same before after
	k standing --as-of 2/8/2013 --format json >now
	same before now
}

test_wrong_words_are_refused() {
	import_plan
	expect 2 k standing --by trời
	refused "--by"
	expect 2 k standing --as-of hôm-nào
	refused "không phải một ngày"
	expect 2 k standing --known-at lúc-nào
	refused "không phải một ngày hay một lúc"
}

test_a_withdrawn_plan_counts_in_tables_of_before_it_went() {
	at 2013-08-01T03:00:00Z import "$FIXTURES/ke-hoach.txt"
	sed 's/trồng/gieo/; s/Sở Xây dựng/Sở Y tế/' "$FIXTURES/ke-hoach.txt" >moi.txt
	tables_then 15/9/2013 2013-08-02T03:00:00Z >first
	at 2013-08-03T03:00:00Z import --new-version moi.txt
	tables_then 15/9/2013 2013-08-04T03:00:00Z >second
	at 2013-08-05T03:00:00Z undo
	tables_then 15/9/2013 2013-08-06T03:00:00Z >third
	cmp -s first third
	! cmp -s first second
	at 2013-08-07T03:00:00Z redo
	tables 15/9/2013 2013-08-02T03:00:00Z | cmp - first
	tables 15/9/2013 2013-08-04T03:00:00Z | cmp - second
	tables 15/9/2013 2013-08-06T03:00:00Z | cmp - third
}

# What is read differs by what is asked for: plans that lie apart or between each other, withdrawn ones, older versions.
test_every_part_of_every_plan_comes_to_the_same_total() {
	import_plan
	sed 's/15.KH-UBND/14\/KH-UBND/' "$FIXTURES/ke-hoach.txt" >other.txt
	k import other.txt >/dev/null
	k add "Việc thêm sau" --section II.2 --plan 15/KH-UBND >/dev/null
	k assign II.2-2 --lead STP --lead STC --plan 15/KH-UBND >/dev/null
	k cancel II.1-1 --plan 14/KH-UBND >/dev/null
	totals 15/KH-UBND 14/KH-UBND
	sed 's/theo dõi/thường xuyên theo dõi/' other.txt >newer.txt
	k import --new-version newer.txt >/dev/null
	totals 15/KH-UBND 14/KH-UBND
	k undo >/dev/null
	totals 15/KH-UBND 14/KH-UBND
}

# The total of a plan, and of all, in tables by one thing and by another.
totals() {
	for by in agency section month plan group area; do
		for plan in "$@"; do
			echo "$plan $(k standing --plan "$plan" --by "$by" --format tsv | grep ^total | cut -f 3-12)"
		done
		echo "all $(k standing --by "$by" --format tsv | grep ^total | cut -f 3-12)"
	done | sort -u >out
	[ "$(wc -l <out)" -eq $(($# + 1)) ] || { cat out; return 1; }
}

run_tests
