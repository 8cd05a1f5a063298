/*
 * font.h: text whose letters are those of a font made before Unicode.
 *
 * ".VnTime" and its family show TCVN3, "VNI-Times" and its family VNI: the file
 * holds the code points of Latin-1 that stand at the same bytes. Runs are put
 * together before they are decoded, since a letter of VNI is two bytes and a file
 * may part them.
 */
#ifndef OFFICE_READ_FONT_H
#define OFFICE_READ_FONT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/memory.h"

/* How a run of text is shown, as far as its words depend on it. */
struct text_look {
	const char *font;	/* NULL: any of Unicode; borrowed */
	bool capitals;		/* small letters are shown as capitals */
	bool hidden;
};

/* True when text in that font is no Unicode. */
bool font_is_legacy(const char *font);

struct prose {
	struct strbuf text;		/* UTF-8 */
	struct strbuf pending;		/* bytes of ENCODING */
	const char *encoding;
	bool capitals;
};

#define PROSE_INIT { STRBUF_INIT, STRBUF_INIT, NULL, false }

void prose_release(struct prose *prose);
void prose_clear(struct prose *prose);
/* Append TEXT (UTF-8) as LOOK shows it. */
void prose_add(struct prose *prose, const struct text_look *look, const char *text, size_t length);
/* The text so far, whole; good until more is added. */
const struct strbuf *prose_text(struct prose *prose);

#endif
