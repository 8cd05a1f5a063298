#include <unictype.h>

#include "core/viet/internal.h"

struct range {
	uint32_t first, last;
	enum viet_class class;
};

/*
 * In order, with no overlap. Blanks: White_Space of the Unicode Character
 * Database. Signs: C0, DEL, C1 and the bidi controls (UAX #9, section 2).
 * Hidden: the other format characters that take no room, variation selectors and
 * tags. Plain: only ranges in which every code point has width 1, combining
 * class 0, NFC_Quick_Check=Yes and Grapheme_Cluster_Break=Other.
 */
static const struct range ranges[] = {
	{ 0x0000, 0x0008, CLASS_SIGN },
	{ 0x0009, 0x000D, CLASS_BLANK },
	{ 0x000E, 0x001F, CLASS_SIGN },
	{ 0x0020, 0x0020, CLASS_BLANK },
	{ 0x0021, 0x007E, CLASS_PLAIN },
	{ 0x007F, 0x0084, CLASS_SIGN },
	{ 0x0085, 0x0085, CLASS_BLANK },
	{ 0x0086, 0x009F, CLASS_SIGN },
	{ 0x00A0, 0x00A0, CLASS_BLANK },
	{ 0x00A1, 0x00AC, CLASS_PLAIN },
	{ 0x00AD, 0x00AD, CLASS_HIDDEN },
	{ 0x00AE, 0x02FF, CLASS_PLAIN },
	{ 0x034F, 0x034F, CLASS_HIDDEN },
	{ 0x061C, 0x061C, CLASS_SIGN },
	{ 0x115F, 0x1160, CLASS_HIDDEN },
	{ 0x1680, 0x1680, CLASS_BLANK },
	{ 0x17B4, 0x17B5, CLASS_HIDDEN },
	{ 0x180B, 0x180F, CLASS_HIDDEN },
	{ 0x1EA0, 0x1EFF, CLASS_PLAIN },
	{ 0x2000, 0x200A, CLASS_BLANK },
	{ 0x200B, 0x200D, CLASS_HIDDEN },
	{ 0x200E, 0x200F, CLASS_SIGN },
	{ 0x2010, 0x2027, CLASS_PLAIN },
	{ 0x2028, 0x2029, CLASS_BLANK },
	{ 0x202A, 0x202E, CLASS_SIGN },
	{ 0x202F, 0x202F, CLASS_BLANK },
	{ 0x2030, 0x205E, CLASS_PLAIN },
	{ 0x205F, 0x205F, CLASS_BLANK },
	{ 0x2060, 0x2065, CLASS_HIDDEN },
	{ 0x2066, 0x2069, CLASS_SIGN },
	{ 0x206A, 0x206F, CLASS_HIDDEN },
	{ 0x20A0, 0x20C0, CLASS_PLAIN },
	{ 0x2500, 0x25FB, CLASS_PLAIN },
	{ 0x3000, 0x3000, CLASS_BLANK },
	{ 0x3164, 0x3164, CLASS_HIDDEN },
	{ 0xFDD0, 0xFDEF, CLASS_SIGN },
	{ 0xFE00, 0xFE0F, CLASS_HIDDEN },
	{ 0xFEFF, 0xFEFF, CLASS_HIDDEN },
	{ 0xFFA0, 0xFFA0, CLASS_HIDDEN },
	{ 0xFFF0, 0xFFFB, CLASS_HIDDEN },
	{ 0xFFFD, 0xFFFD, CLASS_PLAIN },
	{ 0xFFFE, 0xFFFF, CLASS_SIGN },
	{ 0xE0000, 0xE0FFF, CLASS_HIDDEN },
};

enum viet_class viet_class_of(uint32_t c)
{
	size_t low = 0, high = sizeof ranges / sizeof *ranges;

	if ((c >= 0x21 && c <= 0x7E) || (c >= 0xC0 && c <= 0x2FF) || (c >= 0x1EA0 && c <= 0x1EFF))
		return CLASS_PLAIN;
	if (c == ' ')
		return CLASS_BLANK;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (c > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < sizeof ranges / sizeof *ranges && c >= ranges[low].first)
		return ranges[low].class;
	return (c & 0xFFFE) == 0xFFFE ? CLASS_SIGN : CLASS_OTHER;
}

bool viet_is_mark(uint32_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
}

bool viet_is_word(uint32_t c)
{
	struct viet_letter letter;

	return viet_split(c, &letter) || (c >= '0' && c <= '9') || (c >= 0x80 && uc_is_alnum(c));
}
