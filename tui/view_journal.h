/*
 * view_journal.h: who changed what, and when, newest first: of the open plan or
 * of one task.
 */
#ifndef TUI_VIEW_JOURNAL_H
#define TUI_VIEW_JOURNAL_H

#include "tui/app.h"

/* TASK 0: the whole plan. TITLE is translated and copied. */
struct view *journal_view_new(row_id plan, row_id task, const char *title);

#endif
