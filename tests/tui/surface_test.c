#include <criterion/criterion.h>
#include <string.h>

#include "tui/surface.h"

static struct surface surface;

static void open_surface(void)
{
	surface_init(&surface, 3, 10);
}

static void close_surface(void)
{
	surface_release(&surface);
}

static void expect_dump(bool styles, const char *wanted)
{
	struct strbuf dump = STRBUF_INIT;

	surface_dump(&surface, styles, &dump);
	cr_assert_str_eq(dump.text, wanted);
	strbuf_release(&dump);
}

TestSuite(surface, .init = open_surface, .fini = close_surface);

Test(surface, text_stands_where_it_was_put)
{
	cr_assert_eq(surface_text(&surface, 1, 2, 8, STYLE_NORMAL, "quý III"), 7);
	expect_dump(false, "\n  quý III\n\n");
}

Test(surface, what_does_not_fit_ends_in_an_ellipsis)
{
	cr_assert_eq(surface_text(&surface, 0, 0, 5, STYLE_NORMAL, "đường bộ"), 5);
	expect_dump(false, "đườn…\n\n\n");
}

Test(surface, nothing_is_drawn_outside)
{
	surface_text(&surface, -1, 0, 5, STYLE_NORMAL, "a");
	surface_text(&surface, 3, 0, 5, STYLE_NORMAL, "a");
	surface_text(&surface, 0, 10, 5, STYLE_NORMAL, "a");
	surface_text(&surface, 0, 0, 0, STYLE_NORMAL, "a");
	surface_text(&surface, 0, 0, -3, STYLE_NORMAL, "a");
	surface_fill(&surface, (struct rect){ -5, -5, 100, 100 }, STYLE_NORMAL);
	surface_put_cursor(&surface, 7, 7);
	expect_dump(false, "\n\n\n");
	cr_assert_eq(surface_text(&surface, 2, 8, 100, STYLE_NORMAL, "abcd"), 2);
	expect_dump(false, "\n\n        a…\n");
}

Test(surface, no_control_byte_gets_into_a_cell)
{
	surface_text(&surface, 0, 0, 10, STYLE_NORMAL, "a\033[2Jb\tc\x7f");
	for (int column = 0; column < 10; column++) {
		const char *text = surface_at(&surface, 0, column)->text;

		for (; *text; text++)
			cr_assert((unsigned char)*text >= 0x20 && *text != 0x7f);
	}
}

Test(surface, a_wide_letter_takes_two_cells_and_leaves_none_half)
{
	surface_text(&surface, 0, 0, 10, STYLE_NORMAL, "a字b");
	cr_assert_str_eq(surface_at(&surface, 0, 1)->text, "字");
	cr_assert_str_eq(surface_at(&surface, 0, 2)->text, "");
	surface_text(&surface, 0, 2, 1, STYLE_NORMAL, "x");
	expect_dump(false, "a xb\n\n\n");
	surface_text(&surface, 0, 0, 10, STYLE_NORMAL, "a字b");
	surface_text(&surface, 0, 1, 1, STYLE_NORMAL, "x");
	expect_dump(false, "ax b\n\n\n");
}

Test(surface, right_aligned_text_ends_at_the_edge)
{
	surface_text_right(&surface, 0, 0, 10, STYLE_NORMAL, "3/6");
	expect_dump(false, "       3/6\n\n\n");
}

Test(surface, a_dump_shows_styles_under_the_row_and_the_cursor)
{
	surface_text(&surface, 0, 1, 4, STYLE_OVERDUE, "trễ");
	surface_put_cursor(&surface, 2, 4);
	expect_dump(true, " trễ\n.!!!\n\n\n[cursor 2,4]\n");
}

Test(surface, a_paragraph_is_wrapped_and_its_last_line_cut)
{
	cr_assert_eq(surface_wrapped_rows("hạn nộp báo cáo quý III", 10), 3);
	cr_assert_eq(surface_wrapped_rows("", 10), 0);
	surface_paragraph(&surface, (struct rect){ 0, 0, 2, 10 }, STYLE_NORMAL, "hạn nộp báo cáo quý III");
	expect_dump(false, "hạn nộp\nbáo cáo q…\n\n");
}

Test(surface, resizing_clears)
{
	surface_text(&surface, 0, 0, 4, STYLE_OVERDUE, "abcd");
	surface_resize(&surface, 1, 2);
	expect_dump(true, "\n");
	surface_resize(&surface, 0, 0);
	expect_dump(true, "");
}
