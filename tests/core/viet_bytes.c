#ifdef HAVE_CONFIG_H
#include <config.h>
#endif

#include "tests/core/viet_bytes.h"

#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

#include "core/base/error.h"

const char all_letters[] =
	"a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ f g h i ì ỉ ĩ í ị j k l m n "
	"o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v w x y ỳ ỷ ỹ ý ỵ z "
	"A À Ả Ã Á Ạ Ă Ằ Ẳ Ẵ Ắ Ặ Â Ầ Ẩ Ẫ Ấ Ậ B C D Đ E È Ẻ Ẽ É Ẹ Ê Ề Ể Ễ Ế Ệ F G H I Ì Ỉ Ĩ Í Ị J K L M N "
	"O Ò Ỏ Õ Ó Ọ Ô Ồ Ổ Ỗ Ố Ộ Ơ Ờ Ở Ỡ Ớ Ợ P Q R S T U Ù Ủ Ũ Ú Ụ Ư Ừ Ử Ữ Ứ Ự V W X Y Ỳ Ỷ Ỹ Ý Ỵ Z";

/* --- iconv ------------------------------------------------------------------- */

void iconv_text(const char *to, const char *from, const char *text, size_t length, struct strbuf *out)
{
	iconv_t cd = iconv_open(to, from);
	ICONV_CONST char *in;

	if (cd == (iconv_t)-1)
		BUG("iconv has no %s", to);
	memcpy(&in, &text, sizeof in);
	while (length) {
		char block[256], *end = block;
		size_t room = sizeof block;
		bool stopped = iconv(cd, &in, &length, &end, &room) == (size_t)-1;

		strbuf_add(out, block, sizeof block - room);
		if (stopped && room > 16) {
			/* One letter that cannot be converted. */
			int step = u8_mblen((const uint8_t *)(const char *)in, length);

			strbuf_add(out, " ", 1);
			in += step > 0 ? step : 1;
			length -= step > 0 ? (size_t)step : 1;
		}
	}
	{
		char block[64], *end = block;
		size_t room = sizeof block;

		iconv(cd, NULL, NULL, &end, &room);
		strbuf_add(out, block, sizeof block - room);
	}
	iconv_close(cd);
}

void misread_text(const char *misread, const char *bytes, size_t length, struct strbuf *out)
{
	for (size_t i = 0; i < length; i++) {
		iconv_t cd = iconv_open("UTF-8", misread);
		const char *byte = bytes + i;
		ICONV_CONST char *in;
		char block[8], *end = block;
		size_t left = 1, room = sizeof block;

		memcpy(&in, &byte, sizeof in);
		if (iconv(cd, &in, &left, &end, &room) == (size_t)-1 || iconv(cd, NULL, NULL, &end, &room) == (size_t)-1)
			strbuf_add_utf8(out, (unsigned char)bytes[i]);
		else
			strbuf_add(out, block, sizeof block - room);
		iconv_close(cd);
	}
}

/* --- letters ------------------------------------------------------------------ */

/* A letter taken apart by Unicode: base, mark (0: none), tone (0: level). */
struct parts {
	ucs4_t base, mark, tone;
	bool capital;		/* BASE is small */
};

static bool is_tone(ucs4_t c)
{
	return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

static struct parts take_apart(ucs4_t c)
{
	uint32_t apart[8];
	size_t count = 8;
	struct parts parts = { 0 };

	u32_normalize(UNINORM_NFD, &c, 1, apart, &count);
	parts.base = uc_tolower(apart[0]);
	parts.capital = parts.base != apart[0];
	for (size_t i = 1; i < count; i++) {
		if (is_tone(apart[i]))
			parts.tone = apart[i];
		else
			parts.mark = apart[i];
	}
	return parts;
}

typedef void letter_encoder(ucs4_t c, struct strbuf *out);

static void each_letter(const char *text, letter_encoder *encode, struct strbuf *out)
{
	const uint8_t *at = (const uint8_t *)text;
	ucs4_t c;

	while ((at = u8_next(&c, at))) {
		if (c < 0x80)
			strbuf_add_char(out, (char)c);
		else
			encode(c, out);
	}
}

/* The tones apart, the marks not. */
static void encode_half(ucs4_t c, struct strbuf *out)
{
	struct parts parts = take_apart(c);
	uint32_t pair[2] = { parts.capital ? uc_toupper(parts.base) : parts.base, parts.mark }, whole[4];
	size_t count = 4;

	u32_normalize(UNINORM_NFC, pair, parts.mark ? 2 : 1, whole, &count);
	for (size_t i = 0; i < count; i++)
		strbuf_add_utf8(out, whole[i]);
	if (parts.tone)
		strbuf_add_utf8(out, parts.tone);
}

/* As tables of VNI print it, in letters of Latin-1: the bytes of each small letter with marks. */
static const char *const vni_letters[][2] = {
	{ "à", "aø" }, { "ả", "aû" }, { "ã", "aõ" }, { "á", "aù" }, { "ạ", "aï" }, { "ă", "aê" }, { "ằ", "aè" },
	{ "ẳ", "aú" }, { "ẵ", "aü" }, { "ắ", "aé" }, { "ặ", "aë" }, { "â", "aâ" }, { "ầ", "aà" }, { "ẩ", "aå" },
	{ "ẫ", "aã" }, { "ấ", "aá" }, { "ậ", "aä" }, { "đ", "ñ" }, { "è", "eø" }, { "ẻ", "eû" }, { "ẽ", "eõ" },
	{ "é", "eù" }, { "ẹ", "eï" }, { "ê", "eâ" }, { "ề", "eà" }, { "ể", "eå" }, { "ễ", "eã" }, { "ế", "eá" },
	{ "ệ", "eä" }, { "ì", "ì" }, { "ỉ", "æ" }, { "ĩ", "ó" }, { "í", "í" }, { "ị", "ò" }, { "ò", "oø" },
	{ "ỏ", "oû" }, { "õ", "oõ" }, { "ó", "où" }, { "ọ", "oï" }, { "ô", "oâ" }, { "ồ", "oà" }, { "ổ", "oå" },
	{ "ỗ", "oã" }, { "ố", "oá" }, { "ộ", "oä" }, { "ơ", "ô" }, { "ờ", "ôø" }, { "ở", "ôû" }, { "ỡ", "ôõ" },
	{ "ớ", "ôù" }, { "ợ", "ôï" }, { "ù", "uø" }, { "ủ", "uû" }, { "ũ", "uõ" }, { "ú", "uù" }, { "ụ", "uï" },
	{ "ư", "ö" }, { "ừ", "öø" }, { "ử", "öû" }, { "ữ", "öõ" }, { "ứ", "öù" }, { "ự", "öï" }, { "ỳ", "yø" },
	{ "ỷ", "yû" }, { "ỹ", "yõ" }, { "ý", "yù" }, { "ỵ", "î" },
};

/* The capitals are the capitals of those letters of Latin-1. */
static void encode_vni(ucs4_t c, struct strbuf *out)
{
	for (size_t i = 0; i < sizeof vni_letters / sizeof *vni_letters; i++) {
		const uint8_t *at = (const uint8_t *)vni_letters[i][1];
		ucs4_t letter, part;

		u8_next(&letter, (const uint8_t *)vni_letters[i][0]);
		if (letter != uc_tolower(c))
			continue;
		while ((at = u8_next(&part, at)))
			strbuf_add_char(out, (char)(unsigned char)(letter == c ? part : uc_toupper(part)));
		return;
	}
	strbuf_add_char(out, ' ');
}

/* TCVN 5712 without the capitals that have a tone. */
static void encode_tcvn3(ucs4_t c, struct strbuf *out)
{
	struct strbuf letter = STRBUF_INIT;

	strbuf_add_utf8(&letter, take_apart(c).tone ? uc_tolower(c) : c);
	iconv_text("TCVN5712-1", "UTF-8", letter.text, letter.length, out);
	strbuf_release(&letter);
}

static void add_viqr_mark(ucs4_t c, struct strbuf *out)
{
	switch (c) {
	case 0x306: strbuf_add_char(out, '('); break;
	case 0x302: strbuf_add_char(out, '^'); break;
	case 0x31B: strbuf_add_char(out, '+'); break;
	case 0x300: strbuf_add_char(out, '`'); break;
	case 0x309: strbuf_add_char(out, '?'); break;
	case 0x303: strbuf_add_char(out, '~'); break;
	case 0x301: strbuf_add_char(out, '\''); break;
	case 0x323: strbuf_add_char(out, '.'); break;
	}
}

static void encode_viqr_letter(ucs4_t c, struct strbuf *out)
{
	struct parts parts = take_apart(c);

	if (c == 0x110 || c == 0x111) {
		strbuf_add_text(out, c == 0x110 ? "DD" : "dd");
		return;
	}
	strbuf_add_utf8(out, parts.base < 0x80 ? (parts.capital ? uc_toupper(parts.base) : parts.base) : ' ');
	add_viqr_mark(parts.mark, out);
	add_viqr_mark(parts.tone, out);
}

/* With a backslash before each sign that follows a vowel, and before a d that follows one. */
static void encode_viqr(const char *text, struct strbuf *out)
{
	const uint8_t *at = (const uint8_t *)text;
	ucs4_t c, before = ' ';

	while ((at = u8_next(&c, at))) {
		bool sign = c == '\\' || (c < 0x80 && strchr("(^+`?~'.", (int)c) && (before >= 0x80 || strchr("aeiouyAEIOUY", (int)before)));
		bool d = (c == 'd' || c == 'D' || c == 0x110 || c == 0x111) && (before == 'd' || before == 'D');

		if (sign || d)
			strbuf_add_char(out, '\\');
		if (c < 0x80)
			strbuf_add_char(out, (char)c);
		else
			encode_viqr_letter(c, out);
		before = c;
	}
}

static void encode_nfd(const char *text, struct strbuf *out)
{
	size_t length = 0;
	uint8_t *apart = u8_normalize(UNINORM_NFD, (const uint8_t *)text, strlen(text), NULL, &length);

	strbuf_add(out, apart, length);
	free(apart);
}

/* CP1258 has the tones apart; iconv takes them so. */
static void encode_cp1258(const char *text, struct strbuf *out)
{
	struct strbuf half = STRBUF_INIT;

	each_letter(text, encode_half, &half);
	iconv_text("CP1258", "UTF-8", half.text, half.length, out);
	strbuf_release(&half);
}

void encode_text(const char *encoding, const char *text, struct strbuf *out)
{
	if (!strcmp(encoding, "utf-8"))
		strbuf_add_text(out, text);
	else if (!strcmp(encoding, "bom"))
		strbuf_addf(out, "\uFEFF%s", text);
	else if (!strcmp(encoding, "nfd"))
		encode_nfd(text, out);
	else if (!strcmp(encoding, "half"))
		each_letter(text, encode_half, out);
	else if (!strcmp(encoding, "vni"))
		each_letter(text, encode_vni, out);
	else if (!strcmp(encoding, "tcvn3"))
		each_letter(text, encode_tcvn3, out);
	else if (!strcmp(encoding, "viqr"))
		encode_viqr(text, out);
	else if (!strcmp(encoding, "cp1258"))
		encode_cp1258(text, out);
	else {
		if (!strcmp(encoding, "utf-16le-bom"))
			strbuf_add(out, "\xFF\xFE", 2);
		else if (!strcmp(encoding, "utf-16be-bom"))
			strbuf_add(out, "\xFE\xFF", 2);
		iconv_text(!strncmp(encoding, "utf-16le", 8) ? "UTF-16LE" : !strncmp(encoding, "utf-16be", 8) ? "UTF-16BE" :
			   encoding, "UTF-8", text, strlen(text), out);
	}
}

/* All letters that every encoding has; a dash for what else there is. */
static void add_common(const char *text, struct strbuf *out)
{
	const uint8_t *at = (const uint8_t *)text, *next;
	ucs4_t c;

	for (; (next = u8_next(&c, at)); at = next) {
		char *letter = xstrndup((const char *)at, (size_t)(next - at));

		strbuf_add_text(out, c < 0x80 || strstr(all_letters, letter) ? letter : "-");
		free(letter);
	}
}

char *sample_text(void)
{
	struct strbuf text = STRBUF_INIT, common = STRBUF_INIT;
	char block[4096];
	size_t length;
	FILE *file = fopen(SOURCE_ROOT "/data/samples/ke-hoach-mau.txt", "r");

	if (!file)
		BUG("the sample plan is not there");
	while ((length = fread(block, 1, sizeof block, file)) > 0)
		strbuf_add(&text, block, length);
	fclose(file);
	add_common(text.text, &common);
	strbuf_release(&text);
	return strbuf_detach(&common);
}
