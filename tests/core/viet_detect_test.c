/* Which encoding a text is in: long and short, in capitals, broken by a wrong conversion, or no Vietnamese at all. */
#include <criterion/criterion.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/viet/decode.h"
#include "core/viet/detect.h"
#include "core/viet/viet.h"
#include "tests/core/viet_bytes.h"

static const char *const forms[][2] = {
	{ "utf-8", "utf-8" }, { "nfd", "utf-8" }, { "half", "utf-8" }, { "bom", "utf-8" },
	{ "utf-16le", "utf-16le" }, { "utf-16be", "utf-16be" }, { "utf-16le-bom", "utf-16le" }, { "utf-16be-bom", "utf-16be" },
	{ "tcvn3", "tcvn3" }, { "tcvn5712-1", "tcvn5712-1" }, { "vni", "vni" }, { "viscii", "viscii" }, { "viqr", "viqr" },
	{ "cp1258", "cp1258" },
};
enum { FORMS = sizeof forms / sizeof *forms };

static char *found(const char *bytes, size_t length, struct viet_report *report, char **path)
{
	struct viet_decoder *decoder = viet_decoder_new(NULL);
	struct strbuf out = STRBUF_INIT;

	viet_decoder_feed(decoder, bytes, length, &out);
	viet_decoder_finish(decoder, &out);
	*report = *viet_decoder_report(decoder);
	*path = xstrdup(report->path);
	viet_decoder_free(decoder);
	return strbuf_detach(&out);
}

/* BYTES are found to be in PATH and read as TEXT (in TCVN3 a capital may stay small). */
static void is_found(const char *bytes, size_t length, const char *expected_path, const char *text)
{
	struct viet_report report;
	struct strbuf small = STRBUF_INIT, expected = STRBUF_INIT;
	char *path, *got = found(bytes, length, &report, &path);

	cr_expect_str_eq(path, expected_path, "«%.60s» is found to be %s, not %s", text, path, expected_path);
	if (strstr(expected_path, "tcvn3")) {
		viet_lower(got, strlen(got), &small);
		viet_lower(text, strlen(text), &expected);
		cr_expect_str_eq(small.text, expected.text, "%s: «%s»", expected_path, got);
	} else {
		cr_expect_str_eq(got, text, "%s: «%s»", expected_path, got);
	}
	/* Of a language that is not known there is little to be sure of. */
	if (strcmp(expected_path, "cp1252") != 0)
		cr_expect_geq(report.confidence, 50, "«%.60s» in %s: %d", text, expected_path, report.confidence);
	strbuf_release(&small);
	strbuf_release(&expected);
	free(path);
	free(got);
}

static bool has_toned_capital(const char *text)
{
	struct strbuf small = STRBUF_INIT, bytes = STRBUF_INIT, back = STRBUF_INIT;
	bool has;

	/* It is what TCVN3 has not. */
	encode_text("tcvn3", text, &bytes);
	encode_text("tcvn5712-1", text, &back);
	has = strcmp(bytes.text, back.text) != 0;
	strbuf_release(&small);
	strbuf_release(&bytes);
	strbuf_release(&back);
	return has;
}

static void is_found_in_every_form(const char *text)
{
	for (size_t i = 0; i < FORMS; i++) {
		struct strbuf bytes = STRBUF_INIT;
		const char *expected = forms[i][1];

		/* Without such a letter the two are the same bytes, and TCVN3 is what people have. */
		if (!strcmp(expected, "tcvn5712-1") && !has_toned_capital(text))
			expected = "tcvn3";
		encode_text(forms[i][0], text, &bytes);
		is_found(bytes.text, bytes.length, expected, text);
		strbuf_release(&bytes);
	}
}

/* --- Vietnamese -------------------------------------------------------------------- */

/* The lines of the sample that have letters with marks, some at a time. */
static char **sample_lines(size_t *count)
{
	static char *lines[1000];
	char *text = sample_text();

	*count = 0;
	for (char *line = strtok(text, "\n"); line && *count < 1000; line = strtok(NULL, "\n")) {
		size_t marks = 0;

		for (const char *p = line; *p; p++)
			marks += (unsigned char)*p >= 0xC2;
		if (marks >= 6)
			lines[(*count)++] = line;
	}
	return lines;
}

Test(viet_detect, a_whole_plan_is_found_in_every_encoding)
{
	char *text = sample_text();

	is_found_in_every_form(text);
	free(text);
}

Test(viet_detect, a_single_line_is_found_in_every_encoding)
{
	size_t count;
	char **lines = sample_lines(&count);

	cr_assert_gt(count, 30);
	for (size_t i = 0; i < count; i++)
		is_found_in_every_form(lines[i]);
}

Test(viet_detect, three_short_lines_are_found_in_every_encoding)
{
	is_found_in_every_form("Họp giao ban 8h\nChuẩn bị tài liệu\nĐiện cho chị Hà\n");
	is_found_in_every_form("Gửi anh Tuấn\nMai nộp báo cáo quý\nCảm ơn!\n");
	is_found_in_every_form("1. Sở Nội vụ\n2. Sở Tư pháp\n3. UBND huyện Bắc Sơn\n");
	is_found_in_every_form("mua mực in\ntrả sách\nđón con");
}

Test(viet_detect, two_frequent_words_are_enough)
{
	is_found_in_every_form("văn bản");
	is_found_in_every_form("quản trị; chưa có");
	is_found_in_every_form("dòng không");
}

Test(viet_detect, capitals_are_found_in_every_encoding)
{
	is_found_in_every_form("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN");
	is_found_in_every_form("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n");
	is_found_in_every_form("KẾ HOẠCH ĐẨY MẠNH CẢI CÁCH HÀNH CHÍNH");
}

Test(viet_detect, a_text_is_found_behind_megabytes_of_ascii)
{
	static const char *const texts[] = { "Kế hoạch đẩy mạnh cải cách hành chính\n" };

	for (size_t i = 0; i < FORMS; i++) {
		struct strbuf bytes = STRBUF_INIT, expected = STRBUF_INIT;

		if (strstr(forms[i][0], "utf-16") || !strcmp(forms[i][0], "bom") || !strcmp(forms[i][0], "viqr") ||
		    !strcmp(forms[i][0], "tcvn5712-1"))
			continue;
		while (expected.length < 3 << 20)
			strbuf_add_text(&expected, "id,name,value\n17,abc,3.14\n");
		strbuf_add(&bytes, expected.text, expected.length);
		strbuf_add_text(&expected, texts[0]);
		encode_text(forms[i][0], texts[0], &bytes);
		is_found(bytes.text, bytes.length, forms[i][1], expected.text);
		strbuf_release(&bytes);
		strbuf_release(&expected);
	}
}

Test(viet_detect, a_late_capital_tells_tcvn5712_from_tcvn3)
{
	struct strbuf text = STRBUF_INIT, bytes = STRBUF_INIT;

	while (text.length < 40000)
		strbuf_add_text(&text, "và các cơ quan có liên quan chịu trách nhiệm thi hành\n");
	strbuf_add_text(&text, "Ủy ban nhân dân\n");
	encode_text("tcvn5712-1", text.text, &bytes);
	is_found(bytes.text, bytes.length, "tcvn5712-1", text.text);
	strbuf_release(&text);
	strbuf_release(&bytes);
}

Test(viet_detect, some_bad_bytes_do_not_hide_utf_8)
{
	static const char bytes[] = "I. M\xE1\xBB\xA4" "C\n1. S\xE1\xBB\x9F \xE9 l\xC3\xA0m.\n";

	is_found(bytes, sizeof bytes - 1, "utf-8", "I. MỤC\n1. Sở \uFFFD làm.\n");
}

/* --- no Vietnamese --------------------------------------------------------------------- */

static const char *const ascii[] = {
	"",
	"a",
	"The quick brown fox jumps over the lazy dog.",
	"It's the boss's idea, isn't it? I'm sure we've said so. He'd go; they'll stay. Don't ask me!",
	"Mr. Le's file a.txt (see a.b.c). What is a(n) item? Go to www.a.com, e.g. this, i.e. that.",
	"At 6 a.m. or 7 p.m. the U.S. and the U.N. say: to be or not to be? So? No. Me too!",
	"I'm an AI.",
	"Use `do` and `go` at six o'clock.",
	"int main(void) { return a(b) + foo(u+v) ^ x.y ? a.b : ~u; }",
	"for (i = 0; i < n; i++) a(i) = o(i)^2 + e^x;",
	"id,name,unit\n1,Sony 4.5,u.m.\n2,Ha Noi?,o+\n",
	"Uy ban nhan dan tinh Lang Son",
	"Ke hoach day manh cai cach hanh chinh. Anh di dau? Toi o nha.",
	"Hop giao ban 8h\nChuan bi tai lieu\nDien cho chi Ha\n",
	"https://vnexpress.net/a.b?c=d&e=f(g)",
	"TODO:\n- call Bob\n- buy milk\n",
};

Test(viet_detect, what_is_plain_ascii_stays_as_it_is)
{
	for (size_t i = 0; i < sizeof ascii / sizeof *ascii; i++)
		is_found(ascii[i], strlen(ascii[i]), "utf-8", ascii[i]);
}

Test(viet_detect, utf_8_of_any_language_stays_as_it_is)
{
	static const char *const texts[] = {
		"Été à l'école, où j'étais déjà très élève.", "Größe über Straße, Müller", "Señor Peña está aquí, mañana",
		"日本語のテキスト、これは", "Привет мир, как дела", "emoji 😀 only", "café", "naïve", "São Paulo", "10 €", "№ 5", "ß",
		"“quoted” – dash…", "Việt Nam – België", "½ giờ", "Hà", "à", "Ở đâu?", "©2013",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		is_found(texts[i], strlen(texts[i]), "utf-8", texts[i]);
}

Test(viet_detect, french_of_windows_is_read_as_such)
{
	is_found("L'\xE9t\xE9 \xE0 l'\xE9" "cole, o\xF9 j'\xE9tais d\xE9j\xE0 tr\xE8s \xE9l\xE8ve.", 45, "cp1252",
		 "L'été à l'école, où j'étais déjà très élève.");
}

/* --- wrong conversions --------------------------------------------------------------------- */

static const char broken[] = "Kế hoạch đẩy mạnh cải cách hành chính năm 2013 của tỉnh Lạng Sơn";

static void is_mended(const char *form, const char *misread, int times, const char *path)
{
	struct strbuf bytes = STRBUF_INIT, text = STRBUF_INIT;

	encode_text(form, broken, &bytes);
	for (int i = 0; i < times; i++) {
		strbuf_clear(&text);
		misread_text(misread, bytes.text, bytes.length, &text);
		strbuf_clear(&bytes);
		strbuf_add(&bytes, text.text, text.length);
	}
	is_found(bytes.text, bytes.length, path, broken);
	strbuf_release(&bytes);
	strbuf_release(&text);
}

Test(viet_mend, utf_8_that_was_read_as_another_encoding_is_mended)
{
	is_mended("utf-8", "CP1252", 1, "utf-8:cp1252:utf-8");
	is_mended("utf-8", "ISO-8859-1", 1, "utf-8:cp1252:utf-8");
	is_mended("utf-8", "CP1258", 1, "utf-8:cp1258:utf-8");
	is_mended("nfd", "CP1252", 1, "utf-8:cp1252:utf-8");
}

Test(viet_mend, and_also_when_that_was_done_twice)
{
	is_mended("utf-8", "CP1252", 2, "utf-8:cp1252:utf-8:cp1252:utf-8");
	is_mended("utf-8", "ISO-8859-1", 2, "utf-8:cp1252:utf-8:cp1252:utf-8");
}

Test(viet_mend, old_encodings_that_were_stored_as_unicode_are_mended)
{
	is_mended("tcvn3", "CP1252", 1, "utf-8:cp1252:tcvn3");
	is_mended("vni", "CP1252", 1, "utf-8:cp1252:vni");
	is_mended("viscii", "CP1252", 1, "utf-8:cp1252:viscii");
	is_mended("viscii", "ISO-8859-1", 1, "utf-8:cp1252:viscii");
	is_mended("cp1258", "CP1252", 1, "utf-8:cp1252:cp1258");
	is_mended("tcvn3", "CP1258", 1, "utf-8:cp1258:tcvn3");
}

Test(viet_mend, what_was_not_broken_stays_in_a_text_that_was)
{
	static const char text[] = "Kế hoạch – Káº¿ hoáº¡ch Ä‘áº©y máº¡nh cáº£i cÃ¡ch “日本” é";

	is_found(text, sizeof text - 1, "utf-8:cp1252:utf-8", "Kế hoạch – Kế hoạch đẩy mạnh cải cách “日本” é");
}

Test(viet_mend, a_no_break_space_that_became_a_common_one_is_read_as_what_it_was)
{
	static const char text[] = "Cáº£i cÃ¡ch hÃ nh chÃ­nh lÃ  viá»‡c cá»§a Láº NG SÆ N – MÃ X";

	is_found(text, sizeof text - 1, "utf-8:cp1252:utf-8", "Cải cách hành chính là việc của LẠNG SƠN – MÃ X");
}

Test(viet_mend, a_text_that_is_right_is_left_alone)
{
	char *text = sample_text();

	is_found(text, strlen(text), "utf-8", text);
	free(text);
}

Test(viet_mend, a_told_encoding_is_obeyed)
{
	struct strbuf out = STRBUF_INIT;

	cr_assert(viet_decode("utf-8", "cÃ¡ch", strlen("cÃ¡ch"), &out));
	cr_expect_str_eq(out.text, "cÃ¡ch");
	strbuf_clear(&out);
	cr_assert(viet_decode("utf-8:cp1252:utf-8", "cÃ¡ch", strlen("cÃ¡ch"), &out));
	cr_expect_str_eq(out.text, "cách");
	strbuf_release(&out);
}

/* --- what is reported ------------------------------------------------------------------------ */

Test(viet_detect, the_runner_up_is_the_next_best)
{
	struct strbuf bytes = STRBUF_INIT;
	struct viet_report report;
	char *path, *text;

	encode_text("tcvn3", "và các cơ quan liên quan chịu trách nhiệm thi hành quyết định này", &bytes);
	text = found(bytes.text, bytes.length, &report, &path);
	cr_expect_str_eq(report.encoding, "tcvn3");
	cr_expect_str_eq(report.runner_up, "tcvn5712-1");
	free(text);
	free(path);
	strbuf_release(&bytes);
}

Test(viet_detect, signs_beside_right_words_are_no_wrong_conversion)
{
	static const char *const right[] = {
		"Kế hoạch 10‰\n", "Diện tích 120 m², Đường số 5", "Đã nhận 10 µm.", "Area: 120 m², 35 m² and 10 m³.",
		"R² = 0,95; r² = 0,90", "CO², H²O, SO²", "T° = 25°C, p° = 1", "1;m²\n", "Nº 5, Nº 6, 1ª, 2ª", "N× 5", "NÄ 5", "NŠ 5",
		"NÆ 5", "Kế hoạch ™",
	};

	for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
		struct finding finding;

		detect_encoding(right[i], strlen(right[i]), true, NULL, &finding);
		cr_expect_str_eq(finding.path, "utf-8", "«%s» is taken for %s", right[i], finding.path);
	}
}
