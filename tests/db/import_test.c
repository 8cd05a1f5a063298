/* Appendices and corrected files, from the text to the storage. */
#include "fixture.h"

#include <string.h>

#include "core/workbench/review.h"

static const char plan_text[] =
	"ỦY BAN NHÂN DÂN\n"
	"TỈNH SƠN BÌNH\n"
	"Số: 7/KH-UBND\n"
	"Sơn Bình, ngày 05 tháng 02 năm 2015\n"
	"KẾ HOẠCH\n"
	"Trồng cây năm 2015\n"
	"I. NHIỆM VỤ\n"
	"1. Trồng cây ở trường học\n"
	"- Sở Giáo dục và Đào tạo lập danh sách các trường có đất trống.\n"
	"- Mua cây giống.\n"
	"- Phát cây giống về các trường.\n"
	"2. Chăm sóc cây\n"
	"- Sở Xây dựng tưới cây trong mùa khô. Thời gian: Quý II/2015.\n";

static const char appendix_text[] =
	"STT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tSản phẩm\n"
	"1\tMua cây giống\tSở Tài chính\tSở Xây dựng\tTháng 3\tHóa đơn\n"
	"2\tLập danh sách các trường có đất trống\tSở Y tế\t\tTháng 4\t\n"
	"3\tLàm hàng rào\tSở Nội vụ\t\tQuý II\t\n";

static struct store *store;
static struct workbench wb;
static row_id plan;

static void understand(const char *text, int year, struct draft *draft)
{
	struct manuscript manuscript = { 0 };

	*draft = (struct draft){ .plan.type = NULL };
	manuscript_from_text(text, strlen(text), &manuscript);
	must(intake_read_hinted(&manuscript, NULL, year, draft, &must_err));
	manuscript_release(&manuscript);
}

static struct source source_of(const char *name, const char *text)
{
	return (struct source){ .name = xstrdup(name), .encoding = xstrdup("utf-8"), .bytes = xstrdup(text),
				.length = strlen(text), .imported_by = xstrdup("lan"), .imported_at = 60 };
}

static struct import_report import(const char *text, bool new_version)
{
	struct source source = source_of("ke-hoach.txt", text);
	struct import_report report = { 0 };
	struct draft draft;

	understand(text, 0, &draft);
	must(workbench_import(&wb, &draft, &source, new_version, &report, &must_err));
	draft_release(&draft);
	source_release(&source);
	return report;
}

static struct import_report append_file(const char *name, const char *text)
{
	struct source source = source_of(name, text);
	struct import_report report = { 0 };
	struct draft draft;

	understand(text, 2015, &draft);
	must(workbench_import_appendix(&wb, plan, &draft, &source, &report, &must_err));
	draft_release(&draft);
	source_release(&source);
	return report;
}

static struct import_report append(const char *text)
{
	return append_file("phu-luc.tsv", text);
}

static void set_up(void)
{
	struct import_report report;

	store = open_memory();
	workbench_init(&wb, store, "lan");
	report = import(plan_text, false);
	plan = report.plan;
	import_report_release(&report);
}

static void tear_down(void)
{
	struct string_list problems = { 0 };

	must(db_check(store, &problems, &must_err));
	string_list_release(&problems);
	workbench_release(&wb);
	store->close(store);
}

TestSuite(import, .init = set_up, .fini = tear_down);

static row_id task_id(const char *path)
{
	row_id id = 0;

	must(workbench_find_task(&wb, plan, path, &id, &must_err));
	return id;
}

static struct task task_at_path(const char *path)
{
	return get_task(store, task_id(path));
}

/* The bodies of ROLE joined by "; "; the caller frees. */
static char *bodies(const char *path, enum role role)
{
	struct assignment_list list = { 0 };
	struct strbuf names = STRBUF_INIT;

	must(store->assignments(store, task_id(path), &list, &must_err));
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].role == role)
			strbuf_addf(&names, "%s%s", names.length ? "; " : "", list.items[i].name);
	assignment_list_release(&list);
	return strbuf_detach(&names);
}

static void expect_bodies(const char *path, enum role role, const char *wanted)
{
	char *names = bodies(path, role);

	cr_expect_str_eq(names, wanted);
	free(names);
}

static void expect_product(const char *path, const char *wanted)
{
	struct task task = task_at_path(path);

	cr_expect_str_eq(task.product, wanted);
	task_release(&task);
}

static void mark(const char *path, const char *evidence)
{
	struct done_mark how = { .evidence = evidence };
	struct task_ids ids = { 0 };
	size_t changed;

	task_ids_add(&ids, task_id(path));
	must(workbench_mark_done(&wb, &ids, &how, &changed, &must_err));
	task_ids_release(&ids);
}

static int count_tasks(void)
{
	struct progress progress = { 0 };

	must(store->plan_progress(store, plan, day("2015-01-01"), &progress, &must_err));
	return progress.tasks;
}

/* --- appendices --------------------------------------------------------- */

Test(import, a_task_of_an_appendix_that_is_there_gets_what_it_lacks_and_keeps_what_it_has)
{
	struct import_report report;
	struct task task;

	mark("I.1-1", "BC 5");
	report = append(appendix_text);
	cr_assert_eq(report.matched, 2);
	cr_assert_eq(report.completed, 2);
	cr_assert_eq(report.tasks, 1);
	cr_assert_eq(report.left, 2);
	task = task_at_path("I.1-2");
	cr_assert_str_eq(task.product, "Hóa đơn");
	cr_assert_eq(date_compare(task.deadline.due, day("2015-03-31")), 0);
	cr_assert_eq(task.obligations, 1);
	expect_bodies("I.1-2", ROLE_LEAD, "Sở Tài chính");
	expect_bodies("I.1-2", ROLE_COORDINATING, "Sở Xây dựng");
	task_release(&task);
	task = task_at_path("I.1-1");
	cr_assert_eq(task.status, TASK_DONE, "its mark stays");
	cr_assert_eq(date_compare(task.deadline.due, day("2015-04-30")), 0);
	expect_bodies("I.1-1", ROLE_LEAD, "Sở Giáo dục và Đào tạo");
	task_release(&task);
	import_report_release(&report);
}

Test(import, what_an_appendix_adds_is_a_section_of_its_own_with_its_lines)
{
	struct import_report report = append(appendix_text);
	struct source source = { 0 };
	struct task task = task_at_path("PL-1");

	cr_assert_str_eq(task.title, "Làm hàng rào");
	cr_assert_eq(task.first_line, 4);
	must(store->source_get(store, task.source_id, &source, &must_err));
	cr_assert_str_eq(source.name, "phu-luc.tsv");
	cr_assert_eq(source.kind, SOURCE_APPENDIX);
	cr_assert_eq(source.plan_id, plan);
	source_release(&source);
	task_release(&task);
	import_report_release(&report);
	report = append("STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\n1\tSửa cổng trường\tSở Y tế\tTháng 9\n"
			"2\tSơn lại tường rào phía đông\tSở Y tế\tTháng 9\n3\tTrồng hoa\tSở Y tế\tTháng 9\n");
	task = task_at_path("PL2-1");
	cr_assert_str_eq(task.title, "Sửa cổng trường");
	task_release(&task);
	import_report_release(&report);
}

Test(import, the_same_appendix_again_changes_nothing)
{
	struct import_report report = append(appendix_text);
	int tasks = count_tasks();

	import_report_release(&report);
	report = append(appendix_text);
	cr_assert(report.unchanged);
	cr_assert_eq(count_tasks(), tasks);
	import_report_release(&report);
}

Test(import, an_appendix_is_one_step_that_is_taken_back_and_done_again)
{
	struct import_report report = append(appendix_text);
	struct change change = { 0 };
	struct task task;
	int tasks = count_tasks();

	must(workbench_undo(&wb, true, &change, &must_err));
	change_release(&change);
	cr_assert_eq(count_tasks(), tasks - 1);
	task = task_at_path("I.1-2");
	cr_assert_null(task.product);
	cr_assert_eq(task.obligations, 0);
	task_release(&task);
	must(workbench_redo(&wb, &change, &must_err));
	change_release(&change);
	cr_assert_eq(count_tasks(), tasks);
	expect_bodies("I.1-2", ROLE_LEAD, "Sở Tài chính");
	import_report_release(&report);
	must(workbench_undo(&wb, true, &change, &must_err));
	change_release(&change);
	report = append(appendix_text);
	cr_assert_not(report.unchanged, "what was taken back is not there");
	import_report_release(&report);
}

Test(import, two_rows_of_the_same_words_are_told_apart_by_who_leads)
{
	struct import_report report = append(
		"STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\n1\tKiểm tra\tSở Y tế\tTháng 9\n"
		"2\tKiểm tra\tSở Nội vụ\tTháng 10\n3\tTrồng hoa\tSở Y tế\tTháng 9\n");

	cr_assert_eq(report.tasks, 3);
	import_report_release(&report);
	report = append("STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\tSản phẩm\n1\tKiểm tra\tSở Nội vụ\tTháng 10\tHai\n"
			"2\tKiểm tra\tSở Y tế\tTháng 9\tMột\n3\tTrồng hoa\tSở Y tế\tTháng 9\tBa\n");
	cr_assert_eq(report.matched, 3);
	expect_product("PL-1", "Một");
	expect_product("PL-2", "Hai");
	import_report_release(&report);
}

/* --- files that a plan names ---------------------------------------------- */

/* The plan once more, with NAMES at its end, a line each. */
static void import_naming(const char *names)
{
	char *text = xasprintf("%sKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\nĐính kèm\n%s", plan_text, names);
	struct import_report report = import(text, true);

	plan = report.plan;
	import_report_release(&report);
	free(text);
}

/* "+" for each file that is here, "-" for each that is missing. */
static void expect_present(const char *wanted)
{
	struct attachment_list list = { 0 };
	struct strbuf signs = STRBUF_INIT;

	must(plan_attachments(store, plan, &list, &must_err));
	for (size_t i = 0; i < list.count; i++)
		strbuf_add_char(&signs, list.items[i].present ? '+' : '-');
	cr_expect_str_eq(signs.text, wanted);
	strbuf_release(&signs);
	attachment_list_release(&list);
}

static void append_as(const char *name)
{
	char *text = xasprintf("%s4\tViệc trong %s\tSở Y tế\t\t\t\n", appendix_text, name);
	struct import_report report = append_file(name, text);

	free(text);
	import_report_release(&report);
}

Test(import, the_only_appendix_that_a_plan_names_is_there_once_one_was_brought_to_it)
{
	struct change change = { 0 };

	import_naming("7-KH-UBND.signed.pdf 1.2 MB\nPhu luc kem theo.doc 82.5 KB\n");
	expect_present("--");
	append_as("bang nhiem vu.tsv");
	expect_present("-+");
	must(workbench_undo(&wb, true, &change, &must_err));
	change_release(&change);
	expect_present("--");
	must(workbench_redo(&wb, &change, &must_err));
	change_release(&change);
	expect_present("-+");
	append_as("bang nhiem vu.tsv");
	expect_present("-+");
	import_naming("Phu luc kem theo.doc 82.5 KB\n");
	expect_present("+");
}

Test(import, of_several_appendices_that_a_plan_names_the_one_of_the_same_name_is_there)
{
	import_naming("Phu luc 1.doc 20 KB\nPhu luc 2.doc 20 KB\n");
	append_as("bang.tsv");
	expect_present("--");
	append_as("phụ_lục_2.tsv");
	expect_present("-+");
}

/* --- corrected files ---------------------------------------------------- */

static const char corrected_text[] =
	"ỦY BAN NHÂN DÂN\n"
	"TỈNH SƠN BÌNH\n"
	"Số: 7/KH-UBND\n"
	"Sơn Bình, ngày 05 tháng 02 năm 2015\n"
	"KẾ HOẠCH\n"
	"Trồng cây năm 2015\n"
	"I. NHIỆM VỤ\n"
	"1. Trồng cây ở trường học\n"
	"- Sở Giáo dục và Đào tạo lập danh sách các trường còn có đất trống.\n"
	"- Mua cây giống.\n"
	"2. Chăm sóc cây\n"
	"- Sở Xây dựng tưới cây trong mùa khô. Thời gian: Quý III/2015.\n"
	"- Sở Y tế kiểm tra nguồn nước.\n";

static bool says(const struct string_list *changes, const char *words)
{
	for (size_t i = 0; i < changes->count; i++)
		if (strstr(changes->items[i], words))
			return true;
	return false;
}

Test(import, a_corrected_file_says_what_it_would_change)
{
	struct string_list changes = { 0 };
	struct draft draft;
	row_id older = 0;

	understand(corrected_text, 0, &draft);
	must(workbench_compare(&wb, &draft, &older, &changes, &must_err));
	cr_assert_eq(older, plan);
	cr_expect(says(&changes, "I.1-1: tên «Lập danh sách các trường có đất trống»"));
	cr_expect(says(&changes, "I.2-1: thời hạn «Quý II/2015» thành «Quý III/2015»"));
	cr_expect(says(&changes, "thêm nhiệm vụ I.2-2: Kiểm tra nguồn nước"));
	cr_expect(says(&changes, "không còn nhiệm vụ I.1-3: Phát cây giống"));
	cr_expect_eq(changes.count, 4);
	string_list_release(&changes);
	draft_release(&draft);
}

Test(import, a_new_version_keeps_what_was_recorded_of_the_same_work)
{
	struct import_report report;
	struct obligation_list obligations = { 0 };
	struct note_list notes = { 0 };
	struct task_ids one = { 0 };
	struct task task;
	row_id older = plan, finance;

	mark("I.1-1", "BC 5");
	must(workbench_add_note(&wb, task_id("I.1-1"), "Đã gọi điện", &must_err));
	begin(store, "lan", "agency");
	finance = add_agency(store, "STC", "Sở Tài chính", AGENCY_DEPARTMENT);
	commit(store, "Thêm");
	task_ids_add(&one, task_id("I.1-2"));
	must(workbench_assign(&wb, &one, ROLE_LEAD, &finance, 1, &must_err));
	must(workbench_set_deadline(&wb, &one, "tháng 5/2015", NULL, &must_err));
	must(workbench_set_status(&wb, &one, TASK_DOING, &must_err));
	report = import(corrected_text, true);
	cr_assert_neq(report.plan, older);
	cr_assert_eq(report.carried, 3);
	plan = report.plan;
	task = task_at_path("I.1-1");
	cr_assert_eq(task.status, TASK_DONE);
	must(store->obligations(store, task.id, &obligations, &must_err));
	cr_assert_eq(obligations.count, 1);
	cr_assert_str_eq(obligations.items[0].evidence, "BC 5");
	must(store->notes(store, task.id, &notes, &must_err));
	cr_assert_eq(notes.count, 1);
	cr_assert_str_eq(notes.items[0].text, "Đã gọi điện");
	task_release(&task);
	task = task_at_path("I.1-2");
	cr_assert_eq(task.status, TASK_DOING);
	cr_assert_eq(date_compare(task.deadline.due, day("2015-05-31")), 0, "a person had set it");
	cr_assert_eq(task.obligations, 1);
	expect_bodies("I.1-2", ROLE_LEAD, "Sở Tài chính");
	task_release(&task);
	task = task_at_path("I.2-1");
	cr_assert_eq(date_compare(task.deadline.due, day("2015-09-30")), 0, "the corrected file's");
	task_release(&task);
	plan = older;
	task = task_at_path("I.1-3");
	cr_assert_str_eq(task.title, "Phát cây giống về các trường", "the older version keeps what is gone");
	task_release(&task);
	task_ids_release(&one);
	note_list_release(&notes);
	obligation_list_release(&obligations);
	import_report_release(&report);
}

Test(import, a_new_version_keeps_the_tasks_of_appendices_that_came_by_themselves)
{
	struct import_report report = append(appendix_text);
	struct source_list sources = { 0 };
	struct string_list changes = { 0 };
	struct draft draft;
	struct task task;
	row_id older = 0;

	import_report_release(&report);
	mark("PL-1", "Ảnh hàng rào");
	understand(corrected_text, 0, &draft);
	must(workbench_compare(&wb, &draft, &older, &changes, &must_err));
	cr_expect_not(says(&changes, "Làm hàng rào"));
	cr_expect_not(says(&changes, "PL"));
	report = import(corrected_text, true);
	plan = report.plan;
	task = task_at_path("PL-1");
	cr_assert_str_eq(task.title, "Làm hàng rào");
	cr_assert_eq(task.status, TASK_DONE);
	must(store->sources(store, plan, &sources, &must_err));
	cr_assert_eq(sources.count, 2);
	cr_assert_eq(task.source_id, sources.items[1].id);
	cr_assert_str_eq(sources.items[1].name, "phu-luc.tsv");
	task_release(&task);
	import_report_release(&report);
	report = append(appendix_text);
	cr_assert(report.unchanged, "the appendix came along");
	source_list_release(&sources);
	string_list_release(&changes);
	draft_release(&draft);
	import_report_release(&report);
}

/* The state of the slip "17//5/2011" in the plan's task at PATH; -1: there is none. */
static int state_of_slip(const char *path)
{
	struct correction_list list = { 0 };
	int state = -1;

	must(store->corrections(store, plan, task_id(path), &list, &must_err));
	for (size_t i = 0; i < list.count; i++)
		if (strstr(list.items[i].issued, "17//5/2011"))
			state = (int)list.items[i].state;
	correction_list_release(&list);
	return state;
}

static void reject_slip(const char *path)
{
	struct correction_list list = { 0 };

	must(store->corrections(store, plan, task_id(path), &list, &must_err));
	cr_assert_eq(list.count, 1);
	must(workbench_decide_correction(&wb, &list.items[0], CORRECTION_REJECTED, &must_err));
	correction_list_release(&list);
}

/* How many lines went nowhere in the files of KIND. */
static size_t count_unused(enum source_kind kind)
{
	struct unused_line_list list = { 0 };
	size_t count = 0;

	must(store->unused_lines(store, plan, &list, &must_err));
	for (size_t i = 0; i < list.count; i++) {
		struct source source = { 0 };

		must(store->source_get(store, list.items[i].source_id, &source, &must_err));
		cr_assert_eq(source.plan_id, plan);
		count += source.kind == kind;
		source_release(&source);
	}
	unused_line_list_release(&list);
	return count;
}

#define DECREE "thực hiện Nghị định số 34/2011/NĐ-CP ngày 17//5/2011 của Chính phủ"

Test(import, a_new_version_keeps_what_went_nowhere_and_the_slips_of_its_appendices)
{
	struct import_report report = append("STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\n"
					     "1\tRà soát, " DECREE "\tSở Y tế\tTháng 9\n");
	size_t unused = count_unused(SOURCE_APPENDIX);

	import_report_release(&report);
	cr_assert_gt(unused, 0, "the headings of its columns");
	reject_slip("PL-1");
	report = import(corrected_text, true);
	plan = report.plan;
	cr_assert_eq(count_unused(SOURCE_APPENDIX), unused);
	cr_assert_eq(state_of_slip("PL-1"), CORRECTION_REJECTED);
	import_report_release(&report);
}

Test(import, a_new_version_keeps_the_files_of_appendices_whose_tasks_it_tells_itself)
{
	struct import_report report = append("STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\n"
					     "1\tMua cây giống\tSở Y tế\tTháng 9\n");
	struct source_list sources = { 0 };

	import_report_release(&report);
	report = import(corrected_text, true);
	plan = report.plan;
	must(store->sources(store, plan, &sources, &must_err));
	cr_assert_eq(sources.count, 2);
	cr_assert_gt(count_unused(SOURCE_APPENDIX), 0);
	source_list_release(&sources);
	import_report_release(&report);
}

Test(import, what_was_decided_of_a_slip_holds_in_a_new_version_that_still_has_it)
{
	char *first = xasprintf("%s- Sở Y tế " DECREE ".\n", plan_text);
	char *second = xasprintf("%s- Sở Y tế " DECREE ".\n- Sở Y tế báo cáo.\n", plan_text);
	struct import_report report = import(first, true);

	plan = report.plan;
	import_report_release(&report);
	cr_assert_eq(state_of_slip("I.2-2"), CORRECTION_OPEN);
	reject_slip("I.2-2");
	report = import(second, true);
	plan = report.plan;
	cr_assert_eq(state_of_slip("I.2-2"), CORRECTION_REJECTED);
	import_report_release(&report);
	free(first);
	free(second);
}

/* The text with its first FROM made TO; the caller frees. */
static char *with_change(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	cr_assert_not_null(at);
	return xasprintf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

/* The plan's next version: its file with FROM made TO. */
static struct import_report import_changed(const char *text, const char *from, const char *to)
{
	char *changed = with_change(text, from, to);
	struct import_report report = import(changed, true);

	plan = report.plan;
	free(changed);
	return report;
}

static void correct(const char *from, const char *to)
{
	struct import_report report = import_changed(plan_text, from, to);

	import_report_release(&report);
}

static void set_deadline(const char *path, const char *words)
{
	struct task_ids one = { 0 };

	task_ids_add(&one, task_id(path));
	must(workbench_set_deadline(&wb, &one, words, NULL, &must_err));
	task_ids_release(&one);
}

static void edit(const char *path, enum task_field field, const char *value)
{
	struct task task = task_at_path(path);

	must(workbench_edit_task(&wb, task.id, task.version, field, value, &must_err));
	task_release(&task);
}

Test(import, what_a_person_changed_is_kept_through_any_number_of_versions)
{
	struct task_ids one = { 0 };
	struct task task;
	row_id finance;

	begin(store, "lan", "agency");
	finance = add_agency(store, "STC", "Sở Tài chính", AGENCY_DEPARTMENT);
	commit(store, "Thêm");
	task_ids_add(&one, task_id("I.1-2"));
	must(workbench_assign(&wb, &one, ROLE_LEAD, &finance, 1, &must_err));
	set_deadline("I.1-2", "tháng 5/2015");
	edit("I.1-2", FIELD_PRODUCT, "Hóa đơn");
	for (int version = 2; version < 5; version++) {
		char *year = xasprintf("Quý II/201%d", version);

		correct("Quý II/2015", year);
		task = task_at_path("I.1-2");
		cr_expect_eq(date_compare(task.deadline.due, day("2015-05-31")), 0, "version %d", version);
		cr_expect_str_eq(task.product ? task.product : "", "Hóa đơn", "version %d", version);
		expect_bodies("I.1-2", ROLE_LEAD, "Sở Tài chính");
		task_release(&task);
		free(year);
	}
	task_ids_release(&one);
}

Test(import, the_journal_of_a_new_version_tells_what_was_done_in_the_older_ones)
{
	struct change_list changes = { 0 };
	row_id first = plan;

	set_deadline("I.1-2", "tháng 5/2015");
	correct("Quý II/2015", "Quý III/2015");
	mark("I.1-2", "BC 5");
	correct("Quý II/2015", "Quý IV/2015");
	must(store->journal(store, 0, task_id("I.1-2"), 0, 10, false, &changes, &must_err));
	cr_assert_eq(changes.count, 2);
	cr_expect_str_eq(changes.items[0].action, "done");
	cr_expect_str_eq(changes.items[1].action, "deadline");
	change_list_clear(&changes);
	must(store->journal(store, 0, task_id("I.1-1"), 0, 10, false, &changes, &must_err));
	cr_expect_eq(changes.count, 0);
	must(store->journal(store, plan, 0, 0, 10, false, &changes, &must_err));
	cr_expect_eq(changes.count, 5, "three imports, and what was done between them");
	change_list_clear(&changes);
	must(store->journal(store, first, 0, 0, 10, false, &changes, &must_err));
	cr_expect_eq(changes.count, 2, "of the older version its own");
	change_list_release(&changes);
}

Test(import, a_task_whose_title_was_edited_is_recognised_by_the_words_of_the_file)
{
	struct task task;

	edit("I.1-2", FIELD_TITLE, "Đặt hàng vườn ươm");
	edit("I.2-1", FIELD_TITLE, "Giữ cây sống qua mùa khô");
	mark("I.1-2", "BC 5");
	mark("I.2-1", "BC 6");
	correct("- Mua cây giống.\n", "- Mua cây giống.\n- Mua phân bón.\n");
	task = task_at_path("I.1-2");
	cr_expect_str_eq(task.title, "Đặt hàng vườn ươm");
	cr_expect_eq(task.status, TASK_DONE);
	task_release(&task);
	correct("tưới cây trong mùa khô. Thời gian: Quý II", "tưới cây trong mùa khô. Thời gian: Quý III");
	task = task_at_path("I.2-1");
	cr_expect_str_eq(task.title, "Giữ cây sống qua mùa khô");
	cr_expect_eq(task.status, TASK_DONE);
	task_release(&task);
	task = task_at_path("I.1-2");
	cr_expect_eq(task.status, TASK_DONE, "at the second version too");
	task_release(&task);
}

static void compare_changed(const char *from, const char *to, struct string_list *changes)
{
	char *changed = with_change(plan_text, from, to);
	struct draft draft;
	row_id older = 0;

	understand(changed, 0, &draft);
	must(workbench_compare(&wb, &draft, &older, changes, &must_err));
	cr_assert_eq(older, plan);
	draft_release(&draft);
	free(changed);
}

Test(import, what_was_recorded_of_a_task_that_is_gone_is_told_before_and_after)
{
	struct string_list changes = { 0 };
	struct import_report report;
	static const char gone[] = "không còn nhiệm vụ I.1-2: Mua cây giống; những gì đã ghi "
				   "(xong, 1 phần việc có kết quả, 1 ghi chú, sửa thời hạn) chỉ còn ở bản cũ";

	mark("I.1-2", "BC 5");
	must(workbench_add_note(&wb, task_id("I.1-2"), "Đã gọi điện", &must_err));
	set_deadline("I.1-2", "tháng 5/2015");
	compare_changed("- Mua cây giống.\n", "", &changes);
	cr_expect(says(&changes, gone), "%s", changes.items[changes.count - 1]);
	report = import_changed(plan_text, "- Mua cây giống.\n", "");
	cr_expect(says(&report.changes, gone));
	import_report_release(&report);
	string_list_release(&changes);
}

Test(import, what_a_person_settled_is_told_as_kept_and_not_as_changed)
{
	struct string_list changes = { 0 };

	set_deadline("I.2-1", "tháng 5/2015");
	compare_changed("Quý II/2015", "Quý III/2015", &changes);
	cr_expect_eq(changes.count, 1);
	cr_expect(says(&changes, "I.2-1: thời hạn «tháng 5/2015» giữ theo người dùng; tệp ghi «Quý III/2015»"));
	string_list_release(&changes);
}

Test(import, coordinators_are_taken_from_the_file_where_a_person_settled_the_leads_only)
{
	struct task_ids one = { 0 };
	row_id finance;

	begin(store, "lan", "agency");
	finance = add_agency(store, "STC", "Sở Tài chính", AGENCY_DEPARTMENT);
	commit(store, "Thêm");
	task_ids_add(&one, task_id("I.2-1"));
	must(workbench_assign(&wb, &one, ROLE_LEAD, &finance, 1, &must_err));
	correct("- Sở Xây dựng tưới", "- Sở Xây dựng phối hợp với Sở Y tế, Sở Tài chính tưới");
	expect_bodies("I.2-1", ROLE_LEAD, "Sở Tài chính");
	expect_bodies("I.2-1", ROLE_COORDINATING, "Sở Y tế");
	task_ids_release(&one);
}

Test(import, coordinators_products_and_who_signed_are_compared)
{
	struct string_list changes = { 0 };

	compare_changed("- Sở Xây dựng tưới cây trong mùa khô. Thời gian: Quý II/2015.\n",
			"- Sở Xây dựng phối hợp với Sở Y tế tưới cây trong mùa khô. Thời gian: Quý II/2015.\n"
			"Sản phẩm: Báo cáo.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n", &changes);
	cr_expect(says(&changes, "I.2-1: phối hợp «không có» thành «Sở Y tế»"));
	cr_expect(says(&changes, "I.2-1: sản phẩm «không có» thành «Báo cáo»"));
	cr_expect(says(&changes, "người ký «không có» thành «Nguyễn Văn An»"));
	string_list_clear(&changes);
	compare_changed("Trồng cây năm 2015", "Trồng và chăm sóc cây năm 2015", &changes);
	cr_expect(says(&changes, "trích yếu «Trồng cây năm 2015» thành «Trồng và chăm sóc cây năm 2015»"));
	cr_expect_eq(changes.count, 1);
	string_list_release(&changes);
}

Test(import, a_date_put_right_is_a_change_of_the_same_plan_but_numbers_begin_anew_each_year)
{
	struct string_list changes = { 0 };
	struct import_report report;
	row_id first = plan;

	compare_changed("ngày 05 tháng 02", "ngày 06 tháng 02", &changes);
	cr_expect(says(&changes, "ngày ban hành «05/02/2015» thành «06/02/2015»"), "%s", changes.items[0]);
	cr_expect_eq(changes.count, 1);
	report = import_changed(plan_text, "năm 2015\n", "năm 2016\n");
	cr_expect_eq(report.changes.count, 0, "another plan");
	cr_expect_neq(plan, first);
	import_report_release(&report);
	string_list_release(&changes);
}

Test(import, other_words_of_a_task_or_a_section_are_a_change_as_well)
{
	struct string_list changes = { 0 };

	compare_changed("- Mua cây giống.\n", "- Mua cây giống. Cây phải cao trên một mét.\n", &changes);
	cr_expect(says(&changes, "I.1-2: lời văn có chỗ đổi"), "%s", changes.count ? changes.items[0] : "");
	cr_expect_eq(changes.count, 1);
	string_list_clear(&changes);
	compare_changed("2. Chăm sóc cây\n", "2. Chăm sóc cây\nCây xanh cần được chăm sóc thường xuyên.\n", &changes);
	cr_expect(says(&changes, "mục I.2: lời văn có chỗ đổi"), "%s", changes.count ? changes.items[0] : "");
	cr_expect_eq(changes.count, 1);
	string_list_release(&changes);
}

Test(import, a_section_that_moved_is_told_as_moved_with_all_in_it)
{
	struct string_list changes = { 0 };

	compare_changed("2. Chăm sóc cây\n", "2. Tuyên truyền\n- Sở Y tế viết bài về cây xanh.\n3. Chăm sóc cây\n", &changes);
	cr_expect(says(&changes, "mục I.2 nay là I.3: Chăm sóc cây"));
	cr_expect(says(&changes, "thêm mục I.2: Tuyên truyền"));
	cr_expect_eq(changes.count, 3, "and the new task");
	string_list_release(&changes);
}

Test(import, a_task_that_a_person_added_stays_in_its_section_through_new_versions)
{
	struct string_list changes = { 0 };
	struct section section = { 0 };
	struct task task;
	row_id added = 0;

	must(store->section_by_path(store, plan, "I.2", &section, &must_err));
	must(workbench_add_task(&wb, section.id, "Bón phân", &added, &must_err));
	section_release(&section);
	mark("I.2-2", "BC 7");
	compare_changed("2. Chăm sóc cây\n", "2. Tuyên truyền\n- Sở Y tế viết bài về cây xanh.\n3. Chăm sóc cây\n", &changes);
	cr_expect_not(says(&changes, "Bón phân"));
	correct("2. Chăm sóc cây\n", "2. Tuyên truyền\n- Sở Y tế viết bài về cây xanh.\n3. Chăm sóc cây\n");
	task = task_at_path("I.3-2");
	cr_expect_str_eq(task.title, "Bón phân");
	cr_expect_eq(task.status, TASK_DONE);
	task_release(&task);
	correct("Quý II/2015", "Quý III/2015");
	task = task_at_path("I.2-2");
	cr_expect_eq(task.status, TASK_DONE);
	task_release(&task);
	string_list_release(&changes);
}

/* --- reviews ------------------------------------------------------------ */

Test(import, a_review_follows_from_what_was_stored_of_it)
{
	struct source source = source_of("sua.txt", corrected_text);
	struct manuscript manuscript = { 0 };
	struct reviewing first = { 0 }, second = { 0 };
	struct manuscript_place at = { 9, 0 };

	manuscript_from_text(corrected_text, strlen(corrected_text), &manuscript);
	must(reviewing_begin(&wb, &source, &manuscript, 0, &first, &must_err));
	must(reviewing_decide(&first, at, HINT_LEAD, "Sở Tài chính", &must_err));
	must_refuse(STATUS_DENIED, "chưa có nhiệm vụ nào", reviewing_decide(&first, (struct manuscript_place){ 0, 0 }, HINT_PART, NULL,
								      &must_err));
	/* The line is lost here: nothing is closed, and somebody else begins with the same file. */
	source = source_of("sua.txt", corrected_text);
	manuscript_from_text(corrected_text, strlen(corrected_text), &manuscript);
	must(reviewing_begin(&wb, &source, &manuscript, 0, &second, &must_err));
	cr_assert_eq(second.review.id, first.review.id);
	cr_assert_eq(second.review.hints.count, 1);
	cr_assert_eq(draft_count_tasks(&second.draft), draft_count_tasks(&first.draft));
	cr_assert_str_eq(second.draft.sections.items[1].tasks.items[1].leads.items[0].name, "Sở Tài chính");
	reviewing_release(&first);
	reviewing_release(&second);
}

/* Where the line of TEXT begins that begins with WORDS. */
static struct manuscript_place line_of(const char *text, const char *words)
{
	const char *at = strstr(text, words);
	int line = 0;

	cr_assert_not_null(at);
	for (const char *c = text; c < at; c++)
		line += *c == '\n';
	return (struct manuscript_place){ line, 0 };
}

static void begin_review(struct workbench *as, const char *text, struct reviewing *r)
{
	struct source source = source_of("sua.txt", text);
	struct manuscript manuscript = { 0 };

	manuscript_from_text(text, strlen(text), &manuscript);
	must(reviewing_begin(as, &source, &manuscript, 0, r, &must_err));
}

static void store_review(struct reviewing *r)
{
	struct import_report report = { 0 };

	must(reviewing_store(r, true, &report, &must_err));
	plan = report.plan;
	import_report_release(&report);
	reviewing_release(r);
}

/* As the command line does: with what was decided of the older version. */
static struct import_report import_as_decided(const char *text)
{
	struct source source = source_of("sua.txt", text);
	struct import_report report = { 0 };
	struct manuscript manuscript = { 0 };
	struct hint_list hints = { 0 };
	struct draft draft = { 0 };

	manuscript_from_text(text, strlen(text), &manuscript);
	must(intake_read_hinted(&manuscript, NULL, 0, &draft, &must_err));
	must(workbench_decided(&wb, &draft, &manuscript, &hints, &must_err));
	must(intake_read_hinted(&manuscript, &hints, 0, &draft, &must_err));
	draft_keep_decisions(&draft, &manuscript, &hints);
	must(workbench_import(&wb, &draft, &source, true, &report, &must_err));
	plan = report.plan;
	draft_release(&draft);
	hint_list_release(&hints);
	manuscript_release(&manuscript);
	source_release(&source);
	return report;
}

static const char reviewed_text[] =
	"ỦY BAN NHÂN DÂN\n"
	"TỈNH SƠN BÌNH\n"
	"Số: 7/KH-UBND\n"
	"Sơn Bình, ngày 05 tháng 02 năm 2015\n"
	"KẾ HOẠCH\n"
	"Trồng cây năm 2015\n"
	"I. MỤC ĐÍCH\n"
	"Phủ xanh đất trống đồi trọc.\n"
	"II. NHIỆM VỤ\n"
	"- Mua cây giống.\n"
	"- Mua cây giống.\n"
	"- Sở Xây dựng tưới cây trong mùa khô. Thời gian: Quý II/2015.\n";

/* What a reviewer makes of it: a task of a line of prose, leads of the second of two equal lines, a deadline. */
static void review_the_plan(void)
{
	struct reviewing r = { 0 };
	struct manuscript_place second = line_of(reviewed_text, "- Mua cây giống");

	second.paragraph++;
	begin_review(&wb, reviewed_text, &r);
	must(reviewing_decide(&r, line_of(reviewed_text, "Phủ xanh"), HINT_TASK, NULL, &must_err));
	must(reviewing_decide(&r, second, HINT_LEAD, "Sở Tài chính", &must_err));
	must(reviewing_decide(&r, line_of(reviewed_text, "- Sở Xây"), HINT_DEADLINE, "Tháng 5/2015", &must_err));
	store_review(&r);
}

Test(import, what_was_decided_in_a_review_holds_in_every_new_version_where_the_lines_stand)
{
	struct import_report report;
	struct task task;

	review_the_plan();
	mark("I-1", "Ảnh");
	for (int version = 0; version < 3; version++) {
		char *title = xasprintf("Trồng cây lần %d", version), *text = with_change(reviewed_text, "Trồng cây năm 2015", title);

		report = import_as_decided(text);
		task = task_at_path("I-1");
		cr_expect_eq(task.status, TASK_DONE, "the task that the review made");
		task_release(&task);
		expect_bodies("II-1", ROLE_LEAD, "");
		expect_bodies("II-2", ROLE_LEAD, "Sở Tài chính");
		task = task_at_path("II-3");
		cr_expect_str_eq(task.deadline.raw, "Tháng 5/2015");
		task_release(&task);
		cr_expect_eq(report.changes.count, 1, "the title: %s", report.changes.items[report.changes.count - 1]);
		import_report_release(&report);
		free(title);
		free(text);
	}
}

Test(import, what_was_decided_of_a_line_that_changed_is_kept_like_an_edit_and_told_of)
{
	char *text = with_change(reviewed_text, "tưới cây trong mùa khô. Thời gian: Quý II", "tưới cây trong mùa khô. Thời gian: Quý III");
	struct import_report report;
	struct task task;

	review_the_plan();
	report = import_as_decided(text);
	task = task_at_path("II-3");
	cr_expect_str_eq(task.deadline.raw, "Tháng 5/2015");
	task_release(&task);
	cr_expect(says(&report.changes, "II-3: thời hạn «Tháng 5/2015» giữ theo người dùng; tệp ghi «Quý III/2015»"));
	cr_expect(says(&report.changes, "không còn áp dụng quyết định «thời hạn: Tháng 5/2015» của lan"));
	cr_expect_eq(report.changes.count, 2);
	import_report_release(&report);
	free(text);
	text = with_change(reviewed_text, "Quý II/2015", "Quý IV/2015");
	report = import_as_decided(text);
	task = task_at_path("II-3");
	cr_expect_str_eq(task.deadline.raw, "Tháng 5/2015", "in the version behind that as well");
	task_release(&task);
	import_report_release(&report);
	free(text);
}

Test(import, a_review_of_a_corrected_file_begins_with_the_decisions_made_and_they_can_be_taken_back)
{
	char *text = with_change(reviewed_text, "Trồng cây năm 2015", "Trồng nhiều cây");
	struct manuscript_place where;
	struct reviewing r = { 0 };
	struct task task;

	review_the_plan();
	begin_review(&wb, text, &r);
	cr_assert_eq(r.review.hints.count, 3);
	cr_expect_eq(draft_count_tasks(&r.draft), 4);
	must(reviewing_take_back(&r, &where, &must_err));
	cr_expect_eq(where.paragraph, 11);
	must(reviewing_decide(&r, line_of(text, "- Mua cây giống"), HINT_LEAD, "Sở Y tế", &must_err));
	reviewing_release(&r);
	begin_review(&wb, text, &r);
	cr_assert_eq(r.review.hints.count, 3, "they are brought along once");
	store_review(&r);
	task = task_at_path("II-3");
	cr_expect_str_eq(task.deadline.raw, "Quý II/2015", "what was taken back does not come again");
	task_release(&task);
	expect_bodies("II-1", ROLE_LEAD, "Sở Y tế");
	expect_bodies("II-2", ROLE_LEAD, "Sở Tài chính");
	free(text);
}

Test(import, what_is_decided_of_the_new_file_counts_more_than_an_older_edit_and_that_more_than_an_older_decision)
{
	char *text = with_change(reviewed_text, "Trồng cây năm 2015", "Trồng nhiều cây");
	struct reviewing r = { 0 };
	struct task task;

	review_the_plan();
	set_deadline("II-3", "tháng 6/2015");
	begin_review(&wb, text, &r);
	store_review(&r);
	task = task_at_path("II-3");
	cr_expect_str_eq(task.deadline.raw, "tháng 6/2015");
	task_release(&task);
	free(text);
	text = with_change(reviewed_text, "Trồng cây năm 2015", "Trồng rất nhiều cây");
	begin_review(&wb, text, &r);
	must(reviewing_decide(&r, line_of(text, "- Sở Xây"), HINT_DEADLINE, "Tháng 7/2015", &must_err));
	store_review(&r);
	task = task_at_path("II-3");
	cr_expect_str_eq(task.deadline.raw, "Tháng 7/2015");
	task_release(&task);
	free(text);
}

Test(import, that_all_was_accepted_is_not_said_of_what_a_corrected_file_says_anew)
{
	char *text = with_change(reviewed_text, "- Sở Xây", "- Phát cây giống về các trường.\n- Sở Xây");
	struct manuscript_place first = line_of(reviewed_text, "- Mua");
	struct reviewing r = { 0 };

	begin_review(&wb, reviewed_text, &r);
	cr_assert_eq(reviewing_doubtful(&r), 2);
	must(reviewing_decide(&r, first, HINT_ALL_ACCEPTED, NULL, &must_err));
	cr_assert_eq(reviewing_doubtful(&r), 0);
	store_review(&r);
	begin_review(&wb, text, &r);
	cr_expect_eq(reviewing_doubtful(&r), 1);
	reviewing_release(&r);
	free(text);
}

Test(import, what_another_decided_in_the_same_review_is_seen_before_anything_is_done)
{
	struct workbench hoa;
	struct reviewing mine = { 0 }, theirs = { 0 };
	struct manuscript_place where, watering = line_of(reviewed_text, "- Sở Xây"), buying = line_of(reviewed_text, "- Mua");
	struct import_report report = { 0 };

	workbench_init(&hoa, store, "hoa");
	begin_review(&wb, reviewed_text, &mine);
	begin_review(&hoa, reviewed_text, &theirs);
	must(reviewing_decide(&theirs, watering, HINT_DEADLINE, "Tháng 5/2015", &must_err));
	must_refuse(STATUS_CONFLICT, "hoa vừa quyết định", reviewing_decide(&mine, buying, HINT_LEAD, "Sở Y tế", &must_err));
	cr_assert_eq(mine.review.hints.count, 1, "it is on the screen now");
	must(reviewing_decide(&mine, buying, HINT_LEAD, "Sở Y tế", &must_err));
	must_refuse(STATUS_CONFLICT, "lan vừa quyết định", reviewing_take_back(&theirs, &where, &must_err));
	must_refuse(STATUS_DENIED, "của lan", reviewing_take_back(&theirs, &where, &must_err));
	cr_assert_eq(theirs.review.hints.count, 2, "nobody else's decision went");
	must(reviewing_take_back(&mine, &where, &must_err));
	must_refuse(STATUS_CONFLICT, "hoàn tác", reviewing_store(&theirs, true, &report, &must_err));
	must_refuse(STATUS_DENIED, "của hoa", reviewing_take_back(&mine, &where, &must_err));
	must(reviewing_decide(&mine, buying, HINT_LEAD, "Sở Nội vụ", &must_err));
	must_refuse(STATUS_CONFLICT, "lan vừa quyết định", reviewing_store(&theirs, true, &report, &must_err));
	must(reviewing_store(&theirs, true, &report, &must_err));
	must_refuse(STATUS_NOT_FOUND, "không còn", reviewing_decide(&mine, buying, HINT_LEAD, "Sở Y tế", &must_err));
	plan = report.plan;
	expect_bodies("II-1", ROLE_LEAD, "Sở Nội vụ");
	import_report_release(&report);
	reviewing_release(&mine);
	reviewing_release(&theirs);
	workbench_release(&hoa);
}
