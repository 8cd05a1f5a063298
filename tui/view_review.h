/*
 * view_review.h: a file before it is stored: each stretch of its words with what
 * was understood beneath, and keys to put right what was not.
 *
 * Every decision is kept as it is made: leaving, or a lost connection, loses none.
 */
#ifndef TUI_VIEW_REVIEW_H
#define TUI_VIEW_REVIEW_H

#include "core/workbench/review.h"
#include "tui/app.h"

/* Takes REVIEWING over. */
struct view *review_view_new(struct reviewing *reviewing);
/* Put the review kept as ID on top. NEW_VERSION: that it takes the place of a stored plan was said already. */
enum status review_view_open(struct app *app, row_id id, bool new_version, struct error *err);

#endif
