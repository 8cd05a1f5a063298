/*
 * make_db: a database with one plan of many tasks, the same for the same number.
 *
 *	make_db TASKS FILE
 *
 * Filled through the store as an import fills it, in one change: sections of 250
 * tasks, a lead each (one in fifty a group), up to five coordinators, days over
 * five years, every fourth task done.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db/db.h"

enum { SECTION_TASKS = 250, DAYS = 1800 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const section_titles[] = {
	"Thể chế và tổ chức thi hành pháp luật", "Thủ tục một cửa, một cửa liên thông", "Hạ tầng giao thông nông thôn",
	"Chính quyền số và dữ liệu dùng chung", "Bồi dưỡng cán bộ, công chức", "Giảm nghèo và bảo trợ xã hội",
	"Đất đai, rừng và nguồn nước", "Sản xuất nông nghiệp sạch", "Trật tự an toàn xã hội", "Hợp tác vùng biên",
	"Truyền thông chính sách", "Tiết kiệm, chống lãng phí",
};

static const char *const verbs[] = {
	"Soạn thảo", "Rà soát, thay thế", "Trình ban hành", "Tập huấn về", "Sơ kết việc thực hiện", "Kiểm tra đột xuất",
	"Khảo sát, đề xuất", "Phổ biến rộng rãi", "Cân đối kinh phí cho", "Thẩm định", "Đôn đốc", "Báo cáo định kỳ về",
};

static const char *const objects[] = {
	"quy định giao đất ở cho hộ nghèo", "đề án trường học bán trú", "lộ trình nông thôn mới nâng cao",
	"danh mục đầu tư trung hạn", "cơ sở dữ liệu hộ tịch", "quy hoạch bến bãi, kho ngoại quan", "chương trình dạy nghề",
	"dịch vụ công mức độ cao", "chính sách cho người có uy tín", "tuyến đường tuần tra", "chế độ báo cáo điện tử",
	"phương án sáp nhập thôn, khối phố", "kịch bản ứng phó lũ quét", "trạm cấp nước tập trung", "quy chế tiếp công dân",
	"chuẩn nghèo mới", "trạm y tế xã", "sàn giao dịch nông sản",
};

static const char *const scopes[] = {
	"ở vùng cao", "trong ba năm tới", "tại các xã biên giới", "trên địa bàn toàn tỉnh", "cho người cao tuổi",
	"theo yêu cầu của Hội đồng nhân dân", "gắn với chuyển đổi số", "ở khu vực đô thị", "cho năm sau",
};

static const char *const departments[][2] = {
	{ "SNV", "Sở Nội vụ" }, { "STC", "Sở Tài chính" }, { "STP", "Sở Tư pháp" }, { "SYT", "Sở Y tế" },
	{ "SXD", "Sở Xây dựng" }, { "SCT", "Sở Công Thương" }, { "SGDĐT", "Sở Giáo dục và Đào tạo" },
	{ "SGTVT", "Sở Giao thông vận tải" }, { "STNMT", "Sở Tài nguyên và Môi trường" },
	{ "SNN", "Sở Nông nghiệp và Phát triển nông thôn" }, { "SLĐTBXH", "Sở Lao động - Thương binh và Xã hội" },
	{ "SKHCN", "Sở Khoa học và Công nghệ" }, { "SKHĐT", "Sở Kế hoạch và Đầu tư" },
	{ "SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch" }, { "STTTT", "Sở Thông tin và Truyền thông" },
	{ "SNgV", "Sở Ngoại vụ" }, { "BDT", "Ban Dân tộc" }, { "TTr", "Thanh tra tỉnh" }, { "VPUB", "Văn phòng UBND tỉnh" },
	{ "CAT", "Công an tỉnh" },
};

enum { DISTRICTS = 20, BODIES = COUNT(departments) + DISTRICTS };

static _Noreturn void fail(const struct error *err)
{
	fprintf(stderr, "make_db: %s\n", error_text(err));
	exit(1);
}

static void check(enum status status, const struct error *err)
{
	if (status != OK)
		fail(err);
}

/* Not random, only mixed: the same everywhere. */
static unsigned int mix(unsigned long long *state, unsigned int below)
{
	*state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned int)(*state >> 33) % below;
}

struct filling {
	struct store *store;
	struct error *err;
	row_id plan, section;
	row_id bodies[BODIES];
	row_id groups[2];
	unsigned long long state;
};

static row_id add_agency(struct filling *f, const char *code, const char *name, enum agency_kind kind)
{
	struct agency agency = { .code = xstrdup_or_null(code), .name = xstrdup(name), .kind = kind };
	row_id id;

	check(f->store->agency_insert(f->store, &agency, f->err), f->err);
	id = agency.id;
	agency_release(&agency);
	return id;
}

static void add_agencies(struct filling *f)
{
	size_t n = 0;

	for (size_t i = 0; i < COUNT(departments); i++)
		f->bodies[n++] = add_agency(f, departments[i][0], departments[i][1], AGENCY_DEPARTMENT);
	for (int i = 1; i <= DISTRICTS; i++) {
		char *name = xasprintf("UBND huyện Thử %d", i);

		f->bodies[n++] = add_agency(f, NULL, name, AGENCY_DISTRICT);
		free(name);
	}
	f->groups[0] = add_agency(f, NULL, "các Sở, Ban, ngành", AGENCY_GROUP);
	f->groups[1] = add_agency(f, NULL, "UBND các huyện, thành phố", AGENCY_GROUP);
	for (size_t i = 0; i < n; i++)
		check(f->store->member_insert(f->store, f->groups[i >= COUNT(departments)], f->bodies[i], f->err), f->err);
}

static void add_plan(struct filling *f)
{
	struct plan plan = {
		.type = xstrdup("Kế hoạch"), .number = xstrdup("1/KH-THU"), .title = xstrdup("Kế hoạch thử"),
		.date = date_make(2013, 5, 22), .year = 2013,
	};

	check(f->store->plan_insert(f->store, &plan, f->err), f->err);
	f->plan = plan.id;
	plan_release(&plan);
}

static void add_section(struct filling *f, int number)
{
	struct section section = {
		.plan_id = f->plan, .seq = number, .level = 1, .path = xasprintf("%d", number),
		.label = xasprintf("%d.", number), .title = xstrdup(section_titles[(size_t)number % COUNT(section_titles)]),
	};

	check(f->store->section_insert(f->store, &section, f->err), f->err);
	f->section = section.id;
	section_release(&section);
}

static void assign(struct filling *f, row_id task, row_id agency, enum role role, int position)
{
	struct assignment assignment = { .task_id = task, .agency_id = agency, .role = role, .position = position };

	check(f->store->assignment_insert(f->store, &assignment, f->err), f->err);
}

static void owe(struct filling *f, const struct task *task, row_id agency)
{
	struct obligation obligation = { .task_id = task->id, .agency_id = agency, .due = task->deadline.due };

	if (task->status == TASK_DONE) {
		obligation.state = OBLIGATION_DONE;
		obligation.done_on = date_add_days(task->deadline.due, (int)mix(&f->state, 40) - 30);
	}
	check(f->store->obligation_insert(f->store, &obligation, f->err), f->err);
}

static void add_bodies(struct filling *f, const struct task *task)
{
	unsigned int lead = mix(&f->state, BODIES);
	unsigned int others = mix(&f->state, 6) * mix(&f->state, 2);

	if (mix(&f->state, 50)) {
		assign(f, task->id, f->bodies[lead], ROLE_LEAD, 1);
		owe(f, task, f->bodies[lead]);
	} else {
		size_t group = mix(&f->state, 2);

		assign(f, task->id, f->groups[group], ROLE_LEAD, 1);
		for (size_t i = 0; i < COUNT(departments); i++)
			owe(f, task, f->bodies[group * COUNT(departments) + i]);
	}
	for (unsigned int i = 1; i <= others; i++)
		assign(f, task->id, f->bodies[(lead + 7 * i) % BODIES], ROLE_COORDINATING, (int)i);
}

static void add_task(struct filling *f, int number)
{
	static const enum task_status statuses[] = {
		TASK_OPEN, TASK_OPEN, TASK_OPEN, TASK_OPEN, TASK_OPEN, TASK_DOING, TASK_DOING, TASK_DOING, TASK_DOING,
		TASK_DOING, TASK_DOING, TASK_DOING, TASK_DONE, TASK_DONE, TASK_DONE, TASK_DONE, TASK_DONE, TASK_OPEN,
		TASK_OPEN, TASK_SUSPENDED,
	};
	char day[DATE_TEXT];
	struct task task = {
		.plan_id = f->plan, .section_id = f->section, .position = (number - 1) % SECTION_TASKS + 1,
		.status = statuses[mix(&f->state, COUNT(statuses))],
		.deadline = { .kind = DEADLINE_DATE, .due = date_add_days(date_make(2013, 1, 1), (int)mix(&f->state, DAYS)) },
	};

	task.deadline.raw = xasprintf("trước ngày %s", date_vietnamese(date_add_days(task.deadline.due, 1), day));
	task.title = xasprintf("%s %s %s (việc số %d)", verbs[mix(&f->state, COUNT(verbs))],
			       objects[mix(&f->state, COUNT(objects))], scopes[mix(&f->state, COUNT(scopes))], number);
	task.text = xstrdup(task.title);
	check(f->store->task_insert(f->store, &task, f->err), f->err);
	add_bodies(f, &task);
	task_release(&task);
}

static void fill(struct filling *f, int tasks)
{
	struct change_intent intent = { .who = "thu", .action = "import", .bulk = true };

	check(f->store->begin(f->store, &intent, f->err), f->err);
	add_plan(f);
	add_agencies(f);
	for (int number = 1; number <= tasks; number++) {
		if (number % SECTION_TASKS == 1)
			add_section(f, number / SECTION_TASKS + 1);
		add_task(f, number);
	}
	check(f->store->commit(f->store, "Nhập kế hoạch thử", f->err), f->err);
}

int main(int argc, char **argv)
{
	struct error err = ERROR_INIT;
	struct filling f = { .err = &err, .state = 62 };
	int tasks = argc == 3 ? atoi(argv[1]) : 0;
	struct timespec began, ended;
	double seconds;

	if (tasks < 1) {
		fprintf(stderr, "make_db TASKS FILE\n");
		return 2;
	}
	check(db_open(argv[2], DB_CREATE, &f.store, &err), &err);
	clock_gettime(CLOCK_MONOTONIC, &began);
	fill(&f, tasks);
	clock_gettime(CLOCK_MONOTONIC, &ended);
	f.store->close(f.store);
	seconds = (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9;
	printf("%d tasks in %.2f s, %.0f tasks/s\n", tasks, seconds, tasks / seconds);
	return 0;
}
