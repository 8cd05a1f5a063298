#include <config.h>

#include "db/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "core/base/memory.h"
#include "db/fault.h"

long long milliseconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void queue_init(struct queue *queue, const char *database)
{
	queue->path = database ? xasprintf("%s-queue", database) : NULL;
	queue->fd = -1;
}

void queue_release(struct queue *queue)
{
	if (queue->fd >= 0)
		close(queue->fd);
	free(queue->path);
	*queue = (struct queue){ NULL, -1 };
}

static void ring(int signal)
{
	(void)signal;
}

/* A place in the kernel's queue cannot be left by a timeout, only by a signal. */
struct alarm {
	struct sigaction action;
	struct itimerval timer;
};

static void alarm_set(struct alarm *before, int milliseconds)
{
	/* Rings again and again: the first ring may come before flock() sleeps. */
	struct itimerval timer = {
		.it_value = { milliseconds / 1000, milliseconds % 1000 * 1000 },
		.it_interval = { 0, 50 * 1000 },
	};
	struct sigaction action = { .sa_handler = ring };

	sigemptyset(&action.sa_mask);
	sigaction(SIGALRM, &action, &before->action);
	setitimer(ITIMER_REAL, &timer, &before->timer);
}

static void alarm_restore(const struct alarm *before)
{
	setitimer(ITIMER_REAL, &before->timer, NULL);
	sigaction(SIGALRM, &before->action, NULL);
}

static int wait_for_turn(int fd, int patience)
{
	long long end = milliseconds_now() + patience;
	struct alarm before;
	int error = 0;

	alarm_set(&before, patience);
	while (flock(fd, LOCK_EX)) {
		error = errno;
		if (error != EINTR || milliseconds_now() >= end)
			break;
		error = 0;
	}
	alarm_restore(&before);
	return error;
}

enum status queue_enter(struct queue *queue, int patience, struct error *err)
{
	int error;

	if (!queue->path)
		return OK;
	if (queue->fd < 0)
		queue->fd = open(queue->path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0660);
	if (queue->fd < 0)
		return fault_of_system(err, queue->path, errno);
	if (!flock(queue->fd, LOCK_EX | LOCK_NB))
		return OK;
	if (errno != EWOULDBLOCK)
		return fault_of_system(err, queue->path, errno);
	error = wait_for_turn(queue->fd, patience);
	if (!error)
		return OK;
	if (error == EINTR)
		return fault_of_engine(err, queue->path, SQLITE_BUSY, 0, "");
	return fault_of_system(err, queue->path, error);
}

void queue_leave(struct queue *queue)
{
	if (queue->fd >= 0)
		flock(queue->fd, LOCK_UN);
}
