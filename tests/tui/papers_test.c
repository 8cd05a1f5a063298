/* What the open plan cites, what belongs to it, and the file it came from: on the sample plan. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "core/viet/viet.h"
#include "desk.h"

#define SAMPLE SOURCE_ROOT "/data/samples/ke-hoach-mau.txt"

static struct desk desk;

static void read_file(struct strbuf *out)
{
	FILE *file = fopen(SAMPLE, "r");
	char block[4096];
	size_t got;

	cr_assert_not_null(file, "%s cannot be read", SAMPLE);
	while ((got = fread(block, 1, sizeof block, file)) > 0)
		strbuf_add(out, block, got);
	fclose(file);
}

/* The plan understood from TEXT, stored as having come from BYTES in ENCODING. */
static void import(const struct strbuf *text, const char *encoding, const struct strbuf *bytes)
{
	struct source source = { .name = xstrdup("ke-hoach-mau.txt"), .encoding = xstrdup(encoding),
				 .bytes = xstrdup(bytes->text), .length = bytes->length,
				 .imported_by = xstrdup("lan") };
	struct manuscript manuscript = { 0 };
	struct draft draft = { 0 };
	struct import_report report = { 0 };
	struct error err = ERROR_INIT;

	manuscript_from_text(text->text, text->length, &manuscript);
	cr_assert_eq(intake_read(&manuscript, &draft, &err), OK, "%s", error_text(&err));
	cr_assert_eq(workbench_import(&desk.wb, &draft, &source, false, &report, &err), OK, "%s",
		     error_text(&err));
	error_release(&err);
	import_report_release(&report);
	draft_release(&draft);
	manuscript_release(&manuscript);
	source_release(&source);
}

static void open_plan(const char *encoding, const char *mark)
{
	struct strbuf text = STRBUF_INIT, bytes = STRBUF_INIT;

	read_file(&text);
	strbuf_add_text(&bytes, mark);
	strbuf_add_text(&bytes, text.text);
	desk_open_empty(&desk, 80, 24);
	import(&text, encoding, &bytes);
	app_stale(&desk.app);
	app_draw(&desk.app, &desk.surface);
	desk_keys(&desk, "Enter");
	strbuf_release(&bytes);
	strbuf_release(&text);
}

static void sit_down(void)
{
	open_plan("utf-8", "");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(papers, .init = sit_down, .fini = get_up);

/* --- documents ---------------------------------------------------------- */

Test(papers, documents_80x24)
{
	desk_keys(&desk, "6 Down Down rest");
	desk_expect_golden(&desk, "documents-80x24");
}

Test(papers, documents_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "6 End rest");
	desk_expect_golden(&desk, "documents-120x40");
}

Test(papers, documents_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_keys(&desk, "6");
	desk_expect_golden(&desk, "documents-40x10");
}

Test(papers, a_document_cited_by_a_task_leads_to_it)
{
	desk_keys(&desk, "6");
	desk_expect(&desk, "nhắc đến");
	desk_keys(&desk, "Down Down Down Down Enter rest");
	desk_expect_not(&desk, "Văn bản viện dẫn");
	desk_expect(&desk, "▸·");
}

Test(papers, what_no_task_cites_is_said)
{
	desk_keys(&desk, "6 End Enter");
	desk_expect(&desk, "Không có nhiệm vụ nào nhắc đến văn bản này");
}

Test(papers, a_plan_without_documents_says_so)
{
	desk_close(&desk);
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "6");
	desk_expect(&desk, "Kế hoạch không viện dẫn văn bản nào");
}

/* --- the source --------------------------------------------------------- */

Test(papers, source_80x24)
{
	desk_keys(&desk, "7 Down rest");
	desk_expect_golden(&desk, "source-80x24");
}

Test(papers, source_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "7 PgDn PgDn rest");
	desk_expect_golden(&desk, "source-120x40");
}

Test(papers, source_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_keys(&desk, "7");
	desk_expect_golden(&desk, "source-40x10");
}

Test(papers, every_line_of_the_file_can_be_seen)
{
	struct strbuf text = STRBUF_INIT;
	struct manuscript lines = { 0 };

	read_file(&text);
	manuscript_from_text(text.text, text.length, &lines);
	desk_resize(&desk, 200, 60);
	desk_keys(&desk, "7 Tab");
	for (size_t i = 0; i < lines.paragraphs.count; i++) {
		const char *words = lines.paragraphs.items[i].text;
		char *number = xasprintf("Dòng %zu ", i + 1);
		char *begin = xstrndup(words, viet_fit(words, strlen(words), 60));

		desk_expect(&desk, number);
		desk_expect(&desk, begin);
		desk_keys(&desk, "Tab Down Tab");
		free(begin);
		free(number);
	}
	manuscript_release(&lines);
	strbuf_release(&text);
}

Test(papers, only_the_unused_lines_and_back_on_the_same_line)
{
	desk_keys(&desk, "7 Down f");
	desk_expect(&desk, "▸    2 - Sở Ban ngành");
	desk_expect(&desk, "Trưởng Ban Biên tập");
	desk_expect_not(&desk, "KẾ HOẠCH");
	desk_keys(&desk, "End f rest");
	desk_expect(&desk, "không dùng: khung trang web");
	desk_expect(&desk, "Điện thoại");
	desk_expect(&desk, "Trần Văn Mẫu");
}

Test(papers, a_source_in_another_encoding_is_read)
{
	desk_close(&desk);
	open_plan("utf-8", "\xEF\xBB\xBF");
	desk_keys(&desk, "7 rest");
	desk_expect(&desk, "1 - Trang chủ | Giới thiệu");
}

Test(papers, a_source_that_cannot_be_read_is_said_to_be_there)
{
	desk_close(&desk);
	open_plan("no-such-encoding", "");
	desk_keys(&desk, "7");
	desk_expect(&desk, "Không đọc được tệp gốc");
	desk_expect(&desk, "tệp vẫn còn");
	desk_keys(&desk, "f");
	desk_expect(&desk, "Trưởng Ban Biên tập");
}

/* The first line of the file is used for nothing; here another cell stands before it, in the same row. */
static enum status show_a_row(struct importer *importer, const struct source *source, struct manuscript *out,
			      struct error *err)
{
	(void)importer;
	(void)err;
	manuscript_add(out, 1, "một ô", strlen("một ô"));
	manuscript_add(out, 1, source->bytes, strcspn(source->bytes, "\n"));
	return OK;
}

Test(papers, paragraphs_of_one_row_are_told_apart_by_their_words)
{
	desk.importer.importer.show = show_a_row;
	desk_keys(&desk, "7 rest");
	desk_expect(&desk, "Dòng 1 đã dùng");
	desk_keys(&desk, "Down rest");
	desk_expect(&desk, "Dòng 1 không dùng");
}

Test(papers, a_plan_without_a_file_says_so)
{
	desk_close(&desk);
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "7");
	desk_expect(&desk, "Kế hoạch này không nhập từ tệp nào.");
}

/* --- what is no task ---------------------------------------------------- */

Test(papers, the_prose_of_a_section_80x24)
{
	desk_keys(&desk, "Down Tab");
	desk_expect_golden(&desk, "section-80x24");
}

Test(papers, the_prose_of_a_section_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "Down Tab");
	desk_expect_golden(&desk, "section-120x40");
}

Test(papers, the_prose_of_a_section_is_scrolled_to_its_end)
{
	desk_resize(&desk, 80, 16);
	desk_keys(&desk, "Down rest");
	desk_expect_not(&desk, "hợp vệ sinh lên hằng năm");
	desk_keys(&desk, "Tab End");
	desk_expect(&desk, "hợp vệ sinh lên hằng năm");
	desk_keys(&desk, "Esc");
	desk_expect_not(&desk, "hợp vệ sinh lên hằng năm");
}
