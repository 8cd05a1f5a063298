#include <config.h>

#include "tui/term.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"
#include "tui/mend.h"
#include "tui/style.h"

enum { MAX_SIDE = 1000 };

struct terminal {
	int in, out;			/* the terminal */
	FILE *composed;			/* what curses writes, in memory */
	SCREEN *screen;
	struct termios modes;		/* as they were */
	attr_t attributes[STYLE_COUNT];
	short pairs[STYLE_COUNT];
	struct surface shown;
	char *hello, *goodbye;		/* plain letters, and pastes told apart; no more of that */
	bool ascii;
	bool gone;
	bool repaint;
};

/* For the hook of BUG(), which knows no arguments. */
static struct terminal *open_term;

/* --- output ------------------------------------------------------------- */

static void send_all(struct terminal *term, const char *bytes, size_t length)
{
	while (length && !term->gone) {
		ssize_t sent = write(term->out, bytes, length);

		if (sent < 0 && errno != EINTR)
			term->gone = true;
		if (sent <= 0)
			continue;
		bytes += sent;
		length -= (size_t)sent;
	}
}

/* Everything that curses has composed, and EXTRA, in one write. */
static void send_composed(struct terminal *term, const char *extra)
{
	struct strbuf out = STRBUF_INIT;
	int fd = fileno(term->composed);
	off_t length = lseek(fd, 0, SEEK_CUR);
	char *bytes = xmalloc(length > 0 ? (size_t)length : 0);
	ssize_t got = length > 0 ? pread(fd, bytes, (size_t)length, 0) : 0;

	lseek(fd, 0, SEEK_SET);
	if (got > 0)
		mend_output(bytes, (size_t)got, &out);
	strbuf_add_text(&out, extra);
	send_all(term, out.text, out.length);
	strbuf_release(&out);
	free(bytes);
}

static void put_letters(struct terminal *term, int row, int column, const struct cell *cell, const wchar_t *letters)
{
	cchar_t c;

	if (setcchar(&c, letters, term->attributes[cell->style], term->pairs[cell->style], NULL) == OK)
		mvadd_wchnstr(row, column, &c, 1);
}

/* As many letters as the cell has columns. */
static void put_ascii(struct terminal *term, int row, int column, const struct cell *cell)
{
	struct strbuf ascii = STRBUF_INIT;

	viet_ascii(cell->text, strlen(cell->text), &ascii);
	for (size_t i = 0; i < ascii.length; i++)
		put_letters(term, row, column + (int)i, cell, (wchar_t[]){ (wchar_t)ascii.text[i], L'\0' });
	strbuf_release(&ascii);
}

static void put_cell(struct terminal *term, int row, int column, const struct cell *cell)
{
	const char *text = cell->text;
	wchar_t letters[CCHARW_MAX + 1];
	size_t count;

	if (term->ascii) {
		put_ascii(term, row, column, cell);
		return;
	}
	count = mbstowcs(letters, text, CCHARW_MAX);
	if (count == (size_t)-1 || count == 0 || wcwidth(letters[0]) != viet_width(text, strlen(text))) {
		letters[0] = L'?';
		count = 1;
	}
	letters[count] = L'\0';
	put_letters(term, row, column, cell, letters);
}

static void put_row(struct terminal *term, const struct surface *surface, int row)
{
	size_t columns = (size_t)surface->columns;
	const struct cell *cells = &surface->cells[(size_t)row * columns];
	struct cell *shown = &term->shown.cells[(size_t)row * columns];

	if (!term->repaint && !memcmp(cells, shown, columns * sizeof *cells))
		return;
	for (int column = 0; column < surface->columns; column++) {
		const struct cell *cell = &cells[column];

		if (cell->text[0] && (term->repaint || memcmp(cell, &shown[column], sizeof *cell)))
			put_cell(term, row, column, cell);
	}
	memcpy(shown, cells, columns * sizeof *cells);
}

bool term_put(struct terminal *term, const struct surface *surface)
{
	if (surface->rows < 1 || surface->columns < 1)
		return !term->gone;
	if (surface->rows != term->shown.rows || surface->columns != term->shown.columns) {
		surface_resize(&term->shown, surface->rows, surface->columns);
		resize_term(surface->rows, surface->columns);
		term->repaint = true;
	}
	if (term->repaint)
		clearok(stdscr, TRUE);
	for (int row = 0; row < surface->rows; row++)
		put_row(term, surface, row);
	term->repaint = false;
	leaveok(stdscr, surface->cursor_row < 0);
	curs_set(surface->cursor_row >= 0);
	if (surface->cursor_row >= 0)
		move(surface->cursor_row, surface->cursor_column);
	wrefresh(stdscr);
	send_composed(term, "");
	return !term->gone;
}

void term_repaint(struct terminal *term)
{
	term->repaint = true;
}

/* --- input -------------------------------------------------------------- */

int term_input(const struct terminal *term)
{
	return term->in;
}

bool term_read(struct terminal *term, char *bytes, size_t size, size_t *length)
{
	ssize_t got = read(term->in, bytes, size);

	*length = got > 0 ? (size_t)got : 0;
	if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
		term->gone = true;
	return !term->gone;
}

void term_hang_up(struct terminal *term)
{
	term->gone = true;
}

void term_size(const struct terminal *term, int *rows, int *columns)
{
	struct winsize size = { 0 };

	ioctl(term->out, TIOCGWINSZ, &size);
	*rows = size.ws_row ? size.ws_row : 24;
	*columns = size.ws_col ? size.ws_col : 80;
	if (*rows > MAX_SIDE)
		*rows = MAX_SIDE;
	if (*columns > MAX_SIDE)
		*columns = MAX_SIDE;
}

/* --- opening ------------------------------------------------------------ */

static void set_looks(struct terminal *term, bool wanted)
{
	const char *no_color = getenv("NO_COLOR");
	int colours = 0;

	if (wanted && has_colors() && !(no_color && *no_color) && start_color() == OK) {
		use_default_colors();
		colours = COLORS;
	}
	for (int style = 0; style < STYLE_COUNT; style++) {
		struct look look = style_look((enum role_style)style, colours);

		term->attributes[style] = (look.bold ? A_BOLD : 0) | (look.reverse ? A_REVERSE : 0) |
					  (look.underline ? A_UNDERLINE : 0);
		if (look.colour == COLOUR_OWN)
			continue;
		term->pairs[style] = (short)(style + 1);
		init_pair(term->pairs[style], look.colour, COLOUR_OWN);
	}
}

static char *capability(const char *name)
{
	char *text = tigetstr(name);

	return text && text != (char *)-1 && *text ? text : NULL;
}

/* Letters are shown as UTF-8 whatever the login left in the environment. */
static bool have_utf8(void)
{
	setlocale(LC_CTYPE, "");
	return !strcmp(nl_langinfo(CODESET), "UTF-8") || setlocale(LC_CTYPE, "C.UTF-8");
}

static enum status check_terminal(const struct terminal *term, const char *name, struct error *err)
{
	if (term->in < 0 || term->out < 0)
		return error_set(err, STATUS_INVALID,
				 _("Bàn làm việc cần một cửa sổ dòng lệnh; hãy chạy trong cửa sổ đó, hoặc "
				   "dùng các lệnh từng dòng (xem: kehoach --help)."));
	if (!name || !*name)
		return error_set(err, STATUS_INVALID,
				 _("Không biết loại cửa sổ dòng lệnh (biến TERM để trống); hãy đặt "
				   "TERM=xterm, hoặc dùng các lệnh từng dòng (xem: kehoach --help)."));
	return OK;
}

/*
 * Begin as after a suspension: until the first endwin() curses flushes at every
 * jump of the cursor, which costs a system call each.
 */
static void settle_screen(struct terminal *term)
{
	endwin();
	lseek(fileno(term->composed), 0, SEEK_SET);
}

static enum status open_screen(struct terminal *term, const char *name, struct error *err)
{
	int fd = memfd_create("kehoach", MFD_CLOEXEC);

	if (fd < 0 || !(term->composed = fdopen(fd, "r+")))
		return error_set(err, STATUS_IO, _("Không dành được bộ nhớ cho màn hình: %s."),
				 strerror(errno));
	term->screen = newterm(name, term->composed, term->composed);
	if (!term->screen)
		return error_set(err, STATUS_INVALID,
				 _("Máy chủ không biết loại cửa sổ «%s»; hãy đặt TERM=xterm rồi chạy lại."),
				 name);
	if (!capability("clear") || !capability("cup"))
		return error_set(err, STATUS_INVALID,
				 _("Cửa sổ loại «%s» không vẽ được màn hình làm việc; hãy đặt TERM=xterm, "
				   "hoặc dùng các lệnh từng dòng (xem: kehoach --help)."), name);
	return OK;
}

static void set_modes(struct terminal *term)
{
	struct termios raw = term->modes;

	cfmakeraw(&raw);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tcsetattr(term->in, TCSADRAIN, &raw);
}

static void put_back(void)
{
	struct terminal *term = open_term;

	if (!term || term->gone)
		return;
	curs_set(1);
	endwin();
	send_composed(term, term->goodbye);
	tcsetattr(term->in, TCSADRAIN, &term->modes);
}

static void start_screen(struct terminal *term, bool colours)
{
	bool full_screen = capability("smcup");
	const char *plain = capability("sgr0");
	const char *paste_on = capability("BE"), *paste_off = capability("BD");

	if (!paste_on || !paste_off) {
		paste_on = full_screen ? "\033[?2004h" : "";
		paste_off = full_screen ? "\033[?2004l" : "";
	}
	term->hello = xasprintf("%s%s", plain ? plain : "", paste_on);
	term->goodbye = xstrdup(paste_off);
	nonl();
	typeahead(-1);
	idlok(stdscr, TRUE);
	set_looks(term, colours);
	settle_screen(term);
	term->repaint = true;
	open_term = term;
	bug_set_hook(put_back);
	set_modes(term);
	send_all(term, term->hello, strlen(term->hello));
}

static void term_free(struct terminal *term)
{
	if (term->screen)
		delscreen(term->screen);
	if (term->composed)
		fclose(term->composed);
	surface_release(&term->shown);
	free(term->hello);
	free(term->goodbye);
	free(term);
}

enum status term_open(bool ascii, bool colours, struct terminal **out, struct error *err)
{
	struct terminal *term = xcalloc(1, sizeof *term);
	const char *name = getenv("TERM");
	enum status status;

	term->in = isatty(STDIN_FILENO) && !tcgetattr(STDIN_FILENO, &term->modes) ? STDIN_FILENO : -1;
	term->out = isatty(STDOUT_FILENO) ? STDOUT_FILENO : -1;
	term->ascii = !have_utf8() || ascii;
	surface_init(&term->shown, 0, 0);
	status = check_terminal(term, name, err);
	if (!status)
		status = open_screen(term, name, err);
	if (status) {
		term_free(term);
		return status;
	}
	start_screen(term, colours);
	*out = term;
	return OK;
}

void term_close(struct terminal *term)
{
	put_back();
	open_term = NULL;
	bug_set_hook(NULL);
	term_free(term);
}

void term_suspend(struct terminal *term)
{
	put_back();
	raise(SIGSTOP);
	set_modes(term);
	send_all(term, term->hello, strlen(term->hello));
	term->repaint = true;
}
