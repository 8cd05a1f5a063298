#!/bin/sh
# Rows for people and for programs, filters, export, and reading an export back.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

valid_json() {
	python3 -c 'import json, sys; json.load(open(sys.argv[1], encoding="utf-8"))' "$1"
}

test_every_listing_is_valid_json() {
	command -v python3 >/dev/null || skip "no python3 to read JSON with"
	import_plan
	for command in plans outline tasks "show II.1-2" agencies documents log "" export; do
		k $command --format json >out
		valid_json out || { echo "of: $command"; return 1; }
	done
	k tasks lead:SNN standing:ontime --format json >out
	valid_json out
}

test_columns_are_the_same_in_json_csv_and_tsv() {
	import_plan
	k tasks --format tsv >out
	head -1 out >heads
	contains heads "path	title	lead"
	[ "$(wc -l <out)" -eq 6 ]
	k tasks --format csv >out
	head -1 out >heads
	contains heads "path,title,lead"
	k tasks --format json >out
	contains out '"path": "II.1-1"' '"due": "2013-07-31"' '"kind": "month"' '"standing": "overdue"'
}

test_the_rows_for_people_are_aligned() {
	import_plan
	k tasks >out
	if grep -v '^.\{6\}  [^ ]' out; then
		echo "the second column does not begin at the ninth"
		return 1
	fi
}

# filter WORDS = PATHS: the tasks that hold to the filter.
filter() {
	found=$(k tasks --format tsv $1 | tail -n +2 | cut -f2 | tr '\n' ' ')
	[ "$found" = "$2" ] || { echo "«$1» found «$found», not «$2»"; return 1; }
}

test_filters_find_what_they_say() {
	import_plan
	k done III-2 >/dev/null
	filter "lead:SNN" "II.1-1 II.1-2 II.2-1 "
	filter "chutri:STC" "II.1-2 II.2-1 III-1 "
	filter "with:STP" "III-2 "
	filter "phoihop:STP" "III-2 "
	filter "agency:STP" "III-2 "
	filter "cq:SXD -phoihop:STP" "II.1-2 II.2-1 "
	filter "lead:SNN giong" "II.1-1 "
	filter "section:II" "II.1-1 II.1-2 II.2-1 "
	filter "muc:II.1" "II.1-1 II.1-2 "
	filter "-section:II" "III-1 III-2 "
	filter "standing:overdue" "II.1-1 II.1-2 "
	filter "standing:undated status:open" "II.2-1 III-1 "
	filter "status:done" "III-2 "
	filter "due:2013-07" "II.1-1 "
	filter "due:<=30/9/2013" "II.1-1 II.1-2 "
	filter "due:q3/2013" "II.1-1 II.1-2 "
	filter "kind:ongoing" "II.2-1 "
	filter "thieu:due" "III-1 III-2 "
	filter "khu dat" "II.1-2 "
	filter "đất" "II.1-2 "
	filter "kinh phi giong" "III-1 "
	filter "section:III lead:SNN" ""
}

test_a_name_of_several_words_needs_no_quotes_of_its_own() {
	import_plan
	k tasks lead:"Sở Tài chính" "-cq:các Sở, Ban, ngành" --format tsv >out
	contains out "III-1"
	[ "$(wc -l <out)" -eq 2 ]
	k tasks "lead:STC kinh phí" --format tsv >out
	contains out "III-1"
}

test_a_filter_that_is_none_is_refused() {
	import_plan
	expect 1 k tasks status:maybe
	refused "maybe"
	expect 1 k tasks lead:Klingon
	refused "Klingon"
	expect 0 k tasks zzzz
	contains out "Không có nhiệm vụ nào"
}

test_export_has_the_shape_of_the_contract() {
	command -v python3 >/dev/null || skip "no python3 to read JSON with"
	import_plan
	k done II.1-2 --agency STC --on 10/8/2013 --evidence "7/BC-STC" >/dev/null
	k export >out
	python3 - <<-'PY'
		import json
		d = json.load(open("out", encoding="utf-8"))
		assert list(d) == ["plan", "references", "agencies", "sections", "attachments", "unused"], list(d)
		p = d["plan"]
		assert list(p)[:7] == ["type", "number", "issuer", "place", "date", "title", "signer"], list(p)
		assert (p["type"], p["number"], p["place"], p["date"]) == ("Kế hoạch", "15/KH-UBND", "Sông Mây", "2013-06-12"), p
		assert p["issuer"] == "Ủy ban nhân dân tỉnh Sông Mây", p
		assert p["signer"]["name"] == "Trần Văn Mẫu" and p["signer"]["position"] == "Phó Chủ tịch", p
		assert [s["path"] for s in d["sections"]] == ["I", "II", "II.1", "II.2", "III"], d["sections"]
		tasks = {t["path"]: t for s in d["sections"] for t in s["tasks"]}
		assert list(tasks) == ["II.1-1", "II.1-2", "II.2-1", "III-1", "III-2"], list(tasks)
		t = tasks["II.1-1"]
		assert list(t)[:13] == ["path", "title", "text", "product", "deadline", "lead", "coordinating", "via",
				"inherited", "status", "obligations", "references", "notes"], list(t)
		assert t["deadline"] == {"raw": "Trong tháng 7/2013", "kind": "month", "start": "2013-07-01",
				"due": "2013-07-31", "every": None}, t
		assert t["product"] is None and t["via"] is None and t["inherited"] is False, t
		t = tasks["II.1-2"]
		assert t["lead"] == ["các Sở, Ban, ngành", "UBND các huyện, thành phố"], t
		assert t["deadline"]["due"] == "2013-08-14", t
		assert len(t["obligations"]) == 5, t
		o = [o for o in t["obligations"] if o["agency"] == "Sở Tài chính"][0]
		assert o == {"agency": "Sở Tài chính", "period": None, "due": "2013-08-14", "original": None, "state": "done",
				"done_on": "2013-08-10", "evidence": "7/BC-STC", "evidence_number": "7/BC-STC",
				"evidence_date": None, "cause": None, "recorded_by": "lan",
				"recorded_at": "2013-09-01T03:00:00Z"}, o
		assert t["status"] == "open", t
		assert tasks["II.2-1"]["deadline"]["kind"] == "ongoing"
		assert tasks["III-2"]["lead"] == ["Sở Xây dựng"] and tasks["III-2"]["coordinating"] == ["Sở Tư pháp"]
		a = {a["name"]: a for a in d["agencies"]}
		assert a["Sở Tài chính"]["code"] == "STC" and a["Sở Tài chính"]["groups"] == ["các Sở, Ban, ngành"], a
		r = [r for r in d["references"] if r["number"] == "09/CT-TTg"]
		assert len(r) == 1 and r[0]["kind"] == "Chỉ thị" and r[0]["date"] == "2013-03-20", r
		assert any(u["text"] == "Trang chủ" and u["line"] == 1 for u in d["unused"]), d["unused"]
	PY
}

test_an_export_read_into_an_empty_database_gives_the_same_export() {
	import_plan
	k done II.1-2 --agency STC --on 10/8/2013 --evidence "7/BC-STC" >/dev/null
	k done III-2 >/dev/null
	k suspend III-1 >/dev/null
	k note III-1 "chờ ý kiến" >/dev/null
	k extend II.1-2 30/9/2013 --agency SXD --reason "thiếu người" --document "3/UBND" >/dev/null
	k extend II.1-2 15/9/2013 --reason "cả tỉnh" >/dev/null
	k cause II.1-1 "giống về muộn" >/dev/null
	k assign II.1-1 --lead "" >/dev/null
	k done II.1-1 --on 1/8/2013 >/dev/null
	k assign II.2-1 --via SXD --with STC >/dev/null
	k add "Việc mới, do họp quyết định" --section III >/dev/null
	k export -o first.json
	"$KEHOACH" --db other.db import first.json >/dev/null
	"$KEHOACH" --db other.db export -o second.json
	same first.json second.json
	"$KEHOACH" --db other.db check
}

test_export_to_a_file_replaces_it_as_a_whole_or_not_at_all() {
	import_plan
	echo old >out.json
	expect 0 k export -o out.json
	contains out.json '"15/KH-UBND"'
	k export >out
	same out out.json
	expect 1 k export -o none/out.json
	refused "none/out.json"
	expect 1 k export -o .
	refused
	[ -z "$(ls | grep part)" ]
}

test_export_never_writes_over_the_database() {
	import_plan
	k export >before
	expect 1 k export -o plan.db
	refused "plan.db"
	ln plan.db link.db
	expect 1 k export -o link.db
	k export >after
	same before after
}

test_csv_opens_in_a_spreadsheet_and_runs_nothing() {
	import_plan
	k edit III-1 --product "=1+1" >/dev/null
	k export --format csv -o out.csv
	[ "$(head -c 3 out.csv | od -An -tx1 | tr -d ' ')" = efbbbf ]
	contains out.csv "'=1+1" "Nhiệm vụ" "31/7/2013"
	k tasks --format csv >out
	lacks out "$(printf '\357\273\277')"
}

test_a_reader_that_goes_away_is_no_failure() {
	make_plan 2000 >big.txt
	k import big.txt >/dev/null
	[ "$(k tasks | wc -c)" -gt 100000 ]
	{ code=0; k tasks 2>err || code=$?; echo $code >code; } | head -1 >out
	[ "$(cat code)" -eq 0 ] || { cat code err; return 1; }
	[ ! -s err ]
}

test_a_result_that_cannot_be_written_is_said() {
	[ -c /dev/full ] || skip "no /dev/full here"
	import_plan
	code=0
	k tasks >/dev/full 2>err || code=$?
	[ "$code" -eq 3 ]
	refused "đĩa đầy"
	expect 3 k export -o /dev/full
	refused "đĩa đầy"
}

run_tests
