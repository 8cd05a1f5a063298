#include "core/viet/charset.h"

#include <string.h>

#include "core/viet/internal.h"

#define NONE "\uFFFD"

/* Microsoft's code pages, as their tables at unicode.org have them. */
#define CP1252_PUNCTUATION                                                                  \
	u"€" NONE "‚ƒ„…†‡ˆ‰Š‹Œ" NONE "Ž" NONE NONE "‘’“”•–—˜™š›œ" NONE "žŸ"
#define LATIN1_SIGNS u"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"

static const char16_t cp1252[] =
	CP1252_PUNCTUATION LATIN1_SIGNS
	u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ" u"ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß" u"àáâãäåæçèéêëìíîï" u"ðñòóôõö÷øùúûüýþÿ";

static const char16_t cp1258[] =
	u"€" NONE "‚ƒ„…†‡ˆ‰" NONE "‹Œ" NONE NONE NONE NONE "‘’“”•–—˜™" NONE "›œ" NONE NONE "Ÿ" LATIN1_SIGNS
	u"ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏ" u"ĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß" u"àáâăäåæçèéêë\u0301íîï" u"đñ\u0323óôơö÷øùúûüư₫ÿ";

/* RFC 1456, table 1. */
static const char16_t viscii[] =
	u"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ" u"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ" u"Õắằặấầẩậẽẹếềểễệố" u"ồổỗỠƠộờởịỰỨỪỬơớƯ"
	u"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ" u"ĐứÒÓÔạỷừửÙÚỹỵÝỡư" u"àáâãảăữẫèéêẻìíĩỉ" u"đựòóôõỏọụùúũủýợỮ";
static const char16_t viscii_low[32] = { [0x02] = u'Ẳ', [0x05] = u'Ẵ', [0x06] = u'Ẫ',
					 [0x14] = u'Ỷ', [0x19] = u'Ỹ', [0x1E] = u'Ỵ' };

/* TCVN 5712:1993, VN1: B0 to B4 are marks that stand behind their letter. */
static const char16_t tcvn5712_1[] =
	u"ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ" u"ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ" u"\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ" u"\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
	u"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ" u"éẹềểễếệìỉỄẾỒĩíịò" u"Ổỏõóọồổỗốộờởỡớợù" u"ỖủũúụừửữứựỳỷỹýỵỐ";
static const char16_t tcvn5712_1_low[32] = { [0x01] = u'Ú', [0x02] = u'Ụ', [0x04] = u'Ừ', [0x05] = u'Ử', [0x06] = u'Ữ',
					     [0x11] = u'Ứ', [0x12] = u'Ự', [0x13] = u'Ỳ', [0x14] = u'Ỷ', [0x15] = u'Ỹ',
					     [0x16] = u'Ý', [0x17] = u'Ỵ' };

/* The letters of VN1 that the ABC fonts have; Windows keeps its punctuation at 80 to 9F. */
static const char16_t tcvn3[] =
	CP1252_PUNCTUATION u"\u00A0ĂÂÊÔƠƯĐăâêôơưđ" NONE NONE NONE NONE NONE NONE "àảãáạ" NONE "ằẳẵắ" NONE
	NONE NONE NONE NONE NONE NONE "ặầẩẫấậè" NONE "ẻẽ" u"éẹềểễếệìỉ" NONE NONE NONE "ĩíịò"
	NONE "ỏõóọồổỗốộờởỡớợù" NONE "ủũúụừửữứựỳỷỹýỵ" NONE;

/* The letters of VNI that are one byte; the others are marks, see vni.c. */
static const char16_t vni[] =
	CP1252_PUNCTUATION LATIN1_SIGNS
	NONE NONE NONE NONE NONE NONE u"Ỉ" NONE NONE NONE NONE NONE "ÌÍỴ" NONE
	NONE u"ĐỊĨƠ" NONE "Ư" NONE NONE NONE NONE NONE NONE NONE NONE NONE
	NONE NONE NONE NONE NONE NONE u"ỉ" NONE NONE NONE NONE NONE "ìíỵ" NONE
	NONE u"địĩơ" NONE "ư" NONE NONE NONE NONE NONE NONE NONE NONE NONE;

#define HOLDS_ALL_HIGH_BYTES(table) _Static_assert(sizeof(table) == 129 * sizeof(char16_t), #table)
HOLDS_ALL_HIGH_BYTES(cp1252);
HOLDS_ALL_HIGH_BYTES(cp1258);
HOLDS_ALL_HIGH_BYTES(viscii);
HOLDS_ALL_HIGH_BYTES(tcvn5712_1);
HOLDS_ALL_HIGH_BYTES(tcvn3);
HOLDS_ALL_HIGH_BYTES(vni);

static const struct charset charsets[] = {
	{ "utf-8", "utf8", decode_utf8, NULL, NULL, false },
	{ "utf-16le", "utf16le utf-16-le", decode_utf16le, NULL, NULL, false },
	{ "utf-16be", "utf16be utf-16-be", decode_utf16be, NULL, NULL, false },
	{ "tcvn3", "tcvn abc tcvn-3 vntime .vntime", decode_tcvn3, tcvn3, NULL, true },
	{ "vni", "vni-win vni-windows vniwin", decode_vni, vni, NULL, true },
	{ "viscii", "viscii1.1-1 csviscii", decode_single_bytes, viscii, viscii_low, true },
	{ "cp1258", "windows-1258 windows1258 win1258 1258", decode_single_bytes, cp1258, NULL, false },
	{ "tcvn5712-1", "tcvn5712 tcvn-5712 tcvn5712-1:1993 vn1", decode_single_bytes, tcvn5712_1, tcvn5712_1_low, false },
	{ "viqr", "vietnet csviqr", decode_viqr, NULL, NULL, true },
	{ "cp1252", "windows-1252 windows1252 win1252 1252", decode_single_bytes, cp1252, NULL, true },
};

const struct charset *charset_at(size_t index)
{
	return index < sizeof charsets / sizeof *charsets ? &charsets[index] : NULL;
}

/* --- names ------------------------------------------------------------------ */

static bool same_name(const char *name, const char *wanted, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		char c = name[i] == '_' ? '-' : name[i];

		if ((c >= 'A' && c <= 'Z' ? c + 0x20 : c) != wanted[i])
			return false;
	}
	return !name[length];
}

static bool is_alias(const char *name, const char *aliases)
{
	while (*aliases) {
		size_t length = strcspn(aliases, " ");

		if (same_name(name, aliases, length))
			return true;
		aliases += length;
		aliases += *aliases == ' ';
	}
	return false;
}

const struct charset *charset_find(const char *name)
{
	for (size_t i = 0; charset_at(i); i++)
		if (same_name(name, charsets[i].name, strlen(charsets[i].name)) || is_alias(name, charsets[i].aliases))
			return &charsets[i];
	return NULL;
}

/* --- letters and bytes ------------------------------------------------------ */

char32_t charset_letter(const struct charset *charset, unsigned char byte)
{
	if (byte >= 0x80)
		return charset->high[byte - 0x80] == 0xFFFD ? 0 : charset->high[byte - 0x80];
	if (byte < 0x20 && charset->low && charset->low[byte])
		return charset->low[byte];
	return byte;
}

bool charset_byte(const struct charset *charset, char32_t c, unsigned char *byte)
{
	if (c < 0x80 || (c <= 0xFF && charset_letter(charset, (unsigned char)c) == c)) {
		*byte = (unsigned char)c;
		return true;
	}
	for (unsigned int b = 0x80; b <= 0xFF; b++) {
		if (charset->high[b - 0x80] == c && c != 0xFFFD) {
			*byte = (unsigned char)b;
			return true;
		}
	}
	return false;
}

struct utf8_letter utf8_letter(char32_t c)
{
	struct utf8_letter letter = { { 0 }, 0 };

	if (c < 0x80) {
		letter = (struct utf8_letter){ { (char)c }, 1 };
	} else if (c < 0x800) {
		letter = (struct utf8_letter){ { (char)(0xC0 | c >> 6), (char)(0x80 | (c & 0x3F)) }, 2 };
	} else {
		letter = (struct utf8_letter){ { (char)(0xE0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3F)),
						 (char)(0x80 | (c & 0x3F)) }, 3 };
	}
	return letter;
}

/* --- decoding --------------------------------------------------------------- */

static unsigned char case_of(char32_t c)
{
	struct viet_letter letter;

	if (!viet_split(c, &letter))
		return 0;
	return letter.tone ? EITHER : letter.capital ? CAPITAL : SMALL;
}

static char32_t capital_of(char32_t c)
{
	struct viet_letter letter;

	if (!viet_split(c, &letter))
		return c;
	letter.capital = true;
	return viet_join(letter);
}

void decoding_init(struct decoding *d, const struct charset *charset, iconv_t cd, struct viet_report *report)
{
	*d = (struct decoding){ .charset = charset, .cd = cd, .text = STRBUF_INIT, .before = ' ', .report = report };
	if (!charset->high)
		return;
	for (unsigned int b = 0; b <= 0xFF; b++) {
		char32_t c = charset_letter(charset, (unsigned char)b);

		if (c || !b) {
			d->letters[b] = utf8_letter(c);
			d->capitals[b] = utf8_letter(capital_of(c));
			d->cases[b] = case_of(c);
		}
	}
	vni_make_pairs(d->pairs);
}

void decoding_release(struct decoding *d)
{
	if (d->cd != (iconv_t)-1)
		iconv_close(d->cd);
	strbuf_release(&d->text);
}

void decoding_add_bad(struct decoding *d, unsigned long long offset, unsigned char byte)
{
	if (d->misread) {
		/* What cannot have been misread stays as it was. */
		char32_t c = charset_letter(d->misread, byte);

		strbuf_add_utf8(&d->text, c ? c : byte);
		return;
	}
	if (d->report->bad_count < VIET_BAD_KEPT)
		d->report->bad_at[d->report->bad_count] = offset;
	d->report->bad_count++;
	strbuf_add_utf8(&d->text, 0xFFFD);
}

/* Bytes at the beginning that are letters, decoded. */
static size_t decode_good_bytes(struct decoding *d, const unsigned char *bytes, size_t length)
{
	struct strbuf *text = &d->text;
	size_t at = 0;
	char *to;

	strbuf_grow(text, length * 3 + sizeof d->letters->bytes);
	to = text->text + text->length;
	for (; at < length; at++) {
		const struct utf8_letter *letter = &d->letters[bytes[at]];

		if (!letter->length)
			break;
		memcpy(to, letter->bytes, sizeof letter->bytes);
		to += letter->length;
	}
	text->length = (size_t)(to - text->text);
	*to = '\0';
	return at;
}

size_t decode_single_bytes(struct decoding *d, const unsigned char *bytes, size_t length, bool last)
{
	size_t at = 0;

	(void)last;
	while ((at += decode_good_bytes(d, bytes + at, length - at)) < length) {
		decoding_add_bad(d, d->offset + at, bytes[at]);
		at++;
	}
	return length;
}
