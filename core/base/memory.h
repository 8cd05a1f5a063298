/*
 * memory.h: allocation that cannot fail, growing arrays, and byte strings.
 *
 * When memory is used up the program ends by BUG() rather than going on half
 * done: every change is one transaction of the storage, which then never
 * happened. `struct strbuf` always holds a NUL after its last byte.
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stdarg.h>
#include <stddef.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xreallocarray(void *old, size_t count, size_t size);
char *xstrdup(const char *text);			/* caller frees */
char *xstrndup(const char *text, size_t length);	/* caller frees */
char *xstrdup_or_null(const char *text);		/* NULL stays NULL */
char *xasprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *xvasprintf(const char *format, va_list ap) __attribute__((format(printf, 1, 0)));

/* Free *SLOT and put a copy of TEXT (which may be NULL) there. */
void replace_string(char **slot, const char *text);

/*
 * Make room for COUNT items in the array ITEMS of capacity CAP (both lvalues).
 * The usual list is `struct x_list { struct x *items; size_t count, cap; }`.
 */
#define GROW(items, count_wanted, cap)                                              \
	do {                                                                        \
		if ((count_wanted) > (cap)) {                                       \
			(cap) = (cap) + (cap) / 2 + 1;                              \
			if ((cap) < (count_wanted))                                 \
				(cap) = (count_wanted);                             \
			(items) = xreallocarray((items), (cap), sizeof *(items));   \
		}                                                                   \
	} while (0)

struct strbuf {
	char *text;		/* NUL-terminated; never NULL after init */
	size_t length, cap;
};

#define STRBUF_INIT { strbuf_empty, 0, 0 }
extern char strbuf_empty[];	/* shared by all empty buffers; never written */

void strbuf_init(struct strbuf *sb);
void strbuf_release(struct strbuf *sb);		/* and ready for use again */
void strbuf_clear(struct strbuf *sb);		/* keeps its memory */
char *strbuf_detach(struct strbuf *sb);		/* caller frees; the buffer is empty again */
void strbuf_grow(struct strbuf *sb, size_t extra);	/* room for so many more bytes, not counting the NUL */
void strbuf_add(struct strbuf *sb, const void *bytes, size_t length);
void strbuf_add_text(struct strbuf *sb, const char *text);
void strbuf_add_char(struct strbuf *sb, char c);
void strbuf_add_utf8(struct strbuf *sb, unsigned int code_point);
void strbuf_addf(struct strbuf *sb, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_truncate(struct strbuf *sb, size_t length);
void strbuf_splice(struct strbuf *sb, size_t at, size_t remove, const char *bytes, size_t length);

/* A list of owned strings. */
struct string_list {
	char **items;
	size_t count, cap;
};

void string_list_add(struct string_list *list, const char *text);	/* copies */
void string_list_add_owned(struct string_list *list, char *text);
int string_list_has(const struct string_list *list, const char *text);
void string_list_clear(struct string_list *list);
void string_list_release(struct string_list *list);

#endif
