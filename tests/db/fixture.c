#include "fixture.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct store *open_memory(void)
{
	struct store *store = NULL;

	must(db_open(":memory:", 0, &store, &must_err));
	return store;
}

char *temp_folder(void)
{
	const char *base = getenv("TMPDIR");
	char *folder = xasprintf("%s/kehoach-test-XXXXXX", base ? base : "/tmp");

	cr_assert(mkdtemp(folder));
	return folder;
}

char *in_folder(const char *folder, const char *name)
{
	return xasprintf("%s/%s", folder, name);
}

void remove_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		char *path = in_folder(folder, entry->d_name);

		if (unlink(path))
			rmdir(path);
		free(path);
	}
	if (dir)
		closedir(dir);
	rmdir(folder);
}

struct store *open_file(const char *path)
{
	struct store *store = NULL;

	must(db_open(path, DB_CREATE, &store, &must_err));
	return store;
}

void begin(struct store *store, const char *who, const char *action)
{
	struct change_intent intent = { .who = who, .action = action };

	must(store->begin(store, &intent, &must_err));
}

void commit(struct store *store, const char *summary)
{
	must(store->commit(store, summary, &must_err));
}

struct date day(const char *iso)
{
	struct date date = { 0 };

	if (iso)
		cr_assert(date_from_iso(iso, &date));
	return date;
}

row_id add_plan(struct store *store, const char *number)
{
	struct plan plan = {
		.type = xstrdup("Kế hoạch"), .number = xstrdup(number), .title = xstrdup("Cải cách hành chính"),
		.date = { 2013, 5, 0 }, .year = 2013,
	};
	row_id id;

	must(store->plan_insert(store, &plan, &must_err));
	id = plan.id;
	plan_release(&plan);
	return id;
}

row_id add_section(struct store *store, row_id plan, row_id parent, int seq, int level, const char *path)
{
	struct section section = {
		.plan_id = plan, .parent_id = parent, .seq = seq, .level = level, .path = xstrdup(path),
		.title = xasprintf("Mục %s", path), .body = xstrdup("Lời dẫn."),
	};
	row_id id;

	must(store->section_insert(store, &section, &must_err));
	id = section.id;
	section_release(&section);
	return id;
}

row_id add_task(struct store *store, row_id plan, row_id section, const char *title, const char *due)
{
	struct task task = { .plan_id = plan, .section_id = section, .title = xstrdup(title), .text = xstrdup(title) };
	row_id id;

	if (due) {
		task.deadline.kind = DEADLINE_DATE;
		task.deadline.due = day(due);
		task.deadline.raw = xasprintf("đến hết ngày %s", due);
	}
	must(store->task_insert(store, &task, &must_err));
	id = task.id;
	task_release(&task);
	return id;
}

row_id add_agency(struct store *store, const char *code, const char *name, enum agency_kind kind)
{
	struct agency agency = { .code = xstrdup_or_null(code), .name = xstrdup(name), .kind = kind };
	row_id id;

	must(store->agency_insert(store, &agency, &must_err));
	id = agency.id;
	agency_release(&agency);
	return id;
}

void add_assignment(struct store *store, row_id task, row_id agency, enum role role, int position)
{
	struct assignment assignment = { .task_id = task, .agency_id = agency, .role = role, .position = position };

	must(store->assignment_insert(store, &assignment, &must_err));
}

row_id add_obligation(struct store *store, row_id task, row_id agency)
{
	struct obligation obligation = { .task_id = task, .agency_id = agency };

	must(store->obligation_insert(store, &obligation, &must_err));
	return obligation.id;
}

struct task get_task(struct store *store, row_id id)
{
	struct task task = { 0 };

	must(store->task_get(store, id, &task, &must_err));
	return task;
}

struct made make_plan(struct store *store)
{
	static const struct {
		int section;
		const char *title, *due;
	} tasks[] = {
		{ 0, "Ban hành quy chế làm việc", NULL },			/* SNV leads */
		{ 0, "Rà soát thủ tục đất đai", "2013-08-31" },			/* the group leads, STP coordinates */
		{ 2, "Đạt chuẩn cơ sở dữ liệu dân cư", "2013-09-30" },		/* STC and the group lead */
		{ 2, "Đào tạo cán bộ cấp xã", "2013-12-31" },			/* SNV leads, STC coordinates */
		{ 3, "Tổ chức hội nghị sơ kết", "2013-06-30" },			/* STP leads */
		{ 3, "Bố trí kinh phí hằng năm", NULL },			/* STC leads */
		{ 4, "Báo cáo kết quả về Sở Nội vụ", "2013-08-31" },		/* nobody */
		{ 4, "Khen thưởng tập thể, cá nhân", NULL },			/* nobody */
	};
	struct made made = { 0 };
	const enum agency_kind department = AGENCY_DEPARTMENT;
	const struct change_intent import = { .who = "lan", .action = "import", .bulk = true };

	must(store->begin(store, &import, &must_err));
	made.plan = add_plan(store, "15/KH-UBND");
	made.section[0] = add_section(store, made.plan, 0, 1, 1, "I");
	made.section[1] = add_section(store, made.plan, 0, 2, 1, "II");
	made.section[2] = add_section(store, made.plan, made.section[1], 3, 2, "II.1");
	made.section[3] = add_section(store, made.plan, made.section[1], 4, 2, "II.2");
	made.section[4] = add_section(store, made.plan, 0, 5, 1, "III");
	made.snv = add_agency(store, "SNV", "Sở Nội vụ", department);
	made.stc = add_agency(store, "STC", "Sở Tài chính", department);
	made.stp = add_agency(store, "STP", "Sở Tư pháp", department);
	made.group = add_agency(store, NULL, "các Sở, Ban, ngành", AGENCY_GROUP);
	must(store->member_insert(store, made.group, made.snv, &must_err));
	must(store->member_insert(store, made.group, made.stc, &must_err));
	for (int i = 0; i < 8; i++)
		made.task[i] = add_task(store, made.plan, made.section[tasks[i].section], tasks[i].title, tasks[i].due);
	add_assignment(store, made.task[0], made.snv, ROLE_LEAD, 1);
	add_assignment(store, made.task[1], made.group, ROLE_LEAD, 1);
	add_assignment(store, made.task[1], made.stp, ROLE_COORDINATING, 1);
	add_assignment(store, made.task[2], made.stc, ROLE_LEAD, 1);
	add_assignment(store, made.task[2], made.group, ROLE_LEAD, 2);
	add_assignment(store, made.task[3], made.snv, ROLE_LEAD, 1);
	add_assignment(store, made.task[3], made.stc, ROLE_COORDINATING, 1);
	add_assignment(store, made.task[4], made.stp, ROLE_LEAD, 1);
	add_assignment(store, made.task[5], made.stc, ROLE_LEAD, 1);
	commit(store, "Nhập kế hoạch");
	return made;
}
