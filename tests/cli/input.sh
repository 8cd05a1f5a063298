#!/bin/sh
# What bad input gets: a sentence, exit 1, and nothing stored.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# refuses FILE WORD...: the import of FILE is refused, in these words, and stores nothing.
refuses() {
	file=$1
	shift
	expect 1 k import "$file"
	refused "$@"
	no_plans
}

test_a_file_that_is_not_there() {
	refuses none.txt "Không có tệp «none.txt»"
}

test_an_empty_file() {
	: >empty.txt
	refuses empty.txt "rỗng"
	printf '\n  \n\t\n' >blank.txt
	refuses blank.txt
}

test_a_folder() {
	mkdir folder
	refuses folder "thư mục"
	refuses . "thư mục"
}

test_a_link_to_itself_and_a_pipe_without_a_writer() {
	ln -s vong.txt vong.txt
	expect 1 k import vong.txt
	refused "trỏ vòng"
	mkfifo ong
	expect 1 timeout 20 "$KEHOACH" --db plan.db import ong
	refused "không chương trình nào ghi"
	cat "$FIXTURES/ke-hoach.txt" >ong &
	expect 0 timeout 20 "$KEHOACH" --db plan.db import ong
	wait
}

test_a_file_that_may_not_be_read() {
	needs_bound_user
	echo "I. A" >secret.txt
	chmod 0 secret.txt
	expect 1 bound "$KEHOACH" --db plan.db import secret.txt
	refused "Không có quyền đọc tệp «secret.txt»"
	[ ! -e plan.db ]
}

# as_page FILE: a web page that shows the lines of a text.
as_page() {
	echo '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Trang</title></head><body>'
	sed 's/&/\&amp;/g; s/</\&lt;/g; s/.*/<p>&<\/p>/' "$1"
	echo '</body></html>'
}

test_a_web_page_gives_the_plan_that_its_text_gives() {
	import_plan
	k tasks --format json >text.json
	as_page "$FIXTURES/ke-hoach.txt" >ke-hoach.doc
	rm plan.db*
	k agencies --load "$FIXTURES/co-quan.tsv" >/dev/null
	k import ke-hoach.doc >/dev/null
	k tasks --format json >page.json
	same text.json page.json
}

test_a_damaged_document_leaves_nothing() {
	printf 'PK\003\004 and no more' >cut.txt
	refuses cut.txt "«cut.txt» bị hỏng"
}

test_an_old_document_without_a_converter() {
	printf '%%PDF-1.4 and no more' >scan.txt
	mkdir nothing
	expect 1 env PATH="$PWD/nothing" "$KEHOACH" --db plan.db import scan.txt
	refused "sudo apt install poppler-utils"
	no_plans
}

test_a_program() {
	head -c 100000 "$KEHOACH" >program	# some builds are larger than any plan may be
	refuses program "byte 0"
}

test_nul_bytes_in_a_text() {
	printf 'I. MỤC\n1. Sở A làm\0 việc.\n' >nul.txt
	refuses nul.txt "byte 0" "dòng 2"
}

test_bytes_that_are_no_utf_8() {
	printf 'I. MỤC\n1. Sở \351 làm.\n' >latin.txt
	refuses latin.txt "E9" "dòng 2" "--from"
}

test_one_line_of_100_mb() {
	head -c 104857600 /dev/zero | tr '\0' 'a' >line.txt
	refuses line.txt "Dòng 1"
}

test_too_many_lines() {
	yes 'I. MỘT MỤC' | head -c 12000000 >large.txt
	refuses large.txt "10 MB"
}

test_prose_without_any_section() {
	printf 'Kính gửi các đồng chí,\n\nNgày mai họp lúc 8 giờ.\n' >letter.txt
	refuses letter.txt
}

test_office_files_and_json_that_is_no_export() {
	printf 'PK\003\004docx' >a.docx
	refuses a.docx "docx"
	echo '{"plan": 5}' >a.json
	refuses a.json "plan"
	echo '{"plan": ' >b.json
	refuses b.json "JSON"
}

test_the_wrong_encoding() {
	expect 1 k import --from utf-16le "$FIXTURES/ke-hoach.txt"
	refused
	expect 1 k import --from klingon "$FIXTURES/ke-hoach.txt"
	refused "klingon"
	no_plans
}

test_one_bad_file_of_several_stores_none() {
	expect 1 k import "$FIXTURES/ke-hoach.txt" none.txt
	refused "none.txt"
	no_plans
}

test_the_database_itself_is_no_plan_and_stays_as_it_was() {
	import_plan
	k export >before
	expect 1 k import plan.db
	refused "cơ sở dữ liệu"
	expect 1 k agencies --load plan.db
	refused "cơ sở dữ liệu"
	k export >after
	same before after
}

test_a_bad_list_of_agencies() {
	printf 'kind\tname\nministerium\tBộ X\n' >bad.tsv
	expect 1 k agencies --load bad.tsv
	refused "Dòng 2"
	printf 'kind\tname\tmembers\ngroup\tkhối X\tSở Không Có\n' >stranger.tsv
	expect 1 k agencies --load stranger.tsv
	refused "Sở Không Có"
	k agencies --format tsv >out
	[ "$(wc -l <out)" -eq 1 ]
}

test_text_on_the_command_line_that_is_no_utf_8() {
	import_plan
	expect 2 k note III-1 "$(printf 'x\351y')"
	refused "UTF-8"
}

test_control_characters_of_the_command_line_are_not_stored() {
	import_plan
	expect 0 k note III-1 "$(printf 'a\033[2Jb\a')"
	k show III-1 >out
	! grep -q "$(printf '\033')" out
}

test_names_of_files_are_shown_masked_wherever_messages_go() {
	name=$(printf 'kh\033[31m\342\200\256\377\nxong.txt')
	expect 1 k import "$name"
	refused "kh"
	! LC_ALL=C grep -q "$(printf '[\033\377]')" err
	! grep -qF "$(printf '\342\200\256')" err
	cp "$FIXTURES/ke-hoach.txt" "$name"
	expect 0 k import "$name"
	cat out err >all
	! LC_ALL=C grep -q "$(printf '[\033\377]')" all
}

run_tests
