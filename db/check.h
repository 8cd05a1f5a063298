/*
 * check.h: is the file sound, as far as the engine can tell?
 */
#ifndef DB_CHECK_H
#define DB_CHECK_H

#include "db/driver.h"

/* Pages, indexes, references between rows. PROBLEMS (may be NULL) gets a sentence each; STATUS_CORRUPT if any. */
enum status check_file(struct driver *driver, struct string_list *problems, struct error *err);

#endif
