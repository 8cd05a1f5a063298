/*
 * view_changes.h: what a corrected file changes of the plan that is stored, to be read before it takes that one's place.
 */
#ifndef TUI_VIEW_CHANGES_H
#define TUI_VIEW_CHANGES_H

#include "tui/app.h"

/*
 * Takes the sentences of CHANGES over. STORE is asked by F2, with CONTEXT, which lives as long as the view below.
 */
struct view *changes_view_new(struct string_list *changes, void (*store)(void *context, struct app *app), void *context);

#endif
