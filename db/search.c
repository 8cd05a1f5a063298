#include "db/search.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "db/internal.h"

/* --- the index ---------------------------------------------------------- */

struct search_note {
	long long place;
	char *key;
	bool remove;
};

void search_queue_release(struct search_queue *queue)
{
	for (size_t i = 0; i < queue->count; i++)
		free(queue->items[i].key);
	free(queue->items);
	*queue = (struct search_queue){ 0 };
}

static void note(struct search_queue *queue, long long place, const char *key, bool remove)
{
	GROW(queue->items, queue->count + 1, queue->cap);
	queue->items[queue->count++] = (struct search_note){ place, xstrdup(key), remove };
}

void search_add(struct db *db, long long place, const char *key)
{
	note(&db->search, place, key, false);
}

void search_remove(struct db *db, long long place, const char *key)
{
	note(&db->search, place, key, true);
}

static const char text_add[] = "INSERT INTO task_search (rowid, search_key) VALUES ($1, $2)";
/* The index keeps no texts: it must be told what stood there. */
static const char text_remove[] =
	"INSERT INTO task_search (task_search, rowid, search_key) VALUES ('delete', $1, $2)";

enum status search_flush(struct db *db, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < db->search.count; i++) {
		const struct search_note *item = &db->search.items[i];
		struct statement *st = sql(db->driver, item->remove ? text_remove : text_add);

		bind_int(st, 1, item->place);
		bind_text(st, 2, item->key);
		status = sql_run(st, err);
	}
	search_queue_release(&db->search);
	return status;
}

/* --- what it is asked --------------------------------------------------- */

/* A blank behind the last word says that it is whole. */
static void add_phrase(const char *key, struct strbuf *out)
{
	size_t length = strlen(key);
	bool whole = length && key[length - 1] == ' ';

	strbuf_addf(out, "\"%s\"%s", key, whole ? "" : "*");
}

bool search_phrase(const char *text, struct strbuf *out)
{
	struct string_list others = { 0 };
	struct strbuf key = STRBUF_INIT;
	bool any;

	viet_search_key(text, strlen(text), &key);
	any = key.length > 0;
	if (any) {
		viet_other_spellings(key.text, &others);
		strbuf_add_char(out, '(');
		add_phrase(key.text, out);
		for (size_t i = 0; i < others.count; i++) {
			strbuf_add_text(out, " OR ");
			add_phrase(others.items[i], out);
		}
		strbuf_add_char(out, ')');
	}
	string_list_release(&others);
	strbuf_release(&key);
	return any;
}

static bool is_edge(char c)
{
	return c == ' ' || c == '\n' || c == '\0';
}

bool search_holds(const char *key, const char *words)
{
	size_t length = strlen(words);
	bool whole = length && words[length - 1] == ' ';

	length -= whole;
	for (const char *at = key;; at++) {
		if (!strncmp(at, words, length) && (!whole || is_edge(at[length])))
			return true;
		at = strpbrk(at, " \n");
		if (!at)
			return false;
	}
}
