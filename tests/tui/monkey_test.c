/* Keys at random, at sizes at random: nothing breaks, and the storage stays sound. */
#include <criterion/criterion.h>
#include <string.h>

#include "db/db.h"
#include "desk.h"

enum { STEPS = 4000, SEEDS = 3 };

static unsigned int state;

static int dice(int sides)
{
	state = state * 1103515245u + 12345u;
	return (int)(state >> 16 & 0x7fff) % sides;
}

/* Mostly keys that mean something somewhere; F10 would end the game. */
static const char *const keys[] = {
	"Up", "Down", "Down", "Down", "PgUp", "PgDn", "Home", "End", "Left", "Right", "Enter", "Enter",
	"Esc", "Tab", "Space", "Insert", "Delete", "Backspace", "F1", "F4", "F7", "Ctrl-R", "Ctrl-P",
	"Ctrl-L", "Ctrl-U", "Ctrl-W", "Ctrl-Y", "Ctrl-Z", "Ctrl-K", "rest", "a", "c", "d", "e", "f",
	"g", "h", "m", "n", "q", "r", "s", "u", "v", "/", "?", ":", "*", "1", "2", "2", "6", "7", "8",
	"9", "4", "4", "5", "+", "p", "<", ">", "l", "F2", "F11", "F12", "Ctrl-T", "Ctrl-X", "Shift-Tab", "so_", "noi", "9/2013", "đất", "ế", "\bá", "dduwowngf", "tieengs_", "xx", "Backspace", "x", "_", "F9", "F5", "t", "b", "-", "tinhtrang:quahan", "cq:SNV",
};

enum { KEYS = sizeof keys / sizeof *keys };

static void play(struct desk *desk)
{
	for (int i = 0; i < STEPS; i++) {
		if (dice(50) == 0)
			desk_resize(desk, dice(160), dice(60));
		desk_keys(desk, keys[dice(KEYS)]);
		cr_assert_gt(desk->app.depth, 0);
		cr_assert_not(desk->app.leaving);
	}
}

Test(monkey, breaks_nothing, .timeout = 120)
{
	for (unsigned int seed = 1; seed <= SEEDS; seed++) {
		struct string_list problems = { 0 };
		struct error err = ERROR_INIT;
		struct desk desk;

		state = seed;
		desk_open(&desk, 80, 24);
		play(&desk);
		cr_assert_eq(db_check(desk.store, &problems, &err), OK, "seed %u: %s", seed,
			     problems.count ? problems.items[0] : error_text(&err));
		string_list_release(&problems);
		desk_close(&desk);
	}
}
