/* Telex, VNI and VIQR: what each key makes of the word before it. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/viet/input.h"
#include "core/viet/syllable.h"

struct typing {
	const char *keys, *expected;
};

static void check(enum viet_method method, enum viet_tone_style style, const char *keys, const char *expected)
{
	struct strbuf out = STRBUF_INIT;

	viet_input_line(method, style, keys, strlen(keys), &out);
	cr_expect_str_eq(out.text, expected, "%s: %s -> %s, not %s", viet_method_name(method), keys, out.text, expected);
	strbuf_release(&out);
}

static void check_all(enum viet_method method, const struct typing *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(method, VIET_TONE_OLD, cases[i].keys, cases[i].expected);
}

#define CHECK_ALL(method, cases) check_all(method, cases, sizeof (cases) / sizeof *(cases))

Test(viet_input, telex_makes_marks_and_tones_wherever_they_are_typed)
{
	static const struct typing cases[] = {
		{ "tieengs", "tiếng" }, { "tienges", "tiếng" }, { "tieesng", "tiếng" }, { "tiesnge", "tiếng" },
		{ "dduowngf", "đường" }, { "duongdwf", "đường" }, { "duwowngfd", "đường" }, { "dduwowfng", "đường" },
		{ "nguwowif", "người" }, { "nguoiwf", "người" }, { "ruowuj", "rượu" }, { "huowu", "hươu" },
		{ "thuowr", "thuở" }, { "huow", "huơ" }, { "luuw", "lưu" }, { "muaw", "mưa" }, { "guiwr", "gửi" },
		{ "hoawcj", "hoặc" }, { "quawn", "quăn" }, { "quowr", "quở" }, { "quoocs", "quốc" }, { "quys", "quý" },
		{ "gif", "gì" }, { "ginf", "gìn" }, { "giaf", "già" }, { "gieets", "giết" }, { "giowf", "giờ" },
		{ "khuyur", "khuỷu" }, { "khuyaf", "khuỳa" }, { "ngoafi", "ngoài" }, { "ngoaos", "ngoáo" },
		{ "khoeof", "khoèo" }, { "w", "ư" }, { "tw", "tư" }, { "nhwng", "nhưng" }, { "daya", "dây" },
		{ "nghieengx", "nghiễng" }, { "chuyeenr", "chuyển" }, { "Uyr ban nhaan daan", "Ủy ban nhân dân" },
	};

	CHECK_ALL(VIET_TELEX, cases);
}

Test(viet_input, vni_makes_the_same_of_digits)
{
	static const struct typing cases[] = {
		{ "tie6ng1", "tiếng" }, { "tieng61", "tiếng" }, { "d9uo7ng2", "đường" }, { "duong972", "đường" },
		{ "u7", "ư" }, { "hoa8c5", "hoặc" }, { "quo6c1", "quốc" }, { "nguoi72", "người" }, { "thuo73", "thuở" },
		{ "a44", "a4" }, { "T11/2013", "T11/2013" }, { "a10", "a" }, { "B52", "B52" }, { "muon61", "muốn" },
	};

	CHECK_ALL(VIET_VNI, cases);
}

Test(viet_input, viqr_makes_the_same_of_signs)
{
	static const struct typing cases[] = {
		{ "tie^'ng Vie^.t", "tiếng Việt" }, { "DDu+o+`ng", "Đường" }, { "DDuo+ng`", "Đường" },
		{ "ho(a.c", "ho(ạc" }, { "hoa(.c", "hoặc" }, { "Ha` No^.i, ", "Hà Nội, " },
		{ "la\\. he^'t", "la. hết" }, { "co' gi\\?", "có gi?" }, { "d\\d", "dd" }, { "a\\\\", "a\\" },
		{ "c:\\u", "c:\\u" }, { "la..", "la." }, { "tro~^^ ", "tro~^^ " }, { "x^2", "x^2" },
	};

	CHECK_ALL(VIET_VIQR, cases);
}

Test(viet_input, repeating_a_key_takes_back_what_it_did)
{
	static const struct typing cases[] = {
		{ "aaa", "aa" }, { "eee", "ee" }, { "ooo", "oo" }, { "ass", "as" }, { "off", "of" }, { "ddd", "dd" },
		{ "ww", "w" }, { "uww", "uw" }, { "aww", "aw" }, { "uoww", "uow" },
		{ "tesst", "test" }, { "tiengee", "tienge" }, { "ASS", "AS" }, { "aaaa", "aaa" }, { "asss", "ass" },
		{ "xooong", "xoong" }, { "booongs", "boóng" }, { "duwowngw", "duongw" },
	};

	CHECK_ALL(VIET_TELEX, cases);
}

Test(viet_input, another_mark_or_tone_takes_the_place_of_the_first)
{
	static const struct typing cases[] = {
		{ "asf", "à" }, { "aaw", "ă" }, { "awa", "â" }, { "oow", "ơ" }, { "owo", "ô" }, { "muwowno", "muôn" },
		{ "muoonw", "mươn" }, { "tieengsz", "tiêng" }, { "hoafz", "hoa" }, { "az", "az" },
	};

	CHECK_ALL(VIET_TELEX, cases);
}

Test(viet_input, capitals_are_kept)
{
	static const struct typing cases[] = {
		{ "TIEENGS", "TIẾNG" }, { "Tieengs", "Tiếng" }, { "DDuowngf", "Đường" }, { "Dduowngf", "Đường" },
		{ "dDi", "đi" }, { "aA", "â" }, { "Aa", "Â" }, { "W", "Ư" }, { "UYR BAN", "ỦY BAN" }, { "Ow", "Ơ" },
	};

	CHECK_ALL(VIET_TELEX, cases);
}

Test(viet_input, a_word_that_is_no_syllable_goes_back_to_its_keys)
{
	static const struct typing cases[] = {
		{ "windows", "windows" }, { "user name", "user name" }, { "yard,", "yard," }, { "website", "website" },
		{ "facebook", "facebook" }, { "expert,", "expert," },  { "plus", "plus" },
		{ "dude ", "dude " }, { "WTO", "WTO" }, { "internet", "internet" }, { "banana", "banana" },
		{ "transformationsandothers", "transformationsandothers" },
		{ "pneumonoultramicroscopicsilicovolcanoconiosis", "pneumonoultramicroscopicsilicovolcanoconiosis" },
	};

	CHECK_ALL(VIET_TELEX, cases);
}

Test(viet_input, a_syllable_that_still_lacks_its_tone_stays)
{
	static const struct typing cases[] = {
		{ "bieet ", "biêt " }, { "ddat", "đat" }, { "ngayf mai", "ngày mai" }, { "nuowc, ", "nươc, " },
	};

	CHECK_ALL(VIET_TELEX, cases);
}

Test(viet_input, abbreviations_take_a_barred_d)
{
	static const struct typing cases[] = {
		{ "QDD-UBND", "QĐ-UBND" }, { "HDDND", "HĐND" }, { "LDDTBXH", "LĐTBXH" }, { "DDBQH", "ĐBQH" },
		{ "NDD", "NĐ" }, { "30/2020/NDD-CP", "30/2020/NĐ-CP" }, { "ddc", "đc" }, { "add", "add" },
		{ "middle", "middle" }, { "TW", "TƯ" }, { "dd", "đ" }, { "NDDD", "NDD" }, { "GDDDDT", "GDĐT" }, { "dddd", "dđ" },
	};

	CHECK_ALL(VIET_TELEX, cases);
}

Test(viet_input, names_of_the_highlands_are_syllables)
{
	static const struct typing cases[] = {
		{ "DDawsk Lawsk", "Đắk Lắk" }, { "DDawk Noong", "Đăk Nông" }, { "Kroong Buks", "Krông Búk" },
		{ "Pleiku", "Pleiku" }, { "H'Moong", "H'Mông" }, { "Mnoong", "Mnông" }, { "Xtieeng", "Xtiêng" },
		{ "Chuw Proong", "Chư Prông" }, { "EE DDee", "Ê Đê" }, { "M'DDrawsk", "M'Đrắk" }, { "Cuw Juts", "Cư Jút" },
	};

	CHECK_ALL(VIET_TELEX, cases);
}

Test(viet_input, the_tone_stands_where_the_style_has_it_and_moves_when_the_syllable_grows)
{
	static const struct typing old[] = {
		{ "hoaf", "hòa" }, { "hoafn", "hoàn" }, { "khoer", "khỏe" }, { "thuys", "thúy" }, { "huyf", "hùy" },
		{ "tuaf", "tùa" }, { "tuafna", "tuần" }, { "mias", "mía" }, { "oaij", "oại" },
	};

	check(VIET_TELEX, VIET_TONE_NEW, "hoaf", "hoà");
	check(VIET_TELEX, VIET_TONE_NEW, "khoer", "khoẻ");
	check(VIET_TELEX, VIET_TONE_NEW, "thuys", "thuý");
	check(VIET_TELEX, VIET_TONE_NEW, "muaf", "mùa");
	check(VIET_TELEX, VIET_TONE_NEW, "hoafn", "hoàn");
	check(VIET_TELEX, VIET_TONE_NEW, "quys", "quý");
	CHECK_ALL(VIET_TELEX, old);
}

/* --- edits -------------------------------------------------------------------- */

/* What a field does with an edit. */
static void apply(struct strbuf *field, struct viet_edit edit)
{
	size_t length = field->length;

	for (size_t i = 0; i < edit.erase; i++)
		while (length && ((unsigned char)field->text[--length] & 0xC0) == 0x80)
			;
	strbuf_truncate(field, length);
	strbuf_add_text(field, edit.text);
}

/* Types KEYS, a '<' as a backspace, into an empty field. */
static void check_field(enum viet_method method, const char *keys, const char *expected)
{
	struct strbuf field = STRBUF_INIT;
	struct viet_input input;

	viet_input_init(&input, method, VIET_TONE_OLD);
	for (; *keys; keys++)
		apply(&field, *keys == '<' ? viet_input_backspace(&input)
					   : viet_input_key(&input, (unsigned char)*keys));
	cr_expect_str_eq(field.text, expected, "%s, not %s", field.text, expected);
	strbuf_release(&field);
}

Test(viet_input, backspace_takes_what_is_shown_and_the_next_mark_still_works)
{
	check_field(VIET_TELEX, "tieengs<", "tiến");
	check_field(VIET_TELEX, "tieengs<<", "tiế");
	check_field(VIET_TELEX, "tieengs<<<", "ti");
	check_field(VIET_TELEX, "tieengs<<<eejt", "tiệt");
	check_field(VIET_TELEX, "hoafn<", "hòa");
	check_field(VIET_TELEX, "tieeng<s", "tiến");
	check_field(VIET_TELEX, "dduong<<<<<a", "a");
	check_field(VIET_TELEX, "tieeng <s", "tiếng");
	check_field(VIET_TELEX, "user <<<", "us");
	check_field(VIET_TELEX, "<<a<", "");
	check_field(VIET_VNI, "tie6ng<1", "tiến");
	check_field(VIET_TELEX, "tieengss", "tiêngs");
	check_field(VIET_TELEX, "user", "ủe");
	check_field(VIET_TELEX, "user ", "user ");
}

Test(viet_input, a_word_ends_where_the_cursor_leaves_it)
{
	struct viet_input input;
	struct viet_edit edit;

	viet_input_init(&input, VIET_TELEX, VIET_TONE_OLD);
	viet_input_key(&input, 'a');
	viet_input_end(&input);
	edit = viet_input_key(&input, 's');
	cr_expect_eq(edit.erase, 0);
	cr_expect_str_eq(edit.text, "s");
}

Test(viet_input, letters_that_come_ready_made_show_that_another_method_is_at_work)
{
	struct viet_input input;
	struct viet_edit edit;

	viet_input_init(&input, VIET_TELEX, VIET_TONE_OLD);
	viet_input_key(&input, 't');
	viet_input_key(&input, 0xEA);
	cr_expect(input.yields);
	viet_input_key(&input, 'a');
	edit = viet_input_key(&input, 's');
	cr_expect_eq(edit.erase, 0);
	cr_expect_str_eq(edit.text, "s");
}

Test(viet_input, other_signs_do_not_end_it)
{
	struct viet_input input;

	viet_input_init(&input, VIET_TELEX, VIET_TONE_OLD);
	viet_input_key(&input, 0x2013);
	viet_input_key(&input, 0x20AC);
	cr_expect_not(input.yields);
}

/* --- every syllable of the dictionary, in every order of its keys ---------------- */

enum { KEYS_MAX = 16, MARKS_MAX_TYPED = 4 };

/* A key that is not a letter of its own, and the first place where it may stand. */
struct mark_key {
	char key;
	size_t after;		/* behind that many letters at least */
};

struct spelling {
	char letters[KEYS_MAX];
	size_t count;
	struct mark_key marks[MARKS_MAX_TYPED];
	size_t mark_count;
};

static const struct {
	enum viet_method method;
	const char *tones;	/* in the order of enum tone, from the second on */
	const char *circumflex;	/* "" : the letter again */
	char horn, breve, bar;
} keyboards[] = {
	{ VIET_TELEX, "frxsj", "", 'w', 'w', 'd' },
	{ VIET_VNI, "23415", "6", '7', '8', '9' },
	{ VIET_VIQR, "`?~'.", "^", '+', '(', 'd' },
};

static void add_mark_key(struct spelling *spelling, char key)
{
	cr_assert_lt(spelling->mark_count, MARKS_MAX_TYPED);
	spelling->marks[spelling->mark_count++] = (struct mark_key){ key, spelling->count };
}

/* Take SYLLABLE apart into the keys of a keyboard; false for an abbreviation. */
static bool take_apart(const char *syllable, size_t keyboard, struct spelling *spelling)
{
	size_t length = strlen(syllable);
	bool horned_u = false, plain_o = false;

	*spelling = (struct spelling){ 0 };
	for (size_t at = 0; at < length;) {
		struct viet_letter letter;
		uint32_t c;

		at += viet_read(syllable + at, length - at, &c);
		if (!viet_split(c, &letter) || spelling->count == KEYS_MAX)
			return false;
		spelling->letters[spelling->count++] = (char)(letter.capital ? letter.base - 0x20 : letter.base);
		/* Two plain o are three of Telex: the third takes the circumflex back. */
		if (keyboards[keyboard].method == VIET_TELEX && letter.base == 'o' && !letter.mark && plain_o)
			spelling->letters[spelling->count++] = 'o';
		plain_o = letter.base == 'o' && !letter.mark;
		switch ((enum mark)letter.mark) {
		case MARK_NONE: break;
		case MARK_BREVE: add_mark_key(spelling, keyboards[keyboard].breve); break;
		case MARK_HORN:
			/* One key marks both letters of ươ. */
			if (!horned_u || letter.base != 'o')
				add_mark_key(spelling, keyboards[keyboard].horn);
			break;
		case MARK_BAR: add_mark_key(spelling, keyboards[keyboard].bar); break;
		case MARK_CIRCUMFLEX:
			add_mark_key(spelling, *keyboards[keyboard].circumflex ? *keyboards[keyboard].circumflex
									       : (char)letter.base);
			break;
		}
		horned_u = letter.mark == MARK_HORN && letter.base == 'u';
		if (letter.tone)
			add_mark_key(spelling, keyboards[keyboard].tones[letter.tone - 1]);
	}
	return strpbrk(spelling->letters, "aeiouyAEIOUY");
}

/* The text with its tone where the style has it. */
static void in_style(const char *syllable, bool newer, struct strbuf *out)
{
	struct viet_letter letters[KEYS_MAX] = { 0 };
	size_t count = 0, length = strlen(syllable), place;
	unsigned char tone = TONE_LEVEL;

	for (size_t at = 0; at < length;) {
		uint32_t c;

		at += viet_read(syllable + at, length - at, &c);
		viet_split(c, &letters[count]);
		if (letters[count].tone)
			tone = letters[count].tone;
		letters[count++].tone = TONE_LEVEL;
	}
	place = viet_tone_place(letters, count, newer);
	if (tone)
		letters[place].tone = tone;
	for (size_t i = 0; i < count; i++)
		strbuf_add_utf8(out, viet_join(letters[i]));
}

struct orders {
	enum viet_method method;
	const char *old_style, *new_style;
	size_t tried;
};

static void type_order(struct orders *orders, const char *keys)
{
	check(orders->method, VIET_TONE_OLD, keys, orders->old_style);
	check(orders->method, VIET_TONE_NEW, keys, orders->new_style);
	orders->tried++;
}

/* Put the marks from FIRST on into KEYS, each behind its letter and wherever it may stand after that. */
static void place_marks(struct orders *orders, const struct spelling *spelling, size_t first, const char *keys,
			const size_t *letters_before)
{
	size_t length = strlen(keys);

	if (first == spelling->mark_count) {
		type_order(orders, keys);
		return;
	}
	for (size_t at = 0; at <= length; at++) {
		char more[2 * KEYS_MAX];
		size_t before[2 * KEYS_MAX];

		if (letters_before[at] < spelling->marks[first].after)
			continue;
		memcpy(more, keys, at);
		more[at] = spelling->marks[first].key;
		memcpy(more + at + 1, keys + at, length - at + 1);
		memcpy(before, letters_before, (at + 1) * sizeof *before);
		for (size_t i = at; i <= length; i++)
			before[i + 1] = letters_before[i];
		place_marks(orders, spelling, first + 1, more, before);
	}
}

static size_t try_every_order(const char *syllable, size_t keyboard)
{
	struct strbuf old_style = STRBUF_INIT, new_style = STRBUF_INIT;
	struct orders orders = { .method = keyboards[keyboard].method };
	size_t before[2 * KEYS_MAX];
	struct spelling spelling;

	if (!take_apart(syllable, keyboard, &spelling) || !spelling.mark_count)
		return 0;
	in_style(syllable, false, &old_style);
	in_style(syllable, true, &new_style);
	orders.old_style = old_style.text;
	orders.new_style = new_style.text;
	for (size_t i = 0; i <= spelling.count; i++)
		before[i] = i;
	place_marks(&orders, &spelling, 0, spelling.letters, before);
	strbuf_release(&old_style);
	strbuf_release(&new_style);
	return orders.tried;
}

static void for_each_syllable(void (*visit)(const char *syllable, void *data), void *data)
{
	FILE *file = fopen("/usr/share/hunspell/vi_VN.dic", "r");
	char line[256];

	if (!file)
		cr_skip_test("Debian's hunspell-vi is not installed");
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "/\n")] = '\0';
		if (line[0] && (line[0] < '0' || line[0] > '9'))
			visit(line, data);
	}
	fclose(file);
}

static void try_keyboards(const char *syllable, void *data)
{
	size_t *tried = data;

	for (size_t i = 0; i < sizeof keyboards / sizeof *keyboards; i++)
		*tried += try_every_order(syllable, i);
}

Test(viet_input, every_syllable_of_the_dictionary_is_typed_by_its_keys_in_any_order)
{
	size_t tried = 0;

	for_each_syllable(try_keyboards, &tried);
	cr_expect_gt(tried, 50000, "the dictionary is not as long as it was: only %zu", tried);
}
