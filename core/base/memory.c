#include "core/base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/error.h"

char strbuf_empty[1];

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (!p)
		BUG("out of memory (%zu bytes)", size);
	return p;
}

void *xcalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		BUG("out of memory (%zu x %zu bytes)", count, size);
	return p;
}

void *xreallocarray(void *old, size_t count, size_t size)
{
	void *p;

	if (size && count > SIZE_MAX / size)
		BUG("array of %zu x %zu bytes", count, size);
	p = realloc(old, count && size ? count * size : 1);
	if (!p)
		BUG("out of memory (%zu x %zu bytes)", count, size);
	return p;
}

char *xstrndup(const char *text, size_t length)
{
	char *copy = xmalloc(length + 1);

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *xstrdup(const char *text)
{
	return xstrndup(text, strlen(text));
}

char *xstrdup_or_null(const char *text)
{
	return text ? xstrdup(text) : NULL;
}

char *xvasprintf(const char *format, va_list ap)
{
	char most[256];		/* nearly all that is put together has room here */
	va_list again;
	char *text;
	int length;

	va_copy(again, ap);
	length = vsnprintf(most, sizeof most, format, again);
	va_end(again);
	if (length < 0)
		BUG("bad format \"%s\"", format);
	if ((size_t)length < sizeof most)
		return xstrndup(most, (size_t)length);
	text = xmalloc((size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, ap);
	return text;
}

char *xasprintf(const char *format, ...)
{
	va_list ap;
	char *text;

	va_start(ap, format);
	text = xvasprintf(format, ap);
	va_end(ap);
	return text;
}

void replace_string(char **slot, const char *text)
{
	char *copy = xstrdup_or_null(text);	/* TEXT may be *SLOT itself */

	free(*slot);
	*slot = copy;
}

void strbuf_init(struct strbuf *sb)
{
	sb->text = strbuf_empty;
	sb->length = sb->cap = 0;
}

void strbuf_release(struct strbuf *sb)
{
	if (sb->cap)
		free(sb->text);
	strbuf_init(sb);
}

void strbuf_clear(struct strbuf *sb)
{
	strbuf_truncate(sb, 0);
}

char *strbuf_detach(struct strbuf *sb)
{
	char *text = sb->cap ? sb->text : xstrdup("");

	strbuf_init(sb);
	return text;
}

void strbuf_grow(struct strbuf *sb, size_t extra)
{
	enum { LEAST_TEXT = 24 };	/* what the smallest piece of malloc() holds */
	size_t want = sb->length + extra + 1;
	char *old = sb->cap ? sb->text : NULL;

	if (want <= sb->cap)
		return;
	GROW(old, want < LEAST_TEXT ? LEAST_TEXT : want, sb->cap);
	sb->text = old;
	sb->text[sb->length] = '\0';
}

void strbuf_add(struct strbuf *sb, const void *bytes, size_t length)
{
	if (!length)
		return;
	strbuf_grow(sb, length);
	memcpy(sb->text + sb->length, bytes, length);
	sb->length += length;
	sb->text[sb->length] = '\0';
}

void strbuf_add_text(struct strbuf *sb, const char *text)
{
	strbuf_add(sb, text, strlen(text));
}

void strbuf_add_char(struct strbuf *sb, char c)
{
	strbuf_add(sb, &c, 1);
}

void strbuf_add_utf8(struct strbuf *sb, unsigned int c)
{
	char out[4];
	size_t n;

	if (c < 0x80) {
		out[0] = (char)c;
		n = 1;
	} else if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		n = 2;
	} else if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		n = 3;
	} else {
		out[0] = (char)(0xF0 | c >> 18);
		out[1] = (char)(0x80 | (c >> 12 & 0x3F));
		out[2] = (char)(0x80 | (c >> 6 & 0x3F));
		out[3] = (char)(0x80 | (c & 0x3F));
		n = 4;
	}
	strbuf_add(sb, out, n);
}

void strbuf_addf(struct strbuf *sb, const char *format, ...)
{
	va_list ap, again;
	int length;

	va_start(ap, format);
	va_copy(again, ap);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		BUG("bad format \"%s\"", format);
	strbuf_grow(sb, (size_t)length);
	vsnprintf(sb->text + sb->length, (size_t)length + 1, format, ap);
	va_end(ap);
	sb->length += (size_t)length;
}

void strbuf_truncate(struct strbuf *sb, size_t length)
{
	if (length > sb->length)
		BUG("cannot cut %zu bytes to %zu", sb->length, length);
	sb->length = length;
	if (sb->cap)
		sb->text[length] = '\0';
}

void strbuf_splice(struct strbuf *sb, size_t at, size_t remove, const char *bytes, size_t length)
{
	if (at > sb->length || remove > sb->length - at)
		BUG("splice of %zu+%zu in %zu bytes", at, remove, sb->length);
	if (!remove && !length)
		return;
	strbuf_grow(sb, length);
	memmove(sb->text + at + length, sb->text + at + remove, sb->length - at - remove + 1);
	if (length)
		memcpy(sb->text + at, bytes, length);
	sb->length += length;
	sb->length -= remove;
}

void string_list_add_owned(struct string_list *list, char *text)
{
	GROW(list->items, list->count + 1, list->cap);
	list->items[list->count++] = text;
}

void string_list_add(struct string_list *list, const char *text)
{
	string_list_add_owned(list, xstrdup(text));
}

int string_list_has(const struct string_list *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i], text))
			return 1;
	return 0;
}

void string_list_clear(struct string_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i]);
	list->count = 0;
}

void string_list_release(struct string_list *list)
{
	string_list_clear(list);
	free(list->items);
	*list = (struct string_list){ 0 };
}
