/* Text found and sorted. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tests/core/draft_check.h"
#include "tests/core/viet_cases.h"

static const struct text_case searched[] = {
	{ "", "" },
	{ "Hoà", "hoa" },
	{ "HÒA", "hoa" },
	{ "Ủy ban Nhân dân", "uy ban nhan dan" },
	{ "Uỷ  ban\u00A0nhân\tdân ", "uy ban nhan dan" },
	{ "Đất đai", "dat dai" },
	{ "Ðảng", "dang" },			/* U+00D0, as old fonts have it */
	{ "\u0110a\u0302\u0301t", "dat" },
	{ "\u0110â\u0301t", "dat" },
	{ "62/KH-UBND", "62 kh ubnd" },
	{ "62 kh ubnd", "62 kh ubnd" },
	{ "– “Trích yếu”, (số 1).", "trich yeu so 1" },
	{ "---", "" },
	{ "H'Mông", "h mong" },
	{ "Kế\u200Bhoạch\uFEFF", "kehoach" },
	{ "m\u0300", "m" },
	{ "đ\u0301", "d" },
	{ "Čư M’gar ñ ü", "cu m gar n u" },
	{ "Ελλάδα", "ελλαδα" },
	{ "각", "각" },
	{ "\u1100\u1161\u11A8", "각" },
	{ "a\xFF" "b", "a b" },
	{ "  (a) – б, «c» !", "a б c" },
	{ "a\u0301\tb\u2028c", "a b c" },
	/* Longer in small letters: the key may be longer than its text. */
	{ "ȺaȺȺȺȺȺ bc", "ⱥaⱥⱥⱥⱥⱥ bc" },
};

Test(viet_search_key, folds_case_marks_and_signs)
{
	check_cases(viet_search_key, searched, sizeof searched / sizeof *searched);
}

static const struct text_case marked[] = {
	{ "Hoà bình", "hòa bình" },
	{ "HÒA BÌNH", "hòa bình" },
	{ "hoà", "hòa" }, { "hoả", "hỏa" }, { "hoã", "hõa" }, { "hoá", "hóa" }, { "hoạ", "họa" },
	{ "khoẻ", "khỏe" }, { "loè", "lòe" }, { "khoé", "khóe" },
	{ "Uỷ ban", "ủy ban" }, { "thuý", "thúy" }, { "luỹ", "lũy" }, { "tuỳ", "tùy" }, { "luỵ", "lụy" },
	{ "oà", "òa" }, { "hoa\u0300", "hòa" },
	{ "quý", "quý" }, { "quỳ", "quỳ" }, { "Quỹ", "quỹ" },
	{ "hoàn", "hoàn" }, { "khoẻn", "khoẻn" }, { "khuỷu", "khuỷu" }, { "ngoài", "ngoài" },
	{ "huých", "huých" },
	{ "hoà-bình", "hòa bình" },
	{ "thuở", "thuở" }, { "hoặc", "hoặc" }, { "nghĩa", "nghĩa" }, { "loa", "loa" },
	{ "Ðảng", "đảng" },
	{ "62/KH-UBND", "62 kh ubnd" },
	{ "café", "café" }, { "Ñ", "ñ" },
};

Test(viet_marked_key, keeps_marks_and_settles_the_tone)
{
	check_cases(viet_marked_key, marked, sizeof marked / sizeof *marked);
}

static bool same_words(const struct strbuf *a, const struct strbuf *b)
{
	struct strbuf key_a = STRBUF_INIT, key_b = STRBUF_INIT;
	bool same;

	viet_search_key(a->text, a->length, &key_a);
	viet_search_key(b->text, b->length, &key_b);
	same = !strcmp(key_a.text, key_b.text);
	strbuf_release(&key_a);
	strbuf_release(&key_b);
	return same;
}

Test(viet_marked_key, differs_from_the_search_key_in_marks_only)
{
	unsigned int seed = 5;

	for (int round = 0; round < 20000; round++) {
		struct strbuf text = STRBUF_INIT, search = STRBUF_INIT, mark = STRBUF_INIT;

		add_random_text(&seed, &text);
		viet_search_key(text.text, text.length, &search);
		viet_marked_key(text.text, text.length, &mark);
		cr_assert(same_words(&search, &mark), "%d: \"%s\" \"%s\"", round, search.text, mark.text);
		strbuf_release(&text);
		strbuf_release(&search);
		strbuf_release(&mark);
	}
}

Test(viet_match, finds_with_and_without_marks)
{
	static const struct {
		const char *query, *text;
		bool found;
	} pairs[] = {
		{ "dat dai", "Quản lý đất đai", true },
		{ "đất đai", "Quản lý đất đai", true },
		{ "dat da", "Quản lý đất đai", true },
		{ "đat dai", "Quản lý đất đai", true },
		{ "đất đai", "Dat dai", false },
		{ "năm", "Việt Nam", false },
		{ "năm", "hằng năm", true },
		{ "nam", "hằng năm", true },
		{ "hoà", "hòa bình", true },
		{ "hòa", "Hoà bình", true },
		{ "hoà", "hoàn thành", true },
		{ "uỷ ban", "ỦY BAN", true },
		{ "ủy", "Uỷ", true },
		{ "dương", "con đường", true },
		{ "dường", "con đương", false },
		{ "62/kh-ubnd", "Kế hoạch số 62/KH-UBND", true },
		{ "62 kh ubnd", "Kế hoạch số 62/KH-UBND", true },
		{ "kế  hoạch", "kế\u00A0hoạch", true },
		{ "hoạch kế", "kế hoạch", false },
		{ "tie\u0302\u0301ng", "Tiếng Việt", true },
		{ "", "gì cũng được", true },
		{ "x", "", false },
		{ "oạch", "kế hoạch", true },
		{ "hằng năm", "chi hàng năm", true },
		{ "hằng n", "chi hàng năm", true },
		{ "hàng quý", "hằng quí", true },
		{ "hằng", "hàng hóa", false },
		{ "hằng năm", "hàng nằm", false },
		{ "hẳng năm", "hàng năm", false },
		{ "kỹ thuật", "khoa học kĩ thuật", true },
		{ "ki thuat", "khoa học kỹ thuật", true },
		{ "kỳ thuật", "khoa học kĩ thuật", false },
		{ "lí", "quản lý", true }, { "lý", "lính", false }, { "ly", "lịch", false },
		{ "Mĩ", "nước Mỹ", true }, { "sĩ", "bác sỹ", true }, { "tỉ lệ", "tỷ lệ", true },
		{ "hy vọng", "hi vọng", true }, { "quí", "Quý III", true },
		{ "tai", "tay", false }, { "thuý", "thúi", false }, { "tui", "tuy", false },
		{ "khi", "khy", false }, { "vi", "vy", false }, { "i tế", "y tế", false },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		cr_expect((viet_match(pairs[i].query, pairs[i].text) > 0) == pairs[i].found,
			  "\"%s\" in \"%s\"", pairs[i].query, pairs[i].text);
}

Test(viet_match, better_answers_score_higher)
{
	static const struct {
		const char *query;
		const char *best_first[6];
	} orders[] = {
		{ "nam", { "Nam", "Nam Định", "Việt Nam", "năm", "năm học", "hằng năm" } },
		{ "hòa", { "Hoà", "hoà bình", "chan hòa" } },
		{ "kế hoạch", { "Kế hoạch", "Kế hoạch số 1", "Lập kế hoạch" } },
		{ "an", { "an", "an ninh", "bình an", "lan", "ăn" } },
		{ "hoà", { "hòa", "hoàn" } },
		{ "năm", { "Năm", "năm học", "hằng năm", "nằm" } },
		{ "hằng năm", { "hằng năm", "chi hằng năm", "hàng năm", "chi hàng năm" } },
		{ "kĩ", { "kĩ", "kĩ năng", "bắc kĩ", "kỹ", "kỹ năng" } },
		{ "ki", { "ki", "kinh", "kí", "kính", "ký" } },
	};

	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		const char *query = orders[i].query;
		const char *const *texts = orders[i].best_first;

		for (size_t j = 1; j < 6 && texts[j]; j++)
			cr_expect(viet_match(query, texts[j - 1]) > viet_match(query, texts[j]),
				  "\"%s\": \"%s\" before \"%s\"", query, texts[j - 1], texts[j]);
	}
}

/* Of a search key: how a script asks an index for every spelling. */
Test(viet_other_spellings, vary_whole_words_that_end_in_i_or_y)
{
	static const struct {
		const char *key, *others;
	} cases[] = {
		{ "ky thuat", "ki thuat|" }, { "quan ly", "quan li |" }, { "li", "ly |" },
		{ "ly ki x", "li ki x|ly ky x|li ky x|" }, { "quy", "qui |" }, { "tuy thi tay vi y i hay", "" },
		{ "ky ky ky ky", "ki ky ky ky|ky ki ky ky|ki ki ky ky|ky ky ki ky|ki ky ki ky|ky ki ki ky|ki ki ki ky|" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct string_list others = { 0 };
		struct strbuf all = STRBUF_INIT;

		viet_other_spellings(cases[i].key, &others);
		for (size_t j = 0; j < others.count; j++)
			strbuf_addf(&all, "%s|", others.items[j]);
		cr_expect_str_eq(all.text, cases[i].others, "\"%s\": %s", cases[i].key, all.text);
		strbuf_release(&all);
		string_list_release(&others);
	}
}

/* Whoever types a query sees what he looks for all the while. */
Test(viet_match, every_beginning_of_a_query_finds_what_the_whole_does)
{
	static const char *const pairs[][2] = {
		{ "kỹ thuật", "Khoa học kĩ thuật" }, { "hằng quý", "Báo cáo hàng quý" }, { "quản lí", "quản lý" },
		{ "hoàn thành", "Hoàn thành" }, { "uỷ ban", "Ủy ban" }, { "ki thuat", "kỹ thuật" },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		size_t length = strlen(pairs[i][0]), at = 0;

		while (at < length) {
			char *begun;

			at += viet_letter_length(pairs[i][0], length, at);
			begun = xstrndup(pairs[i][0], at);
			cr_expect_gt(viet_match(begun, pairs[i][1]), 0, "\"%s\" in \"%s\"", begun, pairs[i][1]);
			free(begun);
		}
	}
}

/* Each sorts after all above it: by letters first, then tones, then case. */
static const char *const in_order[] = {
	"", " ", "-", ",", ".", "…", "'", "’", "\"", "“", "(", ")", "/", "&", "%", "+", "✓", "$", "₫", "€",
	"0", "01", "1", "10", "2", "2²", "9",
	"a", "A", "à", "À", "ả", "ã", "á", "ạ", "Ạ", "a b", "á b", "a c", "ab", "áb",
	"ă", "Ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "ăn", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ", "b", "B", "ƀ", "c", "č",
	"ch", "cu",
	"d", "dung", "Dung", "đ", "Đ", "Đà", "đi", "e", "ĕ", "ê", "ệ", "f", "g", "gi", "h",
	"hoa", "Hoa", "hoà", "hoạ", "hòa", "Hòa", "HÒA", "hỏa", "họa", "hoa bình", "hoan", "hoàn",
	"i", "k", "Krông Bông", "l", "m", "n", "ñ", "ngang", "o", "ŏ", "ô", "ộ", "ơ", "ợ", "ơn", "p",
	"q", "r", "s", "t", "u",
	"ụ", "ŭ", "ư", "ự", "v", "x", "y", "ỵ", "z", "λ",
};

static char *sort_key(const char *text)
{
	struct strbuf key = STRBUF_INIT;

	viet_sort_key(text, strlen(text), &key);
	return strbuf_detach(&key);
}

Test(viet_sort_key, orders_as_the_dictionary_does)
{
	enum { COUNT = sizeof in_order / sizeof *in_order };
	char *keys[COUNT];

	for (size_t i = 0; i < COUNT; i++)
		keys[i] = sort_key(in_order[i]);
	for (size_t i = 0; i < COUNT; i++)
		for (size_t j = i + 1; j < COUNT; j++)
			cr_expect(strcmp(keys[i], keys[j]) < 0, "\"%s\" before \"%s\"", in_order[i],
				  in_order[j]);
	for (size_t i = 0; i < COUNT; i++)
		free(keys[i]);
}

/* tests/core/make_order.py has made them, by ICU. */
Test(viet_sort_key, orders_names_as_icu_does)
{
	char *names = read_whole_file("order.txt"), *line = names, *last = xstrdup(""), *end;
	size_t count = 0;

	for (; (end = strchr(line, '\n')); line = end + 1, count++) {
		char *key;

		*end = '\0';
		key = sort_key(line);
		cr_expect(strcmp(last, key) < 0, "\"%s\" (line %zu) behind the one before", line, count + 1);
		free(last);
		last = key;
	}
	cr_expect_gt(count, 2000);
	free(last);
	free(names);
}

Test(viet_sort, puts_a_list_in_that_order)
{
	static const char *const names[] = { "an", "An", "án", "ăn", "ấn", "da", "đa" };
	enum { COUNT = sizeof names / sizeof *names };
	struct string_list list = { 0 };

	viet_sort(&list);
	for (int i = 0; i < COUNT; i++)
		string_list_add(&list, names[(i * 3 + 5) % COUNT]);
	viet_sort(&list);
	for (size_t i = 0; i < COUNT; i++)
		cr_expect_str_eq(list.items[i], names[i]);
	string_list_release(&list);
}

Test(viet_sort_key, is_the_same_however_a_letter_is_composed)
{
	static const char *const same[][2] = {
		{ "Tiếng", "Tie\u0302\u0301ng" }, { "ệ", "e\u0323\u0302" }, { "ự", "u\u031B\u0323" },
		{ "Đảng", "Ðảng" }, { "a\u00ADb", "ab" }, { "\007a", "a" },
	};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		char *a = sort_key(same[i][0]), *b = sort_key(same[i][1]);

		cr_expect_str_eq(a, b, "case %zu", i);
		free(a);
		free(b);
	}
}

Test(viet_sort_key, is_text_whatever_the_bytes)
{
	unsigned int seed = 7;

	for (int round = 0; round < 20000; round++) {
		struct strbuf text = STRBUF_INIT, key = STRBUF_INIT;

		add_random_text(&seed, &text);
		strbuf_add_char(&text, '\0');
		viet_sort_key(text.text, text.length, &key);
		cr_assert_eq(strlen(key.text), key.length);
		cr_assert(viet_is_utf8(key.text, key.length, NULL));
		strbuf_release(&text);
		strbuf_release(&key);
	}
}
