/* What the program remembers of a person. */
#include "db/internal.h"

static enum status setting_get(struct store *store, const char *who, const char *name, char **value,
			       struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, "SELECT value FROM setting WHERE who = $1 AND name = $2");
	char *found = NULL;
	enum status status;

	bind_text(st, 1, who);
	bind_text(st, 2, name);
	if (sql_row(st))
		found = column_text(st, 0);
	status = sql_end(st, err);
	if (status == OK)
		*value = found;
	else
		free(found);
	return status;
}

static enum status settings(struct store *store, const char *who, const char *prefix, struct string_list *names,
			    struct string_list *values, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT name, value FROM setting WHERE who = $1 AND substr(name, 1, length($2)) = $2 ORDER BY name");

	bind_text(st, 1, who);
	bind_text(st, 2, prefix);
	while (sql_row(st)) {
		string_list_add_owned(names, column_text(st, 0));
		string_list_add_owned(values, column_text(st, 1));
	}
	return sql_end(st, err);
}

static enum status forget(struct driver *driver, const char *who, const char *name, struct error *err)
{
	struct statement *st = sql(driver, "DELETE FROM setting WHERE who = $1 AND name = $2");

	bind_text(st, 1, who);
	bind_text(st, 2, name);
	return sql_run(st, err);
}

static enum status write_value(struct driver *driver, const char *who, const char *name, const char *value,
			       struct error *err)
{
	struct statement *st = sql(driver,
		"INSERT INTO setting (who, name, value) VALUES ($1, $2, $3) "
		"ON CONFLICT (who, name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value");

	bind_text(st, 1, who);
	bind_text(st, 2, name);
	bind_text(st, 3, value);
	return sql_run(st, err);
}

static enum status setting_put(struct store *store, const char *who, const char *name, const char *value, bool wait,
			       struct error *err)
{
	struct driver *driver = db_of(store)->driver;
	enum status status = wait ? driver_begin(driver, false, err) : driver_begin_at_once(driver, err);

	if (status != OK)
		return status;
	status = value ? write_value(driver, who, name, value, err) : forget(driver, who, name, err);
	if (status == OK)
		status = driver_commit(driver, err);
	if (status != OK)
		driver_rollback(driver);
	return status;
}

void setting_functions(struct store *store)
{
	store->setting_get = setting_get;
	store->settings = settings;
	store->setting_put = setting_put;
}
