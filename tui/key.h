/*
 * key.h: bytes of a terminal -> keys.
 *
 * Pure and incremental: bytes go in as they come, whole keys come out, and what
 * is not whole yet waits. Understands xterm, VT220, rxvt, screen, the Linux
 * console and every function key mode of PuTTY. A sequence that is not known is
 * dropped whole, so that its tail never acts as a command.
 *
 * Vietnamese input methods on the clerk's own PC send backspaces and letters
 * made anew. A text field takes them as they are; a command letter is found
 * again by struct command_reader. May not know: the screen, views, the clock.
 */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/memory.h"

/* Below K_FIRST a key is the letter of that code point. */
enum key_code {
	K_NONE = 0,
	K_FIRST = 0x110000,
	K_PASTE = K_FIRST,
	K_ENTER,
	K_ESC,
	K_TAB,
	K_BACKTAB,
	K_BACKSPACE,
	K_DELETE,
	K_INSERT,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_CTRL_LEFT,
	K_CTRL_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_F1,
	K_F12 = K_F1 + 11,
	K_CONTROL,		/* K_CONTROL + 'R' is Ctrl-R; Ctrl-H, -I, -J and -M have their own names */
};

struct key {
	int code;
	const char *text;	/* a letter or a paste: NFC, the decoder's until its next call; else "" */
};

bool key_is_letter(const struct key *key);

/* "Space", "Ctrl-R", "F7", "a" <-> codes. K_NONE for a name that is none. */
int key_from_name(const char *name, size_t length);
void key_name(int code, struct strbuf *out);	/* appends; as printed on a keyboard */

/* --- decoder ------------------------------------------------------------ */

enum key_state { KEYS_TYPED, KEYS_PASTED, KEYS_AFTER_PASTE };

struct key_decoder {
	struct strbuf input;	/* not understood yet */
	struct strbuf text;	/* of the last key */
	enum key_state state;
	bool ghost;		/* a letter of an input method's own came, which the next backspace takes away */
};

void key_decoder_init(struct key_decoder *decoder);
void key_decoder_release(struct key_decoder *decoder);
void key_decoder_feed(struct key_decoder *decoder, const char *bytes, size_t length);

/* The next whole key; false when there is none. */
bool key_decoder_next(struct key_decoder *decoder, struct key *key);

/*
 * Milliseconds of silence after which what waits is held to be all there is;
 * -1 when nothing waits. The caller then says so, and asks for the next key.
 */
int key_decoder_timeout(const struct key_decoder *decoder);
void key_decoder_expire(struct key_decoder *decoder);

/* --- command letters under an input method ------------------------------ */

enum { COMMAND_WORD = 16 };

/*
 * Remembers the word that the input method believes to be composing. A backspace
 * takes one of its letters; the letter that then comes in its place says which
 * key was really pressed.
 */
struct command_reader {
	int word[COMMAND_WORD];		/* letters that came in a row, the last one at the end */
	int length;
	int keys[COMMAND_WORD];		/* that were pressed for them, from the first one, while they fit */
	int key_count;
	int marks;			/* how many of them made a mark */
	bool last_marks;		/* the last one did */
	int erased[COMMAND_WORD];	/* taken back and not made anew yet, in the order of the word */
	int erased_count;

	/* Of the burst at hand. */
	bool composed;			/* the word was not just its keys before it */
	int tone;			/* the key of the tone that was taken back; K_NONE */
	bool told;			/* the key behind it has been found */
	bool loosened;			/* a mark was taken off a letter */
};

/* What KEY means as a command: its code, the Telex key behind a burst, or K_NONE. */
int command_reader_take(struct command_reader *reader, const struct key *key);

/* Letters were taken back and the new ones have not come yet. */
bool command_reader_in_burst(const struct command_reader *reader);

#endif
