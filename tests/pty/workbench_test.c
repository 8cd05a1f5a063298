/* The program on a terminal, as a clerk has it: keys in, screen out, and what is left in the database. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/base/memory.h"
#include "tests/pty/pty.h"
#include "tests/tui/burst.h"

#define DOWN "\033OB"
#define END "\033OF"
#define F2 "\033OQ"
#define F10 "\033[21~"
#define F12 "\033[24~"

/* A folder with a plan of five tasks in it, the first two overdue; see tests/cli. */
static char folder[64];
static char *database;
static struct string_list environment;
static struct pty *pty;

/* --- the desk ----------------------------------------------------------- */

static void set(const char *name, const char *value)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < environment.count; i++) {
		if (!strncmp(environment.items[i], name, length) && environment.items[i][length] == '=') {
			free(environment.items[i]);
			environment.items[i] = xasprintf("%s=%s", name, value);
			return;
		}
	}
	string_list_add_owned(&environment, xasprintf("%s=%s", name, value));
}

static void pass_on(const char *name)
{
	if (getenv(name))
		set(name, getenv(name));
}

static struct pty *start_program(int rows, int columns, const char *const *argv)
{
	const char **env = xcalloc(environment.count + 1, sizeof *env);
	struct pty *started;

	for (size_t i = 0; i < environment.count; i++)
		env[i] = environment.items[i];
	started = pty_start(rows, columns, env, argv);
	free(env);
	return started;
}

/* What a command prints; it must end with 0. Valid until the next call. */
static const char *command(const char *name, const char *argument, const char *file)
{
	const char *const argv[] = { KEHOACH, "--db", database, name, argument, file, NULL };
	static char printed[8192];
	struct pty *run = start_program(60, 120, argv);
	struct pty_exit how = { 0 };

	cr_assert(pty_wait_exit(run, PTY_DEADLINE, &how));
	snprintf(printed, sizeof printed, "%s", pty_screen(run));
	cr_assert_eq(how.code, 0, "%s", printed);
	pty_free(run);
	return printed;
}

static void open_desk(void)
{
	snprintf(folder, sizeof folder, "/tmp/kehoach-pty-XXXXXX");
	cr_assert(mkdtemp(folder));
	database = xasprintf("%s/plan.db", folder);
	set("PATH", "/usr/bin:/bin");
	set("HOME", folder);
	set("TERM", "xterm-256color");
	set("LC_ALL", "C.UTF-8");
	set("KEHOACH_USER", "lan");
	set("KEHOACH_NOW", "2013-09-01T03:00:00Z");
	pass_on("ASAN_OPTIONS");
	pass_on("LSAN_OPTIONS");
	pass_on("UBSAN_OPTIONS");
	command("agencies", "--load", TEST_DATA "/cli/co-quan.tsv");
	command("import", TEST_DATA "/cli/ke-hoach.txt", NULL);
}

static void close_desk(void)
{
	char *remove = xasprintf("rm -rf '%s'", folder);

	pty_free(pty);
	if (system(remove))
		cr_log_warn("%s is left", folder);
	free(remove);
	free(database);
	string_list_release(&environment);
}

TestSuite(workbench, .init = open_desk, .fini = close_desk);

/* --- what a clerk does and sees ------------------------------------------ */

static void start(int rows, int columns)
{
	const char *const argv[] = { KEHOACH, "--db", database, NULL };

	pty_free(pty);
	pty = start_program(rows, columns, argv);
}

static void see(const char *text)
{
	cr_assert(pty_wait_text(pty, text), "«%s» does not come on the screen:\n%s", text, pty_screen(pty));
}

static void see_no(const char *text)
{
	cr_assert(pty_wait_no_text(pty, text), "«%s» stays on the screen:\n%s", text, pty_screen(pty));
}

static bool cursor_on(struct pty *terminal, const void *text)
{
	for (int row = 0; row < 24; row++) {
		const char *line = pty_row(terminal, row);

		if ((!strncmp(line, "▸", strlen("▸")) || *line == '>') && strstr(line, text))
			return true;
	}
	return false;
}

static void see_cursor_on(const char *text)
{
	cr_assert(pty_wait(pty, cursor_on, text, PTY_DEADLINE), "the cursor is not on «%s»:\n%s", text, pty_screen(pty));
}

static void type(const char *keys)
{
	cr_assert(pty_send(pty, keys));
}

static void go_to_first_task(void)
{
	see("0/5 xong");
	type(DOWN DOWN DOWN);
	see_cursor_on("Chọn giống cây");
}

static void leaves(int code, int signal, double seconds)
{
	struct pty_exit how = { 0 };

	cr_assert(pty_wait_exit(pty, seconds, &how), "still there after %g s", seconds);
	cr_assert_eq(how.code, code, "code %d, signal %d; screen:\n%s", how.code, how.signal, pty_screen(pty));
	cr_assert_eq(how.signal, signal);
}

static void leave(void)
{
	type(F10);
	leaves(0, 0, PTY_DEADLINE);
}

/* --- the main job -------------------------------------------------------- */

Test(workbench, main_job_with_keys_only_is_there_after_leaving)
{
	start(24, 80);
	go_to_first_task();
	type(" ");
	see("1/5 xong · 1 quá hạn");
	see("II.1-1");

	type(END);
	see_cursor_on("Theo dõi, đôn đốc");
	type("a");
	see("Chủ trì:");
	type("tu phap\r");
	see("STP, SXD");
	type("d");
	see("Thời hạn:");
	type("\025quý 4\r");
	see("31/12/13");

	type("/");
	see("Tìm:");
	type("cham soc");
	see("II.2-1");
	type("\r");
	see_cursor_on("Tổ chức trồng cây");
	leave();

	start(24, 80);
	see("1/5 xong · 1 quá hạn");
	see("STP, SXD");
	see("31/12/13");
	type("u");
	see_no("31/12/13");
	leave();
	cr_assert(strstr(command("check", NULL, NULL), "nguyên vẹn"));
}

Test(workbench, a_group_is_marked_body_by_body)
{
	start(24, 80);
	go_to_first_task();
	type(DOWN);
	see_cursor_on("Đăng ký số lượng");
	type("\r");
	see("UBND huyện Đất Đỏ");
	type(" ");
	see("1/5 ");
	leave();
	cr_assert(strstr(command("show", "II.1-2", NULL), "xong"));
}

Test(workbench, work_of_others_appears)
{
	start(24, 80);
	see("0/5 xong");
	command("done", "II.1-1", NULL);
	see("1/5 xong");
	leave();
}

static long long milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* At no time of a look every so often: each of these comes at another moment of it. */
Test(workbench, work_of_others_appears_within_a_second)
{
	start(24, 80);
	see("0/5 xong");
	for (int i = 0; i < 4; i++) {
		long long began;

		nanosleep(&(struct timespec){ 0, 100000000L + 300000000L * (i % 3) }, NULL);
		command(i % 2 ? "undone" : "done", "II.1-1", NULL);
		began = milliseconds();
		see(i % 2 ? "0/5 xong" : "1/5 xong");
		cr_expect_lt(milliseconds() - began, 1000, "%d: %lld ms", i, milliseconds() - began);
	}
	leave();
}

/* --- ends ---------------------------------------------------------------- */

Test(workbench, a_mark_that_was_seen_outlives_kill_9)
{
	start(24, 80);
	go_to_first_task();
	type(" ");
	see("1/5 xong");
	kill(pty_pid(pty), SIGKILL);
	leaves(-1, SIGKILL, PTY_DEADLINE);
	start(24, 80);
	see("1/5 xong");
	leave();
}

Test(workbench, kill_9_at_any_moment_leaves_the_old_or_the_new_state)
{
	for (int i = 0; i < 20; i++) {
		start(24, 80);
		see("/5 xong");
		type(DOWN DOWN DOWN);
		see_cursor_on("Chọn giống cây");
		type(" ");
		pty_read(pty, i * 0.0002);
		kill(pty_pid(pty), SIGKILL);
		leaves(-1, SIGKILL, PTY_DEADLINE);
		cr_assert(strstr(command("check", NULL, NULL), "nguyên vẹn"));
	}
}

/* Within a second, without spinning, the terminal as it was. */
static void ends_cleanly_by(int signal)
{
	start(24, 80);
	go_to_first_task();
	type(" ");
	see("1/5 xong");
	cr_assert(pty_is_raw(pty));
	kill(pty_pid(pty), signal);
	leaves(0, 0, 1);
	cr_assert_not(pty_is_raw(pty));
	see_no("1/5 xong");
	start(24, 80);
	see("1/5 xong");
}

Test(workbench, sigterm_ends_it_cleanly)
{
	ends_cleanly_by(SIGTERM);
}

Test(workbench, sighup_ends_it_cleanly)
{
	start(24, 80);
	see("0/5 xong");
	kill(pty_pid(pty), SIGHUP);
	leaves(0, 0, 1);
}

static void line_drops_while(const char *keys)
{
	struct pty_exit how = { 0 };

	start(24, 80);
	go_to_first_task();
	type(" ");
	see("1/5 xong");
	type(keys);
	pty_hang_up(pty);
	cr_assert(pty_wait_exit(pty, 1, &how), "still there a second after the line dropped");
	cr_assert_eq(how.signal, 0);
	cr_assert_lt(how.cpu_ms, 500);
	start(24, 80);
	see("1/5 xong");
	leave();
}

Test(workbench, what_stood_in_a_field_when_the_line_dropped_is_offered_at_the_next_start)
{
	struct pty_exit how = { 0 };

	start(24, 80);
	go_to_first_task();
	type("n");
	see("Nhiệm vụ mới");
	type("Họp rà soát");
	see("Họp rà soát");
	pty_hang_up(pty);
	cr_assert(pty_wait_exit(pty, 1, &how), "still there a second after the line dropped");
	start(24, 80);
	see("gõ dở, như «Họp rà soát»");
	leave();
}

Test(workbench, a_dropped_line_ends_it_with_nothing_lost)
{
	line_drops_while("");
}

Test(workbench, a_line_dropped_while_typing_ends_it_with_nothing_lost)
{
	line_drops_while("dquý");
}

static void line_drops_amid_signals(void)
{
	struct pty_exit how = { 0 };
	double end;

	start(24, 80);
	see("0/5 xong");
	end = pty_now() + 1;
	pty_hang_up(pty);
	while (!pty_wait_exit(pty, 0, &how)) {
		cr_assert_lt(pty_now(), end, "still there a second after the line dropped");
		kill(pty_pid(pty), SIGHUP);
	}
	cr_assert_eq(how.signal, 0);
}

/* The end of input and SIGHUP race each other: the signal is to be harmless at every moment. */
Test(workbench, a_signal_late_for_the_dropped_line_kills_nothing)
{
	for (int i = 0; i < 40; i++)
		line_drops_amid_signals();
}

Test(workbench, end_of_file_ends_it_where_no_signal_comes)
{
	const char *const argv[] = { "/bin/sh", "-c", "trap '' HUP; exec \"$0\" --db \"$1\"", KEHOACH, database, NULL };
	struct pty_exit how = { 0 };

	pty = start_program(24, 80, argv);
	see("0/5 xong");
	pty_hang_up(pty);
	cr_assert(pty_wait_exit(pty, 1, &how), "still there a second after the line dropped");
	cr_assert_lt(how.cpu_ms, 500);
}

/* --- terminals ------------------------------------------------------------ */

static void works_on(const char *term, const char *task)
{
	set("TERM", term);
	start(24, 80);
	see("0/5 xong");
	type(DOWN DOWN DOWN);
	see_cursor_on(task);
	type(" ");
	see("1/5 xong");
	type(" ");
	see("0/5 xong");
	leave();
}

Test(workbench, works_on_the_terminals_that_offices_have)
{
	static const char *const terms[] = { "xterm", "vt100", "vt220", "screen", "tmux-256color", "rxvt" };

	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		works_on(terms[i], "Chọn giống cây");
}

Test(workbench, a_console_without_our_letters_gets_them_without_marks)
{
	works_on("linux", "Chon giong cay");
	set("KEHOACH_CHARSET", "utf-8");
	works_on("linux", "Chọn giống cây");
	set("KEHOACH_CHARSET", "ascii");
	works_on("xterm", "Chon giong cay");
}

static bool is_ascii(const char *screen)
{
	while (*screen > 0)
		screen++;
	return !*screen;
}

Test(workbench, nothing_but_ascii_is_sent_where_there_is_nothing_else)
{
	static const struct {
		const char *keys, *seen;
	} steps[] = {
		{ DOWN DOWN DOWN, "Chon giong cay" }, { "?", "Tro giup:" }, { "\033", "Tinh trang" }, { "a", "Chu tri:" },
		{ "\033", "Tinh trang" }, { "/trồng", "II.2-1" }, { "\033", "Tinh trang" }, { ":", "Chon lenh:" },
	};

	set("KEHOACH_CHARSET", "ascii");
	start(24, 80);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		type(steps[i].keys);
		see(steps[i].seen);
		cr_assert(is_ascii(pty_screen(pty)), "%s", pty_screen(pty));
	}
}

static void is_refused_on(const char *term)
{
	set("TERM", term);
	start(24, 80);
	leaves(2, 0, PTY_DEADLINE);
	cr_assert(strstr(pty_screen(pty), "kehoach: "), "%s", pty_screen(pty));
	cr_assert_not(strstr(pty_screen(pty), "0/5 xong"));
}

Test(workbench, a_terminal_that_cannot_show_it_is_refused_in_words)
{
	is_refused_on("dumb");
	is_refused_on("");
	is_refused_on("no-such-terminal");
	is_refused_on("../../etc/passwd");
}

Test(workbench, is_vietnamese_in_any_locale)
{
	static const char *const locales[] = { "C", "", "en_US.UTF-8", "vi_VN.TCVN" };

	for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
		set("LC_ALL", locales[i]);
		set("LANG", locales[i]);
		start(24, 80);
		see("Trồng cây xanh trong khuôn viên");
		leave();
	}
}

Test(workbench, keys_of_putty_and_the_console_work)
{
	static const char *const downs[] = { "\033[B", "\033OB" };
	static const char *const helps[] = { "\033[11~", "\033OP", "\033[[A" };

	start(24, 80);
	see("0/5 xong");
	for (size_t i = 0; i < sizeof downs / sizeof *downs; i++) {
		type("\033[1~");
		see_cursor_on("MỤC ĐÍCH");
		type(downs[i]);
		see_cursor_on("NỘI DUNG");
	}
	type("\033[4~");
	see_cursor_on("Theo dõi, đôn đốc");
	for (size_t i = 0; i < sizeof helps / sizeof *helps; i++) {
		type(helps[i]);
		see_no("Trồng cây xanh");
		type("\033");
		see("Trồng cây xanh");
	}
	leave();
}

/* --- input methods --------------------------------------------------------- */

static void deadline_reads(const char *keys, const char *text)
{
	type("d");
	see("Thời hạn:");
	type("\025");
	type(keys);
	see(text);
	type("\033");
	see_no("Enter nhận");
}

Test(workbench, bursts_of_an_input_method_arrive_as_written)
{
	start(24, 80);
	go_to_first_task();
	deadline_reads("quy\177\177uý 4", "Thời hạn: quý 4");
	deadline_reads("quy\b\buý 3", "Thời hạn: quý 3");
	deadline_reads("\342\200\257\177quy\177ý 2", "Thời hạn: quý 2");
	deadline_reads("quy\314\201 1", "Thời hạn: quý 1");
	deadline_reads("tha\177\177\177h\303\241ng 9", "Thời hạn: háng 9");
	leave();
}

static bool never(struct pty *terminal, const void *data)
{
	(void)terminal;
	(void)data;
	return false;
}

/* Each byte is read by itself: a slow line cuts anywhere. */
static void type_slowly(const char *keys)
{
	for (; *keys; keys++) {
		cr_assert(pty_send_bytes(pty, keys, 1));
		while (pty_unread(pty) && !pty_ended(pty))
			pty_read(pty, 0.001);
	}
}

/* A note of what the clerk's input method sends; it must be stored as it is meant. */
static void note_reads(const char *looks, enum burst_style style, bool slowly)
{
	struct strbuf bytes = STRBUF_INIT, text = STRBUF_INIT;

	burst_sentence(&bytes, style, looks);
	burst_text(&text, looks);
	type("g");
	see("Enter nhận");
	if (slowly)
		type_slowly(bytes.text);
	else
		type(bytes.text);
	see(text.text);
	type("\r");
	see_no("Enter nhận");
	strbuf_add_char(&text, '\n');	/* with nothing behind it */
	cr_assert(strstr(command("show", "II.1-1", NULL), text.text), "style %d: «%s» is not in\n%s", (int)style,
		  text.text, command("show", "II.1-1", NULL));
	strbuf_release(&bytes);
	strbuf_release(&text);
}

static void notes_read(bool ours_too, bool slowly)
{
	for (int i = 0; burst_sentences[i]; i++) {
		for (int style = 0; style < BURST_STYLES; style++) {
			/* A new terminal: who has yielded once stays so. */
			start(24, 120);
			go_to_first_task();
			if (ours_too) {
				type(F12);
				see("Telex");
			}
			note_reads(burst_sentences[i], (enum burst_style)style, slowly);
			if (ours_too) {
				see("bộ gõ máy");
				type(F12 F12 F12);
				see_no("bộ gõ máy");
				see_no("VIQR");
			}
			leave();
		}
	}
}

Test(workbench, whole_sentences_of_an_input_method_are_stored_as_written)
{
	notes_read(false, false);
}

Test(workbench, whole_sentences_arrive_where_our_own_method_is_on_as_well)
{
	notes_read(true, false);
}

Test(workbench, whole_sentences_arrive_when_every_byte_comes_alone)
{
	notes_read(true, true);
}

/* Letters that come composed with the command before them are the keys that made them. */
Test(workbench, commands_work_under_an_input_method)
{
	start(24, 80);
	go_to_first_task();
	type(" ");
	see("u để hoàn tác");
	type("u\177ụ");
	see_cursor_on("Đăng ký số lượng");
	type("k");
	see_cursor_on("Chọn giống cây");
	type("d\177đ");
	see("Thời hạn:");
	type("\033");
	see_no("Enter nhận");
	type("a\177á");
	see("Chủ trì: s");
	type("\033");
	see_no("Enter nhận");
	leave();
}

Test(workbench, a_task_is_typed_by_telex_and_stored_composed)
{
	start(24, 80);
	go_to_first_task();
	type(F12);
	see("Telex");
	type("n");
	see("Enter nhận");
	type("Toor chuwcs hooij nghij phoor bieens\r");
	see("Tổ chức hội nghị phổ");
	leave();
	cr_assert(strstr(command("show", "II.1-3", NULL), "Tổ chức hội nghị phổ biến\n"));
	cr_assert(strstr(command("check", NULL, NULL), "nguyên vẹn"));
}

Test(workbench, how_one_types_is_remembered_for_each_person)
{
	start(24, 80);
	see("0/5 xong");
	type(F12 F12 F10);
	leaves(0, 0, PTY_DEADLINE);
	set("KEHOACH_USER", "hoa");
	start(24, 80);
	see(" hoa");
	see_no("VNI");
	type("\024");
	see("Telex");
	leave();
	set("KEHOACH_USER", "lan");
	start(24, 80);
	see("VNI lan");
	type("/tie61ng");
	see("Tìm: tiếng");
	type(F12 F12);
	see_no("VIQR");
	type("\033");
	see("0/5 xong");
	leave();
	start(24, 80);
	see(" lan");
	see_no("VNI");
	leave();
}

Test(workbench, a_paste_is_text_and_never_keys)
{
	start(24, 80);
	go_to_first_task();
	type("\033[200~ \rq" F10 "\033[201~d");
	/* What comes along with a paste is held to be of it until there is a silence. */
	pty_wait(pty, never, NULL, 0.2);
	type("d");
	see("Thời hạn:");
	type("\025\033[200~tháng 11\r\033[201~");
	see("Thời hạn: tháng 11");
	see("0/5 xong");
	pty_wait(pty, never, NULL, 0.2);
	type("\033");
	see_no("Enter nhận");
	leave();
}

/* --- sizes ------------------------------------------------------------------ */

Test(workbench, a_storm_of_sizes_ends_where_it_began)
{
	static const int sizes[][2] = { { 1, 1 }, { 50, 160 }, { 24, 1 }, { 1, 80 }, { 10, 40 }, { 60, 200 },
					{ 0, 0 }, { 9, 39 }, { 300, 500 }, { 11, 41 }, { 24, 79 } };
	char *before;

	start(24, 80);
	go_to_first_task();
	see("Quá hạn 32 ngày");
	before = xstrdup(pty_screen(pty));
	for (int i = 0; i < 200; i++) {
		const int *size = sizes[i % (int)(sizeof sizes / sizeof *sizes)];

		pty_resize(pty, size[0], size[1]);
		pty_read(pty, 0.001);
	}
	pty_resize(pty, 24, 80);
	see("Quá hạn 32 ngày");
	cr_assert(pty_wait_text(pty, before), "%s", pty_screen(pty));
	free(before);
	leave();
}

Test(workbench, forty_by_ten_is_enough)
{
	start(10, 40);
	see("0/5 xong");
	type(DOWN DOWN DOWN " ");
	see("1/5 xong");
	type("d");
	see("Thời hạn:");
	type("\033");
	see_no("Thời hạn:");
	leave();
}

Test(workbench, below_that_it_says_so_and_goes_on_when_there_is_room_again)
{
	start(8, 30);
	see("quá nhỏ");
	see_no("xong");
	pty_resize(pty, 24, 80);
	see("0/5 xong");
	pty_resize(pty, 8, 30);
	see("quá nhỏ");
	leave();
}

/* --- reviewing a file ----------------------------------------------------- */

static void start_review_of(const char *file)
{
	const char *const argv[] = { KEHOACH, "--db", database, "import", "--review", file, NULL };

	pty_free(pty);
	pty = start_program(24, 80, argv);
	see("Xem lại trước khi lưu: ");
}

static void start_review(void)
{
	start_review_of(TEST_DATA "/fixtures/labels.txt");
}

/* A file of the case's own; caller frees its name. */
static char *write_file(const char *name, const char *text)
{
	char *path = xasprintf("%s/%s", folder, name);
	FILE *file = fopen(path, "w");

	cr_assert(file && fputs(text, file) >= 0 && !fclose(file));
	return path;
}

/* What the line on top counts: "4 mục · 7 nhiệm vụ · còn 3 chỗ ngờ". */
static char *counters(void)
{
	const char *row = pty_row(pty, 0), *at = strstr(row, "labels.txt");

	cr_assert_not_null(at, "%s", row);
	at += strlen("labels.txt");
	return xstrdup(at + strspn(at, " "));
}

Test(workbench, a_line_dropped_in_the_middle_of_a_review_loses_no_decision)
{
	struct pty_exit how = { 0 };
	char *first, *decided, *again;

	start_review();
	first = counters();
	pty_send(pty, "x");
	see("người xem lại để ra ngoài");
	decided = counters();
	cr_assert_str_neq(first, decided);
	pty_hang_up(pty);
	cr_assert(pty_wait_exit(pty, 1, &how));
	cr_assert_eq(how.signal, 0);
	start_review();
	again = counters();
	cr_assert_str_eq(again, decided);
	pty_send(pty, "u");
	see(first);
	free(first);
	free(decided);
	free(again);
	leave();
}

Test(workbench, a_review_is_stored_and_then_there_is_none)
{
	start_review();
	pty_send(pty, F2);
	see("lưu luôn?");
	pty_send(pty, DOWN "\r");
	see("Đã lưu thành kế hoạch");
	pty_send(pty, "9");
	see("Các kế hoạch");
	see_no("đang xem lại");
	leave();
}

Test(workbench, a_file_without_a_section_becomes_a_plan_by_keys)
{
	char *file = write_file("viec.txt", "Việc phải làm\nĐợt một\n- Sở Y tế mua thuốc.\n- Sở Xây dựng sửa cổng.\n");

	start_review_of(file);
	see("Không thấy mục nào");
	pty_send(pty, F2);
	see("Chưa có mục nào nên chưa lưu được");
	pty_send(pty, DOWN "m");
	see("1 mục · 2 nhiệm vụ");
	pty_send(pty, F2);
	see("lưu luôn?");
	pty_send(pty, DOWN "\r");
	see("Đã lưu thành kế hoạch: 1 mục, 2 nhiệm vụ");
	free(file);
	leave();
}

Test(workbench, a_row_of_a_table_that_was_split_is_so_after_the_line_dropped)
{
	char *file = write_file("bang.txt", "KẾ HOẠCH\nI. VIỆC\n- Sở Y tế kiểm tra.\nPHỤ LỤC\n"
				"STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\n1\tTrồng cây. Làm rào\tSở Y tế\tTháng 3/2015\n");
	struct pty_exit how = { 0 };

	start_review_of(file);
	pty_send(pty, END "s");
	see("Tách từ chữ");
	pty_send(pty, "lam rao\r");
	see("2 mục · 3 nhiệm vụ");
	pty_hang_up(pty);
	cr_assert(pty_wait_exit(pty, 1, &how));
	start_review_of(file);
	pty_send(pty, END);
	see("nhiệm vụ PL-2 · chủ trì: Sở Y tế · hạn: Tháng 3/2015");
	pty_send(pty, "g");
	see("2 mục · 2 nhiệm vụ");
	free(file);
	leave();
}

Test(workbench, an_export_is_not_reviewed)
{
	char *file = xasprintf("%s/plan.json", folder);
	const char *const argv[] = { KEHOACH, "--db", database, "import", "--review", file, NULL };
	struct pty_exit how = { 0 };

	command("export", "-o", file);
	pty_free(pty);
	pty = start_program(24, 80, argv);
	see("là bản xuất của kehoach");
	cr_assert(pty_wait_exit(pty, 1, &how));
	cr_assert_eq(how.code, 1);
	free(file);
}

/* --- a review meeting ----------------------------------------------------- */

/* Twelve tasks: nine of II.1, one of II.2, two of III. */
static void add_tasks(void)
{
	for (int i = 6; i <= 12; i++) {
		char *line = xasprintf("Trồng hàng cây số %d @STC !20/8/2013 >II.1", i);

		command("add", line, NULL);
		free(line);
	}
}

static void see_there(struct pty *other, const char *text)
{
	cr_assert(pty_wait_text(other, text), "«%s» does not come on the other screen:\n%s", text, pty_screen(other));
}

static struct pty *start_follower(void)
{
	const char *const argv[] = { KEHOACH, "--db", database, "--user", "hoa", NULL };
	struct pty *other = start_program(24, 80, argv);

	see_there(other, "15/KH-UBND");
	pty_send(other, "m");
	see_there(other, "lan đang trình bày");
	pty_send(other, "\r");
	see_there(other, "f để theo dõi");
	pty_send(other, "f");
	see_there(other, "theo dõi lan");
	return other;
}

static void open_meeting(void)
{
	start(24, 80);
	see("15/KH-UBND");
	pty_send(pty, "m");
	see("Chưa có phiên họp nào");
	pty_send(pty, "n");
	see("Đưa ra họp những nhiệm vụ nào");
	pty_send(pty, "bo loc khac\r");
	see("Địa điểm");
	pty_send(pty, "Hop giao ban\r\rPhong hop 2\rOng Binh\rBa Hoa\rcac so\r-tt:xong" F2);
	see("0/12 kết luận");
	pty_send(pty, "\r");
	see("Việc 1/12");
}

static void decide(const char *keys)
{
	pty_send(pty, keys);
	see("Đã ghi kết luận");
}

Test(workbench, a_meeting_of_twelve_items_ends_in_a_notice, .timeout = 120)
{
	static const char *const keys[] = {
		"t15/10/2013\rthieu kinh phi" F2, "rgui bao cao\r15/9/2013\rSXD" F2, "gDa ro" F2, "pcho bao cao\r", " " F2, "aSXD" F2,
		"cMua cay giong @STC !30/9/2013\r", "gMot" F2, "gHai" F2, "gBa" F2, "gBon" F2, "p\r",
	};
	enum { ITEMS = sizeof keys / sizeof *keys, LAST_OF_PART = 10 };
	struct pty *other;
	const char *notice;

	add_tasks();
	open_meeting();
	other = start_follower();
	see("đang theo dõi: hoa");
	for (int i = 1; i <= ITEMS; i++) {
		char *at = xasprintf("Việc %d/%d", i, (int)ITEMS);
		long long began = milliseconds();

		see(at);
		see_there(other, at);
		cr_expect_lt(milliseconds() - began, 1000, "%s", at);
		decide(keys[i - 1]);
		pty_send(pty, "n");
		if (i == LAST_OF_PART) {
			see("Số liệu giữa các phần");
			see_there(other, "Số liệu giữa các phần");
			pty_send(pty, "n");
		}
		free(at);
	}
	see("Số liệu cuối phiên họp");
	pty_send(other, "b");
	see_there(other, "tự xem");
	see_no("đang theo dõi");
	pty_send(other, "f");
	see("đang theo dõi: hoa");
	kill(pty_pid(other), SIGKILL);
	see_no("đang theo dõi");
	pty_free(other);
	other = start_follower();
	see("đang theo dõi: hoa");
	pty_send(pty, "\033");
	see("9/12 kết luận");
	pty_send(pty, F2);
	see("THÔNG BÁO");
	see_there(other, "người trình bày đã dừng");
	pty_free(other);
	leave();
	notice = command("meeting", "notice", "1");
	cr_expect(strstr(notice, "Mua cay giong; hoàn thành chậm nhất ngày 30/9/2013"), "%s", notice);
	cr_expect(strstr(notice, "15/10/2013: thieu kinh phi"), "%s", notice);
	cr_expect(strstr(notice, "chậm nhất ngày 15/9/2013: gui bao cao"), "%s", notice);
	cr_expect(strstr(notice, "cho bao cao"), "%s", notice);
	command("check", NULL, NULL);
}

Test(workbench, a_decision_half_typed_is_there_after_the_line_dropped)
{
	struct pty_exit how = { 0 };

	add_tasks();
	open_meeting();
	pty_send(pty, "gKinh phi con thieu");
	see("Kinh phi con thieu");
	pty_hang_up(pty);
	cr_assert(pty_wait_exit(pty, 1, &how));
	start(24, 80);
	see("còn 1 chỗ gõ dở");
	pty_send(pty, "m\r\rg");
	see("Kinh phi con thieu");
	pty_send(pty, F2);
	see("Đã ghi kết luận");
	leave();
}

Test(workbench, a_presenter_who_was_cut_off_presents_no_more)
{
	struct pty *other;

	add_tasks();
	open_meeting();
	other = start_follower();
	kill(pty_pid(pty), SIGKILL);
	leaves(-1, SIGKILL, PTY_DEADLINE);
	pty_send(other, "\033");
	see_there(other, "trình bày  f theo dõi");
	pty_send(other, "f");
	see_there(other, "người trình bày đã dừng");
	pty_free(other);
}
