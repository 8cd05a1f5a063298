#include <string.h>

#include "core/viet/input.h"
#include "core/viet/syllable.h"

enum { OWNER_TONE = -1, OWNER_NONE = -2 };

enum { TONES_TAKEN_BACK = 1 << 7 };

/* --- what a key may mean ------------------------------------------------------- */

enum role_kind { ROLE_NONE, ROLE_TONE, ROLE_MARK };

struct role {
	enum role_kind kind;
	unsigned char tone;		/* ROLE_TONE; level takes the tone away */
	unsigned marks;			/* ROLE_MARK: a bit for each mark it can put */
	unsigned char base;		/* and the only letter it goes on; 0: any */
};

#define BIT(mark) (1U << (mark))
#define TONE(tone) { ROLE_TONE, tone, 0, 0 }
#define MARK(marks, base) { ROLE_MARK, TONE_LEVEL, marks, base }

static const struct role telex_roles[128] = {
	['a'] = MARK(BIT(MARK_CIRCUMFLEX), 'a'), ['e'] = MARK(BIT(MARK_CIRCUMFLEX), 'e'),
	['o'] = MARK(BIT(MARK_CIRCUMFLEX), 'o'), ['w'] = MARK(BIT(MARK_HORN) | BIT(MARK_BREVE), 0),
	['d'] = MARK(BIT(MARK_BAR), 'd'),
	['z'] = TONE(TONE_LEVEL), ['f'] = TONE(TONE_GRAVE), ['r'] = TONE(TONE_HOOK), ['x'] = TONE(TONE_TILDE),
	['s'] = TONE(TONE_ACUTE), ['j'] = TONE(TONE_DOT),
};

static const struct role vni_roles[128] = {
	['6'] = MARK(BIT(MARK_CIRCUMFLEX), 0), ['7'] = MARK(BIT(MARK_HORN), 0), ['8'] = MARK(BIT(MARK_BREVE), 0),
	['9'] = MARK(BIT(MARK_BAR), 'd'),
	['0'] = TONE(TONE_LEVEL), ['2'] = TONE(TONE_GRAVE), ['3'] = TONE(TONE_HOOK), ['4'] = TONE(TONE_TILDE),
	['1'] = TONE(TONE_ACUTE), ['5'] = TONE(TONE_DOT),
};

/* RFC 1456, section 4; the zero as in VNI, for people who take a tone back. */
static const struct role viqr_roles[128] = {
	['^'] = MARK(BIT(MARK_CIRCUMFLEX), 0), ['+'] = MARK(BIT(MARK_HORN), 0), ['('] = MARK(BIT(MARK_BREVE), 0),
	['d'] = MARK(BIT(MARK_BAR), 'd'),
	['0'] = TONE(TONE_LEVEL), ['`'] = TONE(TONE_GRAVE), ['?'] = TONE(TONE_HOOK), ['~'] = TONE(TONE_TILDE),
	['\''] = TONE(TONE_ACUTE), ['.'] = TONE(TONE_DOT),
};

static const struct {
	const char *name;
	const struct role *roles;
} methods[VIET_METHOD_COUNT] = {
	[VIET_OFF] = { "off", NULL },
	[VIET_TELEX] = { "telex", telex_roles },
	[VIET_VNI] = { "vni", vni_roles },
	[VIET_VIQR] = { "viqr", viqr_roles },
};

enum viet_method viet_method_of(const char *name)
{
	int method = 0;

	while (method < VIET_METHOD_COUNT && strcmp(methods[method].name, name) != 0)
		method++;
	return (enum viet_method)method;
}

const char *viet_method_name(enum viet_method method)
{
	return methods[method].name;
}

static bool is_ascii_letter(uint32_t key)
{
	return (key | 0x20) >= 'a' && (key | 0x20) <= 'z' && key < 0x80;
}

static uint32_t small(uint32_t key)
{
	return is_ascii_letter(key) ? key | 0x20 : key;
}

static bool is_digit(uint32_t key)
{
	return key >= '0' && key <= '9';
}

static struct role role_of(enum viet_method method, uint32_t key)
{
	return key < 0x80 ? methods[method].roles[small(key)] : (struct role){ 0 };
}

/* --- the word ------------------------------------------------------------------ */

/* The letters of WORD as the rules of spelling see them; what is no letter reads as none. */
static void take_letters(const struct viet_word *word, struct viet_letter *letters)
{
	for (size_t i = 0; i < word->count; i++) {
		if (!viet_split(word->letters[i].plain, &letters[i]))
			letters[i] = (struct viet_letter){ 0 };
		letters[i].mark = word->letters[i].mark;
		letters[i].tone = word->tone && i == word->tone_at ? word->tone : TONE_LEVEL;
	}
}

static bool may_become_syllable(const struct viet_word *word)
{
	struct viet_letter letters[VIET_WORD_KEYS];

	take_letters(word, letters);
	return viet_may_become_syllable(letters, word->count);
}

/*
 * A syllable, or one of which the tone or the end is missing: who leaves these out
 * writes Vietnamese all the same.
 */
static bool is_syllable_so_far(const struct viet_word *word)
{
	struct viet_letter letters[VIET_WORD_KEYS];

	take_letters(word, letters);
	return viet_lacks_no_mark(letters, word->count);
}

static size_t first_vowel(const struct viet_word *word)
{
	struct viet_letter letters[VIET_WORD_KEYS];
	size_t begin, end;

	take_letters(word, letters);
	viet_find_vowels(letters, word->count, &begin, &end);
	return begin;
}

static unsigned char base_of(const struct viet_word *word, size_t at)
{
	uint32_t letter = small(word->letters[at].plain);

	return letter >= 'a' && letter <= 'z' ? (unsigned char)letter : 0;
}

static bool has_vowel(const struct viet_word *word)
{
	for (size_t i = 0; i < word->count; i++)
		if (memchr("aeiouy", base_of(word, i), 6))
			return true;
	return false;
}

static void add_key(struct viet_word *word, uint32_t key, int owner)
{
	word->keys[word->key_count++] = (struct viet_word_key){ key, (signed char)owner };
}

static void add_letter(struct viet_word *word, uint32_t letter)
{
	word->letters[word->count] = (struct viet_word_letter){ letter, MARK_NONE, false };
	add_key(word, letter, (int)word->count++);
}

static bool is_full(const struct viet_word *word)
{
	return word->key_count == VIET_WORD_KEYS;
}

/* The same key as the last one: who repeats it takes back what it did. */
static bool repeats_last(const struct viet_word *word, uint32_t key)
{
	return word->key_count && small(word->keys[word->key_count - 1].key) == small(key);
}

/* A word that is not Vietnamese (any more) keeps its tone where it was shown. */
static void settle_tone(struct viet_word *word, enum viet_tone_style style)
{
	struct viet_letter letters[VIET_WORD_KEYS];
	size_t place;

	if (!word->tone)
		return;
	take_letters(word, letters);
	if (!viet_may_become_syllable(letters, word->count))
		return;
	place = viet_tone_place(letters, word->count, style == VIET_TONE_NEW);
	if (place < word->count)
		word->tone_at = place;
}

/* --- tones --------------------------------------------------------------------- */

static void take_back(struct viet_word *word, unsigned what, uint32_t key)
{
	word->taken_back |= what;
	add_letter(word, key);
}

static bool apply_tone(struct viet_word *word, unsigned char tone, uint32_t key, enum viet_tone_style style)
{
	struct viet_word changed = *word;
	struct viet_letter letters[VIET_WORD_KEYS];

	if (tone == word->tone && tone && may_become_syllable(word)) {
		word->tone = TONE_LEVEL;
		take_back(word, TONES_TAKEN_BACK, key);
		return true;
	}
	if (tone == word->tone || (word->taken_back & TONES_TAKEN_BACK))
		return false;
	changed.tone = tone;
	take_letters(&changed, letters);
	changed.tone_at = viet_tone_place(letters, changed.count, style == VIET_TONE_NEW);
	if (changed.tone_at == changed.count || !may_become_syllable(&changed))
		return false;
	*word = changed;
	add_key(word, key, OWNER_TONE);
	return true;
}

/* --- marks --------------------------------------------------------------------- */

/* The mark that ROLE puts on a letter; MARK_NONE when none. */
static enum mark mark_for(struct role role, unsigned char base)
{
	enum mark mark = MARK_NONE;

	if (role.base && role.base != base)
		return MARK_NONE;
	switch (base) {
	case 'a': mark = role.marks & BIT(MARK_BREVE) ? MARK_BREVE : MARK_CIRCUMFLEX; break;
	case 'e': mark = MARK_CIRCUMFLEX; break;
	case 'o': mark = role.marks & BIT(MARK_HORN) ? MARK_HORN : MARK_CIRCUMFLEX; break;
	case 'u': mark = MARK_HORN; break;
	case 'd': mark = MARK_BAR; break;
	}
	return role.marks & BIT(mark) ? mark : MARK_NONE;
}

static enum mark mark_at(const struct viet_word *word, size_t at)
{
	return at < word->count ? (enum mark)word->letters[at].mark : MARK_NONE;
}

/* Put the marks FIRST and SECOND on the letters from AT on, if the word can still become a syllable then. */
static bool try_marks(struct viet_word *word, size_t at, enum mark first, enum mark second)
{
	struct viet_word changed = *word;

	if (mark_at(word, at) == first && mark_at(word, at + 1) == second)
		return false;
	changed.letters[at].mark = (unsigned char)first;
	if (at + 1 < word->count)
		changed.letters[at + 1].mark = (unsigned char)second;
	if (!may_become_syllable(&changed))
		return false;
	*word = changed;
	return true;
}

static bool is_uo(const struct viet_word *word, size_t at)
{
	return at + 1 < word->count && base_of(word, at) == 'u' && base_of(word, at + 1) == 'o';
}

/* The open rhyme uơ stands alone and after h, kh and th only: uở, huơ, thuở. */
static bool may_end_in_uo(const struct viet_word *word, size_t at)
{
	if (at + 2 < word->count)
		return false;
	return !at || (base_of(word, at - 1) == 'h' && (at == 1 || memchr("kt", base_of(word, at - 2), 2)));
}

/* "uo" is marked as one: ươ, or uơ; and back to uô. */
static bool try_uo(struct viet_word *word, size_t at, struct role role)
{
	if (role.marks & BIT(MARK_HORN))
		return try_marks(word, at, may_end_in_uo(word, at) ? mark_at(word, at) : MARK_HORN, MARK_HORN);
	if (mark_for(role, 'o') == MARK_CIRCUMFLEX)
		return try_marks(word, at, MARK_NONE, MARK_CIRCUMFLEX);
	return false;
}

static bool mark_vowel(struct viet_word *word, struct role role, size_t *owner)
{
	size_t begin = first_vowel(word);

	for (size_t at = begin; at < word->count; at++) {
		if (is_uo(word, at) && try_uo(word, at, role)) {
			*owner = at + 1;
			return true;
		}
	}
	for (size_t at = begin; at < word->count; at++) {
		enum mark mark = mark_for(role, base_of(word, at));

		if (mark != MARK_NONE && try_marks(word, at, mark, mark_at(word, at + 1))) {
			*owner = at;
			return true;
		}
	}
	return false;
}

/* The d that begins a syllable, or the last letter of an abbreviation (QĐ, HĐND). */
static bool bar_d(struct viet_word *word, size_t *owner)
{
	size_t last = word->count - 1;

	*owner = 0;
	if (base_of(word, 0) == 'd' && try_marks(word, 0, MARK_BAR, mark_at(word, 1)))
		return true;
	if (base_of(word, last) != 'd' || word->letters[last].mark ||
	    (last && memchr("aeiouy", base_of(word, last - 1), 6)))
		return false;
	word->letters[last].mark = MARK_BAR;
	*owner = last;
	return true;
}

/* Take the marks of ROLE away; false when the word has none of them. */
static bool unmark(struct viet_word *word, struct role role)
{
	bool found = false;

	for (size_t i = 0; i < word->count; i++) {
		struct viet_word_letter *letter = &word->letters[i];

		if (!letter->mark || mark_for(role, base_of(word, i)) != (enum mark)letter->mark)
			continue;
		letter->mark = MARK_NONE;
		found = true;
	}
	return found;
}

/* The ư that a single w made becomes that w again; the key that says so is not written besides it. */
static bool unmake_w(struct viet_word *word, uint32_t key)
{
	struct viet_word_letter *last = word->count ? &word->letters[word->count - 1] : NULL;

	if (!last || !last->made_of_w || !repeats_last(word, key))
		return false;
	*last = (struct viet_word_letter){ word->keys[word->key_count - 1].key, MARK_NONE, false };
	word->taken_back |= BIT(MARK_HORN);
	add_key(word, key, (int)word->count - 1);
	return true;
}

/* Telex: a w where no vowel waits for it is ư. */
static bool make_w(struct viet_word *word, uint32_t key)
{
	struct viet_word changed = *word;

	if (has_vowel(word))
		return false;
	changed.letters[changed.count++] = (struct viet_word_letter){ key == 'W' ? 'U' : 'u', MARK_HORN, true };
	if (!may_become_syllable(&changed))
		return false;
	*word = changed;
	add_key(word, key, (int)word->count - 1);
	return true;
}

/* "QĐ" and one more D: the last letter loses its bar. In an abbreviation any other d is a letter like others: HĐND. */
static bool unbar_last(struct viet_word *word, uint32_t key)
{
	struct viet_word_letter *last = &word->letters[word->count - 1];

	if (last->mark != MARK_BAR || !repeats_last(word, key))
		return false;
	last->mark = MARK_NONE;
	return true;
}

static bool take_back_mark(struct viet_word *word, struct role role, uint32_t key)
{
	if (!word->count)
		return false;
	if (may_become_syllable(word) ? !unmark(word, role) : !(role.marks & BIT(MARK_BAR) && unbar_last(word, key)))
		return false;
	/* A bar that was taken back may be put again, as on the desktops: GDDDDT is GDĐT. */
	take_back(word, role.marks & ~BIT(MARK_BAR), key);
	return true;
}

static bool apply_mark(struct viet_word *word, struct role role, uint32_t key)
{
	size_t owner;

	if (small(key) == 'w' && unmake_w(word, key))
		return true;
	if (repeats_last(word, key) && take_back_mark(word, role, key))
		return true;
	if (word->taken_back & role.marks)
		return false;
	if (word->count && (role.marks & BIT(MARK_BAR) ? bar_d(word, &owner) : mark_vowel(word, role, &owner))) {
		add_key(word, key, (int)owner);
		return true;
	}
	return take_back_mark(word, role, key) || (small(key) == 'w' && make_w(word, key));
}

/* One of u and o has its horn, the other nothing yet. */
static bool is_half_marked(const struct viet_word *word, size_t at)
{
	enum mark u = mark_at(word, at), o = mark_at(word, at + 1);

	return (u == MARK_HORN && o == MARK_NONE) || (u == MARK_NONE && o == MARK_HORN);
}

/* ư and ơ go together once a letter follows them. */
static void complete_uo(struct viet_word *word)
{
	for (size_t at = first_vowel(word); at < word->count; at++)
		if (is_uo(word, at) && is_half_marked(word, at) && at + 2 < word->count)
			try_marks(word, at, MARK_HORN, MARK_HORN);
}

/* --- from the word to the text --------------------------------------------------- */

static uint32_t shown_letter(const struct viet_word *word, size_t at)
{
	struct viet_letter letter;
	uint32_t joined = 0;

	if (!viet_split(word->letters[at].plain, &letter))
		return word->letters[at].plain;
	letter.mark = word->letters[at].mark;
	letter.tone = word->tone && at == word->tone_at ? word->tone : TONE_LEVEL;
	if (letter.mark || letter.tone)
		joined = viet_join(letter);
	return joined ? joined : word->letters[at].plain;
}

static size_t put_utf8(char *to, uint32_t c)
{
	int length = u8_uctomb((uint8_t *)to, c, 4);

	return length > 0 ? (size_t)length : 0;
}

/* What makes the text that showed OLD show NEW, with EXTRA (0: nothing) behind it. */
static struct viet_edit edit_between(struct viet_input *input, const struct viet_word *old,
				     const struct viet_word *new, uint32_t extra)
{
	size_t same = 0, length = 0;

	while (same < old->count && same < new->count && shown_letter(old, same) == shown_letter(new, same))
		same++;
	for (size_t i = same; i < new->count; i++)
		length += put_utf8(input->text + length, shown_letter(new, i));
	if (extra)
		length += put_utf8(input->text + length, extra);
	input->text[length] = '\0';
	return (struct viet_edit){ old->count - same, input->text };
}

/* --- the end of a word ----------------------------------------------------------- */

static bool is_marked(const struct viet_word *word)
{
	bool marked = word->tone != TONE_LEVEL;

	for (size_t i = 0; i < word->count; i++)
		marked |= word->letters[i].mark != MARK_NONE;
	return marked;
}

static bool is_all_capitals(const struct viet_word *word)
{
	for (size_t i = 0; i < word->count; i++)
		if (word->letters[i].plain < 'A' || word->letters[i].plain > 'Z')
			return false;
	return true;
}

/* "dd" next to each other in what is no word at all means đ and nothing else: CNTTĐ, ĐUK. */
static bool is_abbreviation(const struct viet_word *word)
{
	bool sure = false;

	for (size_t i = 0; i < word->count; i++)
		if (word->letters[i].mark && word->letters[i].mark != MARK_BAR)
			return false;
	for (size_t i = 0; i + 1 < word->key_count; i++)
		sure |= word->keys[i].owner >= 0 && word->keys[i].owner == word->keys[i + 1].owner;
	return sure && !word->tone && (is_all_capitals(word) || !has_vowel(word));
}

/* Make NEW the keys of OLD as they were pressed, unless OLD may stay as it is shown. */
static void give_keys_back(const struct viet_word *old, struct viet_word *new)
{
	if (!is_marked(old) || is_syllable_so_far(old) || is_abbreviation(old))
		return;
	*new = (struct viet_word){ 0 };
	for (size_t i = 0; i < old->key_count; i++)
		add_letter(new, old->keys[i].key);
}

static struct viet_edit finish_with(struct viet_input *input, uint32_t extra)
{
	struct viet_word old = input->word, new = old;
	struct viet_edit edit;

	/* Where nothing follows, the word may be one that is still being typed. */
	if (extra || !may_become_syllable(&old))
		give_keys_back(&old, &new);
	edit = edit_between(input, &old, &new, extra);
	input->before = new;
	input->can_reopen = extra != 0;
	input->word = (struct viet_word){ 0 };
	return edit;
}

struct viet_edit viet_input_finish(struct viet_input *input)
{
	input->escaped = false;
	return finish_with(input, 0);
}

void viet_input_end(struct viet_input *input)
{
	input->word = (struct viet_word){ 0 };
	input->can_reopen = input->escaped = false;
}

void viet_input_init(struct viet_input *input, enum viet_method method, enum viet_tone_style style)
{
	*input = (struct viet_input){ .method = method, .style = style };
}

/* --- keys ------------------------------------------------------------------------ */

static struct viet_edit insert_key(struct viet_input *input, uint32_t key)
{
	input->text[put_utf8(input->text, key)] = '\0';
	return (struct viet_edit){ 0, input->text };
}

/* No keyboard of a plain SSH client makes it: an input method does. */
static bool is_ready_made(uint32_t key)
{
	struct viet_letter letter;

	return key >= 0x80 && (viet_split(key, &letter) || viet_is_mark(key));
}

static struct viet_edit type_letter(struct viet_input *input, struct role role, uint32_t key)
{
	struct viet_word old = input->word;
	struct viet_word *word = &input->word;
	bool applied = false;

	if (role.kind == ROLE_TONE)
		applied = apply_tone(word, role.tone, key, input->style);
	else if (role.kind == ROLE_MARK)
		applied = apply_mark(word, role, key);
	if (!applied) {
		add_letter(word, key);
		complete_uo(word);
	}
	settle_tone(word, input->style);
	return edit_between(input, &old, word, 0);
}

/* A mark that may be punctuation as well: it is a mark where it fits or takes one back. */
static struct viet_edit type_sign(struct viet_input *input, struct role role, uint32_t key)
{
	struct viet_word old = input->word;

	if (role.kind == ROLE_TONE ? apply_tone(&input->word, role.tone, key, input->style)
				   : apply_mark(&input->word, role, key)) {
		settle_tone(&input->word, input->style);
		return edit_between(input, &old, &input->word, 0);
	}
	return finish_with(input, key);
}

struct viet_edit viet_input_key(struct viet_input *input, uint32_t key)
{
	struct role role;
	bool escaped = input->escaped;

	if (input->method == VIET_OFF || input->yields)
		return insert_key(input, key);
	if (is_ready_made(key)) {
		viet_input_end(input);
		input->yields = true;
		return insert_key(input, key);
	}
	role = role_of(input->method, key);
	input->escaped = false;
	if (escaped && (role.kind != ROLE_NONE || key == '\\')) {
		struct viet_edit edit = insert_key(input, key);

		viet_input_end(input);
		edit.erase = 1;
		return edit;
	}
	input->can_reopen = false;
	if (input->method == VIET_VIQR && key == '\\') {
		struct viet_edit edit = finish_with(input, key);

		input->can_reopen = false;
		input->escaped = true;
		return edit;
	}
	if (!is_ascii_letter(key) && role.kind == ROLE_NONE)
		return finish_with(input, key);
	if (input->word.left_alone)
		return insert_key(input, key);
	if (is_full(&input->word)) {
		struct viet_edit edit = finish_with(input, key);

		viet_input_end(input);
		input->word.left_alone = true;
		return edit;
	}
	return is_ascii_letter(key) || is_digit(key) ? type_letter(input, role, key) : type_sign(input, role, key);
}

/* Forget the keys behind the last letter, and the letter. */
static void drop_last(struct viet_word *word)
{
	int last = (int)word->count - 1;
	bool carries_tone = word->tone && word->tone_at == word->count - 1;
	size_t kept = 0;

	for (size_t i = 0; i < word->key_count; i++) {
		struct viet_word_key key = word->keys[i];

		if (key.owner != last && !(carries_tone && key.owner == OWNER_TONE))
			word->keys[kept++] = key;
	}
	word->key_count = kept;
	if (carries_tone)
		word->tone = TONE_LEVEL;
	if (!--word->count)
		*word = (struct viet_word){ 0 };
}

struct viet_edit viet_input_backspace(struct viet_input *input)
{
	struct viet_word old = input->word;
	bool reopen = input->can_reopen;

	input->text[0] = '\0';
	input->can_reopen = input->escaped = false;
	if (!old.count) {
		input->word = reopen ? input->before : (struct viet_word){ 0 };
		return (struct viet_edit){ 1, input->text };
	}
	drop_last(&input->word);
	settle_tone(&input->word, input->style);
	return edit_between(input, &old, &input->word, 0);
}

/* --- a whole line ------------------------------------------------------------------ */

static void apply_edit(struct viet_edit edit, struct strbuf *out)
{
	size_t length = out->length;

	/* All that the engine takes back are letters of one code point. */
	for (size_t i = 0; i < edit.erase; i++)
		while (length && ((unsigned char)out->text[--length] & 0xC0) == 0x80)
			;
	strbuf_truncate(out, length);
	strbuf_add_text(out, edit.text);
}

void viet_input_line(enum viet_method method, enum viet_tone_style style, const char *keys, size_t length,
		     struct strbuf *out)
{
	struct viet_input input;

	viet_input_init(&input, method, style);
	for (size_t at = 0; at < length;) {
		uint32_t key;

		at += viet_read(keys + at, length - at, &key);
		apply_edit(viet_input_key(&input, key), out);
		input.yields = false;
	}
	apply_edit(viet_input_finish(&input), out);
}
