/*
 * store TASKS FILE: store a plan of so many tasks as an import does, once it is read and understood.
 *
 * Each has the usual load: some 200 bytes of text, a lead, a coordinator, an
 * obligation, a day. Prints the microseconds a task.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/workbench/workbench.h"
#include "db/db.h"

enum { SECTION_TASKS = 250, BODIES = 40, DAYS = 1800 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const verbs[] = {
	"Soạn thảo", "Rà soát, thay thế", "Trình ban hành", "Tập huấn về", "Sơ kết việc thực hiện", "Kiểm tra đột xuất",
	"Khảo sát, đề xuất", "Phổ biến rộng rãi", "Cân đối kinh phí cho", "Thẩm định", "Đôn đốc", "Báo cáo định kỳ về",
};

static const char *const objects[] = {
	"quy định giao đất ở cho hộ nghèo", "đề án trường học bán trú", "lộ trình nông thôn mới nâng cao",
	"danh mục đầu tư trung hạn", "cơ sở dữ liệu hộ tịch", "quy hoạch bến bãi, kho ngoại quan", "chương trình dạy nghề",
	"chính sách cho người có uy tín", "tuyến đường tuần tra", "chế độ báo cáo điện tử", "quy chế tiếp công dân",
	"phương án sáp nhập thôn, khối phố", "kịch bản ứng phó lũ quét", "trạm cấp nước tập trung", "sàn giao dịch nông sản",
};

static const char *const aims[] = {
	"bảo đảm đúng thẩm quyền và thời gian", "không để chậm trễ kéo dài", "lấy ý kiến người dân trước khi trình",
	"gắn với chuyển đổi số ở cơ sở", "báo cáo kết quả vào cuối mỗi quý", "phân công rõ người, rõ việc",
	"ưu tiên các xã vùng cao, biên giới",
};

static _Noreturn void fail(const struct error *err)
{
	fprintf(stderr, "store: %s\n", error_text(err));
	exit(1);
}

static void check(enum status status, const struct error *err)
{
	if (status != OK)
		fail(err);
}

/* --- what was understood ------------------------------------------------ */

static void add_body(struct agency_list *list, int number)
{
	struct agency body = { .name = xasprintf("UBND xã Thử %d", number % BODIES), .kind = AGENCY_COMMUNE };

	agency_list_add(list, &body);
}

static void add_task(struct draft_section *section, int number)
{
	size_t n = (size_t)number;
	char day[DATE_TEXT];
	struct draft_task draft = { .first_line = number, .last_line = number };
	struct task *task = &draft.task;

	task->position = (number - 1) % SECTION_TASKS + 1;
	task->title = xasprintf("%s %s (việc số %d)", verbs[n % COUNT(verbs)], objects[n / 5 % COUNT(objects)], number);
	task->text = xasprintf("%s, %s, %s, %s.", task->title, aims[n % COUNT(aims)], aims[(n + 2) % COUNT(aims)],
			       aims[(n + 3) % COUNT(aims)]);
	task->deadline.kind = DEADLINE_DATE;
	task->deadline.due = date_add_days(date_make(2013, 1, 1), number * 7 % DAYS);
	task->deadline.raw = xasprintf("đến hết ngày %s", date_vietnamese(task->deadline.due, day));
	add_body(&draft.leads, number);
	add_body(&draft.coordinating, number + 1 + number / 3 % (BODIES - 1));
	draft_task_list_add(&section->tasks, &draft);
}

static void add_section(struct draft *draft, int number, int first, int last)
{
	struct draft_section section = { .parent = -1 };

	section.section = (struct section){
		.seq = number, .level = 1, .path = xasprintf("%d", number), .label = xasprintf("%d.", number),
		.title = xstrdup(objects[(size_t)number % COUNT(objects)]),
	};
	for (int task = first; task <= last; task++)
		add_task(&section, task);
	draft_section_list_add(&draft->sections, &section);
}

static void make_draft(struct draft *draft, int tasks)
{
	draft->plan = (struct plan){
		.type = xstrdup("Kế hoạch"), .number = xstrdup("1/KH-THU"), .title = xstrdup("Kế hoạch thử"),
		.date = date_make(2013, 5, 22), .year = 2013,
	};
	for (int first = 1, number = 1; first <= tasks; first += SECTION_TASKS, number++) {
		int last = first + SECTION_TASKS - 1;

		add_section(draft, number, first, last < tasks ? last : tasks);
	}
}

/* --- storing it --------------------------------------------------------- */

static double now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* The microseconds that it took. */
static double store_draft(struct store *store, const struct draft *draft, struct error *err)
{
	struct source source = {
		.name = xstrdup("thu.txt"), .imported_by = xstrdup("thu"), .imported_at = clock_now(),
		.bytes = xstrdup("thử"), .length = sizeof "thử" - 1,
	};
	struct import_report report = { 0 };
	struct workbench wb;
	double began, took;

	workbench_init(&wb, store, "thu");
	began = now_us();
	check(workbench_import(&wb, draft, &source, false, &report, err), err);
	took = now_us() - began;
	workbench_release(&wb);
	import_report_release(&report);
	source_release(&source);
	return took;
}

int main(int argc, char **argv)
{
	struct error err = ERROR_INIT;
	struct draft draft = { 0 };
	struct store *store;
	int tasks = argc == 3 ? atoi(argv[1]) : 0;

	if (tasks < 1) {
		fprintf(stderr, "store TASKS FILE\n");
		return 2;
	}
	make_draft(&draft, tasks);
	check(db_open(argv[2], DB_CREATE, &store, &err), &err);
	printf("%.2f\n", store_draft(store, &draft, &err) / tasks);
	store->close(store);
	draft_release(&draft);
	error_release(&err);
	return 0;
}
