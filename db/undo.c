/*
 * Taking back and doing again, from the journal.
 *
 * Taking a change back is a change itself: its rows are written the other way
 * round, last first, and stand in the journal. Doing it again takes that one
 * back. Nothing is written over what somebody else changed since.
 */
#include <string.h>

#include "core/base/gettext.h"
#include "db/internal.h"

/* --- the journal of one change ------------------------------------------ */

struct entry {
	int step;
	struct change_field field;
};

static void entry_release(struct entry *entry)
{
	change_field_release(&entry->field);
}

struct entry_list {
	struct entry *items;
	size_t count, cap;
};

static void entry_list_release(struct entry_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		entry_release(&list->items[i]);
	free(list->items);
}

struct id_list {
	row_id *items;
	size_t count, cap;
};

/* The last written row first. */
static enum status load_entries(struct db *db, row_id change, struct entry_list *list, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT step, entity, entity_id, field, before, after FROM change_field "
		"WHERE change_id = $1 ORDER BY step DESC, number");

	bind_int(st, 1, change);
	while (sql_row(st)) {
		GROW(list->items, list->count + 1, list->cap);
		list->items[list->count++] = (struct entry){
			.step = column_int(st, 0),
			.field = {
				.entity = column_text(st, 1),
				.entity_id = column_id(st, 2),
				.field = column_text(st, 3),
				.before = column_text(st, 4),
				.after = column_text(st, 5),
			},
		};
	}
	return sql_end(st, err);
}

/* --- one row the other way round ---------------------------------------- */

/* The entries of one written row. */
struct step {
	const struct entity *entity;
	row_id id;
	const struct entry *entries;
	size_t count;
	row_id change;		/* that it belongs to */
	bool marks;		/* which writes obligations as well */
};

static bool same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static const struct change_field *field_of(const struct step *step, const char *name)
{
	for (size_t i = 0; i < step->count; i++)
		if (!strcmp(step->entries[i].field.field, name))
			return &step->entries[i].field;
	return NULL;
}

static enum status conflict(struct db *db, const struct step *step, const char *field, struct error *err)
{
	return journal_conflict(db, step->entity->name, step->id, field, step->change, err);
}

/* What the change left in COLUMN is still there. */
static bool is_left(const struct column *column, const void *record, const char *left)
{
	char *present = column_format(column, record);
	bool holds = same(present, left);

	free(present);
	return holds;
}

/* What marks made of a task's status is settled once they are taken back: those of others count too. */
static bool is_settled_later(const struct step *step, const struct column *column)
{
	return step->marks && step->entity == &task_entity && !strcmp(column->name, "status");
}

static enum status set_back(struct db *db, const struct step *step, void *record, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < step->count; i++) {
		const struct change_field *field = &step->entries[i].field;
		const struct column *column = entity_column(step->entity, field->field);

		if (!column)
			continue;	/* of an older schema */
		if (is_left(column, record, field->after))
			column_parse(column, record, field->before);
		else if (!is_settled_later(step, column))
			status = conflict(db, step, column->name, err);
	}
	return status == OK ? entity_update(db, step->entity, record, err) : status;
}

static enum status remove_again(struct db *db, const struct step *step, const void *record, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < step->entity->editable; i++) {
		const struct column *column = &step->entity->columns[i];
		const struct change_field *field = field_of(step, column->name);

		if (!column->kept && !is_left(column, record, field ? field->after : NULL))
			status = conflict(db, step, column->name, err);
	}
	return status == OK ? entity_delete(db, step->entity, step->id, err) : status;
}

static enum status bring_back(struct db *db, const struct step *step, void *record, struct error *err)
{
	const struct change_field *version = field_of(step, "version");

	memcpy(record, &step->id, sizeof step->id);
	entity_set_version(step->entity, record, version && version->before ? atoi(version->before) + 1 : 1);
	for (size_t i = 0; i < step->count; i++) {
		const struct column *column = entity_column(step->entity, step->entries[i].field.field);

		if (column)
			column_parse(column, record, step->entries[i].field.before);
	}
	return entity_insert(db, step->entity, record, err);
}

/* Rows of others hang on it, or stand where it stood. */
static enum status in_the_way(struct db *db, const struct step *step, const void *record, struct error *err)
{
	row_id plan, task = 0;

	if (step->entity->owner)
		step->entity->owner(record, &plan, &task);
	return task ? journal_conflict_on_task(db, task, step->change, err) : conflict(db, step, NULL, err);
}

static enum status reverse_step(struct db *db, const struct step *step, struct error *err)
{
	const struct change_field *existence = field_of(step, "id");
	void *record = xcalloc(1, step->entity->size);
	enum status status = OK;

	if (existence && !existence->after) {
		status = bring_back(db, step, record, err);
	} else {
		status = entity_load(db, step->entity, step->id, record, err);
		if (status == STATUS_NOT_FOUND)
			status = conflict(db, step, NULL, err);
		else if (status == OK && existence)
			status = remove_again(db, step, record, err);
		else if (status == OK)
			status = set_back(db, step, record, err);
	}
	if (status == STATUS_INVALID)
		status = in_the_way(db, step, record, err);
	step->entity->release(record);
	free(record);
	return status;
}

/* Marks of others may stand beside those taken back: the status says what they all say. */
static enum status settle_task(struct db *db, row_id id, struct error *err)
{
	struct task *task = xcalloc(1, task_entity.size);
	enum status status = db_flush(db, err);

	if (status == OK)
		status = entity_load(db, &task_entity, id, task, err);
	if (status == OK) {
		task->status = task_status_by_marks(task->status, task->obligations, task->obligations_done);
		status = entity_update(db, &task_entity, task, err);
	} else if (status == STATUS_NOT_FOUND) {
		error_clear(err);	/* it went with its obligations */
		status = OK;
	}
	task_entity.release(task);
	free(task);
	return status;
}

/* The tasks whose obligations CHANGE wrote. */
static enum status settle_tasks(struct db *db, row_id change, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT DISTINCT task_id FROM change_field WHERE change_id = $1 AND entity = 'obligation'");
	struct id_list tasks = { 0 };
	enum status status;

	bind_int(st, 1, change);
	while (sql_row(st)) {
		GROW(tasks.items, tasks.count + 1, tasks.cap);
		tasks.items[tasks.count++] = column_id(st, 0);
	}
	status = sql_end(st, err);
	for (size_t i = 0; status == OK && i < tasks.count; i++)
		status = settle_task(db, tasks.items[i], err);
	free(tasks.items);
	return status;
}

static bool has_marks(const struct entry_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].field.entity, obligation_entity.name))
			return true;
	return false;
}

static enum status reverse(struct db *db, row_id change, struct error *err)
{
	struct entry_list list = { 0 };
	enum status status = load_entries(db, change, &list, err);
	bool marks = has_marks(&list);

	for (size_t i = 0; status == OK && i < list.count;) {
		struct step step = {
			.entity = entity_named(list.items[i].field.entity),
			.id = list.items[i].field.entity_id,
			.entries = &list.items[i],
			.change = change,
			.marks = marks,
		};

		if (!step.entity)
			BUG("the journal names a table %s", list.items[i].field.entity);
		while (i < list.count && list.items[i].step == step.entries->step) {
			step.count++;
			i++;
		}
		status = reverse_step(db, &step, err);
	}
	entry_list_release(&list);
	return status == OK ? settle_tasks(db, change, err) : status;
}

/* --- which change ------------------------------------------------------- */

static enum status find(struct db *db, const char *text, const char *who, row_id *id, struct error *err)
{
	struct statement *st = sql(db->driver, text);
	row_id found = 0;
	enum status status;

	bind_text(st, 1, who);
	if (sql_row(st))
		found = column_id(st, 0);
	status = sql_end(st, err);
	if (status == OK)
		*id = found;
	return status;
}

/* The person's last own action that stands. */
static const char last_action[] =
	"SELECT id FROM change WHERE who = $1 AND undoes IS NULL AND undone_by IS NULL "
	"ORDER BY id DESC LIMIT 1";

/* The last one taken back, unless the person did something new since. */
static const char last_undo[] =
	"SELECT id FROM change WHERE who = $1 AND action = 'undo' AND undone_by IS NULL "
	"AND id > (SELECT coalesce(max(n.id), 0) FROM change n WHERE n.who = $1 AND n.undoes IS NULL) "
	"ORDER BY id DESC LIMIT 1";

static enum status set_undone(struct db *db, row_id change, row_id by, struct error *err)
{
	struct statement *st = sql(db->driver, "UPDATE change SET undone_by = $2 WHERE id = $1");

	bind_int(st, 1, change);
	bind_id(st, 2, by);
	return sql_run(st, err);
}

/* Somebody worked in the plan since CHANGE brought it. */
static enum status refuse_when_used(struct db *db, const struct change *change, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT at, who FROM change WHERE plan_id = $1 AND id > $2 AND undoes IS NULL AND undone_by IS NULL "
		"ORDER BY id DESC LIMIT 1");
	char time[TIME_LOCAL_TEXT];
	long long at = 0;
	char *who = NULL;
	enum status status;

	bind_int(st, 1, change->plan_id);
	bind_int(st, 2, change->id);
	if (sql_row(st)) {
		at = column_time(st, 0);
		who = column_text(st, 1);
	}
	status = sql_end(st, err);
	if (status == OK && who)
		status = error_set(err, STATUS_CONFLICT,
				   _("Không rút được kế hoạch vừa nhập: %s đã sửa trong kế hoạch đó lúc %s. "
				     "Nếu vẫn muốn bỏ, hãy để người đó hoàn tác trước."), who, time_vietnamese(at, time));
	free(who);
	return status;
}

/* An import is journaled as one line; taking it back takes its plan out of all lists and loses nothing. */
static enum status withdraw(struct db *db, const struct change *change, struct error *err)
{
	struct plan plan = { 0 };
	enum status status = refuse_when_used(db, change, err);

	if (status == OK)
		status = entity_load(db, &plan_entity, change->plan_id, &plan, err);
	plan.withdrawn = true;
	if (status == OK)
		status = entity_update(db, &plan_entity, &plan, err);
	plan_release(&plan);
	return status;
}

/* In a transaction: take CHANGE back by a change of its own. */
static enum status take_back(struct db *db, const struct change *change, const char *who, const char *action,
			     const char *label, const char *summary, struct error *err)
{
	struct change_intent intent = { .who = who, .action = action, .plan_id = change->plan_id };
	struct strbuf words = STRBUF_INIT;
	enum status status = journal_begin(db, &intent, change->id, err);

	if (status == OK)
		status = change->bulk ? withdraw(db, change, err) : reverse(db, change->id, err);
	if (status == OK)
		status = set_undone(db, change->id, db->journal.change, err);
	strbuf_addf(&words, "%s: %s", label, summary);
	if (status == OK)
		status = journal_end(db, words.text, err);
	strbuf_release(&words);
	return status;
}

static enum status undo_last(struct db *db, const char *who, bool imports, struct change *what, struct error *err)
{
	row_id id = 0;
	enum status status = find(db, last_action, who, &id, err);

	if (status == OK && !id)
		return error_set(err, STATUS_NOT_FOUND, _("Không còn thay đổi nào của bạn để hoàn tác."));
	if (status == OK)
		status = journal_load(db, id, what, err);
	if (status == OK && what->bulk && !imports)
		status = error_set(err, STATUS_DENIED, _("Việc gần nhất của bạn: %s."), what->summary);
	if (status == OK)
		status = take_back(db, what, who, "undo", _("Hoàn tác"), what->summary, err);
	return status;
}

static enum status undo_any(struct db *db, const char *who, struct change *what, struct error *err)
{
	return undo_last(db, who, true, what, err);
}

/* Anything but an import. */
static enum status undo_edit(struct db *db, const char *who, struct change *what, struct error *err)
{
	return undo_last(db, who, false, what, err);
}

static enum status redo_last(struct db *db, const char *who, struct change *what, struct error *err)
{
	struct change undo = { 0 };
	row_id id = 0;
	enum status status = find(db, last_undo, who, &id, err);

	if (status == OK && !id)
		return error_set(err, STATUS_NOT_FOUND, _("Không còn thay đổi nào của bạn để làm lại."));
	if (status == OK)
		status = journal_load(db, id, &undo, err);
	if (status == OK)
		status = journal_load(db, undo.undoes, what, err);
	if (status == OK)
		status = take_back(db, &undo, who, "redo", _("Làm lại"), what->summary, err);
	if (status == OK)
		status = set_undone(db, what->id, 0, err);
	change_release(&undo);
	return status;
}

static enum status in_transaction(struct store *store, const char *who, struct change *what, struct error *err,
				  enum status (*act)(struct db *, const char *, struct change *, struct error *))
{
	struct db *db = db_of(store);
	struct change found = { 0 };
	enum status status = driver_begin(db->driver, false, err);

	if (status == OK)
		status = act(db, who, &found, err);
	if (status == OK)
		status = journal_load_fields(db, found.id, &found.fields, err);
	if (status == OK)
		status = db_end_change(db, err);
	if (status != OK) {
		store->rollback(store);
		change_release(&found);
		return status;
	}
	*what = found;
	return OK;
}

static enum status undo(struct store *store, const char *who, bool imports, struct change *what, struct error *err)
{
	return in_transaction(store, who, what, err, imports ? undo_any : undo_edit);
}

static enum status redo(struct store *store, const char *who, struct change *what, struct error *err)
{
	return in_transaction(store, who, what, err, redo_last);
}

void undo_functions(struct store *store)
{
	store->undo = undo;
	store->redo = redo;
}
