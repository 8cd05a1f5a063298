#include <criterion/criterion.h>
#include <stdlib.h>

#include "core/base/memory.h"

Test(strbuf, is_a_string_at_every_step)
{
	struct strbuf sb = STRBUF_INIT;

	cr_assert_str_eq(sb.text, "");
	strbuf_add_text(&sb, "một");
	strbuf_addf(&sb, " %d", 22);
	strbuf_add_utf8(&sb, 0x1EBF);
	cr_assert_str_eq(sb.text, "một 22ế");
	strbuf_splice(&sb, 0, 5, "MOT", 3);
	cr_assert_str_eq(sb.text, "MOT 22ế");
	strbuf_splice(&sb, 3, 0, "!", 1);
	cr_assert_str_eq(sb.text, "MOT! 22ế");
	strbuf_clear(&sb);
	cr_assert_str_eq(sb.text, "");
	strbuf_release(&sb);
	cr_assert_str_eq(sb.text, "");
}

Test(strbuf, detach_of_an_empty_one_is_a_string_to_free)
{
	struct strbuf sb = STRBUF_INIT;
	char *text = strbuf_detach(&sb);

	cr_assert_str_eq(text, "");
	free(text);
}

Test(replace_string, may_be_given_the_string_it_replaces)
{
	char *text = xstrdup("giữ lại");

	replace_string(&text, text);
	cr_assert_str_eq(text, "giữ lại");
	replace_string(&text, NULL);
	cr_assert_null(text);
}
