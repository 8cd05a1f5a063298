#include <criterion/criterion.h>
#include <string.h>

#include "office/office.h"

static struct draft draft;
static struct error err;

static enum status read_text(const char *text)
{
	struct source source = { .name = xstrdup("a.json"), .bytes = xstrdup(text), .length = strlen(text) };
	enum status status = office_draft_from_json(&source, &draft, &err);

	source_release(&source);
	return status;
}

static void must_refuse(const char *text, const char *said)
{
	cr_assert_eq(read_text(text), STATUS_INVALID);
	cr_assert(strstr(error_text(&err), said), "«%s» does not say «%s»", error_text(&err), said);
	cr_assert_eq(draft.sections.count, 0);
	error_release(&err);
}

#define PLAN "\"plan\": {\"type\": \"Kế hoạch\", \"number\": \"5/KH-UBND\", \"date\": \"2013-07-11\"}"
#define DEADLINE "\"deadline\": {\"raw\": null, \"kind\": \"none\", \"start\": null, \"due\": null, \"every\": null}"

Test(json_read, knows_json_from_prose)
{
	struct source source = { .bytes = xstrdup("\xEF\xBB\xBF{\"a\": 1}"), .length = 11 };

	cr_assert(office_is_json(&source));
	source.bytes[3] = 'I';
	cr_assert_not(office_is_json(&source));
	source.length = 3;
	cr_assert_not(office_is_json(&source));
	source_release(&source);
}

Test(json_read, a_document_gives_the_draft_with_all_that_was_recorded)
{
	const struct draft_task *task;
	enum status status = read_text(
		"{" PLAN ", \"agencies\": ["
		" {\"code\": \"SNV\", \"name\": \"Sở Nội vụ\", \"kind\": \"department\", \"aliases\": [\"Nội vụ\"],"
		"  \"groups\": [\"các sở\"]},"
		" {\"code\": null, \"name\": \"các sở\", \"kind\": \"group\", \"aliases\": [], \"groups\": []}],"
		" \"references\": ["
		" {\"kind\": \"Chỉ thị\", \"number\": \"7/CT-TTg\", \"date\": \"2012-01-05\", \"raw\": \"cũ\", \"relation\": \"basis\","
		"  \"in_plan\": true, \"in_tasks\": []},"
		" {\"kind\": \"Chỉ thị\", \"number\": \"7/CT-TTg\", \"date\": \"2013-05-22\", \"raw\": \"mới\", \"relation\": \"mentions\","
		"  \"corrected\": true, \"in_plan\": false, \"in_tasks\": [\"I.1-2\"]}],"
		" \"sections\": [{\"path\": \"I\", \"label\": \"I.\", \"title\": \"A\", \"body\": \"x\\ny\", \"tasks\": []},"
		" {\"path\": \"I.1\", \"title\": \"B\", \"tasks\": [{\"path\": \"I.1-2\", \"title\": \"Làm\", \"text\": \"Sở làm\\nnữa\","
		"  \"product\": \"Báo cáo\", \"deadline\": {\"raw\": \"quý III\", \"kind\": \"quarter\", \"start\": \"2013-07-01\","
		"  \"due\": \"2013-09-30\", \"every\": null}, \"lead\": [\"các sở\"], \"coordinating\": [\"Sở Tư pháp\"],"
		"  \"via\": \"Sở Nội vụ\", \"inherited\": true, \"status\": \"doing\","
		"  \"obligations\": [{\"agency\": \"Sở Nội vụ\", \"period\": null, \"due\": \"2013-09-30\", \"state\": \"done\","
		"  \"done_on\": \"2013-08-20\", \"evidence\": \"BC 5\"}], \"references\": [\"7/CT-TTg\"],"
		"  \"notes\": [{\"text\": \"đã gọi\", \"who\": \"lan\", \"at\": \"2013-08-01T02:00:00Z\"}]}]}],"
		" \"attachments\": [{\"name\": \"pl.doc\", \"size\": \"82.5 KB\", \"present\": false}],"
		" \"unused\": [{\"line\": 3, \"text\": \"menu\", \"why\": \"trang web\"}]}");

	cr_assert_eq(status, OK, "%s", error_text(&err));
	cr_assert_str_eq(draft.plan.number, "5/KH-UBND");
	cr_assert_eq(draft.plan.year, 2013);
	cr_assert_eq(draft.agencies.count, 2);
	cr_assert_eq(draft.agencies.items[1].members.count, 1);
	cr_assert_str_eq(draft.agencies.items[1].members.items[0], "Sở Nội vụ");
	cr_assert_eq(draft.references.count, 1, "what only a task cites is the task's");
	cr_assert_eq(draft.sections.count, 2);
	cr_assert_eq(draft.sections.items[1].parent, 0);
	cr_assert_eq(draft.sections.items[1].section.level, 2);
	cr_assert_eq(draft.sections.items[1].section.seq, 2);
	cr_assert_str_eq(draft.sections.items[0].section.body, "x\ny");
	task = &draft.sections.items[1].tasks.items[0];
	cr_assert_eq(task->task.position, 2);
	cr_assert_str_eq(task->task.text, "Sở làm\nnữa");
	cr_assert_eq(task->task.deadline.kind, DEADLINE_QUARTER);
	cr_assert_eq(date_compare(task->task.deadline.due, date_make(2013, 9, 30)), 0);
	cr_assert_eq(task->leads.items[0].kind, AGENCY_GROUP);
	cr_assert_str_eq(task->via, "Sở Nội vụ");
	cr_assert(task->task.inherited);
	cr_assert_eq(task->task.status, TASK_DOING);
	cr_assert_eq(task->recorded.items[0].state, OBLIGATION_DONE);
	cr_assert_str_eq(task->recorded.items[0].evidence, "BC 5");
	cr_assert_str_eq(task->references.items[0].raw, "mới", "of two with one number, the one this task cites");
	cr_assert(task->references.items[0].corrected);
	cr_assert_str_eq(task->notes.items[0].who, "lan");
	cr_assert_str_eq(draft.attachments.items[0].size, "82.5 KB");
	cr_assert_eq(draft.unused.items[0].line, 3);
	draft_release(&draft);
}

Test(json_read, refuses_what_is_no_json_and_says_where)
{
	must_refuse("{\n \"plan\": }", "dòng 2");
	must_refuse("{\"plan\": {}, \"plan\": {}}", "không phải JSON đúng");
	must_refuse("{", "không phải JSON đúng");
}

Test(json_read, refuses_what_is_no_export_and_names_the_key)
{
	must_refuse("{}", "«plan»");
	must_refuse("{\"plan\": []}", "«plan»");
	must_refuse("{" PLAN "}", "«sections»");
	must_refuse("{" PLAN ", \"sections\": {}}", "«sections»");
	must_refuse("{" PLAN ", \"sections\": [1]}", "«path»");
	must_refuse("{" PLAN ", \"sections\": [{\"path\": \"I\", \"title\": 5}]}", "«title»");
	must_refuse("{" PLAN ", \"sections\": [{\"path\": \"I\"}, {\"path\": \"I\"}]}", "«path»");
	must_refuse("{" PLAN ", \"sections\": [{\"path\": \"I\", \"tasks\": [{\"path\": \"II-1\", \"title\": \"A\", "
		    DEADLINE "}]}]}", "«path»");
	must_refuse("{" PLAN ", \"sections\": [{\"path\": \"I\", \"tasks\": [{\"path\": \"I-1\", \"title\": \"A\"}]}]}",
		    "«deadline»");
	must_refuse("{" PLAN ", \"sections\": [{\"path\": \"I\", \"tasks\": [{\"path\": \"I-1\", \"title\": \"A\", "
		    DEADLINE ", \"status\": \"maybe\"}]}]}", "«status»");
	must_refuse("{" PLAN ", \"agencies\": [{\"name\": \"Sở A\", \"groups\": [\"không có\"]}], "
		    "\"sections\": [{\"path\": \"I\"}]}", "«groups»");
}

Test(json_read, strings_are_cleaned_at_the_door)
{
	cr_assert_eq(read_text("{\"plan\": {\"type\": \"Kê\\u0301 \\u202Ehoạch\\u001b[2J\"}, \"sections\": [{\"path\": \"I\"}]}"), OK,
		     "%s", error_text(&err));
	cr_assert_null(strchr(draft.plan.type, '\033'));
	cr_assert(!strncmp(draft.plan.type, "Kế ", strlen("Kế ")), "%s", draft.plan.type);
	cr_assert_null(strstr(draft.plan.type, "\u202E"));
	draft_release(&draft);
}
