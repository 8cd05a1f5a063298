/* The keys of the workbench on one page, to be printed. */
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/output.h"
#include "core/base/gettext.h"
#include "tui/key_card.h"

enum { PAGE_COLUMNS = 118 };	/* of a sheet of A4 on its side */

static int columns(void)
{
	struct winsize size;

	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_col ? PAGE_COLUMNS : size.ws_col;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct strbuf card = STRBUF_INIT;

	(void)cli;
	(void)err;
	key_card(columns(), &card);
	print_text(card.text, card.length);
	strbuf_release(&card);
	return OK;
}

const struct command command_keys = {
	.name = "keys", .usage = "", .help = N_("các phím của màn hình làm việc, trên một trang để in"), .run = run,
};
