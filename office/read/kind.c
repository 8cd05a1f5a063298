#include "office/read/kind.h"

#include <string.h>

#include "office/read/package.h"

static const struct {
	enum file_kind kind;
	const char *magic;
	size_t length;
} magics[] = {
	{ KIND_DOCX, "PK\003\004", 4 },		/* any package */
	{ KIND_DOCX, "PK\005\006", 4 },		/* an empty one */
	{ KIND_DOC, "\xD0\xCF\x11\xE0", 4 },	/* any compound file */
	{ KIND_PDF, "%PDF-", 5 },
	{ KIND_RTF, "{\\rtf", 5 },
	{ KIND_DATABASE, "SQLite format 3", 16 },
	{ KIND_PICTURE, "\x89PNG\r\n", 6 },
	{ KIND_PICTURE, "\xFF\xD8\xFF", 3 },
	{ KIND_PICTURE, "GIF8", 4 },
	{ KIND_PICTURE, "II*\0", 4 },
	{ KIND_PICTURE, "MM\0*", 4 },
	{ KIND_ARCHIVE, "Rar!", 4 },
	{ KIND_ARCHIVE, "7z\xBC\xAF", 4 },
	{ KIND_ARCHIVE, "\x1F\x8B", 2 },
};

static bool begins_with(const char *bytes, size_t length, const char *magic, size_t magic_length)
{
	return length >= magic_length && !memcmp(bytes, magic, magic_length);
}

/* --- ZIP ---------------------------------------------------------------- */

static bool begins_target(const struct relationship *relation, const char *folder)
{
	return relation && !strncmp(relation->target, folder, strlen(folder));
}

static enum file_kind kind_of_relationships(struct package *package)
{
	struct relationship_list whole = { 0 };
	enum file_kind kind = KIND_ARCHIVE;
	const struct relationship *document;

	if (package_relationships(package, "", &whole, NULL) != OK)
		kind = KIND_DOCX;	/* reading it says what is wrong */
	document = relationship_of_type(&whole, "officeDocument");
	if (begins_target(document, "word/"))
		kind = KIND_DOCX;
	else if (begins_target(document, "xl/") && strstr(document->target, ".xml"))
		kind = KIND_XLSX;
	relationship_list_release(&whole);
	return kind;
}

/* ODF 1.2 part 3, 3.3: the file "mimetype" is the first of the package. */
static enum file_kind kind_of_package(const char *bytes, size_t length)
{
	struct package *package;
	char type[64];
	enum file_kind kind;

	if (package_open("", bytes, length, &package, NULL) != OK)
		return KIND_DOCX;	/* likewise */
	package_read_start(package, "mimetype", type, sizeof type - 1);
	if (strstr(type, "opendocument.text") || strstr(type, "opendocument.spreadsheet"))
		kind = KIND_ODF;
	else
		kind = kind_of_relationships(package);
	package_free(package);
	return kind;
}

/* --- compound files (MS-CFB 2.6.1) ------------------------------------- */

/* The name of a stream as its entry in the directory begins: UTF-16LE, at a multiple of 128 bytes. */
static bool has_stream(const char *bytes, size_t length, const char *name)
{
	size_t letters = strlen(name);

	for (size_t entry = 512; entry + 128 <= length; entry += 128) {
		size_t same = 0;

		while (same < letters && bytes[entry + 2 * same] == name[same] && !bytes[entry + 2 * same + 1])
			same++;
		if (same == letters && !bytes[entry + 2 * same] && !bytes[entry + 2 * same + 1])
			return true;
	}
	return false;
}

static enum file_kind kind_of_compound(const char *bytes, size_t length)
{
	static const struct {
		const char *stream;
		enum file_kind kind;
	} streams[] = {
		{ "EncryptedPackage", KIND_LOCKED }, { "WordDocument", KIND_DOC },
		{ "Workbook", KIND_XLS }, { "Book", KIND_XLS },
	};

	for (size_t i = 0; i < sizeof streams / sizeof *streams; i++)
		if (has_stream(bytes, length, streams[i].stream))
			return streams[i].kind;
	return KIND_OLD_OFFICE;
}

/* --- all ---------------------------------------------------------------- */

bool kind_has_mark(const char *bytes, size_t length)
{
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (begins_with(bytes, length, magics[i].magic, magics[i].length))
			return true;
	return false;
}

enum file_kind kind_of_bytes(const char *bytes, size_t length)
{
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
		if (!begins_with(bytes, length, magics[i].magic, magics[i].length))
			continue;
		if (magics[i].kind == KIND_DOCX)
			return kind_of_package(bytes, length);
		if (magics[i].kind == KIND_DOC)
			return kind_of_compound(bytes, length);
		return magics[i].kind;
	}
	return KIND_TEXT;
}

static const char *const words[] = {
	[KIND_DOCX] = "docx", [KIND_XLSX] = "xlsx", [KIND_ODF] = "odf", [KIND_DOC] = "doc",
	[KIND_XLS] = "xls", [KIND_PDF] = "pdf", [KIND_RTF] = "rtf",
};

const char *kind_word(enum file_kind kind)
{
	return (size_t)kind < sizeof words / sizeof *words ? words[kind] : NULL;
}

bool kind_has_word(const char *word)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i] && !strcmp(words[i], word))
			return true;
	return false;
}
