#!/bin/sh
# kehoach text decode, and files in old encodings at the other doors.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# decodes EXPECTED ARGUMENT...: standard input `in` becomes that text; what is said stands in `err`.
decodes() {
	printf "$1" >expected
	shift
	"$KEHOACH" text decode "$@" <in >out 2>err
	same expected out
}

# The plan of this folder in an encoding of iconv.
plan_in() {
	iconv -f UTF-8 -t "$1" "$FIXTURES/ke-hoach.txt"
}

test_utf_8_is_passed_on_as_it_is() {
	printf 'Kế hoạch\r\nno end' >in
	decodes 'Kế hoạch\r\nno end'
	[ ! -s err ]
	: >in
	decodes ''
	[ ! -s err ]
}

test_decomposed_letters_are_composed() {
	printf 'Tie\314\202\314\201ng Vi\341\273\207t' >in
	decodes 'Tiếng Việt'
}

test_a_mark_at_the_beginning_is_left_out() {
	printf '\357\273\277a\n' >in
	decodes 'a\n'
}

test_nul_bytes_and_other_controls_stay() {
	printf 'a\0b\t\032\n' >in
	"$KEHOACH" text decode --from utf-8 <in >out
	same in out
}

test_an_old_encoding_is_found_and_said() {
	printf 'C\351ng h\337a x\267 h\351i ch\361 ngh\334a Vi\326t Nam\n' >in
	decodes 'Cộng hòa xã hội chủ nghĩa Việt Nam\n'
	contains err "tcvn3"
	[ "$(wc -l <err)" -eq 1 ]
}

test_a_file_may_be_named() {
	printf 'C\351ng h\337a x\267 h\351i ch\361 ngh\334a Vi\326t Nam\n' >old.txt
	expect 0 "$KEHOACH" text decode old.txt
	contains out "Cộng hòa xã hội"
	expect 0 "$KEHOACH" text decode -- old.txt
	expect 0 "$KEHOACH" text decode --from tcvn3 old.txt
	[ ! -s err ]
	expect 0 "$KEHOACH" text decode --from=TCVN3 old.txt
	printf 'C\351ng' >in
	decodes 'Cộng' --from ABC -
}

test_detect_prints_the_name_alone() {
	printf 'C\351ng h\337a x\267 h\351i ch\361 ngh\334a Vi\326t Nam\n' >old.txt
	expect 0 "$KEHOACH" text decode --detect old.txt
	[ "$(cat out)" = tcvn3 ]
	contains err "%"
	printf 'nothing but ASCII' >ascii.txt
	expect 0 "$KEHOACH" text decode ascii.txt --detect
	[ "$(cat out)" = utf-8 ]
	plan_in UTF-16LE >le.txt
	expect 0 "$KEHOACH" text decode --detect le.txt
	[ "$(cat out)" = utf-16le ]
}

test_a_bad_byte_is_kept_and_said_with_its_offset() {
	printf 'Sở \377 làm' >in
	decodes 'Sở \357\277\275 làm'
	contains err "5" "utf-8" "U+FFFD"
}

test_a_wrong_conversion_is_mended_and_said() {
	printf 'Káº¿ hoáº¡ch Ä‘áº©y máº¡nh cáº£i cÃ¡ch\n' >in
	decodes 'Kế hoạch đẩy mạnh cải cách\n'
	contains err "cp1252" "utf-8"
	decodes 'Káº¿ hoáº¡ch Ä‘áº©y máº¡nh cáº£i cÃ¡ch\n' --from utf-8
}

test_doubtful_capitals_are_said() {
	printf 'UBND \353 TP' >in
	decodes 'UBND ở TP' --from tcvn3
	contains err "1 từ"
}

test_wrong_use_is_2_in_one_sentence() {
	for words in '--from' '--from klingon' '--what' 'a b' '--from= in'; do
		expect 2 "$KEHOACH" text decode $words
		refused
	done
	expect 2 "$KEHOACH" text decode --from klingon
	refused klingon utf-8 utf-16le tcvn3 tcvn5712-1 vni viscii viqr cp1258
}

test_a_file_that_cannot_be_read_is_1() {
	expect 1 "$KEHOACH" text decode none.txt
	refused none.txt
	expect 1 "$KEHOACH" text decode .
	refused
}

test_a_stream_ends_when_its_reader_has_enough() {
	timeout 20 sh -c 'yes "Uỷ ban" | "$0" text decode | head -n 1' "$KEHOACH" >out
	contains out "Uỷ ban"
	timeout 20 sh -c 'yes "Uỷ ban" | "$0" text decode --detect' "$KEHOACH" >out 2>err
	[ "$(cat out)" = utf-8 ]
}

test_a_plan_in_an_old_encoding_is_imported_as_that_in_utf_8() {
	expect 0 k import "$FIXTURES/ke-hoach.txt"
	k export >wanted
	for encoding in UTF-16LE UTF-16BE VISCII TCVN5712-1; do
		plan_in $encoding >plan.txt || skip "iconv has no $encoding"
		rm -f plan.db*
		expect 0 k import plan.txt
		contains out "Bảng mã của văn bản"
		k export >got
		same wanted got
	done
}

test_what_was_mended_is_said_at_import() {
	iconv -f ISO-8859-1 -t UTF-8 <<-'END' >broken.txt
		Số: 99/KH-UBND
		Sông Mây, ngày 5 tháng 6 năm 2013
		KẾ HOẠCH
		Trồng nhiều cây
		I. NỘI DUNG
		- Sở Xây dựng có trách nhiệm trồng cây.
	END
	[ -s broken.txt ] || skip "iconv has no ISO-8859-1"
	k import --dry-run broken.txt >out || cat out
	contains out "cp1252" "Sở Xây dựng"
}

test_a_list_of_agencies_may_be_in_an_old_encoding() {
	iconv -f UTF-8 -t VISCII "$FIXTURES/co-quan.tsv" >old.tsv || skip "iconv has no VISCII"
	expect 0 k agencies --load old.tsv
	contains out "viscii"
	expect 0 k agencies
	contains out "Sở Xây dựng"
	expect 0 k agencies --load old.tsv --from viscii
	lacks out "Bảng mã"
	expect 2 k agencies --from viscii
	refused
}

run_tests
