/* Lines that are pasted: each a task, told before they are added in one step. */
#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

#include "core/base/memory.h"
#include "desk.h"

static struct desk desk;

static const char lines[] = "- Họp giao ban @SNV !30/9/2013\n2. Lập dự toán @STP\n\na) Việc @không rõ ai\n";

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "Down Down Down Down Down n");
	desk_paste(&desk, lines);
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(lines, .init = sit_down, .fini = get_up);

Test(lines, at_80x24)
{
	desk_expect_golden(&desk, "lines-80x24");
}

Test(lines, at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "lines-40x10");
}

Test(lines, nothing_is_added_while_a_line_is_not_understood)
{
	desk_expect(&desk, "2 việc · 1 dòng chưa hiểu");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Còn 1 dòng chưa hiểu");
	desk_keys(&desk, "End e");
	desk_expect(&desk, "Dòng này: Việc @không rõ ai");
	desk_keys(&desk, "Ctrl-U Việc_@STC Enter");
	desk_expect(&desk, "3 việc");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Đã thêm 3 nhiệm vụ");
	desk_expect(&desk, "Họp giao ban");
	desk_keys(&desk, "u");
	desk_expect_not(&desk, "Họp giao ban");
	desk_expect_not(&desk, "Lập dự toán");
}

Test(lines, a_line_is_left_out)
{
	desk_keys(&desk, "End x");
	desk_expect(&desk, "– Việc @không rõ ai");
	desk_keys(&desk, "F2");
	desk_expect(&desk, "Đã thêm 2 nhiệm vụ");
	desk_keys(&desk, "n");
	desk_expect(&desk, "Nhiệm vụ mới:");
}

Test(lines, they_are_there_until_they_are_added_or_all_left_out)
{
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "các dòng đã dán còn giữ");
	desk_come_back(&desk);
	desk_expect(&desk, "1 chỗ gõ dở, như «Họp giao ban @SNV !30/9…»");
	desk_keys(&desk, "Down Down Down Down Down n");
	desk_expect(&desk, "2 việc · 1 dòng chưa hiểu");
	desk_keys(&desk, "Home x x x Esc n");
	desk_expect(&desk, "Nhiệm vụ mới:");
}

Test(lines, one_pasted_line_stays_a_line)
{
	desk_keys(&desk, "Home x x x Esc n");
	desk_paste(&desk, "Họp @SNV");
	desk_expect(&desk, "Nhiệm vụ mới: Họp");
}

/* --- one line each --------------------------------------------------------- */

/* Keys of SCRIPT: a letter typed, or a key by its name. */
static int keys_in(const char *script)
{
	static const char *const names[] = { "Enter" };
	int keys = 0;

	while (*script) {
		size_t length = strcspn(script, " ");
		bool named = false;

		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			named = named || (strlen(names[i]) == length && !strncmp(script, names[i], length));
		for (size_t i = 0; i < length; i++)
			keys += !named && (script[i] & 0xC0) != 0x80;
		keys += named;
		script += length;
		script += *script == ' ';
	}
	return keys;
}

/* How many bodies of ROLE. */
static int bodies_of(row_id task, enum role role)
{
	struct assignment_list list = { 0 };
	int count = 0;

	cr_assert_eq(desk.store->assignments(desk.store, task, &list, NULL), OK);
	for (size_t i = 0; i < list.count; i++)
		count += list.items[i].role == role;
	assignment_list_release(&list);
	return count;
}

/* Twenty tasks with a lead, two that help and a day: what they take beyond the letters of their titles. */
Test(entry, a_task_with_all_of_its_parts_takes_at_most_25_keys_beyond_its_title, .init = sit_down, .fini = get_up)
{
	static const char *const parts[] = {
		"_@SNV_+STP;_STC_!15/9", "_@STTTT_+SNV;STC_!15/9", "_@STC_+SNV;_STTTT_!1/10", "_@STP_+SNV;_STC_!q4/13",
	};
	enum { MOST_KEYS = 25, TASKS = 20 };

	desk_keys(&desk, "Home x x x Esc");
	for (int i = 0; i < TASKS; i++) {
		char *title = xasprintf("Việc_gấp_số_%d", i + 1);
		char *script = xasprintf("n %s%s Enter", title, parts[i % 4]);
		struct target target = { 0 };
		struct task_row row = { 0 };

		cr_expect_leq(keys_in(script) - keys_in(title), MOST_KEYS, "%s: %d keys", script, keys_in(script) - keys_in(title));
		desk_keys(&desk, script);
		desk_expect(&desk, "Đã thêm");
		app_target(&desk.app, app_top(&desk.app), &target);
		cr_assert_eq(target.tasks.count, 1);
		cr_expect_eq(bodies_of(target.tasks.items[0], ROLE_LEAD), 1, "%s", script);
		cr_expect_eq(bodies_of(target.tasks.items[0], ROLE_COORDINATING), 2, "%s", script);
		cr_assert_eq(desk.store->task_row_get(desk.store, target.tasks.items[0], &row, NULL), OK);
		cr_expect_neq(row.task.deadline.kind, DEADLINE_NONE, "%s", script);
		task_row_release(&row);
		target_release(&target);
		free(script);
		free(title);
	}
}
