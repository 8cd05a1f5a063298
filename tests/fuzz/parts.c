#include <config.h>

#include "tests/fuzz/parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

#include "core/viet/viet.h"
#include "office/office.h"

/* --- what must hold ----------------------------------------------------- */

static void check_paragraph(const struct paragraph *paragraph)
{
	const struct cell_place *cell = &paragraph->cell;

	MUST(viet_is_utf8(paragraph->text, strlen(paragraph->text), NULL));
	MUST(viet_is_utf8(paragraph->original, strlen(paragraph->original), NULL));
	MUST(!strchr(paragraph->text, '\n'));
	MUST(paragraph->line > 0);
	MUST(cell->table >= 0);
	if (cell->table)
		MUST(cell->row >= 0 && cell->column >= 0 && cell->rows >= 1 && cell->columns >= 1);
}

/* Of two cells of a table the one behind stands below, or to the right. */
static void check_order(const struct paragraph *before, const struct paragraph *behind)
{
	MUST(before->line <= behind->line);
	if (!before->cell.table || before->cell.table != behind->cell.table)
		return;
	MUST(before->cell.row < behind->cell.row ||
	     (before->cell.row == behind->cell.row && before->cell.column <= behind->cell.column));
}

static void check_manuscript(const struct manuscript *manuscript)
{
	const struct paragraph *items = manuscript->paragraphs.items;

	for (size_t i = 0; i < manuscript->paragraphs.count; i++) {
		check_paragraph(&items[i]);
		if (i)
			check_order(&items[i - 1], &items[i]);
	}
}

static void read_file(const char *name, const void *bytes, size_t length)
{
	struct source source = { 0 };
	struct manuscript manuscript = { 0 };
	struct error err = ERROR_INIT;

	if (office_read(name, NULL, &source, &manuscript, &err) != OK) {
		MUST(*error_text(&err));
		MUST(!manuscript.paragraphs.count && !source.bytes);
	} else {
		MUST(source.length == length && !memcmp(source.bytes, bytes, length));
		check_manuscript(&manuscript);
	}
	manuscript_release(&manuscript);
	source_release(&source);
	error_release(&err);
}

void read_bytes(const void *bytes, size_t length)
{
	int file = memfd_create("input", MFD_CLOEXEC);
	char name[64];

	setenv("PATH", "", 1);	/* no converter: they are programs of others */
	MUST(file >= 0 && write(file, bytes, length) == (ssize_t)length);
	snprintf(name, sizeof name, "/proc/self/fd/%d", file);
	read_file(name, bytes, length);
	close(file);
}

/* --- the package -------------------------------------------------------- */

static void add_part(zip_t *zip, const char *name, const void *bytes, size_t length)
{
	zip_source_t *source = zip_source_buffer(zip, bytes, length, 0);
	zip_int64_t index = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);

	MUST(index >= 0);
	MUST(!zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0));
}

static void add_parts(zip_t *zip, const struct fixed_part *parts, const uint8_t *data, size_t size)
{
	size_t at = 0;

	for (; parts->name; parts++) {
		const uint8_t *end = at < size ? memchr(data + at, '\0', size - at) : NULL;
		size_t length = at >= size ? 0 : end ? (size_t)(end - data) - at : size - at;

		if (parts->text) {
			add_part(zip, parts->name, parts->text, strlen(parts->text));
			continue;
		}
		add_part(zip, parts->name, at < size ? data + at : data, length);
		at += length + 1;
	}
}

static void read_package(zip_source_t *made)
{
	zip_stat_t stat;
	char *bytes;

	MUST(!zip_source_stat(made, &stat) && !zip_source_open(made));
	bytes = xmalloc(stat.size + 1);
	MUST(zip_source_read(made, bytes, stat.size) == (zip_int64_t)stat.size);
	zip_source_close(made);
	read_bytes(bytes, stat.size);
	free(bytes);
}

void read_parts(const struct fixed_part *parts, const uint8_t *data, size_t size)
{
	zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = made ? zip_open_from_source(made, ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;

	MUST(zip);
	zip_source_keep(made);
	add_parts(zip, parts, data, size);
	MUST(!zip_close(zip));
	read_package(made);
	zip_source_free(made);
}
