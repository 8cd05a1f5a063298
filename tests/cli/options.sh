#!/bin/sh
# Options, help, exit codes, who acts and where the database is.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

test_options_may_stand_anywhere() {
	import_plan
	"$KEHOACH" tasks lead:STC --format tsv --db plan.db >a
	"$KEHOACH" --format=tsv --db=plan.db tasks lead:STC >b
	"$KEHOACH" --db plan.db tasks --format tsv lead:STC >c
	[ "$(wc -l <a)" -gt 1 ]
	same a b
	same a c
}

test_two_dashes_end_the_options() {
	import_plan
	expect 0 k note III-1 -- --không phải tùy chọn
	k show III-1 >out
	contains out "--không phải tùy chọn"
}

test_a_dash_before_a_word_of_a_filter_negates_it() {
	import_plan
	k tasks -lead:STC --format tsv >out
	contains out "II.1-1"
	lacks out "III-1"
	k tasks --format tsv -- -section:II >out
	contains out "III-1"
	lacks out "II.1-1"
}

test_wrong_use_is_2_in_one_sentence() {
	expect 2 k frobnicate
	refused "frobnicate"
	expect 2 k tasks --frob
	refused "--frob"
	expect 2 k plans --lead STC
	refused "--lead"
	expect 2 k plans extra
	refused "extra"
	expect 2 k show
	refused "show"
	expect 2 k show --plan
	refused "--plan"
	expect 2 k tasks --format xml
	refused "xml"
	expect 2 k export --format xml
	expect 2 k --lang fr plans
	refused "fr"
	expect 2 k import
	refused "import"
	expect 2 k --dry-run
	refused "--dry-run"
}

test_wrong_use_of_a_change_changes_nothing() {
	import_plan
	k export >before
	expect 2 k assign III-1
	refused "--lead"
	expect 2 k done III-1 --on "ngày mưa"
	refused "ngày mưa"
	expect 2 k edit III-1
	refused "--title"
	expect 1 k edit III-1 --product B --title " "
	expect 2 k add "Việc mới"
	refused "--section"
	k export >after
	same before after
}

test_help_lists_every_command_and_each_has_its_own() {
	expect 0 k --help
	for command in import export plans outline tasks show agencies documents log add edit assign deadline done undone \
		start suspend cancel note undo redo check backup restore text; do
		contains out "  $command"
		"$KEHOACH" "$command" --help >help
		contains help "kehoach $command"
		grep -q "\\\\fB$command\\\\fR\|^\.B $command\|\\\\fB.*$command.*\|^\.BR .*$command" "$abs_top_srcdir/doc/kehoach.1" ||
			{ echo "$command is not in the man page"; return 1; }
	done
	[ ! -e plan.db ]
}

test_help_fits_into_80_columns() {
	"$KEHOACH" --help >out
	[ "$(LC_ALL=C.UTF-8 wc -L <out)" -le 80 ]
}

test_version_names_the_program_and_sqlite() {
	expect 0 k --version
	contains out "kehoach 0." "SQLite 3."
}

test_who_acts_stands_in_the_journal() {
	import_plan
	KEHOACH_USER=hoa "$KEHOACH" --db plan.db note III-1 một >/dev/null
	"$KEHOACH" --db plan.db --user "Bình  Minh" note III-1 hai >/dev/null
	KEHOACH_USER= "$KEHOACH" --db plan.db note III-1 ba >/dev/null
	k log III-1 --format tsv >out
	contains out "	hoa	" "	Bình Minh	" "	$(id -un)	"
}

test_the_database_is_found_by_option_then_environment_then_home() {
	mkdir home data
	HOME=$PWD/home "$KEHOACH" plans >/dev/null
	[ -e home/.local/share/kehoach/kehoach.db ]
	XDG_DATA_HOME=$PWD/data "$KEHOACH" plans >/dev/null
	[ -e data/kehoach/kehoach.db ]
	KEHOACH_DB=$PWD/env.db XDG_DATA_HOME=$PWD/none "$KEHOACH" plans >/dev/null
	[ -e env.db ]
	KEHOACH_DB=$PWD/other.db "$KEHOACH" --db option.db plans >/dev/null
	[ -e option.db ]
	[ ! -e other.db ]
	[ ! -e none ]
}

test_reading_help_and_versions_make_no_database() {
	HOME=$PWD/home "$KEHOACH" --help >/dev/null
	HOME=$PWD/home "$KEHOACH" --version >/dev/null
	[ ! -e home ]
}

test_check_and_backup_do_not_make_a_database() {
	expect 3 k check
	refused
	expect 3 k backup copy.db
	refused
	[ ! -e plan.db ]
	[ ! -e copy.db ]
}

test_a_frozen_clock_must_be_a_time() {
	KEHOACH_NOW=yesterday expect 2 k plans
	refused "KEHOACH_NOW"
}

# No byte beyond ASCII is in the file.
bare() {
	! LC_ALL=C grep -n '[^ -~	]' "$1"
}

test_people_get_letters_without_marks_where_they_ask_programs_never() {
	import_plan
	k --charset ascii tasks >out
	contains out "Nhiem vu" "Chon giong cay"
	bare out
	k tasks --charset=ascii nothing-like-it >out
	bare out
	KEHOACH_CHARSET=ascii k show II.1-1 >out
	contains out "Chu tri"
	bare out
	KEHOACH_CHARSET=ascii k --charset utf-8 tasks >out
	contains out "Nhiệm vụ"
	TERM=linux k tasks >out
	contains out "Nhiệm vụ"
	for format in json csv tsv; do
		k tasks --format $format >expected
		k --charset ascii tasks --format $format >out
		same expected out
	done
	k export >expected
	k --charset ascii export >out
	same expected out
	KEHOACH_CHARSET=ascii expect 2 k frobnicate
	refused "Khong co lenh"
	bare err
}

test_an_unknown_charset_is_wrong_use() {
	expect 2 k --charset koi8 plans
	refused "koi8" "ascii"
	KEHOACH_CHARSET=koi8 expect 2 k plans
	refused "KEHOACH_CHARSET"
}

test_it_is_vietnamese_in_any_locale_and_english_when_asked() {
	import_plan
	for locale in C C.UTF-8 en_US.UTF-8 vi_VN.TCVN xx_YY; do
		LC_ALL=$locale "$KEHOACH" --db plan.db plans >out
		contains out "Trích yếu" "Trồng cây xanh"
	done
	command -v msgfmt >/dev/null || skip "no msgfmt to make a catalogue with"
	mkdir -p locale/en/LC_MESSAGES
	msgfmt -o locale/en/LC_MESSAGES/kehoach.mo "$abs_top_srcdir/po/en.po"
	KEHOACH_LOCALEDIR=$PWD/locale LC_ALL=C "$KEHOACH" --db plan.db --lang en --help >out
	contains out "Commands:"
	KEHOACH_LOCALEDIR=$PWD/locale LC_ALL=C expect 2 k --lang en frobnicate
	refused "frobnicate"
	lacks err "Không"
	KEHOACH_LOCALEDIR=$PWD/locale KEHOACH_LANG=en "$KEHOACH" --lang vi --help >out
	contains out "Lệnh:"
}

test_text_reads_its_own_line() {
	[ "$(printf 'Đất ĐAI\nHoà\n' | "$KEHOACH" text fold)" = "dat dai
hoa" ]
	[ "$(printf 'một hai ba' | "$KEHOACH" --db none.db text cut 7)" = "một ha…" ]
	expect 2 "$KEHOACH" text frob
	refused "frob"
	[ ! -e none.db ]
}

test_the_keys_are_on_one_page_and_none_is_cut_off() {
	k keys >out
	[ "$(wc -l <out)" -le 80 ]
	contains out "KẾ HOẠCH" "MA TRẬN" "Ở MỌI MÀN HÌNH" "Trợ giúp cho màn hình này"
	[ "$(grep -c "…" out)" -le 3 ] || { grep "…" out; return 1; }
}

run_tests
