/*
 * queue.h: writers of one database take turns.
 *
 * SQLite lets waiting writers race for its lock, so that an unlucky one waits
 * long. flock() wakes them in the order they came: each takes the lock of a side
 * file ("plan.db-queue") before it begins, and gives it back after its commit.
 * The side file is never the database itself: closing a second descriptor of
 * that would drop SQLite's own locks.
 */
#ifndef DB_QUEUE_H
#define DB_QUEUE_H

#include "core/base/error.h"

struct queue {
	char *path;		/* of the side file; NULL: nobody to wait for (":memory:") */
	int fd;			/* -1 until the first turn */
};

void queue_init(struct queue *queue, const char *database);	/* NULL: in memory */
void queue_release(struct queue *queue);

/* Wait for our turn, PATIENCE milliseconds at most: else STATUS_BUSY. */
enum status queue_enter(struct queue *queue, int patience, struct error *err);
void queue_leave(struct queue *queue);

/* A clock that nobody sets, for waiting. */
long long milliseconds_now(void);

#endif
