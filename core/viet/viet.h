/*
 * viet.h: everything the program knows about Vietnamese text.
 *
 * All text inside the program is valid UTF-8 in NFC. It is made so at the doors
 * by viet_clean(), viet_nfc() or a decoder (decode.h): what comes from a file, a key, a command line or a foreign
 * database passes there first. The other functions take any bytes without
 * failing, so that a damaged row can still be shown.
 *
 * Lengths are bytes unless a name says otherwise; widths are terminal columns
 * (UAX #11, ambiguous counted narrow); what a person calls a letter is an
 * extended grapheme cluster (UAX #29). Nothing here allocates but what fills a
 * strbuf, and a query. May not know: plans, storage, terminals.
 */
#ifndef VIET_VIET_H
#define VIET_VIET_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/memory.h"

/* --- at the doors ------------------------------------------------------- */

/* True when the bytes are UTF-8 with no surrogates and no overlong form. BAD, if
 * not NULL, gets the offset of the first byte that is not. */
bool viet_is_utf8(const char *text, size_t length, size_t *bad);

/* Append TEXT in NFC; a sequence that is not UTF-8 becomes U+FFFD. Nothing else changes. */
void viet_nfc(const char *text, size_t length, struct strbuf *out);

/*
 * Append TEXT as a one-line field is stored: NFC; NBSP, tab, line breaks and
 * every other white space folded to single blanks and trimmed; control, bidi,
 * zero-width and tag characters dropped; at most two marks on a letter.
 */
void viet_clean(const char *text, size_t length, struct strbuf *out);

/* The same for a field of several lines: '\n' is kept, each line is cleaned. */
void viet_clean_lines(const char *text, size_t length, struct strbuf *out);

/* --- letters ------------------------------------------------------------ */

/* Length in bytes of the letter (grapheme cluster) that begins at OFFSET; 0 at the end. */
size_t viet_letter_length(const char *text, size_t length, size_t offset);
/* Offset of the letter before OFFSET; 0 at the beginning. */
size_t viet_letter_before(const char *text, size_t length, size_t offset);

/* Append TEXT in the case wanted (Unicode full mappings). */
void viet_lower(const char *text, size_t length, struct strbuf *out);
void viet_upper(const char *text, size_t length, struct strbuf *out);
/* The code point at TEXT as a small letter of the Vietnamese alphabet, STEP its bytes; 0 when it is no letter of it. */
unsigned int viet_small_letter(const char *text, size_t length, size_t *step);
/* Append TEXT with its first letter in upper case, the rest as it is. */
void viet_capitalize(const char *text, size_t length, struct strbuf *out);

/* --- found and sorted --------------------------------------------------- */

/*
 * Append the search key: the words, lower case, without tones and marks, d for đ,
 * one blank between them. Words are runs of letters and digits of any script; any
 * other sign parts them, so that "12/KH-UBND" is found as "12 kh ubnd". Equal for
 * "Hoà", "HÒA" and "hòa", composed or not. ASCII where the text is Vietnamese.
 */
void viet_search_key(const char *text, size_t length, struct strbuf *out);

/*
 * Append the marked key: as the search key, but letters keep their marks and
 * tones, the tone moved to where the older style writes it (hoà -> hòa, uỷ ->
 * ủy). A query typed with marks must agree with this one.
 */
void viet_marked_key(const char *text, size_t length, struct strbuf *out);

/*
 * How well TEXT answers QUERY, both as a person wrote them: 0 not at all (the
 * query's search key is not inside the text's); else higher is better: the same
 * marks before other marks, the whole text before a beginning, the beginning of
 * the text before that of a word, that before the middle of one. Where the query
 * has marks, the marks it has must be there, a tone anywhere in the word. Behind all
 * these comes what is only spelt in another way: kỹ and kĩ, hằng năm and hàng năm.
 */
int viet_match(const char *query, const char *text);

/* The same for many texts and one query. */
struct viet_query;

struct viet_query *viet_query_new(const char *text);
void viet_query_free(struct viet_query *query);
int viet_query_match(struct viet_query *query, const char *text);

/* As viet_match(), where TEXT begins with QUERY. */
int viet_match_beginning(const char *query, const char *text);

enum { VIET_SPELLINGS = 3 };	/* words of a key that are spelt in another way; those behind them stay */

/*
 * Add the other ways to spell KEY, a search key: "ky thuat" is also "ki thuat". Where
 * the last word is spelt in another way it is a whole word, not the beginning of one,
 * and a blank follows it: "quan ly" is "quan li ", which is not in "quan lich".
 */
void viet_other_spellings(const char *key, struct string_list *out);

/*
 * Append a key that orders by memcmp/strcmp as CLDR orders Vietnamese: letters
 * first (a ă â b c d đ e ê ... y), then tones (level, grave, hook, tilde, acute,
 * dot), then case (small first); a blank sorts before every sign, signs before
 * digits, these before letters. The key is valid UTF-8 without NUL.
 */
void viet_sort_key(const char *text, size_t length, struct strbuf *out);

/* Put the texts of LIST into that order. */
void viet_sort(struct string_list *list);

/* --- shown -------------------------------------------------------------- */

/* Columns that TEXT takes on a terminal, as viet_show() would send it. */
int viet_width(const char *text, size_t length);

/*
 * Append TEXT as it may be sent to a terminal, on one line: letters composed,
 * each white space character as a blank, each control character, bidi control and
 * sequence that is not UTF-8 as U+FFFD, which is visible and one column wide.
 * What takes no room anyway is left out: zero-width and tag characters, more than
 * two marks on a letter, marks on nothing.
 */
void viet_show(const char *text, size_t length, struct strbuf *out);

/*
 * Append TEXT, which is fit to be shown, in ASCII and as wide as it is: letters
 * without marks, signs as what looks alike, '?' for what has nothing like it.
 */
void viet_ascii(const char *text, size_t length, struct strbuf *out);

/* Bytes of the longest beginning of TEXT that is at most COLUMNS wide. */
size_t viet_fit(const char *text, size_t length, int columns);

/* Append TEXT shown in at most COLUMNS columns, the last an ellipsis where it was
 * cut; returns the columns used. */
int viet_clip(const char *text, size_t length, int columns, struct strbuf *out);

/* As viet_clip(), then blanks up to COLUMNS (before the text if RIGHT). */
void viet_pad(const char *text, size_t length, int columns, bool right, struct strbuf *out);

/*
 * The next line when TEXT is wrapped at COLUMNS (at least 1): returns the bytes
 * that stand on this line, *NEXT the offset where the following line begins (==
 * LENGTH after the last). Breaks at blanks and after hyphens, inside a word only
 * when it alone is too wide, always between letters, and at '\n'.
 */
size_t viet_wrap(const char *text, size_t length, int columns, size_t *next);

#endif
