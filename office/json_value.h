/*
 * json_value.h: the small pieces that all JSON of the program is made of. Only
 * office/ includes it. Every function that returns a json_t gives it to the caller.
 */
#ifndef OFFICE_JSON_VALUE_H
#define OFFICE_JSON_VALUE_H

#include <jansson.h>

#include "core/base/date.h"
#include "core/base/memory.h"

json_t *json_text(const char *text);		/* null for NULL; bytes that are no UTF-8 become U+FFFD */
json_t *json_words(const char *text);		/* null for NULL and "" */
json_t *json_date(struct date date);		/* ISO, null for none */
void json_put(json_t *object, const char *key, json_t *value);	/* takes VALUE over */
void json_append(json_t *array, json_t *value);			/* takes VALUE over */

/* Append VALUE as text, indented, keys in the order they were put; VALUE is freed. */
void json_write(json_t *value, struct strbuf *out);

#endif
