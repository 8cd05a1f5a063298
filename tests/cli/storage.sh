#!/bin/sh
# Trouble with the storage: its own sentence each, exit 3, and the file untouched.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

# troubled WORD...: reading and writing are both refused, and the database stays byte for byte.
troubled() {
	cp plan.db before.db
	for command in "plans" "done III-1"; do
		expect 3 k $command
		refused "$@"
	done
	same before.db plan.db
}

# Overwrite bytes of the database: poke OFFSET BYTES
poke() {
	printf "$2" | dd of=plan.db bs=1 seek="$1" conv=notrunc 2>/dev/null
}

test_the_folder_is_missing() {
	expect 3 "$KEHOACH" --db no/such/folder/plan.db plans
	refused "no/such/folder"
	[ ! -e no ]
}

test_the_database_is_a_folder() {
	mkdir plan.db
	expect 3 k plans
	refused
}

test_it_is_no_database() {
	seq 1000 >plan.db
	troubled
}

test_it_is_a_database_of_another_program() {
	import_plan
	poke 68 'OTHR'
	troubled
}

test_it_was_written_by_a_newer_program() {
	import_plan
	poke 60 '\000\000\377\377'
	troubled
}

test_it_is_damaged() {
	import_plan
	size=$(wc -c <plan.db)
	head -c $((size - 4096)) /dev/urandom | dd of=plan.db bs=4096 seek=1 conv=notrunc 2>/dev/null
	troubled
	expect 3 k check
}

test_it_is_cut_off() {
	import_plan
	dd if=plan.db of=cut.db bs=4096 count=3 2>/dev/null
	mv cut.db plan.db
	cp plan.db before.db
	expect 3 k export
	expect 3 k check
	same before.db plan.db
}

test_it_may_only_be_read() {
	needs_bound_user
	import_plan
	cp plan.db before.db
	chmod 444 plan.db
	expect 3 bound "$KEHOACH" --db plan.db --user lan done III-1
	refused
	same before.db plan.db
}

test_it_may_not_even_be_read() {
	needs_bound_user
	import_plan
	chmod 0 plan.db
	expect 3 bound "$KEHOACH" --db plan.db plans
	refused
}

test_its_folder_may_not_be_written() {
	needs_bound_user
	mkdir shelf
	chmod 555 shelf
	expect 3 bound "$KEHOACH" --db shelf/plan.db plans
	refused
	[ ! -e shelf/plan.db ]
}

test_another_program_holds_it_locked() {
	command -v python3 >/dev/null || skip "no python3 to hold a lock with"
	import_plan
	k export >before
	mkfifo hold
	python3 -c '
import sqlite3, sys
db = sqlite3.connect("plan.db", isolation_level=None)
db.execute("begin immediate")
open("held", "w").close()
sys.stdin.read()
' <hold &
	exec 9>hold
	wait_until [ -e held ]
	expect 3 k done III-1
	refused
	expect 0 k tasks
	exec 9>&-
	wait
	k export >after
	same before after
	expect 0 k done III-1
}

test_a_full_disk_leaves_what_was_there() {
	mkdir disk
	mount -t tmpfs -o size=2m none disk 2>/dev/null || skip "mounting a small disk is not permitted here"
	result=0
	full_disk || result=$?
	umount disk
	return $result
}

full_disk() {
	k agencies --load "$FIXTURES/co-quan.tsv" >/dev/null
	"$KEHOACH" --db disk/plan.db --user lan import "$FIXTURES/ke-hoach.txt" >/dev/null
	"$KEHOACH" --db disk/plan.db export >before
	make_plan 4950 >big.txt
	expect 3 "$KEHOACH" --db disk/plan.db --user lan import big.txt
	refused "đầy"
	"$KEHOACH" --db disk/plan.db export --plan 15/KH-UBND >after
	same before after
	expect 0 "$KEHOACH" --db disk/plan.db check
}

test_a_disk_that_cannot_be_written_is_called_so() {
	mkdir disk
	mount -t tmpfs -o size=4m none disk 2>/dev/null || skip "mounting a small disk is not permitted here"
	result=0
	read_only_disk || result=$?
	umount disk
	return $result
}

read_only_disk() {
	"$KEHOACH" --db disk/plan.db --user lan import "$FIXTURES/ke-hoach.txt" >/dev/null
	cp disk/plan.db before
	mount -o remount,ro disk
	expect 3 "$KEHOACH" --db disk/plan.db --user lan "done" 1
	refused "quyền ghi"
	same before disk/plan.db
}

test_a_limit_on_the_size_of_files_is_an_error_of_a_write() {
	import_plan
	k export >before
	make_plan 4950 >big.txt
	code=0
	(
		ulimit -f 400
		k import big.txt >/dev/null 2>err
	) || code=$?
	[ "$code" -eq 3 ]
	refused
	k export --plan 15/KH-UBND >after
	same before after
	expect 0 k check
}

test_killed_at_any_moment_it_has_the_old_state_or_the_new() {
	make_plan 3000 >big.txt
	import_plan
	k export >before
	killed=0
	for delay in 0.005 0.01 0.02 0.03 0.05 0.08 0.12 0.2 0.3; do
		code=0
		timeout -s KILL "$delay" "$KEHOACH" --db plan.db --user lan import big.txt >/dev/null 2>&1 || code=$?
		[ "$code" -ne 137 ] || killed=$((killed + 1))
		k check >/dev/null
		k export --plan 15/KH-UBND >after
		same before after
		case $(k tasks --plan 99/KH-UBND --format tsv 2>/dev/null | wc -l) in
		0 | 3001) ;;
		*) k plans; return 1 ;;
		esac
	done
	[ "$killed" -gt 0 ]
}

test_a_backup_is_whole_and_goes_back() {
	import_plan
	k done III-1 >/dev/null
	k export >before
	expect 0 k backup copy.db
	contains out "copy.db"
	expect 1 k backup copy.db || expect 3 k backup copy.db
	k done III-2 >/dev/null
	expect 0 k restore copy.db
	k export >after
	same before after
	"$KEHOACH" --db copy.db export >copied
	same before copied
	expect 0 k check
}

test_restoring_what_is_no_copy_keeps_the_database() {
	import_plan
	k export >before
	seq 1000 >junk.db
	expect 3 k restore junk.db
	refused
	code=0
	k restore none.db >out 2>err || code=$?
	[ "$code" -ne 0 ]
	k export >after
	same before after
}

test_check_finds_a_sound_database_sound() {
	import_plan
	k done II.1-2 --agency STC >/dev/null
	expect 0 k check
	contains out "nguyên vẹn"
}

run_tests
