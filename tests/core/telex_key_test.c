/* The key behind what an input method made: pressed again, it makes the same. */
#include <criterion/criterion.h>
#include <string.h>
#include <uninorm.h>
#include <unistr.h>

#include "core/viet/input.h"

static const char marked[] =
	"áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"
	"ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬĐÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ";

/* The plain letter under its marks: what decomposing leaves first. */
static char plain_letter(const char *letter, size_t length)
{
	size_t count;
	uint8_t *apart;
	char plain;

	if (!strncmp(letter, "đ", length))
		return 'd';
	if (!strncmp(letter, "Đ", length))
		return 'D';
	apart = u8_normalize(UNINORM_NFD, (const uint8_t *)letter, length, NULL, &count);
	plain = (char)apart[0];
	free(apart);
	return plain;
}

Test(telex_key, pressed_behind_the_plain_letter_makes_the_letter_again)
{
	for (const char *p = marked; *p;) {
		struct strbuf keys = STRBUF_INIT, made = STRBUF_INIT;
		ucs4_t letter;
		size_t length = (size_t)u8_mbtouc(&letter, (const uint8_t *)p, strlen(p));
		char plain = plain_letter(p, length);

		strbuf_add_char(&keys, plain);
		if (viet_telex_mark_key((unsigned char)plain, letter))
			strbuf_add_char(&keys, (char)viet_telex_mark_key((unsigned char)plain, letter));
		if (viet_telex_tone_key(letter))
			strbuf_add_char(&keys, (char)viet_telex_tone_key(letter));
		cr_expect_gt(keys.length, 1, "%.*s has no key", (int)length, p);
		viet_input_line(VIET_TELEX, VIET_TONE_OLD, keys.text, keys.length, &made);
		cr_expect(made.length == length && !strncmp(made.text, p, length), "%s makes %s, not %.*s", keys.text,
			  made.text, (int)length, p);
		strbuf_release(&keys);
		strbuf_release(&made);
		p += length;
	}
}

Test(telex_key, is_none_where_nothing_was_added)
{
	static const uint32_t plain[] = { 'a', 'Z', '1', ' ', 0, 0xDF, 0x4E00, 0x1F600, 0x301 };

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		cr_expect_eq(viet_telex_tone_key(plain[i]), 0, "%u", plain[i]);
		cr_expect_eq(viet_telex_mark_key(0, plain[i]), 0, "%u", plain[i]);
	}
	cr_expect_eq(viet_telex_mark_key(0x00E2, 0x1EA5), 0);	/* â -> ấ: only the tone */
	cr_expect_eq(viet_telex_mark_key(0x00C2, 0x00E2), 0);	/* Â -> â */
	cr_expect_eq(viet_telex_mark_key(0x00E2, 0x0103), 'w');	/* â -> ă */
	cr_expect_eq(viet_telex_mark_key(0x0103, 'a'), 0);	/* ă -> a */
}
