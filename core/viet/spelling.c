/*
 * What is written in two ways. A final i or y, alone behind h, k, l, m, s, t or qu:
 * the school rules of 1984 (Quyết định 240/QĐ of the Ministry of Education) write "kĩ",
 * "lí", "quý", many papers "kỹ", "lý", "quí". And hằng or hàng before a stretch of time.
 */
#include <string.h>
#include <uchar.h>

#include "core/viet/key.h"

enum { LONGEST = 3 };	/* letters: "quy" */

static bool is_i_or_y(uint32_t base)
{
	return base == 'i' || base == 'y';
}

bool key_ends_in_i_or_y(const uint32_t *word, size_t count)
{
	if (count == 2)
		return is_i_or_y(word[1]) && word[0] < 0x80 && strchr("hklmst", (int)word[0]);
	return count == 3 && word[0] == 'q' && word[1] == 'u' && is_i_or_y(word[2]);
}

bool key_is_time(const uint32_t *word, size_t count)
{
	/* What "hằng" stands before in the one spelling, "hàng" in the other. */
	static const char32_t *const times[] = {
		U"năm", U"quý", U"quí", U"tháng", U"tuần", U"ngày", U"đêm", U"giờ", U"phút",
	};

	for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
		size_t at = 0;

		while (at < count && times[i][at] == word[at])
			at++;
		if (at == count && !times[i][at])
			return true;
	}
	return false;
}

/* Offsets of the letters of KEY that may be i or y: how many, at most VIET_SPELLINGS. */
static size_t find_i_and_y(const char *key, size_t offsets[VIET_SPELLINGS])
{
	uint32_t word[LONGEST + 1];
	size_t found = 0, count = 0;

	for (size_t at = 0; found < VIET_SPELLINGS; at++) {
		if (key[at] && key[at] != ' ') {
			if (count <= LONGEST)
				word[count++] = (unsigned char)key[at];
			continue;
		}
		if (key_ends_in_i_or_y(word, count))
			offsets[found++] = at - 1;
		if (!key[at])
			break;
		count = 0;
	}
	return found;
}

void viet_other_spellings(const char *key, struct string_list *out)
{
	size_t offsets[VIET_SPELLINGS], length = strlen(key);
	size_t count = find_i_and_y(key, offsets);

	for (unsigned int which = 1; which < 1u << count; which++) {
		struct strbuf other = STRBUF_INIT;

		strbuf_add_text(&other, key);
		for (size_t i = 0; i < count; i++) {
			if (!(which >> i & 1))
				continue;
			other.text[offsets[i]] = key[offsets[i]] == 'i' ? 'y' : 'i';
			if (offsets[i] == length - 1)
				strbuf_add_char(&other, ' ');
		}
		string_list_add_owned(out, strbuf_detach(&other));
	}
}
