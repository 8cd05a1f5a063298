#!/bin/sh
# `kehoach text`: standard input in, the functions on Vietnamese text out.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# says EXPECTED INPUT WORDS…: `kehoach text WORDS…` makes EXPECTED of INPUT; both are formats of printf.
says() {
	printf "$1" >expected
	input=$2
	shift 2
	printf "$input" | "$KEHOACH" text "$@" >out
	same expected out
}

test_fold_prints_the_search_key_of_each_line() {
	says 'uy ban\n\nhoa\n62 kh ubnd\n' 'Uỷ  ban\n\nHOÀ\r\n62/KH-UBND' fold
}

test_telex_vni_and_viqr_compose_what_the_keys_of_each_line_make() {
	says 'Tổ chức hội nghị\nhòa\n\n' 'Toor chuwcs hooij nghij\nhoaf\n\n' telex
	says 'hoà\n' 'hoaf\n' telex --tone new
	says 'hoà\n' 'hoaf\n' telex --tone=new
	says 'hòa\n' 'hoa2' vni --tone old
	says 'Việt Nam\n' 'Vie^.t Nam\r\n' viqr
	says 'tiếng Việt\n' 'tiếng Vieejt\n' telex
}

test_nfc_composes_each_line() {
	says 'Tiếng Việt\nđ\n' 'Tie\314\202\314\201ng Vie\314\243\314\202t\nđ\n' nfc
}

test_sort_orders_lines_as_the_dictionary() {
	says 'an\nĂn\nâm\nda\ndạ\nđa\nđá\n' 'đá\nda\nđa\nâm\ndạ\nĂn\nan\n' sort
	says 'b\nb\n' 'b\nb' sort
	says '' '' sort
}

test_match_prints_the_best_first_and_keeps_the_order_of_equals() {
	says 'Nam\nViệt Nam\nnăm học\nhằng năm\n' 'hằng năm\nViệt Nam\nxyz\nnăm học\nNam\n' match nam
	says 'năm học\nhằng năm\n' 'hằng năm\nViệt Nam\nnăm học\nNam\n' match năm
	says 'Uỷ ban 2\nỦy ban 1\n' 'Uỷ ban 2\nỦy ban 1\n' match 'ủy ban'
	says '' 'a\n' match b
	says 'a -x\n' 'a -x\n' match -- -x
	says 'a…\n' 'abc\n' cut -- 2
}

test_width_counts_columns() {
	says '10\n' 'Tie\314\202\314\201ng Việt\n' width
	says '4\n' '日本' width
	says '0\n' '' width
}

test_show_masks_what_a_terminal_would_obey() {
	says 'a\357\277\275[31mb c\n' 'a\033[31mb\nc\n' show
}

test_cut_keeps_whole_letters() {
	says 'Đẩy mạ…\n' 'Đẩy mạnh' cut 7
	says 'Đẩy mạnh\n' 'Đẩy mạnh\n' cut 8
	says '\n' 'Đẩy mạnh' cut 0
}

test_wrap_breaks_between_words() {
	says 'Đẩy mạnh\ncải cách\n' 'Đẩy mạnh cải cách' wrap 9
	says 'một\n\nhai\n' 'một\n\nhai\n' wrap 80
}

test_wrong_use_is_2_in_one_sentence() {
	for words in '' frobnicate match cut wrap 'cut x' 'cut -1' 'wrap 0' 'wrap 5x' 'wrap 99999999999' 'fold more' \
		'cut 5 more' 'telex more' 'telex --tone' 'vni --tone newer' 'viqr --tone new more'; do
		expect 2 "$KEHOACH" text $words
		refused
	done
}

test_input_that_cannot_be_read_is_1() {
	code=0
	"$KEHOACH" text fold <. >out 2>err || code=$?
	[ "$code" -eq 1 ]
	refused
}

test_a_stream_ends_when_its_reader_has_enough() {
	timeout 20 sh -c 'yes "Uỷ ban" | "$0" text fold | head -n 1' "$KEHOACH" >out
	contains out "uy ban"
}

run_tests
