/*
 * task.h: what the searching and the checking files need of tasks.
 */
#ifndef DB_TASK_H
#define DB_TASK_H

#include "db/internal.h"
#include "db/words.h"

/* Of `task t JOIN section s`, as task_row_read() takes them. The text is not read. */
#define TASK_ROW_COLUMNS \
	"t.id, t.version, t.plan_id, t.section_id, t.position, t.status, t.inherited, t.deadline_kind, t.start, " \
	"t.due, t.every, t.deadline, t.title, t.product, NULL, t.source_id, t.first_line, t.last_line, t.certainty, NULL, " \
	"t.continues, t.decided, t.renews, NULL, t.leads, t.obligations, t.obligations_done, t.done_on, t.next_due, t.place, s.path"

void task_row_read(const struct statement *st, struct task_row *row);
/* The labels of the leads, once the rows are read. */
enum status task_rows_finish(struct db *db, struct task_row_list *list, struct error *err);
void task_rows_reverse(struct task_row_list *list);

/* What the search compares: title and text without marks. Appends to OUT. */
void task_search_key(const struct task *task, struct strbuf *out);

#endif
