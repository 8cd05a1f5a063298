/*
 * search.h: words -> tasks, by the engine's full-text index over search_key.
 *
 * The keys are folded by core/viet: the engine's own folding knows no Vietnamese.
 */
#ifndef DB_SEARCH_H
#define DB_SEARCH_H

#include "db/internal.h"

enum status search_add(struct db *db, long long place, const char *key, struct error *err);
enum status search_remove(struct db *db, long long place, const char *key, struct error *err);

/*
 * Append what the index is asked for TEXT as a person typed it: its words side by
 * side, the last one a beginning. False, nothing appended, when it holds no word.
 */
bool search_phrase(const char *text, struct strbuf *out);

/* What the index would find, said of one key: WORDS (a key too) side by side in KEY, the last one a beginning. */
bool search_holds(const char *key, const char *words);

#endif
