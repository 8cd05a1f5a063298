/*
 * quick.h: new tasks out of lines that say everything of them (core/plan/quick_line.h).
 *
 * A line is read without writing anything, so that what was understood can be shown while it is typed; then one line
 * or many are added in one step.
 */
#ifndef WORKBENCH_QUICK_H
#define WORKBENCH_QUICK_H

#include "core/workbench/typed_bodies.h"
#include "core/workbench/workbench.h"

struct quick_task {
	char *title;
	row_id plan, section;
	char *section_path;
	struct typed_body_list leads, coordinators;	/* all understood */
	struct deadline deadline;
	struct string_list areas, tags;		/* an area has its name in the plan; a tag may be new */
};

void quick_task_release(struct quick_task *task);

/*
 * SECTION is where it belongs unless the line says otherwise; 0: it must. What cannot be used is told in the error,
 * and OUT is left as it was.
 */
enum status workbench_quick_read(struct workbench *wb, row_id plan, row_id section, const char *text, struct quick_task *out,
				 struct error *err);

/* "II.1 · chủ trì: Sở Nội vụ · hết hạn 31/8/2013 …", translated; appends. */
void quick_task_explain(const struct quick_task *task, struct strbuf *out);

/* Inside a step; ID gets the new task. */
enum status quick_add_in_step(struct workbench *wb, const struct quick_task *task, row_id *id, struct error *err);
/* All in one step, in their order. IDS gets the new tasks. */
enum status workbench_quick_add(struct workbench *wb, const struct quick_task *tasks, size_t count, struct task_ids *ids,
				struct error *err);

#endif
