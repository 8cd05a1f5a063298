/*
 * rows FROM TO: the least that storing the tasks of FROM, a database of kehoach, can cost.
 *
 * The same rows go into a new database, table by table, in one transaction that is
 * on the disk when it ends: with the same indexes, and references that are checked.
 * Nothing is read, understood or computed meanwhile. Prints the microseconds a task.
 */
#include <config.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TABLES_MAX = 64 };

static sqlite3 *database;

_Noreturn static void fail(void)
{
	fprintf(stderr, "rows: %s\n", sqlite3_errmsg(database));
	exit(1);
}

static sqlite3_stmt *prepare(const char *sql)
{
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL))
		fail();
	return statement;
}

static void run(const char *sql)
{
	if (sqlite3_exec(database, sql, NULL, NULL, NULL))
		fail();
}

/* --- one table ---------------------------------------------------------- */

struct table {
	sqlite3_stmt *insert;
	int columns;
	sqlite3_value **values;		/* of all rows, end to end */
	size_t count, cap;
};

static sqlite3_stmt *prepare_insert(const char *name, sqlite3_stmt *from)
{
	int columns = sqlite3_column_count(from);
	sqlite3_str *names = sqlite3_str_new(NULL), *marks = sqlite3_str_new(NULL);
	sqlite3_stmt *insert;
	char *sql;

	for (int i = 0; i < columns; i++) {
		sqlite3_str_appendf(names, "%s%s", i ? ", " : "", sqlite3_column_name(from, i));
		sqlite3_str_appendf(marks, "%s?", i ? ", " : "");
	}
	sql = sqlite3_mprintf("INSERT INTO %s (%z) VALUES (%z)", name, sqlite3_str_finish(names), sqlite3_str_finish(marks));
	insert = prepare(sql);
	sqlite3_free(sql);
	return insert;
}

static void add_value(struct table *table, sqlite3_value *value)
{
	if (table->count == table->cap) {
		table->cap = table->cap ? table->cap * 2 : 1024;
		table->values = realloc(table->values, table->cap * sizeof *table->values);
		if (!table->values)
			exit(1);
	}
	table->values[table->count++] = sqlite3_value_dup(value);
}

static void read_table(struct table *table, const char *name, const char *select)
{
	sqlite3_stmt *from = prepare(select);

	*table = (struct table){ .columns = sqlite3_column_count(from), .insert = prepare_insert(name, from) };
	while (sqlite3_step(from) == SQLITE_ROW)
		for (int i = 0; i < table->columns; i++)
			add_value(table, sqlite3_column_value(from, i));
	sqlite3_finalize(from);
}

static void write_table(const struct table *table)
{
	for (size_t i = 0; i < table->count;) {
		for (int column = 1; column <= table->columns; column++)
			sqlite3_bind_value(table->insert, column, table->values[i++]);
		if (sqlite3_step(table->insert) != SQLITE_DONE)
			fail();
		sqlite3_reset(table->insert);
	}
}

static void table_release(struct table *table)
{
	for (size_t i = 0; i < table->count; i++)
		sqlite3_value_free(table->values[i]);
	free(table->values);
	sqlite3_finalize(table->insert);
}

/* --- all of them -------------------------------------------------------- */

/* The tables and indexes of FROM, empty, but those that the index of words makes by itself. */
static void copy_schema(void)
{
	sqlite3_stmt *texts = prepare("SELECT sql FROM old.sqlite_schema WHERE sql IS NOT NULL "
				      "AND name NOT LIKE 'task!_search!_%' ESCAPE '!'");
	sqlite3_str *script = sqlite3_str_new(NULL);
	char *text;

	while (sqlite3_step(texts) == SQLITE_ROW)
		sqlite3_str_appendf(script, "%s;", sqlite3_column_text(texts, 0));
	sqlite3_finalize(texts);
	text = sqlite3_str_finish(script);
	run(text);
	sqlite3_free(text);
	run("INSERT INTO task_search (task_search, rank) SELECT k, v FROM old.task_search_config WHERE k <> 'version'");
}

static size_t read_tables(struct table tables[TABLES_MAX])
{
	sqlite3_stmt *names = prepare("SELECT name FROM old.sqlite_schema WHERE type = 'table' "
				      "AND name NOT LIKE 'task!_search%' ESCAPE '!'");
	size_t count = 0;

	while (count < TABLES_MAX - 1 && sqlite3_step(names) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(names, 0);
		char *select = sqlite3_mprintf("SELECT * FROM old.%s", name);

		read_table(&tables[count++], name, select);
		sqlite3_free(select);
	}
	sqlite3_finalize(names);
	read_table(&tables[count++], "task_search", "SELECT place AS rowid, search_key FROM old.task ORDER BY place");
	return count;
}

static int count_tasks(void)
{
	sqlite3_stmt *count = prepare("SELECT count(*) FROM old.task");
	int tasks = sqlite3_step(count) == SQLITE_ROW ? sqlite3_column_int(count, 0) : 0;

	sqlite3_finalize(count);
	return tasks;
}

static double now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* kehoach empties a log of this length as soon as the rows are in it. */
static double write_tables(const struct table tables[], size_t count)
{
	double began = now_us();

	run("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON");
	for (size_t i = 0; i < count; i++)
		write_table(&tables[i]);
	run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
	return now_us() - began;
}

int main(int argc, char **argv)
{
	struct table tables[TABLES_MAX];
	size_t count;
	char *attach;

	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (argc != 3 || sqlite3_open(argv[2], &database))
		return 2;
	attach = sqlite3_mprintf("ATTACH %Q AS old", argv[1]);
	run(attach);
	sqlite3_free(attach);
	run("PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA wal_autocheckpoint = 0;"
	    "PRAGMA foreign_keys = ON; PRAGMA cache_size = -12000");
	copy_schema();
	count = read_tables(tables);
	printf("%.2f\n", write_tables(tables, count) / count_tasks());
	for (size_t i = 0; i < count; i++)
		table_release(&tables[i]);
	sqlite3_close(database);
	return 0;
}
