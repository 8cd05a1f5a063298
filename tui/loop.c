#include "tui/loop.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
	REST_MS = 250,		/* the keys are quiet: what follows the cursor may be read */
	IDLE_MS = 2000,		/* between two looks for what others wrote */
	NEWS_MS = 200,		/* others wrote: what they write in this time is read at once */
	READ_ROUNDS = 64,	/* then something is drawn, however fast the keys come */
	INPUT = 4096,
};

struct loop {
	struct app *app;
	struct terminal *term;
	struct key_decoder keys;
	struct surface surface;
	bool ended;
	bool dirty;		/* what is on the screen may not be right */
	bool news;		/* somebody wrote */
	long long news_since;	/* milliseconds */
};

static const int signals[] = { SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP };

enum { SIGNALS = sizeof signals / sizeof *signals };

/* A handler may do nothing but say which signal came, through this pipe. */
static int signal_pipe[2] = { -1, -1 };

static void on_signal(int number)
{
	int kept = errno;
	unsigned char byte = (unsigned char)number;

	if (write(signal_pipe[1], &byte, 1) < 0)
		errno = kept;	/* the pipe is full of signals: one more tells nothing new */
	errno = kept;
}

static void catch_signals(struct sigaction before[SIGNALS])
{
	struct sigaction action;

	if (pipe(signal_pipe))
		BUG("no pipe for signals: %s", strerror(errno));
	for (int i = 0; i < 2; i++) {
		fcntl(signal_pipe[i], F_SETFL, O_NONBLOCK);
		fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC);
	}
	memset(&action, 0, sizeof action);
	action.sa_handler = on_signal;
	action.sa_flags = SA_RESTART;
	sigfillset(&action.sa_mask);
	for (int i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &action, &before[i]);
}

/*
 * ENDED: by the outside, not by the person. A line that drops says so twice, by the end of input
 * and by SIGHUP, in either order: the one that comes second must not kill what is being closed.
 */
static void release_signals(const struct sigaction before[SIGNALS], bool ended)
{
	for (int i = 0; i < SIGNALS; i++)
		if (!ended || signals[i] != SIGHUP)
			sigaction(signals[i], &before[i], NULL);
	if (ended)
		signal(SIGHUP, SIG_IGN);
	close(signal_pipe[0]);
	close(signal_pipe[1]);
}

/* Only a shell can wake a stopped program again: where none is our parent, stopping would be the end. */
static bool is_shell_job(void)
{
	return getpgrp() != getsid(0) && getsid(getppid()) == getsid(0);
}

static void take_signal(struct loop *loop, int number)
{
	switch (number) {
	case SIGHUP:
		term_hang_up(loop->term);
		loop->ended = true;
		break;
	case SIGTERM:
	case SIGINT:
		loop->ended = true;
		break;
	case SIGTSTP:
		if (is_shell_job())
			term_suspend(loop->term);
		loop->dirty = true;
		break;
	case SIGWINCH:
		loop->dirty = true;
		break;
	}
}

static void take_signals(struct loop *loop)
{
	unsigned char numbers[64];
	ssize_t count = read(signal_pipe[0], numbers, sizeof numbers);

	for (ssize_t i = 0; i < count; i++)
		take_signal(loop, numbers[i]);
}

static void take_keys(struct loop *loop)
{
	struct key key;

	while (!loop->app->leaving && key_decoder_next(&loop->keys, &key)) {
		app_key(loop->app, &key);
		loop->dirty = true;
	}
}

static bool input_waits(const struct loop *loop)
{
	struct pollfd fd = { .fd = term_input(loop->term), .events = POLLIN };

	return poll(&fd, 1, 0) > 0;
}

static void read_keys(struct loop *loop)
{
	char bytes[INPUT];
	size_t length;

	for (int i = 0; i < READ_ROUNDS && !loop->ended && !loop->app->leaving; i++) {
		if (!term_read(loop->term, bytes, sizeof bytes, &length)) {
			loop->ended = true;
			break;
		}
		key_decoder_feed(&loop->keys, bytes, length);
		take_keys(loop);
		if (length < sizeof bytes && !input_waits(loop))
			break;
	}
}

static long long milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void look_for_changes(struct loop *loop)
{
	struct store *store = loop->app->wb->store;

	loop->news = false;
	if (store->changed(store)) {
		app_stale(loop->app);
		loop->dirty = true;
	}
}

/* Nothing came for the time that was waited. */
static void take_silence(struct loop *loop)
{
	struct store *store = loop->app->wb->store;

	if (key_decoder_timeout(&loop->keys) >= 0) {
		key_decoder_expire(&loop->keys);
		take_keys(loop);
	} else if (loop->app->rest_due) {
		app_rest(loop->app);
		loop->dirty = true;
	} else {
		app_tell_here(loop->app);
		loop->dirty = app_look(loop->app) || loop->dirty;
		store->idle(store);
		look_for_changes(loop);
	}
}

static int patience(const struct loop *loop)
{
	int keys = key_decoder_timeout(&loop->keys);

	if (keys >= 0)
		return keys;
	return loop->app->rest_due ? REST_MS : IDLE_MS;
}

/* Milliseconds until what others wrote is read; -1: nobody wrote. */
static int news_patience(const struct loop *loop)
{
	long long left = loop->news_since + NEWS_MS - milliseconds();

	return !loop->news ? -1 : left > 0 ? (int)left : 0;
}

static void note_news(struct loop *loop)
{
	struct store *store = loop->app->wb->store;

	store->clear_news(store);
	if (!loop->news)
		loop->news_since = milliseconds();
	loop->news = true;
}

static void wait(struct loop *loop)
{
	struct store *store = loop->app->wb->store;
	struct pollfd fds[3] = {
		{ .fd = term_input(loop->term), .events = POLLIN },
		{ .fd = signal_pipe[0], .events = POLLIN },
		{ .fd = store->news(store), .events = POLLIN },		/* poll(2) passes over -1 */
	};
	int own = patience(loop), news = news_patience(loop), ready;
	bool cut_short = news >= 0 && news < own;

	ready = poll(fds, 3, cut_short ? news : own);
	if (ready == 0 && !cut_short)
		take_silence(loop);
	if (ready > 0 && fds[2].revents)
		note_news(loop);
	if (news_patience(loop) == 0)
		look_for_changes(loop);
	if (ready <= 0)
		return;
	if (fds[1].revents)
		take_signals(loop);
	if (fds[0].revents & POLLIN)
		read_keys(loop);
	else if (fds[0].revents)
		loop->ended = true;
}

static void paint(struct loop *loop)
{
	int rows, columns;

	term_size(loop->term, &rows, &columns);
	if (rows != loop->surface.rows || columns != loop->surface.columns)
		surface_resize(&loop->surface, rows, columns);
	if (loop->app->repaint)
		term_repaint(loop->term);
	loop->app->repaint = false;
	app_draw(loop->app, &loop->surface);
	if (!term_put(loop->term, &loop->surface))
		loop->ended = true;
	loop->dirty = false;
}

void loop_run(struct app *app, struct terminal *term)
{
	struct loop loop = { .app = app, .term = term, .dirty = true };
	struct sigaction before[SIGNALS];

	key_decoder_init(&loop.keys);
	surface_init(&loop.surface, 0, 0);
	catch_signals(before);
	while (!loop.ended && !app->leaving) {
		if (loop.dirty)
			paint(&loop);
		wait(&loop);
	}
	release_signals(before, loop.ended);
	surface_release(&loop.surface);
	key_decoder_release(&loop.keys);
}
