#include <uchar.h>

#include "core/viet/syllable.h"

/*
 * The rhymes, without tones, by their first letter: those of the syllables in
 * Debian's hunspell-vi, and what names, borrowed words and sounds add. Which of c
 * and k, g and gh, ng and ngh goes before a vowel is a rule for spellers, not for typists:
 * whoever writes "cê" sees what he wrote.
 */
static const char32_t *const rhymes_a[] = {
	U"a", U"ac", U"ach", U"ai", U"am", U"an", U"ang", U"anh", U"ao", U"ap", U"at", U"au", U"ay",
	U"ăc", U"ăm", U"ăn", U"ăng", U"ăp", U"ăt",
	U"âc", U"âm", U"ân", U"âng", U"âp", U"ât", U"âu", U"ây", NULL,
};

static const char32_t *const rhymes_e[] = {
	U"e", U"ec", U"ech", U"em", U"en", U"eng", U"enh", U"eo", U"ep", U"et",
	U"ê", U"êc", U"êch", U"êm", U"ên", U"ênh", U"êp", U"êt", U"êu", NULL,
};

static const char32_t *const rhymes_i[] = {
	U"i", U"ia", U"ic", U"ich", U"im", U"in", U"inh", U"ip", U"it", U"iu",
	U"iêc", U"iêm", U"iên", U"iêng", U"iêp", U"iêt", U"iêu", NULL,
};

static const char32_t *const rhymes_o[] = {
	U"o", U"oc", U"oi", U"om", U"on", U"ong", U"op", U"ot", U"ooc", U"oong",
	U"oa", U"oac", U"oach", U"oai", U"oam", U"oan", U"oang", U"oanh", U"oao", U"oap", U"oat", U"oay",
	U"oăc", U"oăm", U"oăn", U"oăng", U"oăt", U"oe", U"oec", U"oem", U"oen", U"oeng", U"oeo", U"oep", U"oet",
	U"ô", U"ôc", U"ôi", U"ôm", U"ôn", U"ông", U"ôp", U"ôt",
	U"ơ", U"ơc", U"ơi", U"ơm", U"ơn", U"ơng", U"ơp", U"ơt", NULL,
};

static const char32_t *const rhymes_u[] = {
	U"u", U"ua", U"uc", U"ui", U"um", U"un", U"ung", U"up", U"ut",
	U"uâc", U"uâm", U"uân", U"uâng", U"uâp", U"uât", U"uây", U"uê", U"uêch", U"uên", U"uênh", U"uêt", U"uơ",
	U"uôc", U"uôi", U"uôm", U"uôn", U"uông", U"uôp", U"uôt",
	U"uy", U"uya", U"uych", U"uyn", U"uynh", U"uyp", U"uyt", U"uyu", U"uyên", U"uyêt",
	U"ư", U"ưa", U"ưc", U"ưi", U"ưm", U"ưn", U"ưng", U"ưp", U"ưt", U"ưu",
	U"ươ", U"ươc", U"ươi", U"ươm", U"ươn", U"ương", U"ươp", U"ươt", U"ươu", NULL,
};

static const char32_t *const rhymes_y[] = {
	U"y", U"ych", U"ynh", U"yt", U"yêm", U"yên", U"yêng", U"yêp", U"yêt", U"yêu", NULL,
};

/* Letters that have a name but make no syllable with others. */
static const char32_t *const letter_names[] = { U"ă", U"â", U"đ", NULL };

/* What stands in front of a rhyme; "gi" and "qu" are read by read_initial(). */
static const char32_t *const initials[] = {
	U"b", U"c", U"ch", U"d", U"đ", U"g", U"gh", U"h", U"k", U"kh", U"l", U"m", U"n", U"ng", U"ngh", U"nh",
	U"p", U"ph", U"q", U"r", U"s", U"t", U"th", U"tr", U"v", U"x", U"z", NULL,
};

/*
 * Syllables in names of places and peoples, most of them of the Central Highlands,
 * that standard spelling has not: as they stand in the names of communes and
 * districts of Đắk Lắk, Đắk Nông, Gia Lai, Kon Tum, Lâm Đồng, Quảng Nam; and one
 * borrowed word of two syllables, as the dictionary writes it.
 */
static const char32_t *const names[] = {
	U"bă", U"bhăng", U"bhôk", U"bla", U"blêh", U"blư", U"brăng", U"brâu", U"broăi", U"buk",
	U"byă", U"choah", U"chrông", U"chrôh", U"cuôr", U"dăh", U"djrăng", U"dliê", U"dơk",
	U"drăng", U"drăk", U"drênh", U"droh", U"drot", U"drô", U"drông", U"đar", U"đăk", U"đir",
	U"đoh", U"đrăk", U"đrăm", U"glăng", U"grăng", U"grưng", U"hbông", U"hđơk", U"hlơ", U"hlôp",
	U"hmông", U"hnông", U"hrê", U"hru", U"jlơi", U"jơ", U"jut", U"kbô", U"kbuôr", U"kdăm", U"kđoh",
	U"klông", U"kmăl", U"kmrông", U"kmut", U"knôp", U"knuêc", U"kpă", U"krăi", U"krêl", U"krêm", U"krong",
	U"krông", U"kuăng", U"lăk", U"măih", U"mdrăk", U"mlah", U"mlô", U"mnông", U"môl", U"mrông", U"mrơn",
	U"ngok", U"niê", U"nuôl", U"palăng", U"păk", U"păl", U"pek", U"pêk", U"plô", U"plông", U"pôk", U"pơk",
	U"prông", U"puk", U"rcăm", U"rôk", U"rsươm", U"rtô", U"rvê", U"săk", U"sôr", U"srê", U"srêpôk",
	U"sro", U"stiêng", U"teh", U"tih", U"tliêng", U"toh", U"trôk", U"uôr", U"xiêr", U"xrê", U"xtiêng",
	U"yiêng", U"zuôich", NULL,
};

static bool is_vowel(struct viet_letter letter)
{
	switch (letter.base) {
	case 'a': case 'e': case 'i': case 'o': case 'u': case 'y':
		return true;
	}
	return false;
}

/* --- spelling ---------------------------------------------------------------- */

enum reading {
	READ_BEGINNING,		/* some marks may be missing, too */
	READ_MARKED_BEGINNING,
	READ_WHOLE,
};

static bool reads_as_letter(uint32_t pattern, struct viet_letter letter, enum reading reading)
{
	struct viet_letter wanted;

	if (pattern < 0x80)
		return pattern == letter.base && !letter.mark;
	return viet_split(pattern, &wanted) && wanted.base == letter.base &&
	       (wanted.mark == letter.mark || (!letter.mark && reading == READ_BEGINNING));
}

/* LETTERS are PATTERN, or its beginning. */
static bool reads_as(const char32_t *pattern, const struct viet_letter *letters, size_t count, enum reading reading)
{
	for (size_t i = 0; i < count; i++)
		if (!pattern[i] || !reads_as_letter(pattern[i], letters[i], reading))
			return false;
	return reading != READ_WHOLE || !pattern[count];
}

static bool reads_as_one_of(const char32_t *const *patterns, const struct viet_letter *letters, size_t count,
			    enum reading reading)
{
	for (; *patterns; patterns++)
		if (reads_as(*patterns, letters, count, reading))
			return true;
	return false;
}

static const char32_t *const *rhymes_beginning(unsigned char base)
{
	static const char32_t *const none[] = { NULL };

	switch (base) {
	case 'a': return rhymes_a;
	case 'e': return rhymes_e;
	case 'i': return rhymes_i;
	case 'o': return rhymes_o;
	case 'u': return rhymes_u;
	case 'y': return rhymes_y;
	}
	return none;
}

static bool is_rhyme(const struct viet_letter *letters, size_t count, enum reading reading)
{
	return reads_as_one_of(rhymes_beginning(letters[0].base), letters, count, reading);
}

/* Letters before the first vowel. */
static size_t consonants_before(const struct viet_letter *letters, size_t count)
{
	size_t at = 0;

	while (at < count && !is_vowel(letters[at]))
		at++;
	return at;
}

/* The i of "gi" and the u of "qu" belong to the initial where a vowel follows. */
static bool is_glide(const struct viet_letter *letters, size_t count)
{
	if (count < 3 || letters[1].mark || !is_vowel(letters[2]))
		return false;
	return (letters[0].base == 'g' && letters[1].base == 'i') || (letters[0].base == 'q' && letters[1].base == 'u');
}

static bool is_spelled(const struct viet_letter *letters, size_t count, enum reading reading)
{
	size_t length = consonants_before(letters, count);

	if (length == count)
		return reading != READ_WHOLE && reads_as_one_of(initials, letters, count, reading);
	if (length && !reads_as_one_of(initials, letters, length, READ_WHOLE))
		return false;
	if (is_glide(letters, count) && is_rhyme(letters + 2, count - 2, reading))
		return true;
	if (length && letters[0].base == 'q')
		return count == 2 && letters[1].base == 'u' && !letters[1].mark && reading != READ_WHOLE;
	return is_rhyme(letters + length, count - length, reading);
}

/* --- tones ------------------------------------------------------------------- */

enum { SEVERAL_TONES = TONE_COUNT };

static int tone_of(const struct viet_letter *letters, size_t count)
{
	int tone = TONE_LEVEL;

	for (size_t i = 0; i < count; i++) {
		if (letters[i].tone && tone)
			return SEVERAL_TONES;
		if (letters[i].tone)
			tone = letters[i].tone;
	}
	return tone;
}

/* The last letters are c, ch, p or t (k in names). */
static bool is_stopped(const struct viet_letter *letters, size_t count)
{
	unsigned char last = letters[count - 1].base;

	if (last == 'h' && count > 1)
		last = letters[count - 2].base == 'c' ? 'c' : 'h';
	return count > 1 && (last == 'c' || last == 'p' || last == 't' || last == 'k');
}

static bool has_vowel(const struct viet_letter *letters, size_t count)
{
	return consonants_before(letters, count) < count;
}

/* --- the questions ----------------------------------------------------------- */

bool viet_is_syllable(const struct viet_letter *letters, size_t count)
{
	int tone;

	if (!count)
		return false;
	tone = tone_of(letters, count);
	if (tone == SEVERAL_TONES)
		return false;
	/* The names have a level tone there too: Đăk. */
	if (is_stopped(letters, count) && tone != TONE_ACUTE && tone != TONE_DOT)
		return !tone && reads_as_one_of(names, letters, count, READ_WHOLE);
	return is_spelled(letters, count, READ_WHOLE) || reads_as_one_of(letter_names, letters, count, READ_WHOLE) ||
	       reads_as_one_of(names, letters, count, READ_WHOLE);
}

/* What has a tone already that its last letters do not bear goes no further. */
static bool has_wrong_tone(const struct viet_letter *letters, size_t count)
{
	int tone = tone_of(letters, count);

	if (tone == SEVERAL_TONES)
		return true;
	return tone && tone != TONE_ACUTE && tone != TONE_DOT && has_vowel(letters, count) && is_stopped(letters, count);
}

static bool has_mark(const struct viet_letter *letters, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (letters[i].mark)
			return true;
	return false;
}

static bool begins_syllable(const struct viet_letter *letters, size_t count, enum reading reading)
{
	if (has_wrong_tone(letters, count))
		return false;
	if (is_spelled(letters, count, reading))
		return true;
	/* The beginning of a name may be that of a foreign word: it ends no word, and takes no tone before a mark. */
	if (reading == READ_MARKED_BEGINNING || (tone_of(letters, count) && !has_mark(letters, count)))
		reading = READ_WHOLE;
	return reads_as_one_of(names, letters, count, reading);
}

bool viet_may_become_syllable(const struct viet_letter *letters, size_t count)
{
	return !count || begins_syllable(letters, count, READ_BEGINNING);
}

bool viet_lacks_no_mark(const struct viet_letter *letters, size_t count)
{
	return !count || begins_syllable(letters, count, READ_MARKED_BEGINNING);
}

void viet_find_vowels(const struct viet_letter *letters, size_t count, size_t *begin, size_t *end)
{
	*begin = consonants_before(letters, count);
	if (is_glide(letters, count))
		*begin = 2;
	else if (*begin == 1 && count == 2 && letters[0].base == 'q')
		*begin = count;
	*end = *begin;
	while (*end < count && is_vowel(letters[*end]))
		++*end;
}

/* Of two vowels that end a word, these are where the older and the newer style differ. */
static bool is_open_pair(const struct viet_letter *vowels)
{
	return (vowels[0].base == 'o' && (vowels[1].base == 'a' || vowels[1].base == 'e')) ||
	       (vowels[0].base == 'u' && vowels[1].base == 'y');
}

size_t viet_tone_place(const struct viet_letter *letters, size_t count, bool newer_style)
{
	size_t begin, end;
	bool closed;

	viet_find_vowels(letters, count, &begin, &end);
	if (begin == end)
		return count;
	for (size_t at = end; at > begin; at--)
		if (letters[at - 1].mark)
			return at - 1;
	closed = end < count;
	if (end - begin == 1 || (end - begin == 2 && !closed && !(newer_style && is_open_pair(letters + begin))))
		return begin;
	return begin + 1;
}
