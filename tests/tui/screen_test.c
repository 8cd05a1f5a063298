/* Screens as a person sees them, compared with tests/golden. */
#include <criterion/criterion.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(screen, .init = sit_down, .fini = get_up);

Test(screen, outline_80x24)
{
	desk_keys(&desk, "Down Down Down rest");
	desk_expect_golden(&desk, "outline-80x24");
}

Test(screen, outline_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "Down Down Down rest");
	desk_expect_golden(&desk, "outline-120x40");
}

Test(screen, outline_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "outline-40x10");
}

Test(screen, outline_200x60)
{
	desk_resize(&desk, 200, 60);
	desk_expect_golden(&desk, "outline-200x60");
}

Test(screen, too_small_and_large_again)
{
	desk_resize(&desk, 39, 9);
	desk_expect(&desk, "Cửa sổ quá nhỏ");
	desk_resize(&desk, 1, 1);
	desk_resize(&desk, 0, 0);
	desk_resize(&desk, 80, 24);
	desk_keys(&desk, "Down Down Down rest");
	desk_expect_golden(&desk, "outline-80x24");
}

Test(screen, folded)
{
	desk_keys(&desk, "Left rest");
	desk_expect_golden(&desk, "outline-folded");
}

Test(screen, picker)
{
	desk_keys(&desk, "Down Down a");
	desk_expect_golden(&desk, "picker-80x24");
	desk_keys(&desk, "so_t");
	desk_expect_golden(&desk, "picker-narrowed");
}

Test(screen, deadline)
{
	desk_keys(&desk, "Down Down d tháng_9");
	desk_expect_golden(&desk, "deadline-80x24");
}

Test(screen, obligations)
{
	desk_keys(&desk, "Down Down Down Enter");
	desk_expect_golden(&desk, "obligations-80x24");
}

Test(screen, help)
{
	desk_keys(&desk, "?");
	desk_expect_golden(&desk, "help-80x24");
}

Test(screen, palette)
{
	desk_keys(&desk, "Ctrl-P thoi_han");
	desk_expect_golden(&desk, "palette-80x24");
}

Test(screen, search)
{
	desk_keys(&desk, "/ luu_tru");
	desk_expect_golden(&desk, "search-80x24");
}

Test(screen, filter)
{
	desk_keys(&desk, "f tinhtrang:quahan Enter");
	desk_expect_golden(&desk, "filter-80x24");
}

Test(screen, journal)
{
	desk_keys(&desk, "Down Down h");
	desk_expect_golden(&desk, "journal-80x24");
}

Test(screen, plans)
{
	desk_keys(&desk, "9");
	desk_expect_golden(&desk, "plans-80x24");
}
