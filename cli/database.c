#include "cli/database.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/base/gettext.h"
#include "db/db.h"

static const char *environment(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

static enum status default_path(char **path, struct error *err)
{
	const char *data = environment("XDG_DATA_HOME");
	const char *home = environment("HOME");

	/* The XDG rules: a relative path there is to be ignored. */
	if (data && *data == '/')
		*path = xasprintf("%s/kehoach/kehoach.db", data);
	else if (home)
		*path = xasprintf("%s/.local/share/kehoach/kehoach.db", home);
	else
		return error_set(err, STATUS_INVALID,
				 _("Không biết thư mục dữ liệu của bạn; hãy chỉ cơ sở dữ liệu bằng «--db TỆP» hoặc $KEHOACH_DB."));
	return OK;
}

static const char *named_path(const char *option)
{
	return option ? option : environment("KEHOACH_DB");
}

enum status database_path(const char *option, char **path, struct error *err)
{
	const char *named = named_path(option);

	if (!named)
		return default_path(path, err);
	*path = xstrdup(named);
	return OK;
}

/* Make all folders above PATH that are missing; the plans are their owner's alone. */
static enum status make_folders(const char *path, struct error *err)
{
	char *folder = xstrdup(path);
	enum status status = OK;

	for (char *slash = strchr(folder + 1, '/'); status == OK && slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, 0700) && errno != EEXIST)
			status = error_set(err, STATUS_IO,
					   _("Không tạo được thư mục «%s» để chứa cơ sở dữ liệu (%s); hãy chỉ nơi khác bằng «--db TỆP»."),
					   folder, strerror(errno));
		*slash = '/';
	}
	free(folder);
	return status;
}

enum status database_open(const char *option, bool create, struct store **store, struct error *err)
{
	char *path = NULL;
	enum status status = database_path(option, &path, err);

	if (status == OK && create && !named_path(option))
		status = make_folders(path, err);
	if (status == OK)
		status = db_open(path, create ? DB_CREATE : 0, store, err);
	free(path);
	return status;
}
