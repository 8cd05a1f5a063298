/* How a person types Vietnamese, as settings. */
#include <string.h>

#include "core/workbench/internal.h"

static const char method_name[] = "input-method", style_name[] = "tone-style";

static const char *const styles[] = { [VIET_TONE_OLD] = "old", [VIET_TONE_NEW] = "new" };

static enum status get(struct workbench *wb, const char *name, char **value, struct error *err)
{
	return wb->store->setting_get(wb->store, wb->user, name, value, err);
}

static enum status put(struct workbench *wb, const char *name, const char *value, struct error *err)
{
	return wb->store->setting_put(wb->store, wb->user, name, value, false, err);
}

/* A word that is none was kept by another version of the program: it counts as none. */
static void read_words(const char *method, const char *style, struct typing *typing)
{
	enum viet_method known = method ? viet_method_of(method) : VIET_OFF;

	typing->method = known == VIET_METHOD_COUNT ? VIET_OFF : known;
	typing->style = style && !strcmp(style, styles[VIET_TONE_NEW]) ? VIET_TONE_NEW : VIET_TONE_OLD;
}

enum status workbench_typing(struct workbench *wb, struct typing *typing, struct error *err)
{
	char *method = NULL, *style = NULL;
	enum status status = get(wb, method_name, &method, err);

	if (status == OK)
		status = get(wb, style_name, &style, err);
	if (status == OK)
		read_words(method, style, typing);
	free(method);
	free(style);
	return status;
}

enum status workbench_keep_typing(struct workbench *wb, const struct typing *typing, struct error *err)
{
	enum status status = put(wb, method_name, viet_method_name(typing->method), err);

	return status == OK ? put(wb, style_name, styles[typing->style], err) : status;
}
