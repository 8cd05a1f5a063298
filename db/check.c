/* Everything that must hold in a database, asked one by one. */
#include "db/check.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"
#include "db/db.h"
#include "db/task.h"

enum { SHOWN_MAX = 20 };	/* of one kind of problem */

static void add_problem(struct string_list *problems, const char *sentence, const char *where)
{
	if (problems)
		string_list_add_owned(problems, xasprintf("%s (%s)", sentence, where));
}

/* --- the file ----------------------------------------------------------- */

static enum status check_pages(struct driver *driver, struct string_list *problems, int *found, struct error *err)
{
	struct statement *st = sql(driver, "PRAGMA integrity_check");

	while (sql_row(st)) {
		const char *words = column_peek(st, 0);

		if (!words || strcmp(words, "ok") != 0) {
			add_problem(problems, _("Tệp cơ sở dữ liệu bị hỏng."), words ? words : "?");
			++*found;
		}
	}
	return sql_end(st, err);
}

static enum status check_references(struct driver *driver, struct string_list *problems, int *found, struct error *err)
{
	struct statement *st = sql(driver, "PRAGMA foreign_key_check");

	while (sql_row(st)) {
		char *where = xasprintf("%s %lld", column_peek(st, 0), column_id(st, 1));

		if (++*found <= SHOWN_MAX)
			add_problem(problems, _("Một dòng nhắc đến dữ liệu không có."), where);
		free(where);
	}
	return sql_end(st, err);
}

static enum status damaged(struct driver *driver, int found, struct error *err)
{
	if (!found)
		return OK;
	return error_set(err, STATUS_CORRUPT,
			 _("Cơ sở dữ liệu «%s» có %d chỗ sai; đừng ghi thêm vào đó, hãy khôi phục từ bản sao lưu gần nhất."),
			 driver_path(driver), found);
}

enum status check_file(struct driver *driver, struct string_list *problems, struct error *err)
{
	int found = 0;
	enum status status = check_pages(driver, problems, &found, err);

	if (status == OK)
		status = check_references(driver, problems, &found, err);
	return status == OK ? damaged(driver, found, err) : status;
}

/* --- what the program keeps --------------------------------------------- */

/* A statement that gives a row, with a name for it, for each thing that does not hold. */
struct rule {
	const char *sentence;
	const char *text;
};

static const struct rule rules[] = {
	{ N_("Bộ đếm của kế hoạch không khớp với các nhiệm vụ."),
	  "SELECT p.id FROM plan p LEFT JOIN plan_progress c ON c.plan_id = p.id WHERE "
	  "coalesce(c.tasks, 0) <> (SELECT count(*) FROM task t WHERE t.place > p.id * 17592186044416 "
	  "AND t.place < (p.id + 1) * 17592186044416 AND t.status <> 'cancelled') OR "
	  "coalesce(c.done, 0) <> (SELECT count(*) FROM task t WHERE t.place > p.id * 17592186044416 "
	  "AND t.place < (p.id + 1) * 17592186044416 AND t.status = 'done')" },
	{ N_("Bộ đếm của mục không khớp với các nhiệm vụ."),
	  "WITH RECURSIVE own (id, own_tasks, tasks, done) AS "
	  "(SELECT section_id, count(*), sum(CASE WHEN status <> 'cancelled' THEN 1 ELSE 0 END), "
	  "sum(CASE WHEN status = 'done' THEN 1 ELSE 0 END) FROM task GROUP BY section_id), "
	  "above (id, own_tasks, tasks, done) AS (SELECT id, own_tasks, tasks, done FROM own UNION ALL "
	  "SELECT s.parent_id, 0, a.tasks, a.done FROM above a JOIN section s ON s.id = a.id "
	  "WHERE s.parent_id IS NOT NULL), "
	  "whole (id, own_tasks, tasks, done) AS "
	  "(SELECT id, sum(own_tasks), sum(tasks), sum(done) FROM above GROUP BY id) "
	  "SELECT s.path FROM section s LEFT JOIN whole w ON w.id = s.id "
	  "LEFT JOIN section_progress c ON c.section_id = s.id "
	  "WHERE coalesce(w.own_tasks, 0) <> coalesce(c.own_tasks, 0) OR coalesce(w.tasks, 0) <> coalesce(c.tasks, 0) "
	  "OR coalesce(w.done, 0) <> coalesce(c.done, 0)" },
	{ N_("Bộ đếm theo ngày hết hạn không khớp với các nhiệm vụ."),
	  "WITH whole (plan_id, due, tasks) AS (SELECT plan_id, next_due, count(*) FROM task "
	  "WHERE next_due IS NOT NULL AND status IN ('open', 'doing') GROUP BY plan_id, next_due) "
	  "SELECT d.due FROM due_day d LEFT JOIN whole w ON w.plan_id = d.plan_id AND w.due = d.due "
	  "WHERE d.tasks <> coalesce(w.tasks, 0) UNION ALL "
	  "SELECT w.due FROM whole w LEFT JOIN due_day d ON w.plan_id = d.plan_id AND w.due = d.due "
	  "WHERE d.due IS NULL" },
	{ N_("Số cơ quan chủ trì của nhiệm vụ không khớp với danh sách giao việc."),
	  "SELECT t.id FROM task t WHERE t.leads <> "
	  "(SELECT count(*) FROM assignment a WHERE a.task_id = t.id AND a.role = 'lead')" },
	{ N_("Số phần việc của nhiệm vụ không khớp với từng phần việc."),
	  "SELECT t.id FROM task t WHERE "
	  "t.obligations <> (SELECT count(*) FROM obligation o WHERE o.task_id = t.id AND o.state <> 'closed') OR "
	  "t.obligations_done <> (SELECT count(*) FROM obligation o WHERE o.task_id = t.id AND o.state = 'done') OR "
	  "t.done_on IS DISTINCT FROM "
	  "(SELECT max(o.done_on) FROM obligation o WHERE o.task_id = t.id AND o.state = 'done')" },
	{ N_("Ngày đến hạn kế tiếp của nhiệm vụ không khớp với từng phần việc."),
	  "SELECT t.id FROM task t WHERE t.next_due IS DISTINCT FROM " NEXT_DUE },
	{ N_("Thứ tự của nhiệm vụ không khớp với mục chứa nó."),
	  "SELECT t.id FROM task t JOIN section s ON s.id = t.section_id WHERE s.plan_id <> t.plan_id OR "
	  "t.place <> t.plan_id * 17592186044416 + s.seq * 4194304 + t.position" },
	{ N_("Nhật ký không khớp: thay đổi bị hoàn tác không trỏ lại đúng."),
	  "SELECT c.id FROM change c JOIN change u ON u.id = c.undone_by WHERE u.undoes <> c.id" },
};

static enum status check_rule(struct db *db, const struct rule *rule, struct string_list *problems, int *found,
			      struct error *err)
{
	struct statement *st = sql(db->driver, rule->text);

	while (sql_row(st))
		if (++*found <= SHOWN_MAX)
			add_problem(problems, _(rule->sentence), column_peek(st, 0));
	return sql_end(st, err);
}

static enum status check_search_keys(struct db *db, struct string_list *problems, int *found, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT id, title, text, search_key FROM task");
	struct strbuf key = STRBUF_INIT;

	while (sql_row(st)) {
		struct task task = { .title = column_text(st, 1), .text = column_text(st, 2) };

		strbuf_clear(&key);
		task_search_key(&task, &key);
		if (strcmp(key.text, column_peek(st, 3)) != 0 && ++*found <= SHOWN_MAX)
			add_problem(problems, _("Khóa tìm kiếm của nhiệm vụ không đúng với lời văn."), column_peek(st, 0));
		task_release(&task);
	}
	strbuf_release(&key);
	return sql_end(st, err);
}

static enum status check_sort_keys(struct db *db, struct string_list *problems, int *found, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT id, name, sort_key FROM agency");
	struct strbuf key = STRBUF_INIT;

	while (sql_row(st)) {
		const char *name = column_peek(st, 1);

		strbuf_clear(&key);
		viet_sort_key(name, strlen(name), &key);
		if (strcmp(key.text, column_peek(st, 2)) != 0 && ++*found <= SHOWN_MAX)
			add_problem(problems, _("Khóa sắp xếp của cơ quan không đúng với tên."), column_peek(st, 0));
	}
	strbuf_release(&key);
	return sql_end(st, err);
}

/* Asked by a statement that writes nothing but wants the writer's lock. */
static enum status check_search_index(struct db *db, struct string_list *problems, int *found, struct error *err)
{
	enum status status = driver_begin(db->driver, false, err);

	if (status != OK)
		return status;
	status = sql_run(sql(db->driver, "INSERT INTO task_search (task_search, rank) VALUES ('integrity-check', 1)"),
			 err);
	driver_rollback(db->driver);
	if (status == STATUS_CORRUPT) {
		++*found;
		add_problem(problems, _("Chỉ mục tìm kiếm không khớp với các nhiệm vụ."), "task_search");
		error_clear(err);
		status = OK;
	}
	return status;
}

/* --- the journal -------------------------------------------------------- */

/*
 * The last thing journaled of each field must be what stands in its row. Bulk changes are not journaled
 * row by row: what is older than one says nothing.
 */
static const char last_fields[] =
	"SELECT f.entity, f.entity_id, f.field, f.after FROM change_field f "
	"WHERE NOT EXISTS (SELECT 1 FROM change b WHERE b.bulk = 1 AND b.id > f.change_id) AND "
	"NOT EXISTS (SELECT 1 FROM change_field n WHERE n.entity = f.entity AND n.entity_id = f.entity_id AND "
	"n.field = f.field AND (n.change_id, n.number) > (f.change_id, f.number)) "
	"ORDER BY f.entity, f.entity_id, CASE f.field WHEN 'id' THEN 0 ELSE 1 END";

/* The row that the fields at hand are about. */
struct subject {
	const struct entity *entity;
	row_id id;
	void *record;		/* NULL: not in the storage */
};

static void subject_release(struct subject *subject)
{
	if (subject->record)
		subject->entity->release(subject->record);
	free(subject->record);
	*subject = (struct subject){ 0 };
}

static enum status subject_load(struct db *db, struct subject *subject, const char *name, row_id id, struct error *err)
{
	enum status status;

	if (subject->entity && !strcmp(subject->entity->name, name) && subject->id == id)
		return OK;
	subject_release(subject);
	subject->entity = entity_named(name);
	subject->id = id;
	if (!subject->entity)
		return OK;
	subject->record = xcalloc(1, subject->entity->size);
	status = entity_load(db, subject->entity, id, subject->record, err);
	if (status == STATUS_NOT_FOUND) {
		error_clear(err);
		free(subject->record);
		subject->record = NULL;
		return OK;
	}
	return status;
}

static bool field_stands(const struct subject *subject, const char *field, const char *after)
{
	const struct column *column;
	char *present;
	bool same;

	if (!subject->entity)
		return false;
	if (!strcmp(field, "id"))
		return !after == !subject->record;
	column = entity_column(subject->entity, field);
	if (!column || !subject->record)
		return !after || !column;
	present = column_format(column, subject->record);
	same = after && present ? !strcmp(after, present) : !after == !present;
	free(present);
	return same;
}

static enum status check_journal(struct db *db, struct string_list *problems, int *found, struct error *err)
{
	struct statement *st = sql(db->driver, last_fields);
	struct subject subject = { 0 };
	enum status status = OK, ended;

	while (status == OK && sql_row(st)) {
		const char *entity = column_peek(st, 0), *field = column_peek(st, 2);

		status = subject_load(db, &subject, entity, column_id(st, 1), err);
		if (status == OK && !field_stands(&subject, field, column_peek(st, 3)) && ++*found <= SHOWN_MAX) {
			char *where = xasprintf("%s %lld, %s", entity, column_id(st, 1), field);

			add_problem(problems, _("Nhật ký không khớp với dữ liệu."), where);
			free(where);
		}
	}
	ended = sql_end(st, status == OK ? err : NULL);
	subject_release(&subject);
	return status == OK ? ended : status;
}

/* --- all of it ---------------------------------------------------------- */

static enum status check_kept(struct db *db, struct string_list *problems, int *found, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < sizeof rules / sizeof *rules; i++)
		status = check_rule(db, &rules[i], problems, found, err);
	if (status == OK)
		status = check_search_keys(db, problems, found, err);
	if (status == OK)
		status = check_sort_keys(db, problems, found, err);
	if (status == OK)
		status = check_journal(db, problems, found, err);
	return status;
}

enum status db_check(struct store *store, struct string_list *problems, struct error *err)
{
	struct db *db = db_of(store);
	int found = 0;
	enum status status = check_file(db->driver, problems, err);

	if (status != OK)
		return status;
	status = db_read(db, err);
	if (status != OK)
		return status;
	status = check_kept(db, problems, &found, err);
	db_read_end(db);
	if (status == OK)
		status = check_search_index(db, problems, &found, err);
	return status == OK ? damaged(db->driver, found, err) : status;
}
