/*
 * here.h: who has the database open. Sessions of one host see each other; where the folder cannot be made, nobody
 * sees anybody, and nothing else is lost.
 */
#ifndef DB_HERE_H
#define DB_HERE_H

#include "core/store.h"

struct here;

struct here *here_new(const char *database);
void here_free(struct here *here);	/* the session has ended; NULL is allowed */

/* What the session looks at, and which meeting it follows, now that a person did something; seconds. */
void here_tell(struct here *here, const char *who, const char *screen, row_id follows, long long now);
/* Appends, in no order. */
void here_list(const struct here *here, struct session_list *out);

#endif
