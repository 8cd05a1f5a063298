#include "office/json_value.h"

#include <string.h>

#include "core/base/error.h"
#include "core/viet/viet.h"

json_t *json_text(const char *text)
{
	struct strbuf valid = STRBUF_INIT;
	json_t *value;

	if (!text)
		return json_null();
	value = json_string(text);
	if (!value) {
		viet_nfc(text, strlen(text), &valid);
		value = json_string(valid.text);
		strbuf_release(&valid);
	}
	return value;
}

json_t *json_words(const char *text)
{
	return json_text(text && *text ? text : NULL);
}

json_t *json_date(struct date date)
{
	char iso[DATE_TEXT];

	return json_words(date_iso(date, iso));
}

void json_put(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, value))
		BUG("JSON value of %s cannot be made", key);
}

void json_append(json_t *array, json_t *value)
{
	if (json_array_append_new(array, value))
		BUG("JSON value of a list cannot be made");
}

static int add_to_strbuf(const char *bytes, size_t length, void *out)
{
	strbuf_add(out, bytes, length);
	return 0;
}

void json_write(json_t *value, struct strbuf *out)
{
	if (json_dump_callback(value, add_to_strbuf, out, JSON_INDENT(1) | JSON_ENCODE_ANY))
		BUG("JSON cannot be written");
	json_decref(value);
}
