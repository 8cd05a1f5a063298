#include "db/search.h"

#include <string.h>

#include "core/viet/viet.h"

enum status search_add(struct db *db, long long place, const char *key, struct error *err)
{
	struct statement *st = sql(db->driver, "INSERT INTO task_search (rowid, search_key) VALUES ($1, $2)");

	bind_int(st, 1, place);
	bind_text(st, 2, key);
	return sql_run(st, err);
}

/* The index keeps no texts: it must be told what stood there. */
enum status search_remove(struct db *db, long long place, const char *key, struct error *err)
{
	struct statement *st = sql(db->driver,
		"INSERT INTO task_search (task_search, rowid, search_key) VALUES ('delete', $1, $2)");

	bind_int(st, 1, place);
	bind_text(st, 2, key);
	return sql_run(st, err);
}

bool search_phrase(const char *text, struct strbuf *out)
{
	struct strbuf key = STRBUF_INIT;
	bool any;

	viet_search_key(text, strlen(text), &key);
	any = key.length > 0;
	if (any) {
		strbuf_add_char(out, '"');
		for (size_t i = 0; i < key.length; i++) {
			if (key.text[i] == '"')
				strbuf_add_char(out, '"');
			strbuf_add_char(out, key.text[i]);
		}
		strbuf_add_text(out, "\"*");
	}
	strbuf_release(&key);
	return any;
}

bool search_holds(const char *key, const char *words)
{
	for (const char *at = strstr(key, words); at; at = strstr(at + 1, words))
		if (at == key || at[-1] == ' ' || at[-1] == '\n')
			return true;
	return false;
}
