/*
 * Who has the database open, and what he looks at: a file for each session in a folder beside it, under a lock that
 * ends with the session whichever way it ends. The database itself is not written: that would wake everybody.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "db/here.h"

enum { MOST_BYTES = 1024, MOST_SESSIONS = 200 };

struct here {
	char *folder;
	char *name;		/* of our own file */
	int file;		/* it, locked; -1: not made yet, or it cannot be made */
	long long since;
};

struct here *here_new(const char *database)
{
	static int opened;	/* a process may open it twice */
	struct here *here = xcalloc(1, sizeof *here);

	here->folder = xasprintf("%s-here", database);
	here->name = xasprintf("%ld-%d", (long)getpid(), ++opened);
	here->file = -1;
	return here;
}

static int open_folder(const struct here *here)
{
	return open(here->folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

void here_free(struct here *here)
{
	int folder;

	if (!here)
		return;
	folder = here->file < 0 ? -1 : open_folder(here);
	if (folder >= 0) {
		unlinkat(folder, here->name, 0);
		close(folder);
		rmdir(here->folder);	/* the last one */
	}
	if (here->file >= 0)
		close(here->file);
	free(here->folder);
	free(here->name);
	free(here);
}

/* Whoever may write the database may write here. */
static void make_folder(const struct here *here)
{
	char *database = xstrndup(here->folder, strlen(here->folder) - strlen("-here"));
	struct stat st;

	if (!stat(database, &st) && !mkdir(here->folder, 0700) && st.st_mode & S_IWGRP)
		chmod(here->folder, 02770);
	free(database);
}

static int make_file(struct here *here)
{
	int folder = open_folder(here), file = -1;
	struct stat st;

	if (folder < 0 && errno == ENOENT) {
		make_folder(here);
		folder = open_folder(here);
	}
	if (folder < 0)
		return -1;
	file = openat(folder, here->name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (file >= 0 && !fstat(folder, &st) && st.st_mode & S_IRGRP)
		fchmod(file, 0640);	/* whatever the person's umask: the group shares the database */
	close(folder);
	if (file >= 0 && !flock(file, LOCK_EX | LOCK_NB))
		return file;
	if (file >= 0)
		close(file);
	return -1;
}

/* A name of one line. */
static void add_line(struct strbuf *out, const char *text)
{
	for (; *text; text++)
		strbuf_add_char(out, *text == '\n' ? ' ' : *text);
	strbuf_add_char(out, '\n');
}

void here_tell(struct here *here, const char *who, const char *screen, row_id follows, long long now)
{
	struct strbuf text = STRBUF_INIT;

	if (!here->since)
		here->since = now;
	if (here->file < 0)
		here->file = make_file(here);
	add_line(&text, who);
	add_line(&text, screen);
	strbuf_addf(&text, "%lld\n%lld\n%lld\n", here->since, now, follows);
	/* Longer words of before stay behind the lines, where nobody reads them. */
	if (here->file >= 0 && text.length <= MOST_BYTES && pwrite(here->file, text.text, text.length, 0) < 0) {
		close(here->file);
		here->file = -1;
	}
	strbuf_release(&text);
}

/* The lines into SESSION; false when they are none. */
static bool parse(char *text, struct session *session)
{
	char *lines[5];

	for (int i = 0; i < 5; i++) {
		lines[i] = strsep(&text, "\n");
		if (!lines[i] || !text)
			return false;
	}
	session->who = xstrdup(lines[0]);
	session->screen = xstrdup(lines[1]);
	session->since = atoll(lines[2]);
	session->active = atoll(lines[3]);
	session->follows = atoll(lines[4]);
	return true;
}

/* Its lock is held while the session lives; what is left of one that was cut off goes. */
static bool read_session(int folder, const char *name, bool own, struct session *session)
{
	int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	char text[MOST_BYTES + 1];
	ssize_t length = -1;

	if (file < 0)
		return false;
	if (!own && !flock(file, LOCK_EX | LOCK_NB))
		unlinkat(folder, name, 0);
	else
		length = pread(file, text, MOST_BYTES, 0);
	close(file);
	text[length > 0 ? length : 0] = '\0';
	return length > 0 && parse(text, session);
}

void here_list(const struct here *here, struct session_list *out)
{
	int folder = open_folder(here);
	DIR *entries = folder < 0 ? NULL : fdopendir(folder);
	struct dirent *entry;

	if (folder >= 0 && !entries)
		close(folder);
	while (entries && out->count < MOST_SESSIONS && (entry = readdir(entries))) {
		struct session session = { .self = !strcmp(entry->d_name, here->name) };

		if (entry->d_name[0] >= '0' && entry->d_name[0] <= '9' && read_session(folder, entry->d_name, session.self, &session))
			session_list_add(out, &session);
	}
	if (entries)
		closedir(entries);
}
