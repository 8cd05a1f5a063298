/*
 * search.h: words -> tasks, by the engine's full-text index over search_key.
 *
 * The keys are folded by core/viet: the engine's own folding knows no Vietnamese.
 */
#ifndef DB_SEARCH_H
#define DB_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/error.h"
#include "core/base/memory.h"

struct db;
struct search_note;

/*
 * What the index is to learn, written together like the counters: the engine writes the index out
 * at nearly every other statement, so that a row at a time costs ten times as much.
 */
struct search_queue {
	struct search_note *items;
	size_t count, cap;
};

void search_queue_release(struct search_queue *queue);

void search_add(struct db *db, long long place, const char *key);
void search_remove(struct db *db, long long place, const char *key);
enum status search_flush(struct db *db, struct error *err);

/*
 * Append what the index is asked for TEXT as a person typed it: its words side by
 * side, the last one a beginning, in every spelling. False, nothing appended, when it holds no word.
 */
bool search_phrase(const char *text, struct strbuf *out);

/*
 * What the index would find, said of one key: WORDS (a key too) side by side in KEY,
 * the last one a beginning, or whole where a blank follows it.
 */
bool search_holds(const char *key, const char *words);

#endif
