/* Converters, played by scripts in a folder that is the whole PATH. */
#include <config.h>

#include <criterion/criterion.h>
#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "office/read/process.h"
#include "tests/office/files.h"
#include "tests/office/shown.h"

#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

static char *programs;		/* folder of the converters that are installed */
static char *room;		/* where they may leave things behind */

static void init(void)
{
	files_init();
	programs = xstrdup(path_of("bin"));
	room = xstrdup(path_of("tmp"));
	cr_assert_eq(mkdir(programs, 0700), 0);
	cr_assert_eq(mkdir(room, 0700), 0);
	setenv("PATH", programs, 1);
	setenv("TMPDIR", room, 1);
}

static void fini(void)
{
	free(programs);
	free(room);
	files_fini();
}

TestSuite(convert, .init = init, .fini = fini, .timeout = 60);

/* The program NAME, which does what COMMANDS say. */
static void install(const char *name, const char *commands)
{
	char *file = xasprintf("bin/%s", name), *text = xasprintf("#!/bin/sh\nPATH=/usr/bin:/bin\n%s\n", commands);

	cr_assert_eq(chmod(file_of_text(file, text), 0700), 0);
	free(file);
	free(text);
}

/* A compound file that has that stream: its name in UTF-16 at the beginning of an entry of the directory. */
static const char *compound_of(const char *stream)
{
	char bytes[2048] = COMPOUND;

	for (size_t i = 0; stream[i]; i++)
		bytes[1024 + 2 * i] = stream[i];
	return file_of("old.txt", bytes, sizeof bytes);
}

static void room_is_empty(void)
{
	DIR *dir = opendir(room);
	struct dirent *entry;

	while ((entry = readdir(dir)))
		cr_assert_eq(entry->d_name[0], '.', "%s was left behind", entry->d_name);
	closedir(dir);
}

Test(convert, without_a_converter_the_sentence_names_the_package)
{
	must_be_refused(compound_of("WordDocument"), "apt install antiword");
	must_be_refused(compound_of("Workbook"), "apt install libreoffice-calc-nogui");
	must_be_refused(file_of_text("a.txt", "%PDF-1.4 x"), "apt install poppler-utils");
	must_be_refused(file_of_text("a.txt", "{\\rtf1 x}"), "apt install libreoffice-writer-nogui");
	must_be_refused(compound_of("EncryptedPackage"), "mật khẩu");
	must_be_refused(compound_of("PowerPoint Document"), "không phải văn bản hay bảng tính");
}

Test(convert, what_a_converter_prints_is_read_as_text)
{
	install("antiword", "echo \"KẾ HOẠCH\"; echo \"I. MỤC ĐÍCH\"");
	must_show(compound_of("WordDocument"), "KẾ HOẠCH\nI. MỤC ĐÍCH\n");
	install("xls2csv", "printf 'a,b\\n1,2\\n'");
	must_show(compound_of("Book"), "1:0,0 a\n1:0,1 b\n1:1,0 1\n1:1,1 2\n");
	room_is_empty();
}

Test(convert, a_converter_gets_the_file_in_a_folder_of_its_own)
{
	install("pdftotext", "for word; do last=$word; [ -f \"$word\" ] && head -c 5 \"$word\"; done; echo \" $last\"\n"
			     "[ \"$HOME\" = \"$PWD\" ] && [ \"$TMPDIR\" = \"$PWD\" ] && echo riêng; env | grep SECRET; exit 0");
	setenv("SECRET", "bí mật", 1);
	must_show(file_of_text("a.txt", "%PDF-1.4 x"), "%PDF- -\nriêng\n");
	room_is_empty();
}

Test(convert, the_next_converter_is_tried_where_one_fails)
{
	install("soffice", "exit 1");
	must_be_refused(compound_of("WordDocument"), "soffice không chuyển đổi được");
	install("antiword", "echo hỏng; exit 1");
	install("catdoc", "echo được");
	must_show(compound_of("WordDocument"), "được\n");
	room_is_empty();
}

Test(convert, a_file_that_a_converter_makes_is_read)
{
	install("soffice", "while [ \"$1\" != --outdir ]; do shift; done; echo kết quả >\"$2/in.docx\"");
	must_show(compound_of("WordDocument"), "kết quả\n");
	room_is_empty();
}

Test(convert, a_document_of_pictures_alone_says_so)
{
	install("pdftotext", "printf '\\n \\n'");
	must_be_refused(file_of_text("a.txt", "%PDF-1.4 x"), "nhận dạng chữ");
}

Test(convert, words_for_a_shell_are_no_commands)
{
	install("antiword", "echo được");
	must_show(file_of("$(touch x); a.doc", COMPOUND, 8) ? compound_of("WordDocument") : "", "được\n");
	cr_assert_neq(access("x", F_OK), 0);
}

/* --- limits ------------------------------------------------------------- */

static bool run(const char *commands, int seconds, struct strbuf *out)
{
	struct folder folder;
	char shell[] = "/bin/sh", option[] = "-c", *copy = xstrdup(commands);
	char *words[] = { shell, option, copy, NULL };
	struct process process = { words, &folder, 256, seconds };
	bool done;

	cr_assert(folder_make(&folder));
	done = process_run(&process, out);
	folder_remove(&folder);
	free(copy);
	return done;
}

static bool runs(const char *commands, int seconds)
{
	struct strbuf out = STRBUF_INIT;
	bool done = run(commands, seconds, &out);

	strbuf_release(&out);
	return done;
}

Test(convert, a_program_that_does_not_end_is_killed_with_its_children)
{
	time_t start = time(NULL);

	cr_assert_not(runs("/bin/sleep 300 & /bin/sleep 300", 1));
	cr_assert_not(runs("exec >/dev/null; /bin/sleep 300", 1));
	cr_assert_lt(time(NULL) - start, 20);
	room_is_empty();
}

Test(convert, a_program_that_writes_without_end_is_killed)
{
	cr_assert_not(runs("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done", 2));
	cr_assert_not(runs("/usr/bin/yes", 30));
	cr_assert_not(runs("/usr/bin/yes >file", 30));
	room_is_empty();
}

Test(convert, a_program_that_takes_all_memory_is_killed)
{
	cr_assert_not(runs("a=aaaaaaaaaaaaaaaa; while :; do a=$a$a; done", 30));
}

Test(convert, a_program_that_cannot_run_has_failed)
{
	struct folder folder;
	char program[] = "/nowhere/program", *words[] = { program, NULL };
	struct process process = { words, &folder, 256, 5 };
	struct strbuf out = STRBUF_INIT;

	cr_assert(folder_make(&folder));
	cr_assert_not(process_run(&process, &out));
	folder_remove(&folder);
	room_is_empty();
}

/* Somebody ends this program while another one works for it. */
Test(convert, nothing_is_left_behind_when_a_signal_comes)
{
	pid_t child = fork();
	int outcome;

	if (!child) {
		signal(SIGTERM, SIG_DFL);
		runs("kill -TERM $PPID; /bin/sleep 300", 30);
		_exit(0);
	}
	cr_assert_eq(waitpid(child, &outcome, 0), child);
	cr_assert(WIFSIGNALED(outcome) && WTERMSIG(outcome) == SIGTERM);
	room_is_empty();
}
