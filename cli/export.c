#include "cli/command.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/database.h"
#include "cli/output.h"
#include "core/base/gettext.h"
#include "office/office.h"

static const struct {
	const char *format;
	enum status (*write)(struct store *store, row_id plan, struct strbuf *out, struct error *err);
} writers[] = {
	{ "json", office_export_json },
	{ "csv", office_export_csv },
};

enum { WRITER_COUNT = sizeof writers / sizeof *writers };

/* The number of the writer that --format asks for. */
static enum status find_writer(struct cli *cli, size_t *writer, struct error *err)
{
	const char *format = option_value(&cli->arguments, OPTION_FORMAT);

	for (*writer = 0; *writer < WRITER_COUNT; ++*writer)
		if (!strcmp(format ? format : "json", writers[*writer].format))
			return OK;
	return misuse(cli, err, _("Không xuất được dạng «%s»; dùng json hoặc csv."), format);
}

/* --- to a file ---------------------------------------------------------- */

/* Writing into the database's own files would destroy it. */
static enum status refuse_database(struct cli *cli, const char *name, struct error *err)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal" };
	struct stat target, own;
	char *path = NULL;
	enum status status = database_path(option_value(&cli->arguments, OPTION_DB), &path, err);

	for (size_t i = 0; status == OK && i < sizeof ends / sizeof *ends; i++) {
		char *file = xasprintf("%s%s", path, ends[i]);

		if (!stat(name, &target) && !stat(file, &own) && target.st_dev == own.st_dev && target.st_ino == own.st_ino)
			status = error_set(err, STATUS_DENIED,
					   _("«%s» là cơ sở dữ liệu của chương trình; hãy xuất ra một tệp khác."), name);
		free(file);
	}
	free(path);
	return status;
}

static enum status refuse_to_write(const char *name, int why, struct error *err)
{
	switch (why) {
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
		return error_set(err, STATUS_FULL, _("Không ghi được «%s» vì đĩa đầy; hãy dọn bớt chỗ rồi xuất lại."), name);
	case ENOENT:
	case ENOTDIR:
		return error_set(err, STATUS_NOT_FOUND, _("Không có thư mục để ghi «%s»; hãy kiểm tra lại tên."), name);
	default:
		return error_set(err, STATUS_DENIED, _("Không ghi được «%s» (%s); hãy chọn chỗ khác để ghi."), name,
				 strerror(why));
	}
}

/* Returns 0 or errno. */
static int write_all(int fd, const struct strbuf *document)
{
	size_t at = 0;

	while (at < document->length) {
		ssize_t n = write(fd, document->text + at, document->length - at);

		if (n < 0 && errno != EINTR)
			return errno;
		at += n > 0 ? (size_t)n : 0;
	}
	return fsync(fd) && errno != EINVAL && errno != EROFS ? errno : 0;
}

/* A new file takes the place of the old one only when it is whole. */
static enum status write_file(const char *name, const struct strbuf *document, struct error *err)
{
	char *part = xasprintf("%s.%ld.part", name, (long)getpid());
	int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	int why = fd < 0 ? errno : write_all(fd, document);

	if (fd >= 0 && close(fd) && !why)
		why = errno;
	if (!why && rename(part, name))
		why = errno;
	if (why && fd >= 0)
		unlink(part);
	free(part);
	return why ? refuse_to_write(name, why, err) : OK;
}

/* A device or a pipe cannot be replaced: it is written to. */
static bool is_device(const char *name)
{
	struct stat info;

	return !stat(name, &info) && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

static enum status write_device(const char *name, const struct strbuf *document, struct error *err)
{
	int fd = open(name, O_WRONLY | O_CLOEXEC);
	int why = fd < 0 ? errno : write_all(fd, document);

	if (fd >= 0 && close(fd) && !why)
		why = errno;
	return why ? refuse_to_write(name, why, err) : OK;
}

enum status write_document(struct cli *cli, const struct strbuf *document, struct error *err)
{
	const char *name = option_value(&cli->arguments, OPTION_OUTPUT);

	if (!name || !strcmp(name, "-")) {
		print_data(document->text, document->length);
		return OK;
	}
	if (is_device(name))
		return write_device(name, document, err);
	return write_file(name, document, err);
}

static enum status run(struct cli *cli, struct error *err)
{
	const char *name = option_value(&cli->arguments, OPTION_OUTPUT);
	struct strbuf document = STRBUF_INIT;
	size_t writer;
	enum status status = find_writer(cli, &writer, err);

	if (status == OK)
		status = open_store(cli, COMMAND_STORE | COMMAND_PLAN, err);
	if (status == OK && name)
		status = refuse_database(cli, name, err);
	if (status == OK)
		status = writers[writer].write(cli->store, cli->plan, &document, err);
	if (status == OK)
		status = write_document(cli, &document, err);
	strbuf_release(&document);
	return status;
}

const struct command command_export = {
	.name = "export", .usage = N_("[--format json|csv] [-o TỆP]"), .help = N_("xuất kế hoạch với mọi điều đã biết"),
	.run = run, .flags = COMMAND_FORMATS, .options = OPTION_BIT(OUTPUT),
};
