/*
 * task_row.h: how a task or a section looks as one line of a list.
 *
 * Signs: ✓ done, ! overdue, · open, = suspended, - cancelled, ▾ and ▸ folds;
 * the state says the same in words. Pure: what it needs comes as arguments.
 */
#ifndef TUI_TASK_ROW_H
#define TUI_TASK_ROW_H

#include "core/store.h"
#include "tui/layout.h"

const char *task_sign(const struct task *task, struct date today, enum role_style *style);

/* "xong", "12/31 trễ 84", "còn 5 ngày"; appends, translated. */
void task_state(const struct task *task, struct date today, struct strbuf *out);

/* "Quá hạn 84 ngày", "Còn 5 ngày", "Hết hạn hôm nay"; "" where nothing is due. Appends. */
void task_due_words(const struct task *task, struct date today, struct strbuf *out);

/* FULL_PATH: "II.1-2", where the sections do not stand around it. */
void draw_task_row(struct surface *surface, int row, const struct task_columns *at,
		   const struct task_row *task,
		   struct date today, bool full_path);
void draw_section_row(struct surface *surface, int row, const struct task_columns *at,
		      const struct section_row *section,
		      bool folded);
void draw_task_heads(struct surface *surface, int row, const struct task_columns *at, const char *first);

/* The cursor: a sign and a highlight up to the path, in one piece: fifty bytes a key, not two hundred. */
void draw_cursor(struct surface *surface, int row, const struct task_columns *at);
void draw_picked(struct surface *surface, int row, const struct task_columns *at);

#endif
