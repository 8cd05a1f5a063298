#include <config.h>

#include "db/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif

#include "core/base/gettext.h"
#include "core/base/memory.h"
#include "db/fault.h"

bool file_system_is_remote(unsigned long magic)
{
	static const unsigned long remote[] = {
		0x6969,		/* NFS */
		0x517B,		/* SMB */
		0xFF534D42,	/* CIFS */
		0xFE534D42,	/* SMB 2 and 3 */
		0x5346414F,	/* AFS */
		0x73757245,	/* Coda */
		0x01021997,	/* 9P */
		0x00C36400,	/* Ceph */
		0x0BD00BD0,	/* Lustre */
	};

	for (size_t i = 0; i < sizeof remote / sizeof *remote; i++)
		if (remote[i] == magic)
			return true;
	return false;
}

static enum status refuse_remote(const char *folder, struct error *err)
{
#ifdef __linux__
	struct statfs fs;

	if (!statfs(folder, &fs) && file_system_is_remote((unsigned long)fs.f_type & 0xFFFFFFFF))
		return error_set(err, STATUS_IO,
				 _("«%s» nằm trên ổ đĩa mạng, ở đó nhiều người cùng ghi sẽ làm hỏng cơ sở dữ liệu; "
				   "hãy để tệp trên ổ đĩa của chính máy chủ."), folder);
#else
	(void)folder;
	(void)err;
#endif
	return OK;
}

static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return xstrdup(".");
	return slash == path ? xstrdup("/") : xstrndup(path, (size_t)(slash - path));
}

static enum status make_empty(const char *path, struct error *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0660);

	if (fd >= 0)
		close(fd);
	else if (errno != EEXIST)
		return fault_of_system(err, path, errno);
	return OK;
}

static enum status refuse_missing(const char *path, struct error *err)
{
	struct stat st;

	if (lstat(path, &st))
		return fault_of_system(err, path, errno);
	if (S_ISDIR(st.st_mode))
		return fault_of_system(err, path, EISDIR);
	if (!S_ISREG(st.st_mode) && !S_ISLNK(st.st_mode))
		return fault_not_ours(err, path);
	return OK;
}

enum status file_locate(const char *path, bool create, char **full, struct error *err)
{
	const char *slash = strrchr(path, '/');
	char *folder = folder_of(path);
	char *real, *found;
	enum status status;

	real = realpath(folder, NULL);
	if (!real) {
		status = fault_of_system(err, folder, errno);
		free(folder);
		return status;
	}
	free(folder);
	found = xasprintf("%s/%s", strcmp(real, "/") ? real : "", slash ? slash + 1 : path);
	status = refuse_remote(real, err);
	if (status == OK && create)
		status = make_empty(found, err);
	if (status == OK)
		status = refuse_missing(found, err);
	free(real);
	if (status != OK) {
		free(found);
		return status;
	}
	*full = found;
	return OK;
}
