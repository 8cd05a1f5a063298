#include <config.h>

#include "office/read/process.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "office/read/limits.h"

enum { LOOK_UP_EVERY = 50 };	/* milliseconds between two looks at the clock and at signals */

/* --- folders ------------------------------------------------------------ */

static void hold_back(sigset_t *waiting)
{
	static const int ending[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

	sigemptyset(waiting);
	for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
		sigaddset(waiting, ending[i]);
}

bool folder_make(struct folder *folder)
{
	const char *base = getenv("TMPDIR");
	sigset_t waiting;

	hold_back(&waiting);
	sigprocmask(SIG_BLOCK, &waiting, &folder->signals);
	folder->path = xasprintf("%s/kehoach-XXXXXX", base && *base == '/' ? base : "/tmp");
	if (mkdtemp(folder->path))
		return true;
	free(folder->path);
	folder->path = NULL;
	sigprocmask(SIG_SETMASK, &folder->signals, NULL);
	return false;
}

static int remove_one(const char *path, const struct stat *stat, int type, struct FTW *ftw)
{
	(void)stat, (void)type, (void)ftw;
	remove(path);
	return 0;
}

void folder_remove(struct folder *folder)
{
	nftw(folder->path, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
	free(folder->path);
	folder->path = NULL;
	sigprocmask(SIG_SETMASK, &folder->signals, NULL);
}

bool folder_write(const struct folder *folder, const char *name, const char *bytes, size_t length)
{
	char *path = xasprintf("%s/%s", folder->path, name);
	FILE *file = fopen(path, "wbx");
	bool done = file && fwrite(bytes, 1, length, file) == length;

	if (file && fclose(file))
		done = false;
	free(path);
	return done;
}

bool folder_read(const struct folder *folder, const char *name, size_t most, struct strbuf *out)
{
	char *path = xasprintf("%s/%s", folder->path, name);
	FILE *file = fopen(path, "rb");
	char block[BUFSIZ];
	size_t length;

	while (file && out->length <= most && (length = fread(block, 1, sizeof block, file)) > 0)
		strbuf_add(out, block, length);
	free(path);
	return file && !fclose(file) && out->length <= most;
}

/* --- the other program -------------------------------------------------- */

static void limit(int resource, rlim_t most)
{
	struct rlimit limits = { most, most };

	setrlimit((__rlimit_resource_t)resource, &limits);
}

static void open_as(int descriptor, int other)
{
	if (other >= 0)
		dup2(other, descriptor);
}

/* Between fork() and exec(): only what signal handlers may call. */
_Noreturn static void become(const struct process *process, char **environment, int output)
{
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	limit(RLIMIT_CPU, (rlim_t)process->seconds + 1);
	limit(RLIMIT_AS, (rlim_t)process->megabytes * 1024 * 1024);
	limit(RLIMIT_FSIZE, LIMIT_CONVERTER_OUTPUT);
	limit(RLIMIT_CORE, 0);
	open_as(STDIN_FILENO, nothing);
	open_as(STDOUT_FILENO, output);
	open_as(STDERR_FILENO, nothing);
	sigprocmask(SIG_SETMASK, &process->folder->signals, NULL);
	if (!chdir(process->folder->path))
		execve(process->words[0], process->words, environment);
	_exit(127);
}

static pid_t start(const struct process *process, int output)
{
	const char *path = getenv("PATH");
	char *environment[] = {
		xasprintf("PATH=%s", path ? path : "/usr/bin:/bin"), xasprintf("HOME=%s", process->folder->path),
		xasprintf("TMPDIR=%s", process->folder->path), xstrdup("LC_ALL=C.UTF-8"), NULL,
	};
	pid_t child = fork();

	if (!child)
		become(process, environment, output);
	for (char **word = environment; *word; word++)
		free(*word);
	return child;
}

/* --- waiting for it ----------------------------------------------------- */

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A signal that would end this program waits. */
static bool was_called(void)
{
	sigset_t waiting, pending;

	hold_back(&waiting);
	sigpending(&pending);
	for (int number = 1; number < NSIG; number++)
		if (sigismember(&waiting, number) == 1 && sigismember(&pending, number) == 1)
			return true;
	return false;
}

/* Take what it writes; false when time or room are over, or somebody calls. */
static bool collect(int output, double end, struct strbuf *out)
{
	struct pollfd poll_on = { .fd = output, .events = POLLIN };
	char block[BUFSIZ];
	ssize_t length;

	for (;;) {
		if (seconds_now() > end || was_called() || out->length > LIMIT_CONVERTER_OUTPUT)
			return false;
		if (poll(&poll_on, 1, LOOK_UP_EVERY) <= 0)
			continue;
		length = read(output, block, sizeof block);
		if (length == 0)
			return true;
		if (length > 0)
			strbuf_add(out, block, (size_t)length);
		else if (errno != EINTR)
			return false;
	}
}

/* Its standard output is closed, it may still work. */
static bool wait_for_end(pid_t child, double end, int *outcome)
{
	pid_t ended;

	while ((ended = waitpid(child, outcome, WNOHANG)) == 0 || (ended < 0 && errno == EINTR)) {
		if (seconds_now() > end || was_called())
			return false;
		poll(NULL, 0, LOOK_UP_EVERY);
	}
	return ended == child;
}

static bool attend(pid_t child, int output, int seconds, struct strbuf *out)
{
	double end = seconds_now() + seconds;
	int outcome = -1;
	bool ended = collect(output, end, out) && wait_for_end(child, end, &outcome);

	kill(-child, SIGKILL);
	if (!ended)
		while (waitpid(child, &outcome, 0) < 0 && errno == EINTR)
			;
	return ended && WIFEXITED(outcome) && WEXITSTATUS(outcome) == 0;
}

bool process_run(const struct process *process, struct strbuf *out)
{
	int ends[2];
	bool done = false;
	pid_t child;

	if (pipe2(ends, O_CLOEXEC))
		return false;
	child = start(process, ends[1]);
	close(ends[1]);
	if (child > 0) {
		setpgid(child, child);
		done = attend(child, ends[0], process->seconds, out);
	}
	close(ends[0]);
	return done;
}
