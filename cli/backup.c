/* A copy of the whole database, and going back to one. */
#include "cli/command.h"

#include "cli/database.h"
#include "cli/output.h"
#include "core/base/gettext.h"
#include "db/db.h"

static enum status run_backup(struct cli *cli, struct error *err)
{
	const char *to = cli->arguments.words.items[0];
	enum status status = db_backup(cli->store, to, err);

	if (status == OK)
		print_line(_("Đã sao lưu vào «%s»."), to);
	return status;
}

static enum status run_restore(struct cli *cli, struct error *err)
{
	const char *from = cli->arguments.words.items[0];
	char *path = NULL, *kept = NULL;
	enum status status = database_path(option_value(&cli->arguments, OPTION_DB), &path, err);

	if (status == OK)
		status = db_restore(path, from, &kept, err);
	if (status == OK && kept)
		print_line(_("Đã khôi phục từ «%s»; dữ liệu trước đó được giữ ở «%s»."), from, kept);
	else if (status == OK)
		print_line(_("Đã khôi phục từ «%s»."), from);
	free(kept);
	free(path);
	return status;
}

const struct command command_backup = {
	.name = "backup", .usage = N_("TỆP"), .help = N_("sao lưu toàn bộ vào một tệp mới, trong khi người khác vẫn làm việc"),
	.run = run_backup, .flags = COMMAND_OLD_STORE | COMMAND_FILES, .least = 1, .most = 1,
};

const struct command command_restore = {
	.name = "restore", .usage = N_("TỆP"), .help = N_("khôi phục từ một bản sao lưu; dữ liệu đang có được giữ riêng"),
	.run = run_restore, .flags = COMMAND_FILES, .least = 1, .most = 1,
};
