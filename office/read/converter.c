#include "office/read/converter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/gettext.h"
#include "office/read/limits.h"
#include "office/read/process.h"

enum { MOST_WORDS = 12 };

/* In words: IN is the file to convert, DIR the folder it lies in. */
#define IN "\001"
#define DIR "\002"

struct converter {
	enum file_kind kind;
	const char *words[MOST_WORDS];	/* the program and its arguments */
	const char *input;		/* name of the file to convert: some programs look at its ending */
	const char *output;		/* name of the file it makes; NULL: it writes to standard output */
	int megabytes;			/* of memory */
};

#define OFFICE_WORDS(program, to)                                                                             \
	{ program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "-env:UserInstallation=file://" DIR "/user", \
	  "--convert-to", to, "--outdir", DIR, IN }

/*
 * The best first: LibreOffice keeps tables, fonts and numbers. antiword and catdoc give
 * text only; -w 0 and -w leave lines as long as their paragraphs. catdoc reads rtf too, but loses where
 * paragraphs end.
 */
static const struct converter converters[] = {
	{ KIND_DOC, OFFICE_WORDS("soffice", "docx"), "in.doc", "in.docx", 4096 },
	{ KIND_DOC, { "antiword", "-m", "UTF-8.txt", "-w", "0", IN }, "in.doc", NULL, 512 },
	{ KIND_DOC, { "catdoc", "-d", "utf-8", "-w", IN }, "in.doc", NULL, 512 },
	{ KIND_XLS, OFFICE_WORDS("soffice", "xlsx"), "in.xls", "in.xlsx", 4096 },
	{ KIND_XLS, { "xls2csv", "-d", "utf-8", "-c", ",", "-b", "", IN }, "in.xls", NULL, 512 },
	{ KIND_RTF, OFFICE_WORDS("soffice", "docx"), "in.rtf", "in.docx", 4096 },
	{ KIND_PDF, { "pdftotext", "-q", "-layout", "-nopgbrk", "-enc", "UTF-8", IN, "-" }, "in.pdf", NULL, 1024 },
};

/* --- words -------------------------------------------------------------- */

static char *filled(const char *word, const char *folder, const char *input)
{
	struct strbuf out = STRBUF_INIT;

	for (; *word; word++) {
		if (*word == *DIR)
			strbuf_add_text(&out, folder);
		else if (*word == *IN)
			strbuf_addf(&out, "%s/%s", folder, input);
		else
			strbuf_add_char(&out, *word);
	}
	return strbuf_detach(&out);
}

/* The program in the folders of PATH, NULL where it is not; relative folders are none. */
static char *find_program(const char *name)
{
	const char *path = getenv("PATH");

	while (path && *path) {
		size_t length = strcspn(path, ":");
		char *whole = xasprintf("%.*s/%s", (int)length, path, name);

		if (*path == '/' && access(whole, X_OK) == 0)
			return whole;
		free(whole);
		path += length + (path[length] == ':');
	}
	return NULL;
}

/* --- running one -------------------------------------------------------- */

static bool run(const struct converter *converter, char *program, struct folder *folder, struct strbuf *out)
{
	struct process process = {
		.folder = folder, .megabytes = converter->megabytes, .seconds = LIMIT_CONVERTER_SECONDS,
	};
	char *words[MOST_WORDS + 1] = { program };
	bool done;

	for (int i = 1; i < MOST_WORDS && converter->words[i]; i++)
		words[i] = filled(converter->words[i], folder->path, converter->input);
	process.words = words;
	done = process_run(&process, out);
	if (done && converter->output) {
		strbuf_clear(out);
		done = folder_read(folder, converter->output, LIMIT_CONVERTER_OUTPUT, out);
	}
	for (int i = 1; words[i]; i++)
		free(words[i]);
	return done && out->length;
}

static bool convert(const struct converter *converter, char *program, const char *bytes, size_t length, struct strbuf *out)
{
	struct folder folder;
	bool done;

	strbuf_clear(out);
	if (!folder_make(&folder))
		return false;
	done = folder_write(&folder, converter->input, bytes, length) && run(converter, program, &folder, out);
	folder_remove(&folder);
	return done;
}

/* --- what is said ------------------------------------------------------- */

static enum status refuse_without(const char *label, enum file_kind kind, struct error *err)
{
	switch (kind) {
	case KIND_DOC:
		return error_set(err, STATUS_INVALID,
				 _("«%s» là tệp .doc của Word cũ, máy này chưa có chương trình chuyển đổi; hãy cài một gói: "
				   "«sudo apt install libreoffice-writer-nogui» (đọc được bảng) hoặc «sudo apt install antiword», "
				   "hoặc mở tệp rồi lưu thành .docx."), label);
	case KIND_XLS:
		return error_set(err, STATUS_INVALID,
				 _("«%s» là tệp .xls của Excel cũ, máy này chưa có chương trình chuyển đổi; hãy cài một gói: "
				   "«sudo apt install libreoffice-calc-nogui» hoặc «sudo apt install catdoc», "
				   "hoặc mở tệp rồi lưu thành .xlsx."), label);
	case KIND_RTF:
		return error_set(err, STATUS_INVALID,
				 _("«%s» là tệp .rtf, máy này chưa có chương trình chuyển đổi; hãy cài gói: "
				   "«sudo apt install libreoffice-writer-nogui», hoặc mở tệp rồi lưu thành .docx."), label);
	default:
		return error_set(err, STATUS_INVALID,
				 _("«%s» là tệp PDF, máy này chưa có chương trình đọc; hãy cài gói: "
				   "«sudo apt install poppler-utils»."), label);
	}
}

static enum status refuse_failed(const char *label, const char *program, struct error *err)
{
	const char *slash = strrchr(program, '/');

	return error_set(err, STATUS_INVALID,
			 _("%s không chuyển đổi được «%s» (tệp hỏng, có mật khẩu, quá lớn hoặc mất quá %d giây); "
			   "hãy mở tệp rồi lưu thành .docx, .xlsx hoặc .txt."),
			 slash ? slash + 1 : program, label, LIMIT_CONVERTER_SECONDS);
}

enum status converter_run(const char *label, enum file_kind kind, const char *bytes, size_t length, struct strbuf *out,
			  struct error *err)
{
	enum status status = refuse_without(label, kind, err);

	for (size_t i = 0; status != OK && i < sizeof converters / sizeof *converters; i++) {
		char *program = converters[i].kind == kind ? find_program(converters[i].words[0]) : NULL;

		if (!program)
			continue;
		if (convert(&converters[i], program, bytes, length, out))
			status = OK;
		else
			refuse_failed(label, program, err);
		free(program);
	}
	if (status == OK)
		error_clear(err);
	return status;
}
