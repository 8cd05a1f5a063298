#include <criterion/criterion.h>

#include "tui/layout.h"
#include "tui/list.h"

Test(list, scrolls_by_no_more_than_the_cursor_needs)
{
	struct list list = { 0 };

	list_fit(&list, 100, 10);
	for (int i = 0; i < 9; i++)
		list_move(&list, MOVE_DOWN);
	cr_assert_eq(list.cursor, 9);
	cr_assert_eq(list.top, 0);
	list_move(&list, MOVE_DOWN);
	cr_assert_eq(list.top, 1);
	list_move(&list, MOVE_UP);
	cr_assert_eq(list.top, 1);
}

Test(list, a_page_keeps_one_line_in_sight)
{
	struct list list = { 0 };

	list_fit(&list, 100, 10);
	list_move(&list, MOVE_PAGE_DOWN);
	cr_assert_eq(list.top, 9);
	cr_assert_eq(list.cursor, 9);
	list_move(&list, MOVE_PAGE_UP);
	cr_assert_eq(list.top, 0);
	cr_assert_eq(list.cursor, 0);
}

Test(list, ends_hold)
{
	struct list list = { 0 };

	list_fit(&list, 0, 10);
	list_move(&list, MOVE_DOWN);
	list_move(&list, MOVE_END);
	cr_assert_eq(list.cursor, 0);
	list_fit(&list, 5, 10);
	list_move(&list, MOVE_END);
	cr_assert_eq(list.cursor, 4);
	cr_assert_eq(list.top, 0);
	list_fit(&list, 50, 10);
	list_move(&list, MOVE_END);
	list_fit(&list, 20, 10);
	cr_assert_eq(list.cursor, 19);
	cr_assert_eq(list.top, 10);
	list_fit(&list, 20, 0);
	cr_assert_eq(list.cursor, 19);
}

/* Columns stand side by side in their order, inside the screen. */
static void expect_order(int columns)
{
	struct task_columns at = layout_task_columns(columns);
	struct span spans[] = { at.sign, at.pick, at.path, at.title, at.product, at.lead, at.due, at.state };
	int end = 1;

	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		if (!spans[i].width)
			continue;
		cr_assert_geq(spans[i].column, end, "column %zu of %d", i, columns);
		cr_assert_gt(spans[i].width, 0);
		end = spans[i].column + spans[i].width;
	}
	cr_assert_lt(end, columns + 1);
}

Test(layout, columns_never_overlap_and_the_title_gets_what_is_left)
{
	int title = 0;

	for (int columns = 40; columns <= 300; columns++) {
		expect_order(columns);
		cr_assert_geq(layout_task_columns(columns).title.width, 16, "%d columns", columns);
	}
	title = layout_task_columns(80).title.width;
	cr_assert_geq(title, 34);
	cr_assert_gt(layout_task_columns(120).title.width, title);
	cr_assert_gt(layout_task_columns(200).title.width, title);
}

Test(layout, narrow_screens_drop_the_least_needed)
{
	cr_assert_eq(layout_task_columns(40).lead.width, 0);
	cr_assert_eq(layout_task_columns(40).due.width, 0);
	cr_assert_gt(layout_task_columns(40).state.width, 0);
	cr_assert_gt(layout_task_columns(80).lead.width, 0);
	cr_assert_eq(layout_task_columns(80).product.width, 0);
	cr_assert_gt(layout_task_columns(160).product.width, 0);
}

Test(layout, list_and_detail_fill_the_screen_without_a_gap)
{
	for (int rows = 9; rows <= 100; rows++) {
		struct rect rect = { 0, 0, rows, 80 };
		struct list_panes panes = layout_list_panes(rect, DETAIL_USUAL);

		cr_assert_geq(panes.list.rows, 4, "%d rows", rows);
		if (panes.rule < 0) {
			cr_assert_eq(panes.list.row + panes.list.rows, rows);
			continue;
		}
		cr_assert_eq(panes.list.row + panes.list.rows, panes.rule);
		cr_assert_eq(panes.detail.row, panes.rule + 1);
		cr_assert_eq(panes.detail.row + panes.detail.rows, rows);
	}
}
