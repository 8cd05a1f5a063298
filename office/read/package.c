#include "office/read/package.h"

#include <stdlib.h>
#include <string.h>

#include "office/read/library.h"
#include "office/read/limits.h"
#include "office/read/refuse.h"

struct package {
	const struct libzip *library;
	const char *label;
	zip_t *zip;
	size_t inflated;	/* so far, of all parts */
};

const char *package_label(const struct package *package)
{
	return package->label;
}

void package_free(struct package *package)
{
	if (!package)
		return;
	package->library->zip_discard(package->zip);
	free(package);
}

/* libzip itself refuses a name that stands twice (ZIP_CHECKCONS). */
static enum status check_entries(const struct package *package, struct error *err)
{
	zip_int64_t count = package->library->zip_get_num_entries(package->zip, 0);
	zip_stat_t stat;

	if (count > LIMIT_ENTRIES)
		return refuse(package->label, TROUBLE_TOO_LARGE, err);
	for (zip_int64_t i = 0; i < count; i++) {
		if (package->library->zip_stat_index(package->zip, (zip_uint64_t)i, 0, &stat) < 0)
			return refuse(package->label, TROUBLE_DAMAGED, err);
		if (stat.valid & ZIP_STAT_ENCRYPTION_METHOD && stat.encryption_method != ZIP_EM_NONE)
			return refuse(package->label, TROUBLE_LOCKED, err);
	}
	return OK;
}

enum status package_open(const char *label, const char *bytes, size_t length, struct package **out, struct error *err)
{
	const struct libzip *library = libxml(err) ? libzip(err) : NULL;
	zip_source_t *source = library ? library->zip_source_buffer_create(bytes, length, 0, NULL) : NULL;
	struct package *package;
	enum status status;

	if (!library)
		return STATUS_INVALID;
	package = xcalloc(1, sizeof *package);
	package->library = library;
	package->label = label;
	package->zip = source ? library->zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL) : NULL;
	if (!package->zip) {
		library->zip_source_free(source);
		free(package);
		return refuse(label, TROUBLE_DAMAGED, err);
	}
	status = check_entries(package, err);
	if (status != OK)
		package_free(package);
	else
		*out = package;
	return status;
}

/* By its exact name: ZIP_FL_ENC_RAW keeps libzip from guessing at encodings of names. */
static zip_int64_t find(const struct package *package, const char *part)
{
	return package->library->zip_name_locate(package->zip, part, ZIP_FL_ENC_RAW);
}

bool package_has(const struct package *package, const char *part)
{
	return find(package, part) >= 0;
}

static enum status feed(struct package *package, zip_file_t *file, struct xml_reader *reader, struct error *err)
{
	static const size_t block = 64 * 1024;
	char *bytes = xmalloc(block);
	enum status status = OK;
	zip_int64_t length;

	while (status == OK && (length = package->library->zip_fread(file, bytes, block)) > 0) {
		package->inflated += (size_t)length;
		if (package->inflated > LIMIT_INFLATED)
			status = refuse(package->label, TROUBLE_TOO_LARGE, err);
		else
			status = xml_reader_feed(reader, bytes, (size_t)length, err);
	}
	if (status == OK && length < 0)
		status = refuse(package->label, TROUBLE_DAMAGED, err);
	free(bytes);
	return status;
}

enum status package_read_xml(struct package *package, const char *part, const struct xml_handler *handler, void *data,
			     struct error *err)
{
	zip_int64_t index = find(package, part);
	zip_file_t *file = index < 0 ? NULL : package->library->zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
	struct xml_reader *reader;
	enum status status;

	if (!file)
		return refuse(package->label, TROUBLE_DAMAGED, err);
	reader = xml_reader_new(package->label, handler, data);
	status = feed(package, file, reader, err);
	if (status == OK)
		status = xml_reader_finish(reader, err);
	xml_reader_free(reader);
	package->library->zip_fclose(file);
	return status;
}

void package_read_start(struct package *package, const char *part, char *out, size_t length)
{
	zip_int64_t index = find(package, part);
	zip_file_t *file = index < 0 ? NULL : package->library->zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
	zip_int64_t got = file ? package->library->zip_fread(file, out, length) : 0;

	out[got > 0 ? got : 0] = '\0';
	if (file)
		package->library->zip_fclose(file);
}

/* --- relations ---------------------------------------------------------- */

void relationship_list_release(struct relationship_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].id);
		free(list->items[i].type);
		free(list->items[i].target);
	}
	free(list->items);
	*list = (struct relationship_list){ 0 };
}

static const char *behind_last(const char *text, char sign)
{
	const char *last = strrchr(text, sign);

	return last ? last + 1 : text;
}

/* "word/" + "styles.xml"; "/word/styles.xml" is whole; "../x" goes up. */
static char *target_name(const char *folder, const char *target)
{
	size_t length = strlen(folder);

	if (*target == '/')
		return xstrdup(target + 1);
	while (!strncmp(target, "../", 3) && length) {
		length--;
		while (length && folder[length - 1] != '/')
			length--;
		target += 3;
	}
	return xasprintf("%.*s%s", (int)length, folder, target);
}

struct relationship_reader {
	const char *part;
	struct relationship_list *list;
};

static bool start_relationship(void *data, const struct xml_element *element)
{
	struct relationship_reader *reader = data;
	struct relationship_list *list = reader->list;
	const char *id = xml_attribute(element, "Id"), *type = xml_attribute(element, "Type");
	const char *target = xml_attribute(element, "Target"), *mode = xml_attribute(element, "TargetMode");
	char *folder;

	if (strcmp(element->name, "rel:Relationship") || !id || !type || !target ||
	    (mode && !strcmp(mode, "External")) || list->count >= LIMIT_ENTRIES)
		return true;
	folder = xstrndup(reader->part, (size_t)(behind_last(reader->part, '/') - reader->part));
	GROW(list->items, list->count + 1, list->cap);
	list->items[list->count++] = (struct relationship){
		xstrdup(id), xstrdup(behind_last(type, '/')), target_name(folder, target),
	};
	free(folder);
	return true;
}

enum status package_relationships(struct package *package, const char *part, struct relationship_list *out, struct error *err)
{
	static const struct xml_handler handler = { .start = start_relationship };
	const char *base = behind_last(part, '/');
	char *name = xasprintf("%.*s_rels/%s.rels", (int)(base - part), part, base);
	struct relationship_reader reader = { part, out };
	enum status status = package_has(package, name) ? package_read_xml(package, name, &handler, &reader, err) : OK;

	free(name);
	return status;
}

const struct relationship *relationship_of_type(const struct relationship_list *list, const char *type)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].type, type))
			return &list->items[i];
	return NULL;
}

const struct relationship *relationship_of_id(const struct relationship_list *list, const char *id)
{
	for (size_t i = 0; id && i < list->count; i++)
		if (!strcmp(list->items[i].id, id))
			return &list->items[i];
	return NULL;
}
