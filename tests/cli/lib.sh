# lib.sh: end-to-end cases as TAP. A test file sources this, defines functions
# test_what_must_hold, and ends with `run_tests`. Each case runs in a folder of
# its own under `set -e`; `skip REASON` leaves it, aloud.

KEHOACH=${KEHOACH:-${abs_top_builddir:?}/kehoach}
FIXTURES=${abs_top_srcdir:?}/tests/cli
unset KEHOACH_LANG KEHOACH_USER KEHOACH_DB XDG_DATA_HOME NO_COLOR
KEHOACH_NOW=2013-09-01T03:00:00Z
export KEHOACH_NOW

skip() {
	printf '%s\n' "$*" >skipped
	exit 77
}

# The program as the clerk "lan" on the case's own database.
k() {
	"$KEHOACH" --db "$PWD/plan.db" --user lan "$@"
}

# expect CODE COMMAND...: the command ends with that code; what it prints stands in `out` and `err`.
expect() {
	wanted=$1
	shift
	code=0
	"$@" >out 2>err </dev/null || code=$?
	[ "$code" -eq "$wanted" ] && return
	echo "«$*» ended with $code, not $wanted"
	cat out err
	return 1
}

# Run as somebody whom permissions bind; the case is left when there is nobody to run as.
bound() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	else
		setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
	fi
}

needs_bound_user() {
	chmod 777 .
	bound test -x "$KEHOACH" 2>/dev/null || skip "permissions do not bind this user, and there is no other to run as"
}

# Each of the texts stands in the file.
contains() {
	file=$1
	shift
	for text; do
		grep -qF -e "$text" "$file" && continue
		echo "«$text» is not in $file:"
		cat "$file"
		return 1
	done
}

lacks() {
	if grep -F -e "$2" "$1"; then
		echo "«$2» is in $1"
		return 1
	fi
}

# An error is one line, "kehoach: …", and says each of the texts.
refused() {
	[ "$(wc -l <err)" -eq 1 ] || { echo "not one line:"; cat err; return 1; }
	contains err "kehoach: " "$@"
}

same() {
	cmp "$1" "$2" || { diff "$1" "$2" | head -40; return 1; }
}

no_plans() {
	k plans --format json >plans.json
	[ "$(tr -d ' \n' <plans.json)" = "[]" ] || { cat plans.json; return 1; }
}

# The small plan of this folder, with a register of five agencies in two groups.
import_plan() {
	k agencies --load "$FIXTURES/co-quan.tsv" >/dev/null
	k import "$FIXTURES/ke-hoach.txt" >imported
}

# A plan of COUNT tasks, at most 4950: sections of 50.
make_plan() {
	printf 'Số: 99/KH-UBND\nSông Mây, ngày 5 tháng 6 năm 2013\n\nKẾ HOẠCH\n\nTrồng nhiều cây\n\nI. NỘI DUNG\n'
	seq "$1" | awk '
		NR % 50 == 1 { print "\n" ++section ". Trồng khu vườn\n" }
		{ print "- Sở Xây dựng có trách nhiệm trồng cây số " $1 "." }'
}

# Wait until the condition holds; 10 seconds at most.
wait_until() {
	for i in $(seq 200); do
		"$@" && return
		sleep 0.05
	done
	echo "waited in vain for: $*"
	return 1
}

run_tests() {
	names=$(sed -n 's/^\(test_[a-z0-9_]*\)().*/\1/p' "$0")
	number=0
	echo "1..$(echo "$names" | wc -l)"
	for name in $names; do
		number=$((number + 1))
		folder=$(mktemp -d "${TMPDIR:-/tmp}/kehoach-cli-XXXXXX")
		said=$(echo "${name#test_}" | tr _ ' ')
		(
			set -e
			cd "$folder"
			$name
		) >"$folder.log" 2>&1
		case $? in
		0) echo "ok $number - $said" ;;
		77) echo "ok $number - $said # SKIP $(cat "$folder/skipped")" ;;
		*)
			echo "not ok $number - $said"
			sed 's/^/# /' "$folder.log"
			;;
		esac
		chmod -R u+rwx "$folder"
		rm -rf "$folder" "$folder.log"
	done
}
