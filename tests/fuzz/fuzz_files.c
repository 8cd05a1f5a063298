/* Files of any content: a plan as text or JSON, a list of agencies. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/viet/viet.h"
#include "office/office.h"
#include "tests/fuzz/fuzz.h"

/* Either it is understood, or there is a sentence that says why not. */
static bool understood(enum status status, struct error *err)
{
	if (status != OK)
		MUST(*error_text(err));
	error_clear(err);
	return status == OK;
}

/* Every line is used or listed, and what was made of them is text. */
static void check_draft(const struct draft *draft)
{
	for (size_t i = 0; i < draft->sections.count; i++) {
		const struct draft_section *section = &draft->sections.items[i];

		MUST(section->parent >= -1 && section->parent < (int)i);
		for (size_t n = 0; n < section->tasks.count; n++) {
			const char *title = section->tasks.items[n].task.title;

			MUST(title && viet_is_utf8(title, strlen(title), NULL));
		}
	}
}

static void read_plan(const char *name)
{
	struct source source = { 0 };
	struct manuscript manuscript = { 0 };
	struct draft draft = { 0 };
	struct error err = ERROR_INIT;

	if (understood(office_read(name, NULL, &source, &manuscript, &err), &err) &&
	    understood(office_is_json(&source) ? office_draft_from_json(&source, &draft, &err)
					       : intake_read(&manuscript, &draft, &err), &err))
		check_draft(&draft);
	draft_release(&draft);
	manuscript_release(&manuscript);
	source_release(&source);
	error_release(&err);
}

static void read_agencies(const char *name)
{
	struct agency_record_list agencies = { 0 };
	char *found = NULL;
	struct error err = ERROR_INIT;

	understood(office_read_agencies(name, NULL, &agencies, &found, &err), &err);
	free(found);
	agency_record_list_release(&agencies);
	error_release(&err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int file = memfd_create("input", MFD_CLOEXEC);
	char name[64];

	setenv("PATH", "", 1);	/* no converter: they are programs of others */
	MUST(file >= 0 && write(file, data, size) == (ssize_t)size);
	snprintf(name, sizeof name, "/proc/self/fd/%d", file);
	read_plan(name);
	read_agencies(name);
	close(file);
	return 0;
}
