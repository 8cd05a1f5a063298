#include <config.h>

#include "tests/pty/pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include "core/base/error.h"
#include "core/base/memory.h"

struct pty {
	pid_t pid;
	int process;		/* a pidfd: readable when the program has ended */
	int master;		/* -1 after a hang-up */
	char line[64];		/* the name of the program's side */
	double started;
	bool ended;
	bool reaped;
	int rows, columns;
	VTerm *vterm;
	VTermScreen *screen;
	VTermPos cursor;
	bool cursor_visible;
	struct pty_traffic traffic;
	struct strbuf text, row;
};

double pty_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* --- the emulator ------------------------------------------------------- */

static int cursor_moved(VTermPos now, VTermPos before, int visible, void *user)
{
	struct pty *pty = user;

	(void)before;
	pty->cursor = now;
	pty->cursor_visible = visible;
	return 1;
}

static int property_set(VTermProp property, VTermValue *value, void *user)
{
	struct pty *pty = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		pty->cursor_visible = value->boolean;
	return 1;
}

/* The terminal speaks only when it was asked. */
static void answer(const char *bytes, size_t length, void *user)
{
	struct pty *pty = user;

	pty->traffic.queries++;
	pty_send_bytes(pty, bytes, length);
}

static void open_emulator(struct pty *pty)
{
	static const VTermScreenCallbacks callbacks = { .movecursor = cursor_moved, .settermprop = property_set };

	pty->vterm = vterm_new(pty->rows, pty->columns);
	vterm_set_utf8(pty->vterm, 1);
	vterm_output_set_callback(pty->vterm, answer, pty);
	pty->screen = vterm_obtain_screen(pty->vterm);
	vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_reset(pty->screen, 1);
}

static void add_cell(struct strbuf *out, const VTermScreenCell *cell)
{
	if (!cell->chars[0])
		strbuf_add_char(out, ' ');
	else if (cell->chars[0] != UINT32_MAX)		/* the right half of a wide one */
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
			strbuf_add_utf8(out, cell->chars[i]);
}

static void add_row(struct pty *pty, int row, struct strbuf *out)
{
	size_t begin = out->length;

	for (int column = 0; column < pty->columns; column++) {
		VTermScreenCell cell;

		if (vterm_screen_get_cell(pty->screen, (VTermPos){ .row = row, .col = column }, &cell))
			add_cell(out, &cell);
	}
	while (out->length > begin && out->text[out->length - 1] == ' ')
		strbuf_truncate(out, out->length - 1);
}

const char *pty_screen(struct pty *pty)
{
	strbuf_clear(&pty->text);
	for (int row = 0; row < pty->rows; row++) {
		add_row(pty, row, &pty->text);
		strbuf_add_char(&pty->text, '\n');
	}
	return pty->text.text;
}

const char *pty_row(struct pty *pty, int row)
{
	strbuf_clear(&pty->row);
	if (row >= 0 && row < pty->rows)
		add_row(pty, row, &pty->row);
	return pty->row.text;
}

void pty_cursor(const struct pty *pty, int *row, int *column, bool *visible)
{
	*row = pty->cursor.row;
	*column = pty->cursor.col;
	*visible = pty->cursor_visible;
}

/* --- the program -------------------------------------------------------- */

_Noreturn static void run_program(int said, const char *const *env, const char *const *argv)
{
	double now = pty_now();

	signal(SIGPIPE, SIG_DFL);
	signal(SIGHUP, SIG_DFL);	/* nohup and some build services ignore it */
	if (write(said, &now, sizeof now) == sizeof now)
		execvpe(argv[0], (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)env);
	_exit(127);
}

struct pty *pty_start(int rows, int columns, const char *const *env, const char *const *argv)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
	struct pty *pty = xcalloc(1, sizeof *pty);
	int said[2];

	pty->rows = rows;
	pty->columns = columns;
	strbuf_init(&pty->text);
	strbuf_init(&pty->row);
	open_emulator(pty);

	if (pipe2(said, O_CLOEXEC))
		BUG("pipe: %s", strerror(errno));
	pty->pid = forkpty(&pty->master, pty->line, NULL, &size);
	if (pty->pid < 0)
		BUG("forkpty: %s", strerror(errno));
	if (!pty->pid)
		run_program(said[1], env, argv);
	close(said[1]);
	if (read(said[0], &pty->started, sizeof pty->started) != sizeof pty->started)
		BUG("the program was not even tried");
	close(said[0]);

	fcntl(pty->master, F_SETFL, O_NONBLOCK);
	fcntl(pty->master, F_SETFD, FD_CLOEXEC);
	pty->process = pidfd_open(pty->pid, 0);
	if (pty->process < 0)
		BUG("pidfd_open: %s", strerror(errno));
	return pty;
}

void pty_free(struct pty *pty)
{
	if (!pty)
		return;
	pty_hang_up(pty);
	if (!pty->reaped) {
		kill(pty->pid, SIGKILL);
		waitpid(pty->pid, NULL, 0);
	}
	close(pty->process);
	vterm_free(pty->vterm);
	strbuf_release(&pty->text);
	strbuf_release(&pty->row);
	free(pty);
}

pid_t pty_pid(const struct pty *pty)
{
	return pty->pid;
}

int pty_line(const struct pty *pty)
{
	return pty->master;
}

double pty_started(const struct pty *pty)
{
	return pty->started;
}

bool pty_ended(const struct pty *pty)
{
	return pty->ended;
}

/* --- traffic ------------------------------------------------------------ */

/* Wait until something comes, or, with POLLOUT in EVENTS, the program can be written to. */
static short wait_line(const struct pty *pty, short events, double seconds)
{
	struct pollfd line = { .fd = pty->master, .events = events };
	struct timespec patience = { .tv_sec = (time_t)seconds, .tv_nsec = (long)((seconds - (double)(time_t)seconds) * 1e9) };

	return ppoll(&line, 1, &patience, NULL) > 0 ? line.revents : 0;
}

bool pty_read(struct pty *pty, double seconds)
{
	char bytes[65536];
	ssize_t got;

	if (pty->ended || !wait_line(pty, POLLIN, seconds > 0 ? seconds : 0))
		return false;
	got = read(pty->master, bytes, sizeof bytes);
	if (got <= 0) {
		pty->ended = got == 0 || (errno != EAGAIN && errno != EINTR);
		return false;
	}
	pty->traffic.last = pty_now();
	if (!pty->traffic.bytes)
		pty->traffic.first = pty->traffic.last;
	pty->traffic.bytes += (size_t)got;
	pty->traffic.reads++;
	vterm_input_write(pty->vterm, bytes, (size_t)got);
	return true;
}

bool pty_send_bytes(struct pty *pty, const char *bytes, size_t length)
{
	double end = pty_now() + PTY_DEADLINE;

	while (length && !pty->ended && pty_now() < end) {
		ssize_t sent = write(pty->master, bytes, length);

		if (sent > 0) {
			bytes += sent;
			length -= (size_t)sent;
		} else if (errno != EAGAIN && errno != EINTR) {
			pty->ended = true;
		} else if (wait_line(pty, POLLIN | POLLOUT, 1) & POLLIN) {
			pty_read(pty, 0);
		}
	}
	return !length;
}

bool pty_send(struct pty *pty, const char *bytes)
{
	return pty_send_bytes(pty, bytes, strlen(bytes));
}

void pty_resize(struct pty *pty, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };

	pty->rows = rows > 0 ? rows : 1;
	pty->columns = columns > 0 ? columns : 1;
	vterm_set_size(pty->vterm, pty->rows, pty->columns);
	ioctl(pty->master, TIOCSWINSZ, &size);
}

bool pty_is_raw(const struct pty *pty)
{
	struct termios modes;

	return !tcgetattr(pty->master, &modes) && !(modes.c_lflag & (ICANON | ECHO));
}

void pty_hang_up(struct pty *pty)
{
	if (pty->master >= 0)
		close(pty->master);
	pty->master = -1;
	pty->ended = true;
}

struct pty_traffic pty_traffic(struct pty *pty, bool reset)
{
	struct pty_traffic traffic = pty->traffic;

	if (reset)
		pty->traffic = (struct pty_traffic){ 0 };
	return traffic;
}

size_t pty_unread(const struct pty *pty)
{
	int line = open(pty->line, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK), count = 0;

	if (line < 0)
		return 0;
	ioctl(line, FIONREAD, &count);
	close(line);
	return (size_t)count;
}

/* --- waiting ------------------------------------------------------------ */

bool pty_wait(struct pty *pty, bool (*condition)(struct pty *pty, const void *data), const void *data,
	      double seconds)
{
	double end = pty_now() + seconds;

	while (!condition(pty, data)) {
		double left = end - pty_now();

		if (pty->ended || left <= 0)
			return false;
		pty_read(pty, left);
	}
	return true;
}

static bool has_text(struct pty *pty, const void *text)
{
	return strstr(pty_screen(pty), text);
}

static bool has_no_text(struct pty *pty, const void *text)
{
	return !has_text(pty, text);
}

bool pty_wait_text(struct pty *pty, const char *text)
{
	return pty_wait(pty, has_text, text, PTY_DEADLINE);
}

bool pty_wait_no_text(struct pty *pty, const char *text)
{
	return pty_wait(pty, has_no_text, text, PTY_DEADLINE);
}

static void reap(struct pty *pty, struct pty_exit *how)
{
	struct rusage used = { 0 };
	int status = 0;

	wait4(pty->pid, &status, 0, &used);
	pty->reaped = true;
	pty->ended = true;
	how->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	how->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	how->cpu_ms = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
		      (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

bool pty_wait_exit(struct pty *pty, double seconds, struct pty_exit *how)
{
	double end = pty_now() + seconds;

	for (;;) {
		/* A line that is closed is left out; poll() passes over -1. */
		struct pollfd both[2] = { { .fd = pty->process, .events = POLLIN },
					  { .fd = pty->ended ? -1 : pty->master, .events = POLLIN } };
		double left = end - pty_now();

		poll(both, 2, left > 0 ? (int)(left * 1e3) : 0);
		if (both[1].revents)
			pty_read(pty, 0);
		else if (both[0].revents)
			break;
		else if (left <= 0)
			return false;
	}
	reap(pty, how);
	return true;
}
