/* What is remembered of a person under names of its own: texts left unaccepted, filters that were given a name, what was accepted before. */
#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/workbench/internal.h"

static const char draft[] = "draft:", saved[] = "filter:", history[] = "history:";

/* Names come without the prefix. */
static enum status list_remembered(struct workbench *wb, const char *prefix, struct string_list *names, struct string_list *values,
				   struct error *err)
{
	struct string_list whole = { 0 };
	enum status status = wb->store->settings(wb->store, wb->user, prefix, &whole, values, err);

	for (size_t i = 0; status == OK && i < whole.count; i++)
		string_list_add(names, whole.items[i] + strlen(prefix));
	string_list_release(&whole);
	return status;
}

static enum status remember(struct workbench *wb, const char *prefix, const char *name, const char *value, struct error *err)
{
	char *whole = xasprintf("%s%s", prefix, name);
	enum status status = wb->store->setting_put(wb->store, wb->user, whole, value, true, err);

	free(whole);
	return status;
}

enum status workbench_drafts(struct workbench *wb, struct string_list *fields, struct string_list *texts, struct error *err)
{
	return list_remembered(wb, draft, fields, texts, err);
}

enum status workbench_keep_draft(struct workbench *wb, const char *field, const char *text, struct error *err)
{
	return remember(wb, draft, field, text, err);
}

enum status workbench_histories(struct workbench *wb, struct string_list *kinds, struct string_list *texts, struct error *err)
{
	return list_remembered(wb, history, kinds, texts, err);
}

enum status workbench_keep_history(struct workbench *wb, const char *kind, const char *texts, struct error *err)
{
	return remember(wb, history, kind, texts, err);
}

enum status workbench_saved_filters(struct workbench *wb, struct string_list *names, struct string_list *filters, struct error *err)
{
	return list_remembered(wb, saved, names, filters, err);
}

enum status workbench_save_filter(struct workbench *wb, const char *name, const char *filter, struct error *err)
{
	char *clean = cleaned_or_null(name);
	enum status status = clean ? OK : error_set(err, STATUS_INVALID, _("Bộ lọc còn thiếu tên; hãy gõ một hai chữ."));

	if (status == OK)
		status = remember(wb, saved, clean, filter, err);
	free(clean);
	return status;
}
