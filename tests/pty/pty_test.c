#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>

#include "tests/pty/pty.h"

static const char *const env[] = { "PATH=/usr/bin:/bin", "TERM=xterm-256color", "LC_ALL=C.UTF-8", NULL };

static struct pty *shell(const char *script)
{
	const char *const argv[] = { "/bin/sh", "-c", script, NULL };

	return pty_start(10, 40, env, argv);
}

static void expect_exit(struct pty *pty, int code, int signal)
{
	struct pty_exit how = { 0 };

	cr_assert(pty_wait_exit(pty, PTY_DEADLINE, &how));
	cr_assert_eq(how.code, code);
	cr_assert_eq(how.signal, signal);
}

Test(pty, shows_what_is_printed_where_it_is_printed)
{
	struct pty *pty = shell("printf '\\033[3;5Hkế hoạch'");
	int row, column;
	bool visible;

	cr_assert(pty_wait_text(pty, "kế hoạch"));
	cr_assert_str_eq(pty_row(pty, 2), "    kế hoạch");
	cr_assert_str_eq(pty_row(pty, 0), "");
	cr_assert_str_eq(pty_row(pty, 10), "");
	pty_cursor(pty, &row, &column, &visible);
	cr_assert_eq(row, 2);
	cr_assert_eq(column, 12);
	cr_assert(visible);
	pty_free(pty);
}

Test(pty, emulates_what_terminfo_offers)
{
	/* Repeat, scroll region, scroll up, erase characters, the other screen. */
	struct pty *pty = shell("printf 'x\\033[4b\\r\\none\\r\\ntwo\\r\\nthree\\033[2;3r\\033[1S\\033[r\\033[1;2H\\033[2X'");

	cr_assert(pty_wait_text(pty, "x  xx"));
	cr_assert_str_eq(pty_row(pty, 1), "two");
	cr_assert_str_eq(pty_row(pty, 2), "");
	cr_assert_str_eq(pty_row(pty, 3), "three");
	pty_free(pty);

	pty = shell("printf 'under\\033[?1049h\\033[Hover'; read x; printf '\\033[?1049l'");
	cr_assert(pty_wait_text(pty, "over"));
	cr_assert_not(strstr(pty_screen(pty), "under"));
	pty_send(pty, "\r");
	cr_assert(pty_wait_text(pty, "under"));
	pty_free(pty);
}

Test(pty, keys_reach_the_program)
{
	struct pty *pty = shell("read a; echo \"<$a>\"");

	cr_assert(pty_send(pty, "đất đai\r"));
	cr_assert(pty_wait_text(pty, "<đất đai>"));
	expect_exit(pty, 0, 0);
	pty_free(pty);
}

Test(pty, text_that_does_not_come_is_missed)
{
	struct pty *pty = shell("echo ready; exit 3");

	cr_assert_not(pty_wait_text(pty, "never"));
	cr_assert(pty_ended(pty));
	cr_assert(pty_wait_no_text(pty, "never"));
	expect_exit(pty, 3, 0);
	pty_free(pty);
}

static bool never(struct pty *pty, const void *data)
{
	(void)pty;
	(void)data;
	return false;
}

Test(pty, a_wait_ends_at_its_deadline)
{
	struct pty *pty = shell("read a");
	struct pty_exit how;
	double begin = pty_now();

	cr_assert_not(pty_wait(pty, never, NULL, 0.05));
	cr_assert_not(pty_wait_exit(pty, 0.05, &how));
	cr_assert_geq(pty_now() - begin, 0.1);
	pty_free(pty);
}

Test(pty, a_program_that_is_not_there_says_so)
{
	const char *const argv[] = { "/nonexistent/program", NULL };
	struct pty *pty = pty_start(10, 40, env, argv);

	expect_exit(pty, 127, 0);
	pty_free(pty);
}

Test(pty, a_new_size_is_told)
{
	struct pty *pty = shell("trap 'stty size' WINCH; stty size; while :; do sleep 60 & wait; done");

	cr_assert(pty_wait_text(pty, "10 40"));
	pty_resize(pty, 33, 101);
	cr_assert(pty_wait_text(pty, "33 101"));
	cr_assert_str_eq(pty_row(pty, 32), "");
	pty_free(pty);
}

Test(pty, a_dropped_line_hangs_up)
{
	struct pty *pty = shell("echo ready; read a");

	cr_assert(pty_wait_text(pty, "ready"));
	pty_hang_up(pty);
	expect_exit(pty, -1, SIGHUP);
	cr_assert_not(pty_send(pty, "x"));
	pty_free(pty);
}

Test(pty, a_spinning_program_is_seen_by_its_cpu)
{
	struct pty *pty = shell("echo ready; while :; do :; done");
	struct pty_exit how;

	cr_assert(pty_wait_text(pty, "ready"));
	cr_assert_not(pty_wait_exit(pty, 0.3, &how));
	kill(pty_pid(pty), SIGTERM);
	cr_assert(pty_wait_exit(pty, PTY_DEADLINE, &how));
	cr_assert_eq(how.signal, SIGTERM);
	cr_assert_gt(how.cpu_ms, 20);
	pty_free(pty);
}

Test(pty, bytes_and_queries_are_counted)
{
	struct pty *pty = shell("stty -echo -icanon; printf 12345; read a; printf 'abc\\033[6n'; read b");
	struct pty_traffic traffic;

	cr_assert(pty_wait_text(pty, "12345"));
	traffic = pty_traffic(pty, true);
	cr_assert_eq(traffic.bytes, 5);
	cr_assert_eq(traffic.queries, 0);
	cr_assert_geq(traffic.first, pty_started(pty));
	pty_send(pty, "\r");
	cr_assert(pty_wait_text(pty, "abc"));
	traffic = pty_traffic(pty, true);
	cr_assert_eq(traffic.bytes, 7);
	cr_assert_eq(traffic.queries, 1);
	pty_free(pty);
}

static bool four_unread(struct pty *pty, const void *data)
{
	(void)data;
	pty_read(pty, 0.001);
	return pty_unread(pty) == 4;
}

Test(pty, keys_not_taken_yet_are_counted)
{
	struct pty *pty = shell("stty -echo -icanon; echo ready; read a; head -c 3; echo done; sleep 60");

	cr_assert(pty_wait_text(pty, "ready"));
	cr_assert_eq(pty_unread(pty), 0);
	pty_send(pty, "\r");
	pty_send(pty, "abc");
	cr_assert(pty_wait_text(pty, "done"));
	pty_send(pty, "wxyz");
	cr_assert(pty_wait(pty, four_unread, NULL, PTY_DEADLINE));
	pty_free(pty);
}
