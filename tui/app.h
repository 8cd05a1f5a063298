/*
 * app.h: the workbench without a terminal: a stack of views, the way a key
 * travels, the line at the bottom, and what a person typed but did not finish.
 *
 * Keys go in, a surface comes out: tests drive it so. tui/loop connects it to a
 * terminal. The only place under tui/ that shows errors.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "core/viet/input.h"
#include "core/workbench/importer.h"
#include "core/workbench/preferences.h"
#include "tui/action.h"
#include "tui/view.h"

enum {
	APP_MIN_ROWS = 10,
	APP_MIN_COLUMNS = 40,
	APP_ROWS_FOR_MORE_HINTS = 16,
};

/* A text that was left without being accepted, to be there when its field opens again. */
struct unfinished {
	char *field;
	char *text;		/* NULL: it was accepted */
	bool changed;		/* since it was kept beyond this session */
};

/* What was accepted in fields of one kind ("deadline"), the oldest first. */
struct history {
	char *kind;
	struct string_list texts;
	bool changed;		/* since it was kept beyond this session */
};

struct app {
	struct workbench *wb;		/* borrowed */
	struct importer *importer;	/* borrowed; reads files */
	struct plan plan;		/* the open one; id 0: none */
	row_id agency;			/* where the cursor of the register stands, also while it is closed */
	struct view **views;		/* the last one has the keys */
	int depth;
	size_t views_cap;
	struct strbuf message;		/* shown until the next key */
	bool complaint;			/* the message is an error */
	struct command_reader reader;
	int held;			/* backspaces that may be the input method's, about the letter of a command */
	struct viet_input input;	/* of the field that has the keys */
	struct preferences preferences;	/* of the person */
	bool typing_changed;		/* how the person types was changed and is not remembered yet */
	struct unfinished *unfinished;
	size_t unfinished_count, unfinished_cap;
	const struct action *run;	/* what runs down a column; NULL: nothing */
	struct view *run_view;		/* the list that it runs down, while there is a run */
	struct history *histories;
	size_t history_count, history_cap;
	bool too_small;
	bool leaving;
	bool rest_due;			/* something waits for the keys to be quiet */
	bool repaint;			/* everything is to be sent to the terminal again */
	bool suspend;
	bool acted;			/* the person did something that others were not told of */
};

void app_init(struct app *app, struct workbench *wb, struct importer *importer);
void app_release(struct app *app);

/* The app takes VIEW over and puts it on top. */
void app_push(struct app *app, struct view *view);
/* Free VIEW, wherever it stands in the stack. The last view of all stays. */
void app_remove(struct app *app, struct view *view);
/* Free all views above the lowest one, and put VIEW on it (NULL: nothing). */
void app_show(struct app *app, struct view *view);
/* Free all views and put VIEW in their place. */
void app_home(struct app *app, struct view *view);
struct view *app_top(const struct app *app);
/* The nearest view of that context below the top, NULL without one. */
struct view *app_find(const struct app *app, unsigned context);

/* Make PLAN the open one. */
enum status app_open_plan(struct app *app, row_id plan, struct error *err);

/* What the view acts on; release with target_release(). */
void app_target(const struct app *app, const struct view *view, struct target *target);

void app_say(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Show the sentence of ERR, and empty it. */
void app_complain(struct app *app, struct error *err);

/* A field was accepted and is closed: the next one of a run (tui/act_run.c). */
void app_run_on(struct app *app);

/* --- driven by the loop, or by a test ----------------------------------- */

void app_key(struct app *app, const struct key *key);
/* Run ACTION on VIEW as if its key had been pressed. */
void app_run(struct app *app, struct view *view, const struct action *action);
/* The keys have been quiet for a while. */
void app_rest(struct app *app);
/* Somebody else changed the store. */
void app_stale(struct app *app);
/* Bring what is on the screen up to date and draw it. */
void app_draw(struct app *app, struct surface *surface);

/* What was accepted in fields like FIELD; NULL: nothing. A field's name begins with its kind, up to ":". */
const struct string_list *app_history(const struct app *app, const char *field);
void app_remember(struct app *app, const char *field, const char *text);
/* Take over what was accepted when the person was here before. */
void app_restore_histories(struct app *app);
/* Keep the newest of all kinds beyond this session. */
void app_store_histories(struct app *app);

/* Nothing happens. True: what the top view shows is another than before. */
bool app_look(struct app *app);

/* Tell other sessions what is on the screen, if a key came since. */
void app_tell_here(struct app *app);

/* --- unfinished texts --------------------------------------------------- */

/* The text left in FIELD, or NULL; the app's until the next call. */
const char *app_unfinished(const struct app *app, const char *field);
/* Keep TEXT (NULL: forget it). */
void app_keep_unfinished(struct app *app, const char *field, const char *text);
/* Take over what was left when the person was last here, and say so. */
void app_restore_unfinished(struct app *app);
/* Keep all texts beyond this session, those too that stand in open fields. */
void app_store_unfinished(struct app *app);

#endif
