/*
 * burst.h: what the input method of a clerk's own PC sends through the terminal:
 * backspaces for the letters that are no longer right, then the right ones.
 */
#ifndef TESTS_TUI_BURST_H
#define TESTS_TUI_BURST_H

#include "core/base/memory.h"

enum burst_style {
	BURST_UNIKEY,		/* backspaces, then letters */
	BURST_CONTROL_H,	/* the same where the terminal sends ^H for the backspace key */
	BURST_EVKEY,		/* a U+202F first, and a backspace more for it */
	BURST_OPENKEY,		/* the same with a U+200C */
	BURST_DECOMPOSED,	/* as UniKey, letters and their marks apart ("Unicode tổ hợp") */
	BURST_STYLES,
};

/* Append what makes the text before the cursor that shows OLD show NEW. */
void burst_add(struct strbuf *out, enum burst_style style, const char *old, const char *new);

/*
 * A sentence as it looks after each key, words parted by '|': "t tô tôi|đ đi". Append what is
 * sent for it, and the text that must stand there.
 */
void burst_sentence(struct strbuf *out, enum burst_style style, const char *looks);
void burst_text(struct strbuf *out, const char *looks);

/* Sentences typed by Telex and by VNI; NULL at the end. */
extern const char *const burst_sentences[];

#endif
