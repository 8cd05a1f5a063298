/*
 * act_agency.h: what pickers and forms of agencies have in common.
 */
#ifndef TUI_ACT_AGENCY_H
#define TUI_ACT_AGENCY_H

#include "tui/picker.h"

struct picker_item agency_picker_item(const struct agency *agency, bool picked);

/* For picker_spec.add: put what was typed into the register as an agency. */
enum status agency_add_typed(void *context, struct app *app, const char *text, struct picker_item *item,
			     struct error *err);

/* "Sở A; Sở B", as a person types several; appends. */
void split_names(const char *text, struct string_list *names);

#endif
