#include <config.h>

#include "db/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/gettext.h"
#include "db/fault.h"

/* The copy is nobody's database yet: it may be opened here. */
static enum status flush(const char *path, struct error *err)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	int error = fd < 0 || fsync(fd) ? errno : 0;

	if (fd >= 0)
		close(fd);
	return error ? fault_of_system(err, path, error) : OK;
}

enum status copy_database(struct driver *driver, const char *to, struct error *err)
{
	struct statement *st;
	struct stat present;
	enum status status;
	mode_t mask;

	if (!lstat(to, &present))
		return error_set(err, STATUS_INVALID, _("«%s» đã có sẵn; hãy chọn tên khác cho bản sao."), to);
	mask = umask(077);
	st = sql(driver, "VACUUM INTO $1");
	bind_text(st, 1, to);
	status = sql_run(st, err);
	umask(mask);
	if (status == OK)
		status = flush(to, err);
	if (status != OK)
		unlink(to);
	return status;
}
