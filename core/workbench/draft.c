/* Texts that a person left without accepting them, kept as settings until they are. */
#include <stdlib.h>
#include <string.h>

#include "core/workbench/internal.h"

static const char prefix[] = "draft:";

enum status workbench_drafts(struct workbench *wb, struct string_list *fields, struct string_list *texts, struct error *err)
{
	struct string_list names = { 0 };
	enum status status = wb->store->settings(wb->store, wb->user, prefix, &names, texts, err);

	for (size_t i = 0; status == OK && i < names.count; i++)
		string_list_add(fields, names.items[i] + strlen(prefix));
	string_list_release(&names);
	return status;
}

enum status workbench_keep_draft(struct workbench *wb, const char *field, const char *text, struct error *err)
{
	char *name = xasprintf("%s%s", prefix, field);
	enum status status = wb->store->setting_put(wb->store, wb->user, name, text, true, err);

	free(name);
	return status;
}
