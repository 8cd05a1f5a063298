/*
 * input.h: Vietnamese from the keys of a plain keyboard: Telex, VNI and VIQR,
 * as people know them from the input methods of their desktops.
 *
 * Pure: a key goes in, what to change before the cursor comes out. Whoever has
 * the text (a field, a line of standard input) applies it. The engine knows only
 * the word being typed; whatever else happens to the text ends that word.
 *
 * A key that can mean a mark or a tone does so only where the word can still
 * become Vietnamese, else it is itself; pressed again it takes back what it did
 * ("ass" -> "as"). A word that ends with marks on it and is no Vietnamese goes back to the
 * keys it was typed with. Place names of the minorities count as Vietnamese.
 *
 * The tones stand where the older style has them (hòa, thúy) or the newer one (hoà,
 * thuý); both agree on all other words.
 *
 * May not know: fields, keys of a terminal, the setting of a person.
 */
#ifndef VIET_INPUT_H
#define VIET_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/memory.h"

enum viet_method { VIET_OFF, VIET_TELEX, VIET_VNI, VIET_VIQR, VIET_METHOD_COUNT };
enum viet_tone_style { VIET_TONE_OLD, VIET_TONE_NEW };

enum { VIET_WORD_KEYS = 32 };		/* no syllable takes as many; a longer word is left alone */

/* The word being typed: its letters as they are shown, and the keys behind them. */
struct viet_word {
	struct viet_word_letter {
		uint32_t plain;		/* as typed, in its case, without mark and tone */
		unsigned char mark;	/* enum mark of the alphabet */
		bool made_of_w;		/* Telex: the ư that a single w made */
	} letters[VIET_WORD_KEYS];
	size_t count;
	unsigned char tone;		/* enum tone of the alphabet */
	size_t tone_at;			/* the letter that carries it */
	struct viet_word_key {
		uint32_t key;
		signed char owner;	/* the letter it made or marked, or the tone */
	} keys[VIET_WORD_KEYS];
	size_t key_count;
	unsigned taken_back;		/* what the typist took back, a bit for each mark and one for tones */
	bool left_alone;		/* too long: keys are themselves */
};

struct viet_input {
	enum viet_method method;
	enum viet_tone_style style;
	struct viet_word word;
	struct viet_word before;	/* the word that the last key ended: a backspace opens it again */
	bool can_reopen;
	bool escaped;			/* VIQR: a backslash came */
	/*
	 * A letter that came with its marks shows that an input method is at work
	 * on the other side of the line: from then on, keys are themselves. Two at
	 * once would mark everything twice.
	 */
	bool yields;
	char text[4 * VIET_WORD_KEYS + 8];	/* of the last edit */
};

/* What to do to the text before the cursor: take ERASE letters (grapheme clusters) away, as far as there are, then put TEXT. */
struct viet_edit {
	size_t erase;
	const char *text;		/* UTF-8, NFC, NUL-terminated; the engine's until its next call */
};

void viet_input_init(struct viet_input *input, enum viet_method method, enum viet_tone_style style);

/* The cursor moved, or the text was changed otherwise: what stands there is no longer being typed. */
void viet_input_end(struct viet_input *input);

/* KEY, a code point, was pressed. The edit puts it into the text, or what it makes. */
struct viet_edit viet_input_key(struct viet_input *input, uint32_t key);

/* Backspace was pressed behind what was typed last. The edit takes one letter away; the word goes on. */
struct viet_edit viet_input_backspace(struct viet_input *input);

/*
 * The text ends here (Enter, the end of a line): the word goes back to its keys
 * if it is no syllable. The edit is empty otherwise.
 */
struct viet_edit viet_input_finish(struct viet_input *input);

/* Append to OUT what a line of KEYS makes, each word finished at its end. Letters that are there already stay. */
void viet_input_line(enum viet_method method, enum viet_tone_style style, const char *keys, size_t length,
		     struct strbuf *out);

/*
 * For whoever sees only what an input method did, and asks for the key: the Telex key,
 * a small letter, of the tone that LETTER has, and of the mark that MADE has and
 * BEFORE (0: nothing) has not. 0 where there is none.
 */
uint32_t viet_telex_tone_key(uint32_t letter);
uint32_t viet_telex_mark_key(uint32_t before, uint32_t made);

/* "telex", "vni", "viqr", "off"; VIET_METHOD_COUNT for a name that is none. */
enum viet_method viet_method_of(const char *name);
const char *viet_method_name(enum viet_method method);

#endif
