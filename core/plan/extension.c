#include "core/plan/extension.h"

#include "core/base/gettext.h"

void extension_release(struct extension *extension)
{
	free(extension->period);
	free(extension->reason);
	free(extension->document);
	free(extension->agency_name);
	*extension = (struct extension){ 0 };
}

DEFINE_LIST(extension)

bool extension_covers(const struct extension *extension, row_id agency, const char *period)
{
	return (!extension->agency_id || extension->agency_id == agency) &&
	       same_period(extension->period, period);
}

struct date extended_due(const struct extension_list *list, row_id agency, const char *period, struct date due)
{
	struct date last = due;

	if (!date_is_set(due))
		return due;
	for (size_t i = 0; i < list->count; i++)
		if (extension_covers(&list->items[i], agency, period) && date_compare(list->items[i].due, last) > 0)
			last = list->items[i].due;
	return last;
}

void extension_describe(const struct extension *extension, struct strbuf *out)
{
	char day[DATE_TEXT];

	if (extension->agency_name)
		strbuf_addf(out, "%s: ", extension->agency_name);
	if (extension->period)
		strbuf_addf(out, _("kỳ %s, "), extension->period);
	strbuf_addf(out, _("đến ngày %s"), date_vietnamese(extension->due, day));
	if (extension->document)
		strbuf_addf(out, _(", theo %s"), extension->document);
	strbuf_addf(out, _(" (ngày %s; lý do: %s)"), date_vietnamese(extension->day, day), extension->reason);
}
