/* Bytes of every encoding -> text: letter by letter, wherever the input is cut, with bytes that are no letter. */
#ifdef HAVE_CONFIG_H
#include <config.h>
#endif

#include <criterion/criterion.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "core/viet/decode.h"
#include "core/viet/viet.h"
#include "tests/core/viet_bytes.h"

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED
#endif

/* The text of BYTES, fed in pieces of PIECE bytes; caller frees. */
static char *decoded_in_pieces(const char *encoding, const char *bytes, size_t length, size_t piece,
			       struct viet_report *report)
{
	struct viet_decoder *decoder = viet_decoder_new(encoding);
	struct strbuf out = STRBUF_INIT;

	cr_assert_not_null(decoder, "%s", encoding);
	for (size_t at = 0; at < length; at += piece)
		viet_decoder_feed(decoder, bytes + at, length - at < piece ? length - at : piece, &out);
	viet_decoder_finish(decoder, &out);
	if (report)
		*report = *viet_decoder_report(decoder);
	viet_decoder_free(decoder);
	return strbuf_detach(&out);
}

static char *decoded(const char *encoding, const char *bytes, size_t length, struct viet_report *report)
{
	return decoded_in_pieces(encoding, bytes, length, length ? length : 1, report);
}

static void reads(const char *encoding, const char *bytes, const char *expected)
{
	char *text = decoded(encoding, bytes, strlen(bytes), NULL);

	cr_expect_str_eq(text, expected, "%s: «%s», not «%s»", encoding, text, expected);
	free(text);
}

/* TEXT in ENCODING is read back as EXPECTED, without a bad byte. */
static void goes_round(const char *form, const char *encoding, const char *text, const char *expected)
{
	struct strbuf bytes = STRBUF_INIT;
	struct viet_report report;
	char *back;

	encode_text(form, text, &bytes);
	back = decoded(encoding, bytes.text, bytes.length, &report);
	cr_expect_str_eq(back, expected, "%s: «%s», not «%s»", form, back, expected);
	cr_expect_eq(report.bad_count, 0, "%s", form);
	free(back);
	strbuf_release(&bytes);
}

/* --- letters ------------------------------------------------------------------ */

static const char *const forms[][2] = {
	{ "utf-8", "utf-8" }, { "nfd", "utf-8" }, { "half", "utf-8" }, { "bom", "utf-8" },
	{ "utf-16le", "utf-16le" }, { "utf-16be", "utf-16be" }, { "utf-16le-bom", "utf-16" }, { "utf-16be-bom", "utf-16" },
	{ "tcvn5712-1", "tcvn5712-1" }, { "vni", "vni" }, { "viscii", "viscii" }, { "viqr", "viqr" }, { "cp1258", "cp1258" },
};
enum { FORMS = sizeof forms / sizeof *forms };

Test(viet_decode, every_letter_of_the_alphabet_comes_back_in_every_encoding)
{
	for (size_t i = 0; i < FORMS; i++)
		goes_round(forms[i][0], forms[i][1], all_letters, all_letters);
}

Test(viet_decode, tcvn3_has_all_but_capitals_with_a_tone)
{
	struct strbuf expected = STRBUF_INIT;
	const char *capitals = strstr(all_letters, "A ");

	strbuf_add(&expected, all_letters, (size_t)(capitals - all_letters));
	/* A letter alone shows no case, and those beside it none either. */
	strbuf_add_text(&expected,
			"A à ả ã á ạ Ă ằ ẳ ẵ ắ ặ Â ầ ẩ ẫ ấ ậ B C D Đ E è ẻ ẽ é ẹ Ê ề ể ễ ế ệ F G H I ì ỉ ĩ í ị J K L M N "
			"O ò ỏ õ ó ọ Ô ồ ổ ỗ ố ộ Ơ ờ ở ỡ ớ ợ P Q R S T U ù ủ ũ ú ụ Ư ừ ử ữ ứ ự V W X Y ỳ ỷ ỹ ý ỵ Z");
	goes_round("tcvn3", "tcvn3", all_letters, expected.text);
	strbuf_release(&expected);
}

/* What iconv makes of one byte; false when it is none. */
static bool iconv_knows(const char *encoding, char byte, struct strbuf *out)
{
	iconv_t cd = iconv_open("UTF-8", encoding);
	ICONV_CONST char *in = &byte;
	char block[16], *end = block;
	size_t left = 1, room = sizeof block;
	bool good;

	cr_assert_neq(cd, (iconv_t)-1, "%s", encoding);
	good = iconv(cd, &in, &left, &end, &room) != (size_t)-1 && iconv(cd, NULL, NULL, &end, &room) != (size_t)-1;
	iconv_close(cd);
	viet_nfc(block, sizeof block - room, out);
	return good;
}

Test(viet_decode, every_byte_is_what_iconv_says_it_is)
{
	static const char *const encodings[] = { "viscii", "tcvn5712-1", "cp1258", "cp1252" };

	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
		for (int byte = 0; byte <= 0xFF; byte++) {
			struct strbuf expected = STRBUF_INIT;
			struct viet_report report;
			char c = (char)byte;
			bool known = iconv_knows(encodings[i], c, &expected);
			char *text = decoded(encodings[i], &c, 1, &report);

			cr_expect_eq(report.bad_count, !known, "%s %02X", encodings[i], byte);
			cr_expect_str_eq(text, known ? expected.text : "\uFFFD", "%s %02X", encodings[i], byte);
			free(text);
			strbuf_release(&expected);
		}
	}
}

Test(viet_decode, tones_that_stand_behind_their_letter_join_it)
{
	reads("cp1258", "K\xEA\xEC ho\x61\xF2" "ch", "Kế hoạch");
	reads("tcvn5712-1", "K\xAA\xB3 hoa\xB4" "ch", "Kế hoạch");
	reads("utf-8", "Tie\u0302\u0301ng Vie\u0323\u0302t, Vi\u1EC7t, Vi\u1EB9\u0302t", "Tiếng Việt, Việt, Việt");
}

Test(viet_decode, line_ends_nul_and_control_characters_stay)
{
	static const char bytes[] = "a\r\nb\0c\r\t\x1A\n";
	static const char *const encodings[] = { "utf-8", "vni", "tcvn3", "cp1258", "viqr", "viscii", NULL };

	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
		struct viet_decoder *decoder = viet_decoder_new(encodings[i]);
		struct strbuf out = STRBUF_INIT;

		viet_decoder_feed(decoder, bytes, sizeof bytes - 1, &out);
		viet_decoder_finish(decoder, &out);
		cr_expect_eq(out.length, sizeof bytes - 1);
		cr_expect(!memcmp(out.text, bytes, out.length), "%s", encodings[i]);
		strbuf_release(&out);
		viet_decoder_free(decoder);
	}
}

Test(viet_decode, windows_punctuation_stands_in_old_texts)
{
	reads("tcvn3", "\x93\xA7\xD2 \xB8n\x94 \x96 a\x85", "“Đề án” – a…");
	reads("vni", "\x93\xD1" "e\xE0 a\xF9n\x94 \x96", "“Đề án” –");
}

/* --- TCVN3 --------------------------------------------------------------------- */

static void capitals_are(const char *text, const char *expected, unsigned int doubtful)
{
	struct strbuf bytes = STRBUF_INIT;
	struct viet_report report;
	char *back;

	encode_text("tcvn3", text, &bytes);
	back = decoded("tcvn3", bytes.text, bytes.length, &report);
	cr_expect_str_eq(back, expected, "«%s», not «%s»", back, expected);
	cr_expect_eq(report.doubtful_capitals, doubtful, "«%s»: %llu", text, report.doubtful_capitals);
	free(back);
	strbuf_release(&bytes);
}

Test(viet_tcvn3, a_word_of_capitals_shows_its_capitals)
{
	capitals_are("xã của Trần Ngọc Ánh", "xã của Trần Ngọc ánh", 1);
	capitals_are("TỈNH", "TỈNH", 0);
	capitals_are("ỦY BAN NHÂN DÂN TỈNH", "ỦY BAN NHÂN DÂN TỈNH", 0);
	capitals_are("VIỆT", "VIỆT", 0);
	capitals_are("Việt", "Việt", 0);
	capitals_are("Đồng, ĐỒNG", "Đồng, ĐỒNG", 0);
}

Test(viet_tcvn3, the_words_beside_it_show_what_a_word_alone_does_not)
{
	capitals_are("UỶ BAN", "UỶ BAN", 0);
	capitals_are("Uỷ ban", "Uỷ ban", 0);
	capitals_are("LỄ HỘI", "LỄ HỘI", 0);
	capitals_are("Lễ hội", "Lễ hội", 0);
	capitals_are("CUỘC SỐNG Ở VIỆT NAM", "CUỘC SỐNG Ở VIỆT NAM", 0);
	capitals_are("cuộc sống ở Việt Nam", "cuộc sống ở Việt Nam", 0);
	capitals_are("cán bộ ở UBND", "cán bộ ở UBND", 0);
}

Test(viet_tcvn3, what_nothing_shows_stays_small_and_is_counted)
{
	capitals_are("Lễ", "Lễ", 1);
	capitals_are("UBND Ở TP", "UBND ở TP", 1);
	capitals_are("của Ý KIẾN", "của ý KIẾN", 1);
	/* A sentence may begin with a capital. */
	capitals_are("Ở đây. Ấn định thôi", "ở đây. ấn định thôi", 2);
	capitals_are("nói ở đây", "nói ở đây", 0);
}

/* --- VIQR ------------------------------------------------------------------------ */

Test(viet_viqr, a_sign_behind_its_letter_is_a_mark)
{
	reads("viqr", "Ke^' hoa.ch DDa^?y ma.nh ca?i ca'ch dde^'n na(m, u+o+'c, Dda(ng", "Kế hoạch Đẩy mạnh cải cách đến năm, ước, Đăng");
	reads("viqr", "a`^ u'+ e.^", "ầ ứ ệ");
}

Test(viet_viqr, a_backslash_makes_a_sign_of_it_again)
{
	reads("viqr", "O^ng te^n gi`\\? To^i te^n la` Hie^'u\\.", "Ông tên gì? Tôi tên là Hiếu.");
	reads("viqr", "a\\ddress a\\\\b c:\\tmp\\", "address a\\b c:\\tmp\\");
}

Test(viet_viqr, punctuation_that_cannot_be_a_mark_is_none)
{
	reads("viqr", "Ddi dda^u? Radio. Ba co`n? 3.5 + 4 (a) UBND.", "Đi đâu? Radio. Ba còn? 3.5 + 4 (a) UBND.");
	reads("viqr", "ca?? cu.. ma^'y. ta(x)", "cả? cụ. mấy. tăx)");
	reads("viqr", "ta? cu?", "tả củ");
}

/* --- names ----------------------------------------------------------------------- */

Test(viet_decode, an_encoding_is_known_by_any_of_its_names)
{
	static const char *const names[][2] = {
		{ "UTF-8", "utf-8" }, { "utf8", "utf-8" }, { "UTF-16LE", "utf-16le" }, { "utf16le", "utf-16le" }, { "TCVN3", "tcvn3" },
		{ "tcvn", "tcvn3" }, { "abc", "tcvn3" }, { "VNI-Win", "vni" }, { "vni", "vni" }, { "Windows-1258", "cp1258" },
		{ "CP1258", "cp1258" }, { "windows_1258", "cp1258" }, { "TCVN5712-1", "tcvn5712-1" },
		{ "TCVN5712-1:1993", "tcvn5712-1" }, { "VISCII", "viscii" },
		{ "VIQR", "viqr" }, { "ISO-8859-1", "iso-8859-1" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct viet_decoder *decoder = viet_decoder_new(names[i][0]);

		cr_assert_not_null(decoder, "%s", names[i][0]);
		cr_expect_str_eq(viet_decoder_report(decoder)->encoding, names[i][1]);
		cr_expect_str_eq(viet_decoder_report(decoder)->path, names[i][1]);
		viet_decoder_free(decoder);
	}
	for (size_t i = 0; viet_encoding_name(i); i++) {
		struct viet_decoder *decoder = viet_decoder_new(viet_encoding_name(i));

		cr_expect_not_null(decoder, "%s", viet_encoding_name(i));
		viet_decoder_free(decoder);
	}
}

Test(viet_decode, what_is_no_name_is_refused)
{
	static const char *const names[] = {
		"", "klingon", ":", "utf-8:", "utf-8:cp1252", "utf-8:cp1252:", "utf-8:vni:utf-8", "utf-8:klingon:utf-8",
		"utf-8:cp1252:klingon", "utf-8:cp1252:utf-8:cp1252:utf-8:cp1252:utf-8",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		cr_expect_null(viet_decoder_new(names[i]), "%s", names[i]);
}

Test(viet_decode, encodings_of_iconv_go_on_behind_a_bad_byte)
{
	struct viet_report report;
	char *text = decoded("ascii", "ab\x80" "c\xFF", 5, &report);

	cr_expect_str_eq(text, "ab\uFFFDc\uFFFD");
	cr_expect_eq(report.bad_count, 2);
	cr_expect_eq(report.bad_at[0], 2);
	cr_expect_eq(report.bad_at[1], 4);
	free(text);
	reads("latin1", "\xE9t\xE9", "été");
}

/* --- bytes that are no letter ---------------------------------------------------------- */

static void is_bad(const char *encoding, const char *bytes, size_t length, const char *expected,
		   unsigned long long first, unsigned long long count)
{
	struct viet_report report;
	char *text = decoded(encoding, bytes, length, &report);

	cr_expect_str_eq(text, expected, "%s: %s", encoding, text);
	cr_expect_eq(report.bad_count, count, "%s: %llu", encoding, report.bad_count);
	cr_expect_eq(report.bad_at[0], first, "%s: %llu", encoding, report.bad_at[0]);
	free(text);
}

Test(viet_decode, a_bad_byte_is_kept_and_its_offset_is_that_of_the_input)
{
	is_bad("utf-8", "S\xE1\xBB\x9F \xFF l\xC3\xA0m", 11, "Sở \uFFFD làm", 5, 1);
	is_bad("utf-8", "\xEF\xBB\xBF" "a\xFF", 5, "a\uFFFD", 4, 1);
	is_bad("utf-8", "a\xED\xA0\x80", 4, "a\uFFFD\uFFFD\uFFFD", 1, 3);
	is_bad("utf-8", "a\xC0\xAF", 3, "a\uFFFD\uFFFD", 1, 2);
	is_bad("utf-8", "a\xE1\xBA", 3, "a\uFFFD", 1, 1);
	is_bad("utf-8", "a\xE1\xBA" "b", 4, "a\uFFFDb", 1, 1);
	is_bad("utf-16le", "a\0\x00\xD8" "b\0", 6, "a\uFFFDb", 2, 1);
	is_bad("utf-16be", "\xFE\xFF\0a\0", 5, "a\uFFFD", 4, 1);
	is_bad("vni", "a\xF9 b\xF9", 5, "á b\uFFFD", 4, 1);
	is_bad("tcvn3", "a\n\xB8 \xFF", 5, "a\ná \uFFFD", 4, 1);
	is_bad("cp1258", "a\x8A", 2, "a\uFFFD", 1, 1);
	is_bad("viqr", "a'\xC3", 3, "á\uFFFD", 2, 1);
}

Test(viet_decode, the_first_bad_bytes_are_remembered_and_all_are_counted)
{
	struct viet_report report;
	char bytes[100];
	char *text;

	memset(bytes, 0xFF, sizeof bytes);
	text = decoded("utf-8", bytes, sizeof bytes, &report);
	cr_expect_eq(report.bad_count, sizeof bytes);
	cr_expect_eq(report.bad_at[VIET_BAD_KEPT - 1], VIET_BAD_KEPT - 1);
	cr_expect_eq(strlen(text), 3 * sizeof bytes);
	free(text);
}

/* --- streams ------------------------------------------------------------------------------ */

static void is_the_same_in_pieces(const char *encoding, const char *bytes, size_t length)
{
	static const size_t pieces[] = { 1, 2, 3, 7, 64, 4096 };
	struct viet_report report, other;
	char *whole = decoded(encoding, bytes, length, &report);

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		char *text = decoded_in_pieces(encoding, bytes, length, pieces[i], &other);

		cr_expect_str_eq(text, whole, "%s in pieces of %zu", encoding ? encoding : "?", pieces[i]);
		cr_expect_eq(other.bad_count, report.bad_count);
		cr_expect_arr_eq(other.bad_at, report.bad_at, sizeof report.bad_at);
		cr_expect_eq(other.doubtful_capitals, report.doubtful_capitals);
		cr_expect_eq(other.confidence, report.confidence);
		free(text);
	}
	free(whole);
}

Test(viet_stream, it_makes_no_difference_where_the_input_is_cut)
{
	char *sample = sample_text();

	sample[3000] = '\0';
	for (size_t i = 0; i < FORMS; i++) {
		struct strbuf bytes = STRBUF_INIT;

		encode_text(forms[i][0], sample, &bytes);
		strbuf_add(&bytes, "\xFF\xE1\xBA \xD8\x00 e\xCC\x81\xCC\x82 \xF0\x9F\x98", 15);
		encode_text(forms[i][0], all_letters, &bytes);
		is_the_same_in_pieces(forms[i][1], bytes.text, bytes.length);
		is_the_same_in_pieces(NULL, bytes.text, bytes.length);
		strbuf_release(&bytes);
	}
	free(sample);
}

Test(viet_stream, mending_makes_no_difference_where_the_input_is_cut)
{
	static const char text[] = "Kế hoạch – Káº¿ hoáº¡ch hÃ nh chÃ­nh lÃ  SÆ N Láº NG 日本 é e\u0302\u0301 Céng hßa";
	static const char *const paths[] = {
		"utf-8:cp1252:utf-8", "utf-8:cp1252:utf-8:cp1252:utf-8", "utf-8:cp1252:tcvn3", "utf-8:cp1252:vni", "utf-8:cp1258:utf-8",
	};

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		is_the_same_in_pieces(paths[i], text, sizeof text - 1);
}

Test(viet_stream, marks_without_end_are_parted_and_still_nfc)
{
	struct strbuf bytes = STRBUF_INIT, nfc = STRBUF_INIT;
	char *text;

	strbuf_add_text(&bytes, "日本 e");
	for (int i = 0; i < 500; i++)
		strbuf_add_text(&bytes, i % 3 ? "\u0301" : "\u0323");
	is_the_same_in_pieces("utf-8", bytes.text, bytes.length);
	text = decoded("utf-8", bytes.text, bytes.length, NULL);
	viet_nfc(text, strlen(text), &nfc);
	cr_expect_str_eq(nfc.text, text);
	free(text);
	strbuf_release(&bytes);
	strbuf_release(&nfc);
}

Test(viet_stream, a_long_line_of_tcvn3_is_the_same_in_pieces)
{
	struct strbuf text = STRBUF_INIT, bytes = STRBUF_INIT;

	for (int i = 0; i < 900; i++)
		strbuf_add_text(&text, i % 7 ? "UỶ BAN " : "cả ở Lễ ");
	encode_text("tcvn3", text.text, &bytes);
	is_the_same_in_pieces("tcvn3", bytes.text, bytes.length);
	strbuf_release(&text);
	strbuf_release(&bytes);
}

static long resident_kib(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

/* 64 MB of TEXT in FORM take no more memory than 64 KB. */
static void stays_small(const char *form, const char *text)
{
	struct viet_decoder *decoder = viet_decoder_new(NULL);
	struct strbuf bytes = STRBUF_INIT, out = STRBUF_INIT;
	long before = 0;

	while (bytes.length < 60000)
		encode_text(form, text, &bytes);
	for (int i = 0; i < 1000; i++) {
		if (i == 100)
			before = resident_kib();
		viet_decoder_feed(decoder, bytes.text, bytes.length, &out);
		strbuf_clear(&out);
	}
	cr_expect_leq(resident_kib() - before, 1024, "%s", form);
	viet_decoder_finish(decoder, &out);
	viet_decoder_free(decoder);
	strbuf_release(&bytes);
	strbuf_release(&out);
}

/* Whether C3 and a blank were "à" is told by the letter in front, which may have been handed on before. */
Test(viet_stream, a_spoilt_letter_is_the_same_in_pieces)
{
	static const char bytes[] = "m\xC3\x83 \xC2\xA1\xC3\x82\xC2\x82";

	is_the_same_in_pieces("utf-8:cp1252:utf-8:cp1252:utf-8", bytes, sizeof bytes - 1);
	is_the_same_in_pieces("utf-8:cp1252:utf-8", "m\xC3\x83 n", 5);
}

Test(viet_stream, memory_is_bounded)
{
#ifdef SANITIZED
	cr_skip_test("the sanitizer keeps what is freed");
#endif
	stays_small("utf-8", "Kế hoạch đẩy mạnh cải cách hành chính\n");
	stays_small("nfd", "Kế hoạch đẩy mạnh cải cách hành chính\n");
	stays_small("utf-8", "plain ASCII without end");
	stays_small("utf-8", "\u0301\u0323");
	stays_small("tcvn3", "một dòng không bao giờ hết ");
	stays_small("viqr", "aaaaaaaaaaaaaaaaaaaaaaaaaa");
}

Test(viet_stream, nothing_in_nothing_out)
{
	for (size_t i = 0; i < FORMS; i++)
		reads(forms[i][1], "", "");
	reads(NULL, "", "");
}
