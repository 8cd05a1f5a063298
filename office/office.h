/*
 * office.h: the files clerks exchange: reading them into a manuscript, and
 * writing a plan as JSON or CSV. Knows core/, never db/ or tui/.
 */
#ifndef OFFICE_OFFICE_H
#define OFFICE_OFFICE_H

#include "core/intake/intake.h"
#include "core/store.h"
#include "core/workbench/workbench.h"

/*
 * Limits on files; a larger one gets a sentence (office/read/limits.h has those on what is in them). The
 * storage takes nothing above 16 MB.
 */
enum { OFFICE_MAX_FILE = 10 * 1024 * 1024, OFFICE_MAX_BINARY = 15 * 1024 * 1024, OFFICE_MAX_LINE = 64 * 1024 };

/*
 * Read the file NAME ("-": standard input) into SOURCE byte for byte, and what it shows into
 * MANUSCRIPT. Its kind is told by its content: text, Markdown, a web page, a sheet as text, docx, xlsx, odt,
 * ods; doc, xls, rtf and pdf by a converter that is installed. ENCODING: as viet_decoder_new()
 * takes it, or NULL to find it; of other files than text it must be NULL, the source says their kind.
 * STATUS_INVALID with what was found: a directory, binary, NUL bytes, bytes that are no letter, with
 * line and column, too large, empty, damaged, hostile, with a password, no converter.
 */
enum status office_read(const char *name, const char *encoding, struct source *source,
			struct manuscript *manuscript, struct error *err);

/* What a SOURCE shows that was read before; lines are as office_read() counted them. */
enum status office_show_source(const struct source *source, struct manuscript *manuscript, struct error *err);

/* True when the file read begins as a JSON object; then there is no manuscript of it. */
bool office_is_json(const struct source *source);

/*
 * Understand the JSON document that office_export_json() writes, with all that was recorded:
 * imported into an empty database it gives the same export. STATUS_INVALID names what is not as it should be.
 */
enum status office_draft_from_json(const struct source *source, struct draft *out, struct error *err);

/*
 * Read a list of agencies for workbench_load_agencies(): lines of cells parted by tabs, the
 * first of them the headings `kind code name aliases members` in any order, of which only `name` must
 * be there. Several aliases or members are parted by ";". `kind` is a word of agency_kind_word(); where
 * it is empty the shape of the name says it. Empty lines and lines that begin with "#" say nothing.
 * Further columns: `requested` (1 asked, 0 told), `valid_from` and `valid_to`, `parent`, `head`, `contact`,
 * `successors`; a former name stands among the aliases, and so does one with days ("=" behind them). How a line names another body: core/plan/plan.h, agency_link.
 * STATUS_INVALID names the line that cannot be used. ENCODING as for office_read(); *FOUND gets what it
 * was, and the caller frees it.
 */
enum status office_read_agencies(const char *name, const char *encoding, struct agency_record_list *out, char **found,
				 struct error *err);

/*
 * Read the criteria of an index: lines of cells parted by tabs, the first of them the headings `code name maximum self
 * verified evidence` in any order, of which the first two must be there. STATUS_INVALID names the line.
 */
enum status office_read_criteria(const char *name, const char *encoding, struct criterion_list *out, struct error *err);

/* The same list, appended to OUT. */
void office_write_criteria(const struct criterion_list *list, struct strbuf *out);

/* The list of agencies with every column; appended to OUT. Read into an empty register it gives the same list again. */
void office_write_agencies(const struct agency_record_list *records, struct strbuf *out);

/* The plan as the JSON document of INTERFACE, whole; appended to OUT with a last newline. */
enum status office_export_json(struct store *store, row_id plan, struct strbuf *out, struct error *err);
/* One task as it stands in that document. */
enum status office_export_task_json(struct store *store, row_id task, struct strbuf *out, struct error *err);
/* A drafted paper (core/workbench/meeting_paper.h) as a Word document; appends its bytes. */
enum status office_paper_docx(const char *draft, struct strbuf *out, struct error *err);

/* One row a task, for spreadsheets. Cells that a spreadsheet would take for a formula get a leading apostrophe. */
enum status office_export_csv(struct store *store, row_id plan, struct strbuf *out, struct error *err);

#endif
