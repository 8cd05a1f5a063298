/*
 * Reviews that are not finished: the file, and what was decided so far. They are
 * nobody's plan yet, so neither journaled nor taken back; each call is a short transaction.
 */
#include "core/base/gettext.h"
#include "db/internal.h"

/* --- reading ------------------------------------------------------------ */

#define COLUMNS "r.id, r.plan_id, r.name, r.encoding, r.who, r.at, " \
		"(SELECT count(*) FROM hint h WHERE h.review_id = r.id)"

static void read_review(const struct statement *st, struct review *review)
{
	review->id = column_id(st, 0);
	review->plan_id = column_id(st, 1);
	review->source.name = column_text(st, 2);
	review->source.encoding = column_text(st, 3);
	review->who = column_text(st, 4);
	review->at = column_time(st, 5);
	review->decisions = column_int(st, 6);
}

static enum status review_list(struct store *store, struct review_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, "SELECT " COLUMNS " FROM review r ORDER BY r.id");
	enum status status;

	while (sql_row(st)) {
		struct review review = { 0 };

		read_review(st, &review);
		review_list_add(list, &review);
	}
	status = sql_end(st, err);
	if (status != OK)
		review_list_clear(list);
	return status;
}

static enum status read_hints(struct db *db, row_id review, struct hint_list *list, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT paragraph, start, kind, value, who, at, number, carried FROM hint WHERE review_id = $1 ORDER BY number");

	bind_int(st, 1, review);
	while (sql_row(st)) {
		struct hint hint = { .at = { column_int(st, 0), column_int(st, 1) } };

		/* A word of a newer program: what it decided is left out, and may be decided again. */
		if (!hint_kind_from_word(column_peek(st, 2), &hint.kind))
			continue;
		hint.value = column_text(st, 3);
		hint.who = column_text(st, 4);
		hint.when = column_time(st, 5);
		hint.number = column_int(st, 6);
		hint.carried = column_int(st, 7) != 0;
		hint_list_add(list, &hint);
	}
	return sql_end(st, err);
}

static enum status gone(struct error *err)
{
	return error_set(err, STATUS_NOT_FOUND, _("Bản xem lại này không còn: đã được lưu hoặc đã bỏ."));
}

static enum status review_get(struct store *store, row_id id, struct review *review, struct error *err)
{
	struct db *db = db_of(store);
	struct review found = { 0 };
	struct statement *st;
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	st = sql(db->driver, "SELECT " COLUMNS ", f.bytes FROM review r JOIN file f ON f.id = r.file_id WHERE r.id = $1");
	bind_int(st, 1, id);
	if (sql_row(st)) {
		read_review(st, &found);
		found.source.bytes = column_bytes(st, 7, &found.source.length);
	}
	status = sql_end(st, err);
	if (status == OK && !found.id)
		status = gone(err);
	if (status == OK)
		status = read_hints(db, id, &found.hints, err);
	db_read_end(db);
	if (status == OK)
		*review = found;
	else
		review_release(&found);
	return status;
}

static enum status check_is_there(struct db *db, row_id review, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT 1 FROM review WHERE id = $1");
	bool found;
	enum status status;

	bind_int(st, 1, review);
	found = sql_row(st);
	status = sql_end(st, err);
	return status == OK && !found ? gone(err) : status;
}

static enum status hints(struct store *store, row_id review, struct hint_list *list, struct error *err)
{
	struct db *db = db_of(store);
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = check_is_there(db, review, err);
	if (status == OK)
		status = read_hints(db, review, list, err);
	db_read_end(db);
	return status;
}

static enum status review_by_source(struct store *store, const char *bytes, size_t length, row_id plan, row_id *id,
				    struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT r.id FROM file f JOIN review r ON r.file_id = f.id "
		"WHERE f.length = $1 AND f.bytes = $2 AND coalesce(r.plan_id, 0) = $3 ORDER BY r.id LIMIT 1");
	row_id found = 0;
	enum status status;

	bind_int(st, 1, (long long)length);
	bind_bytes(st, 2, bytes, length);
	bind_int(st, 3, plan);
	if (sql_row(st))
		found = column_id(st, 0);
	status = sql_end(st, err);
	if (status == OK && !found)
		return error_set(err, STATUS_NOT_FOUND, _("Tệp này không có bản xem lại nào đang dở."));
	if (status == OK)
		*id = found;
	return status;
}

/* --- writing ------------------------------------------------------------ */

struct step {
	row_id review;
	struct review *record;
	const struct hint *hint;
	int number;
};

static enum status in_transaction(struct store *store, const struct step *step, struct error *err,
				  enum status (*act)(struct db *, const struct step *, struct error *))
{
	struct db *db = db_of(store);
	enum status status = driver_begin(db->driver, false, err);

	if (status != OK)
		return status;
	status = act(db, step, err);
	if (status == OK)
		status = driver_commit(db->driver, err);
	if (status != OK)
		driver_rollback(db->driver);
	return status;
}

/* Somebody came in between, or the review is gone. */
static enum status not_the_last(struct db *db, row_id review, struct error *err)
{
	enum status status = check_is_there(db, review, err);

	if (status != OK)
		return status;
	return error_set(err, STATUS_CONFLICT, _("Người khác vừa quyết định trong bản xem lại này; hãy xem lại rồi làm tiếp."));
}

static enum status insert_hint(struct db *db, row_id review, const struct hint *hint, struct error *err)
{
	struct statement *st = sql(db->driver,
		"INSERT INTO hint (review_id, number, paragraph, start, kind, value, who, at, carried) "
		"SELECT r.id, $9, $2, $3, $4, $5, $6, $7, $8 FROM review r WHERE r.id = $1 AND "
		"$9 = (SELECT coalesce(max(h.number), 0) + 1 FROM hint h WHERE h.review_id = r.id)");
	int rows = 0;
	enum status status;

	bind_int(st, 1, review);
	bind_int(st, 2, hint->at.paragraph);
	bind_int(st, 3, hint->at.start);
	bind_text(st, 4, hint_kind_word(hint->kind));
	bind_text(st, 5, hint->value);
	bind_text(st, 6, hint->who);
	bind_time(st, 7, hint->when);
	bind_int(st, 8, hint->carried);
	bind_int(st, 9, hint->number);
	status = sql_run_counting(st, &rows, err);
	return status == OK && !rows ? not_the_last(db, review, err) : status;
}

static enum status insert(struct db *db, const struct step *step, struct error *err)
{
	struct review *review = step->record;
	struct statement *st;
	row_id file = 0;
	enum status status = keep_file(db, review->source.bytes, review->source.length, &file, err);

	if (status != OK)
		return status;
	st = sql(db->driver,
		 "INSERT INTO review (id, plan_id, file_id, name, encoding, who, at) "
		 "SELECT coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6 FROM review RETURNING id");
	bind_id(st, 1, review->plan_id);
	bind_int(st, 2, file);
	bind_text(st, 3, review->source.name);
	bind_text(st, 4, review->source.encoding);
	bind_text(st, 5, review->who);
	bind_time(st, 6, review->at);
	while (sql_row(st))
		review->id = column_id(st, 0);
	status = sql_end(st, err);
	for (size_t i = 0; status == OK && i < review->hints.count; i++) {
		review->hints.items[i].number = (int)i + 1;
		status = insert_hint(db, review->id, &review->hints.items[i], err);
	}
	return status;
}

static enum status review_insert(struct store *store, struct review *review, struct error *err)
{
	struct step step = { .record = review };

	return in_transaction(store, &step, err, insert);
}

static enum status run_on_review(struct db *db, const char *text, row_id review, struct error *err)
{
	struct statement *st = sql(db->driver, text);

	bind_int(st, 1, review);
	return sql_run(st, err);
}

/* The bytes go with it, unless a plan was made of them. */
static enum status delete(struct db *db, const struct step *step, struct error *err)
{
	static const char *const texts[] = {
		"DELETE FROM hint WHERE review_id = $1",
		"DELETE FROM review WHERE id = $1",
	};
	enum status status = OK;

	for (size_t i = 0; status == OK && i < sizeof texts / sizeof *texts; i++)
		status = run_on_review(db, texts[i], step->review, err);
	if (status == OK)
		status = sql_run(sql(db->driver,
			"DELETE FROM file WHERE NOT EXISTS (SELECT 1 FROM source s WHERE s.file_id = file.id) "
			"AND NOT EXISTS (SELECT 1 FROM review r WHERE r.file_id = file.id) "
			"AND NOT EXISTS (SELECT 1 FROM change_field c WHERE c.entity = 'source' AND c.field = 'file_id' "
			"AND c.after = CAST(file.id AS TEXT))"), err);
	return status;
}

static enum status review_delete(struct store *store, row_id review, struct error *err)
{
	struct step step = { .review = review };

	return in_transaction(store, &step, err, delete);
}

static enum status add_hint(struct db *db, const struct step *step, struct error *err)
{
	return insert_hint(db, step->review, step->hint, err);
}

static enum status hint_insert(struct store *store, row_id review, const struct hint *hint, struct error *err)
{
	struct step step = { .review = review, .hint = hint };

	return in_transaction(store, &step, err, add_hint);
}

static enum status drop_hint(struct db *db, const struct step *step, struct error *err)
{
	struct statement *st = sql(db->driver,
		"DELETE FROM hint WHERE review_id = $1 AND number = $2 AND "
		"number = (SELECT max(h.number) FROM hint h WHERE h.review_id = $1)");
	int rows = 0;
	enum status status;

	bind_int(st, 1, step->review);
	bind_int(st, 2, step->number);
	status = sql_run_counting(st, &rows, err);
	return status == OK && !rows ? not_the_last(db, step->review, err) : status;
}

static enum status hint_drop(struct store *store, row_id review, int number, struct error *err)
{
	struct step step = { .review = review, .number = number };

	return in_transaction(store, &step, err, drop_hint);
}

void review_functions(struct store *store)
{
	store->review_list = review_list;
	store->review_get = review_get;
	store->review_by_source = review_by_source;
	store->review_insert = review_insert;
	store->review_delete = review_delete;
	store->hints = hints;
	store->hint_insert = hint_insert;
	store->hint_drop = hint_drop;
}
