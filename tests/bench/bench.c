/*
 * bench KEHOACH PROGRAMS FOLDER: measure kehoach beside the floor.
 *
 * PROGRAMS is the folder of the other programs that this one needs.
 * The databases are made once in FOLDER, on the disk that is to be measured.
 * Exit: 0, or 1 when a count is over its limit or something does not run.
 */
#include <config.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/memory.h"
#include "tests/bench/text.h"
#include "tests/bench/figures.h"
#include "tests/bench/meter.h"

#define DOWN "\033OB"
#define PAGE_DOWN "\033[6~"
#define HOME "\033OH"
#define ESC "\033"

enum { ROWS = 24, COLUMNS = 80, WIDE_ROWS = 50, WIDE_COLUMNS = 160 };
enum { STARTS = 15, KEYS = 200, FEW_KEYS = 40, TRACED_KEYS = 20, MARKS = 50, MANY = 1000, SEARCHES = 5, SEARCH_LETTERS = 16, STORES = 7, STORED_TASKS = 20000 };

static const char *const env[] = { "PATH=/usr/bin:/bin", "HOME=/nonexistent", "LC_ALL=C.UTF-8",
				   "TERM=xterm-256color", "KEHOACH_USER=bench", NULL };

static const char *kehoach, *folder;
static char *floor_program, *make_db, *rows_program, *store_program;

_Noreturn static void fail(const char *what, const char *which)
{
	fprintf(stderr, "bench: %s: %s\n", what, which);
	exit(1);
}

/* --- data --------------------------------------------------------------- */

static void run(const char *const *argv)
{
	pid_t pid = fork();
	int status;

	if (!pid) {
		execvp(argv[0], (char *const *)(uintptr_t)argv);
		_exit(127);
	}
	if (waitpid(pid, &status, 0) != pid || status)
		fail("this failed", argv[0]);
}

/* The database of so many tasks; made when it is not there. Caller frees. */
static char *database(const char *tasks)
{
	char *name = xasprintf("%s/%s.db", folder, tasks), *unfinished = xasprintf("%s.new", name);
	struct stat st;

	if (stat(name, &st)) {
		fprintf(stderr, "bench: making %s\n", name);
		remove(unfinished);
		run((const char *const[]){ make_db, tasks, unfinished, NULL });
		if (rename(unfinished, name))
			fail("cannot be named", name);
	}
	free(unfinished);
	return name;
}

static void remove_database(const char *name)
{
	static const char *const tails[] = { "", "-wal", "-shm" };

	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		char *old = xasprintf("%s%s", name, tails[i]);

		remove(old);
		free(old);
	}
}

/* A new copy at TO, to be written into; nobody has either open. */
static void copy_database(const char *from, const char *to)
{
	remove_database(to);
	run((const char *const[]){ "cp", from, to, NULL });
}

/* --- programs ----------------------------------------------------------- */

/* A program on a database, as its argument vector. */
struct program {
	const char *argv[4];
};

static struct program kehoach_on(const char *file)
{
	return (struct program){ { kehoach, "--db", file, NULL } };
}

static struct program floor_on(const char *file)
{
	return (struct program){ { floor_program, file, NULL } };
}

static struct opening open_often(const struct program *program)
{
	struct samples ms = { 0 };
	struct opening opening = { 0 };

	for (int i = 0; i < STARTS; i++) {
		struct meter *meter = meter_start(ROWS, COLUMNS, env, program->argv);

		opening = meter_opening(meter);
		samples_add(&ms, opening.ms);
		meter_free(meter);
	}
	opening.ms = samples_rank(&ms, 0.5);
	samples_release(&ms);
	return opening;
}

static double bytes_of_wide_screen(const struct program *program)
{
	struct meter *meter = meter_start(WIDE_ROWS, WIDE_COLUMNS, env, program->argv);
	double bytes = (double)meter_opening(meter).bytes;

	meter_free(meter);
	return bytes;
}

/* Under strace(1); its notes need no place of their own. */
static struct meter *trace(const struct program *program)
{
	char *log = xasprintf("%s/strace.log", folder);
	struct meter *meter = meter_trace(ROWS, COLUMNS, env, program->argv, log);

	free(log);
	return meter;
}

/* --- moving ------------------------------------------------------------- */

/* One sort of key: what the answers took, and what they took of the system (from another run, traced). */
struct sort_of_key {
	struct answers answers;
	struct samples writes, calls, syncs;
};

struct moves {
	struct sort_of_key down, scroll, page;
};

static void sort_of_key_release(struct sort_of_key *key)
{
	answers_release(&key->answers);
	samples_release(&key->writes);
	samples_release(&key->calls);
	samples_release(&key->syncs);
}

static void moves_release(struct moves *moves)
{
	sort_of_key_release(&moves->down);
	sort_of_key_release(&moves->scroll);
	sort_of_key_release(&moves->page);
}

/* Type KEY, measured as METER can: traced or not. OUT may be NULL. */
static void type(struct meter *meter, const char *key, struct sort_of_key *out)
{
	if (out && meter_is_traced(meter)) {
		struct calls calls;

		meter_calls(meter);
		meter_key(meter, key, NULL);
		calls = meter_calls(meter);
		samples_add(&out->writes, (double)calls.tty_writes);
		samples_add(&out->calls, (double)calls.all);
		samples_add(&out->syncs, (double)calls.syncs);
	} else {
		meter_key(meter, key, out ? &out->answers : NULL);
	}
}

static void repeat(struct meter *meter, const char *key, int times, struct sort_of_key *out)
{
	for (int i = 0; i < times; i++)
		type(meter, key, out);
}

/* Down inside the page (ten rows at a time: every list here is higher), down with scroll, page down. */
static void move_about(struct meter *meter, int rows, int keys, struct moves *out)
{
	for (int i = 0; i < keys; i += 10) {
		type(meter, HOME, NULL);
		repeat(meter, DOWN, 10, &out->down);
	}
	repeat(meter, DOWN, rows, NULL);
	repeat(meter, DOWN, keys, &out->scroll);
	repeat(meter, PAGE_DOWN, keys / 2, &out->page);
}

static struct moves measure_moves(const struct program *program, int keys, struct memory *memory)
{
	struct moves moves = { 0 };
	struct meter *meter = meter_start(ROWS, COLUMNS, env, program->argv);

	move_about(meter, ROWS, keys, &moves);
	*memory = meter_memory(meter);
	meter_free(meter);

	meter = trace(program);
	move_about(meter, ROWS, TRACED_KEYS, &moves);
	meter_free(meter);
	return moves;
}

static double p50(const struct samples *samples)
{
	return samples_rank(samples, 0.5);
}

static double p99(const struct samples *samples)
{
	return samples_rank(samples, 0.99);
}

static double most(const struct samples *samples)
{
	return samples_rank(samples, 1);
}

static const struct key_figures {
	enum figure_id ms, p99, cpu, bytes, writes, calls;
} down_figures = { FIGURE_DOWN_MS, FIGURE_DOWN_P99_MS, FIGURE_DOWN_CPU,
		   FIGURE_DOWN_BYTES, FIGURE_DOWN_WRITES, FIGURE_DOWN_CALLS },
  scroll_figures = { FIGURE_SCROLL_MS, FIGURE_SCROLL_P99_MS, FIGURE_SCROLL_CPU,
		     FIGURE_SCROLL_BYTES, FIGURE_SCROLL_WRITES, FIGURE_SCROLL_CALLS },
  page_figures = { FIGURE_PAGE_MS, FIGURE_PAGE_P99_MS, FIGURE_PAGE_CPU,
		   FIGURE_PAGE_BYTES, FIGURE_PAGE_WRITES, FIGURE_PAGE_CALLS };

static void show_key(const struct key_figures *figures, const struct sort_of_key *least, const struct sort_of_key *key)
{
	figure(figures->ms, p50(&least->answers.ms), p50(&key->answers.ms));
	figure(figures->p99, p99(&least->answers.ms), p99(&key->answers.ms));
	figure(figures->cpu, p50(&least->answers.cpu_us), p50(&key->answers.cpu_us));
	figure(figures->bytes, p50(&least->answers.bytes), p50(&key->answers.bytes));
	figure(figures->writes, most(&least->writes), most(&key->writes));
	figure(figures->calls, samples_mean(&least->calls), samples_mean(&key->calls));
	if (least->answers.silent || key->answers.silent)
		fail("keys had no answer", "these figures say nothing");
}

/* Scrolling at 160×50. */
static double wide_scroll_bytes(const struct program *program)
{
	struct meter *meter = meter_start(WIDE_ROWS, WIDE_COLUMNS, env, program->argv);
	struct sort_of_key scroll = { 0 };
	double bytes;

	repeat(meter, DOWN, WIDE_ROWS, NULL);
	repeat(meter, DOWN, FEW_KEYS, &scroll);
	bytes = p50(&scroll.answers.bytes);
	sort_of_key_release(&scroll);
	meter_free(meter);
	return bytes;
}

/* --- the rest ----------------------------------------------------------- */

static void show_rest(const struct program *program)
{
	struct meter *meter = meter_start(ROWS, COLUMNS, env, program->argv);
	struct idling idling;
	struct late late;

	repeat(meter, DOWN, 5, NULL);
	late = meter_late(meter, 1);
	figure(FIGURE_DETAIL_MS, NO_FLOOR, late.ms);
	figure(FIGURE_DETAIL_BYTES, NO_FLOOR, (double)late.bytes);
	idling = meter_idle(meter, 5);
	figure(FIGURE_IDLE_BYTES, NO_FLOOR, (double)idling.bytes);
	figure(FIGURE_IDLE_WAKEUPS, NO_FLOOR, (double)idling.wakeups);
	figure(FIGURE_IDLE_CPU, NO_FLOOR, idling.cpu_ms);
	meter_free(meter);
}

/* Type WORDS into the search several times; the slowest of its letters, each by its median. */
static double slowest_letter_of(struct meter *meter, const char *words)
{
	double slowest = 0;
	struct answers answers[SEARCH_LETTERS] = { 0 };

	for (int i = 0; i < SEARCHES; i++) {
		type(meter, "/", NULL);
		for (size_t n = 0; words[n]; n++)
			meter_key(meter, (char[]){ words[n], 0 }, &answers[n]);
		type(meter, ESC, NULL);
	}
	for (size_t n = 0; words[n]; n++) {
		if (p50(&answers[n].ms) > slowest)
			slowest = p50(&answers[n].ms);
		answers_release(&answers[n]);
	}
	return slowest;
}

/* Words that stand side by side in many titles, words that never do, and words in another spelling than the titles. */
static double slowest_letter(const struct program *program)
{
	static const char *const queries[] = { "giao dat o", "dat dai", "dinh ki ve" };
	struct meter *meter = meter_start(ROWS, COLUMNS, env, program->argv);
	double slowest = 0;

	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		double ms = slowest_letter_of(meter, queries[i]);

		slowest = ms > slowest ? ms : slowest;
	}
	meter_free(meter);
	return slowest;
}

/* Add the numbers that COMMAND, which it frees, prints. */
static void add_printed(char *command, struct samples *out)
{
	FILE *output = popen(command, "r");
	double value;

	while (output && fscanf(output, "%lf", &value) == 1)
		samples_add(out, value);
	if (!output || pclose(output) || !out->count)
		fail("this failed", command);
	free(command);
}

/* What the index of words alone takes, in ms, for what the slowest letters ask it: words that never stand so, and a long one. */
static double slowest_words(const char *file)
{
	static const char *const phrases[] = { "\"dat d\"*", "\"dinh\"*" };
	double slowest = 0;

	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		struct samples ms = { 0 };

		add_printed(xasprintf("'%s' '%s' words '%s' %d", floor_program, file, phrases[i], SEARCHES * 2), &ms);
		slowest = p50(&ms) > slowest ? p50(&ms) : slowest;
		samples_release(&ms);
	}
	return slowest;
}

/* The p50 of a commit of one row, in ms, on the disk of FOLDER. */
static double commit_ms(void)
{
	char *file = xasprintf("%s/commits.db", folder);
	struct samples ms = { 0 };
	double value;

	remove(file);
	add_printed(xasprintf("'%s' '%s' commit %d", floor_program, file, MARKS * 4), &ms);
	value = p50(&ms);
	samples_release(&ms);
	free(file);
	return value;
}

/* The least of each counts: what others do on the machine only adds to it. */
static void show_storing(void)
{
	char *stored = xasprintf("%s/stored.db", folder), *again = xasprintf("%s/rows.db", folder);
	struct samples least = { 0 }, us = { 0 };

	for (int i = 0; i < STORES; i++) {
		remove_database(stored);
		remove_database(again);
		add_printed(xasprintf("'%s' %d '%s'", store_program, STORED_TASKS, stored), &us);
		add_printed(xasprintf("'%s' '%s' '%s'", rows_program, stored, again), &least);
	}
	figure(FIGURE_STORE_US, samples_rank(&least, 0), samples_rank(&us, 0));
	samples_release(&least);
	samples_release(&us);
	free(stored);
	free(again);
}

/* The count that is not one, if there is any. */
static double odd_one(const struct samples *counts)
{
	double least = samples_rank(counts, 0);

	return least < 1 ? least : most(counts);
}

/* The first mark makes the log anew: it is not counted. */
static void mark_one(struct meter *meter, int times, struct sort_of_key *out)
{
	type(meter, HOME, NULL);
	repeat(meter, DOWN, 3, NULL);
	repeat(meter, " ", 2, NULL);
	repeat(meter, " ", times, out);
}

/* A filtered list has no headings between the tasks. */
static void mark_many(struct meter *meter, struct sort_of_key *out)
{
	struct strbuf keys = STRBUF_INIT;

	mark_one(meter, 0, NULL);
	type(meter, "fstatus:open\r", NULL);
	for (int i = 0; i < MANY; i++)
		strbuf_add_text(&keys, "v");
	type(meter, keys.text, NULL);
	type(meter, " ", out);
	strbuf_release(&keys);
}

static void show_marks(const char *original, double key_ms)
{
	char *copy = xasprintf("%s/marked.db", folder);
	struct program program = kehoach_on(copy);
	struct sort_of_key one = { 0 }, many = { 0 };

	for (int traced = 0; traced < 2; traced++) {
		struct meter *meter;

		copy_database(original, copy);
		meter = traced ? trace(&program) : meter_start(ROWS, COLUMNS, env, program.argv);
		mark_one(meter, traced ? TRACED_KEYS : MARKS, &one);
		meter_free(meter);
		copy_database(original, copy);
		meter = traced ? trace(&program) : meter_start(ROWS, COLUMNS, env, program.argv);
		mark_many(meter, &many);
		meter_free(meter);
	}
	figure(FIGURE_MARK_MS, key_ms + 2 * commit_ms(), p50(&one.answers.ms));
	figure(FIGURE_MARK_SYNCS, NO_FLOOR, odd_one(&one.syncs));
	figure(FIGURE_MARK_WRITES, NO_FLOOR, most(&one.writes));
	figure(FIGURE_MARK_MANY_MS, NO_FLOOR, p50(&many.answers.ms));
	figure(FIGURE_MARK_MANY_SYNCS, NO_FLOOR, odd_one(&many.syncs));
	sort_of_key_release(&one);
	sort_of_key_release(&many);
	free(copy);
}

/* --- all of it ---------------------------------------------------------- */

static void measure(const char *thousand, const char *hundred, const char *million)
{
	struct program least = floor_on(hundred), program = kehoach_on(hundred), large = kehoach_on(million),
		       small = kehoach_on(thousand);
	struct opening least_opening = open_often(&least), opening = open_often(&program);
	struct memory memory, memory_small, memory_large;
	struct moves floor_moves, moves, moves_large, moves_small;

	figure(FIGURE_OPEN_MS, least_opening.ms, opening.ms);
	figure(FIGURE_OPEN_MILLION_MS, opening.ms, open_often(&large).ms);
	figure(FIGURE_OPEN_BYTES, (double)least_opening.bytes, (double)opening.bytes);
	figure(FIGURE_OPEN_QUERIES, (double)least_opening.queries, (double)opening.queries);
	figure(FIGURE_OPEN_WIDE_BYTES, bytes_of_wide_screen(&least), bytes_of_wide_screen(&program));

	floor_moves = measure_moves(&least, KEYS, &memory);
	moves = measure_moves(&program, KEYS, &memory);
	moves_large = measure_moves(&large, FEW_KEYS, &memory_large);
	moves_small = measure_moves(&small, FEW_KEYS, &memory_small);
	show_key(&down_figures, &floor_moves.down, &moves.down);
	show_key(&scroll_figures, &floor_moves.scroll, &moves.scroll);
	show_key(&page_figures, &floor_moves.page, &moves.page);
	figure(FIGURE_SCROLL_WIDE_BYTES, wide_scroll_bytes(&least), wide_scroll_bytes(&program));
	figure(FIGURE_MILLION_SCROLL_MS, p50(&moves.scroll.answers.ms), p50(&moves_large.scroll.answers.ms));
	show_rest(&program);

	figure(FIGURE_RSS_THOUSAND, NO_FLOOR, memory_small.rss_kib);
	figure(FIGURE_PSS_THOUSAND, NO_FLOOR, memory_small.pss_kib);
	figure(FIGURE_RSS, NO_FLOOR, memory.rss_kib);
	figure(FIGURE_PSS, NO_FLOOR, memory.pss_kib);
	figure(FIGURE_RSS_MILLION, memory_small.rss_kib, memory_large.rss_kib);
	figure(FIGURE_PSS_MILLION, memory_small.pss_kib, memory_large.pss_kib);

	figure(FIGURE_SEARCH_MS, slowest_words(hundred), slowest_letter(&program));
	figure(FIGURE_SEARCH_MILLION_MS, slowest_words(million), slowest_letter(&large));
	show_marks(hundred, p50(&moves.down.answers.ms));
	show_storing();

	moves_release(&floor_moves);
	moves_release(&moves);
	moves_release(&moves_large);
	moves_release(&moves_small);
}

int main(int argc, char **argv)
{
	char *thousand, *hundred, *million;
	bool good;

	if (argc != 4)
		return 2;
	kehoach = argv[1];
	floor_program = xasprintf("%s/floor", argv[2]);
	make_db = xasprintf("%s/make_db", argv[2]);
	rows_program = xasprintf("%s/rows", argv[2]);
	store_program = xasprintf("%s/store", argv[2]);
	folder = argv[3];
	mkdir(folder, 0777);
	thousand = database("1000");
	hundred = database("100000");
	million = database("1000000");

	figures_begin();
	measure(thousand, hundred, million);
	measure_decoding(kehoach, folder);
	measure_typing(kehoach, folder);
	measure_reading(kehoach, folder);
	good = figures_end();
	free(thousand);
	free(hundred);
	free(million);
	free(floor_program);
	free(make_db);
	free(rows_program);
	free(store_program);
	return !good;
}
