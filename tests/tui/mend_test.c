#include <criterion/criterion.h>
#include <string.h>

#include "tui/mend.h"

static const struct {
	const char *composed, *sent;
} table[] = {
	{ "đất đai", "đất đai" },
	{ "\033[5;6H-2\r", "\033[5;6H-2\r" },
	/* xterm: reverse on and off */
	{ "\033(B\033[0;7m-2\033(B\033[m", "\033[0;7m-2\033[m" },
	/* the VT100, screen, the Linux console */
	{ "\033[0;7m\017-2\033[m\017", "\033[0;7m-2\033[m" },
	/* a colour taken back with everything else */
	{ "\033[31mx\033[39m\033(B\033[m", "\033[31mx\033[m" },
	{ "\033[31mx\033[39;49m\033(B\033[0;7my", "\033[31mx\033[0;7my" },
	/* but not where only the colour ends */
	{ "\033[31mx\033[39my", "\033[31mx\033[39my" },
	{ "\033[31mx\033[39m\033[32my", "\033[31mx\033[39m\033[32my" },
	/* scrolling in older words */
	{ "\033[3;17r\033[17;1H\033[3S\033[1;24r", "\033[3;17r\033[17;1H\n\n\n\033[1;24r" },
	{ "\033[3;1H\033[2T", "\033[3;1H\033M\033M" },
	{ "-\033[4bx", "-----x" },
	/* cut short, or something else: as it is */
	{ "\033", "\033" },
	{ "\033[", "\033[" },
	{ "\033[12", "\033[12" },
	{ "\033[?25l\033[2J\033[9X\033[K", "\033[?25l\033[2J\033[9X\033[K" },
};

Test(mend, leaves_out_what_changes_nothing_and_says_the_rest_in_older_words)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct strbuf out = STRBUF_INIT;

		mend_output(table[i].composed, strlen(table[i].composed), &out);
		cr_expect_str_eq(out.text, table[i].sent, "row %zu", i);
		strbuf_release(&out);
	}
}
