#!/bin/sh
# The layers of HACKING.md, the rules for SQL. TAP.
cd "${srcdir:-.}" || exit 99

number=0

# holds NAME FINDINGS: what breaks the rule NAME; nothing may.
holds() {
	number=$((number + 1))
	if [ -z "$2" ]; then
		echo "ok $number - $1"
	else
		echo "not ok $number - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

skipped() {
	number=$((number + 1))
	echo "ok $number - $1 # SKIP $2"
}

sources() {
	find "$@" -name '*.[ch]' | sort
}

# includes HEADER FOLDER…: the lines that include a header of that shape.
includes() {
	header=$1
	shift
	sources "$@" | xargs grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($header)[>\"]" /dev/null
}

# calls FUNCTION FOLDER…
calls() {
	function=$1
	shift
	sources "$@" | xargs grep -nE "(^|[^a-z_(])($function)\(" /dev/null
}

# Of C files the strings alone; files of SQL whole.
sql() {
	sources db | xargs grep -noE '"([^"\\]|\\.)*"' /dev/null
	find db -name '*.sql' -exec grep -n . /dev/null {} +
}

not_in_makefile() {
	sources core db office tui cli tests | while read -r file; do
		grep -qwF -- "$file" Makefile.am || echo "$file"
	done
}

# Numbers of documents and names of provinces.
particulars() {
	grep -oE '[0-9]+(/[0-9]{4})?/[A-ZĐ]+[0-9]*-[A-Za-zĐ]+' "$1"
	grep -oE 'tỉnh [[:upper:]][^ ,.;]* [[:upper:]][^ ,.;]*' "$1" | sed 's/^tỉnh //'
}

echo 1..13

holds "core/ includes no screen, database, file or terminal header" \
	"$(includes 'n?curses.*|term(cap|ios)?\.h|sqlite3\.h|fcntl\.h|unistd\.h|sys/.*|poll\.h|signal\.h' core)"
holds "core/ reads and writes no files and prints nothing" \
	"$(calls 'f?printf|puts|fputs|fopen|popen|tmpfile|fread|fwrite|fgets|getline' core | grep -v '^core/base/error\.c:')"
holds "core/ knows no folder but itself" "$(includes '(db|tui|cli|office)/.*' core)"
holds "db/ knows core/ and itself" "$(includes '(tui|office|cli)/.*' db)"
holds "office/ knows core/ and itself" "$(includes '(tui|db|cli)/.*' office)"
holds "tui/ knows core/ and itself" "$(includes '(db|office|cli)/.*' tui)"
holds "only db/ includes sqlite3.h" "$(includes 'sqlite3.*' core office tui cli)"
holds "only tui/term.c includes curses.h" "$(includes 'n?curses.*' core office db cli tui | grep -v '^tui/term\.c:')"
holds "no SQL skips rows with OFFSET" "$(sql | grep -wi offset)"
holds "no SQL replaces rows, which the journal would not see" \
	"$(sql | grep -iE 'or[[:space:]]+replace|replace[[:space:]]+into')"
holds "every SELECT names its columns" "$(sql | grep -iE 'select[[:space:]]+([a-z_]+\.)?\*')"
holds "every source file is in Makefile.am" "$(not_in_makefile)"

seed=${KEHOACH_SEED:-../shared/seed/62-KH-UBND.txt}
name="no number and no province of the real plan is in the code"
if [ -r "$seed" ]; then
	holds "$name" "$(sources core db office tui cli | xargs grep -nF -e "$(particulars "$seed")" /dev/null)"
else
	skipped "$name" "the real plan is not here"
fi
