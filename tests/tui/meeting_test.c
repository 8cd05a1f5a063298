/* A review meeting: its agenda, one task on the whole screen, a key for each decision, the papers. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "desk.h"
#include "tui/view_meetings.h"
#include "tui/view_stage.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(meeting, .init = sit_down, .fini = get_up);

/* All that is not done comes on the agenda. */
static void open_meeting(void)
{
	desk_keys(&desk, "m n bộ_lọc_khác Enter");
	desk_keys(&desk, "Họp_giao_ban Enter Enter Phòng_họp_2 Enter Ông_Đỗ_Bình Enter Bà_Lê_Hoa Enter các_sở Enter -tt:xong F2 rest");
}

Test(meeting, agenda_at_80x24)
{
	open_meeting();
	desk_expect_golden(&desk, "meeting-80x24");
}

Test(meeting, agenda_at_40x10)
{
	open_meeting();
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "meeting-40x10");
}

Test(meeting, a_task_on_the_stage_at_80x24)
{
	open_meeting();
	desk_keys(&desk, "Enter rest");
	desk_expect_golden(&desk, "stage-80x24");
}

Test(meeting, a_task_on_the_stage_at_120x40_and_40x10)
{
	open_meeting();
	desk_keys(&desk, "Enter rest");
	desk_resize(&desk, 120, 40);
	desk_expect_golden(&desk, "stage-120x40");
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "stage-40x10");
}

Test(meeting, no_line_on_the_stage_is_longer_than_can_be_read_from_the_back)
{
	char *screen, *rest, *line;
	int number = 0;

	open_meeting();
	desk_keys(&desk, "Enter");
	desk_resize(&desk, 200, 60);
	screen = rest = desk_screen(&desk, false);
	while ((line = strsep(&rest, "\n"))) {
		number++;
		line += strspn(line, " ");
		if (number > 2 && number < 58)
			cr_assert_leq(viet_width(line, strlen(line)), STAGE_COLUMNS, "%s", line);
	}
	free(screen);
}

Test(meeting, each_key_is_a_decision_that_is_an_ordinary_change)
{
	open_meeting();
	desk_keys(&desk, "Enter Space Công_văn_3/SYT-VP Enter SYT F2");
	desk_expect(&desk, "Đã ghi kết luận: đã hoàn thành");
	desk_expect(&desk, "Chưa xong 3/6");
	desk_expect(&desk, "Kết luận ngày 20/8/2013: Sở Y tế: đã hoàn thành: Công văn 3/SYT-VP");
	desk_keys(&desk, "u");
	desk_expect(&desk, "Chưa xong 4/6");
	desk_expect_not(&desk, "Kết luận ngày");
	desk_keys(&desk, "r gửi_ngay Enter 25/8/2013 Enter SXD F2");
	desk_expect(&desk, "Sở Xây dựng: đôn đốc, chậm nhất ngày");
	desk_keys(&desk, "t 30/9/2013 Enter chờ_kinh_phí F2");
	desk_expect(&desk, "Hạn 30/9/2013 · còn 41 ngày");
	desk_keys(&desk, "a STP F2");
	desk_expect(&desk, "Chủ trì: Sở Tư pháp");
	desk_keys(&desk, "g Báo_cáo_miệng F2");
	desk_expect(&desk, "ghi nhận: Báo cáo miệng");
	desk_keys(&desk, "p chờ_họp Enter");
	desk_expect(&desk, "để phiên họp sau: chờ họp");
	desk_keys(&desk, "c Mua_máy_in_@STC_!30/9/2013");
	desk_expect(&desk, "Sở Tài chính");
	desk_keys(&desk, "Enter Esc Esc Esc");
	desk_expect(&desk, "Mua máy in");
}

Test(meeting, what_a_decision_lacks_is_said_and_what_was_typed_stays)
{
	open_meeting();
	desk_keys(&desk, "Enter t ngày_kia_nữa F2");
	desk_expect(&desk, "Không hiểu ngày");
	desk_expect(&desk, "ngày kia nữa");
	desk_keys(&desk, "Esc a Cục_Đá F2");
	desk_expect(&desk, "Cục Đá");
	desk_keys(&desk, "Esc a");
	desk_expect(&desk, "Cục Đá");
}

Test(meeting, figures_stand_between_the_parts_and_at_the_end)
{
	open_meeting();
	desk_keys(&desk, "Enter n n");
	desk_expect(&desk, "Việc 3/6");
	desk_keys(&desk, "n");
	desk_expect(&desk, "Số liệu giữa các phần");
	desk_expect_golden(&desk, "figures-80x24");
	desk_keys(&desk, "b");
	desk_expect(&desk, "Việc 3/6");
	desk_keys(&desk, "n n");
	desk_expect(&desk, "Việc 4/6");
	desk_keys(&desk, "/ 6 Enter");
	desk_expect(&desk, "Việc 6/6");
	desk_keys(&desk, "n");
	desk_expect(&desk, "Số liệu cuối phiên họp");
	desk_keys(&desk, "Space");
	desk_expect(&desk, "sang một việc");
	desk_keys(&desk, "/ 7 Enter");
	desk_expect(&desk, "gõ số từ 1 đến 6");
}

Test(meeting, time_spent_is_counted)
{
	long long now = clock_now();

	open_meeting();
	desk_keys(&desk, "Enter");
	clock_freeze(now + 150);
	desk_keys(&desk, "n");
	clock_freeze(now + 160);
	desk_keys(&desk, "b");
	desk_expect(&desk, "2 phút");
}

Test(meeting, the_agenda_is_put_in_order_and_thinned)
{
	open_meeting();
	desk_keys(&desk, "> rest");
	desk_expect(&desk, "   1 I.2-1");
	desk_expect(&desk, "▸   2 I.1-2");
	desk_keys(&desk, "x");
	desk_expect(&desk, "0/5 kết luận");
	desk_keys(&desk, "u");
	desk_expect(&desk, "0/6 kết luận");
}

Test(meeting, ends_with_a_notice_that_is_kept)
{
	open_meeting();
	desk_keys(&desk, "Enter r gửi_ngay Enter 25/8/2013 Enter SXD F2 Esc F2 rest");
	desk_expect_golden(&desk, "paper-80x24");
	desk_keys(&desk, "Tab");
	desk_expect(&desk, "BIÊN BẢN");
	desk_keys(&desk, "Esc r End");
	desk_expect(&desk, "Lưu: VT");
	desk_keys(&desk, "Esc Esc n bộ_lọc_khác Enter F2");
	desk_expect(&desk, "5 việc phiên trước chưa kết luận");
}

Test(meeting, others_follow_until_they_look_around)
{
	struct workbench other_wb;
	struct app other;
	struct surface surface;
	struct strbuf dump = STRBUF_INIT;

	open_meeting();
	desk_keys(&desk, "Enter n");
	workbench_init(&other_wb, desk.store, "hoa");
	app_init(&other, &other_wb, NULL);
	cr_assert_eq(app_open_plan(&other, desk.plan, NULL), OK);
	surface_init(&surface, 24, 80);
	app_push(&other, meetings_view_new(&other, &(struct task_ids){ 0 }, ""));
	app_push(&other, stage_view_new(&other, 1, 0, true));
	app_draw(&other, &surface);
	surface_dump(&surface, false, &dump);
	cr_assert(strstr(dump.text, "Việc 2/6") && strstr(dump.text, "theo dõi lan"), "%s", dump.text);
	desk_keys(&desk, "n");
	app_stale(&other);
	app_draw(&other, &surface);
	strbuf_clear(&dump);
	surface_dump(&surface, false, &dump);
	cr_assert(strstr(dump.text, "Việc 3/6"), "%s", dump.text);
	app_key(&other, &(struct key){ 'b', "b" });
	desk_keys(&desk, "b b");
	app_stale(&other);
	app_draw(&other, &surface);
	strbuf_clear(&dump);
	surface_dump(&surface, false, &dump);
	cr_assert(strstr(dump.text, "Việc 2/6") && strstr(dump.text, "tự xem"), "%s", dump.text);
	app_key(&other, &(struct key){ 'f', "f" });
	app_draw(&other, &surface);
	strbuf_clear(&dump);
	surface_dump(&surface, false, &dump);
	cr_assert(strstr(dump.text, "Việc 1/6"), "%s", dump.text);
	desk_keys(&desk, "Esc");
	app_stale(&other);
	app_draw(&other, &surface);
	strbuf_clear(&dump);
	surface_dump(&surface, false, &dump);
	cr_assert(strstr(dump.text, "đã dừng"), "%s", dump.text);
	strbuf_release(&dump);
	surface_release(&surface);
	app_release(&other);
	workbench_release(&other_wb);
}

static void add_body(const char *code, const char *name)
{
	struct agency agency = { .code = xstrdup(code), .name = xstrdup(name), .kind = AGENCY_DEPARTMENT };
	row_id all[16], group;
	size_t count = 0;
	struct agency_list members = { 0 };

	cr_assert_eq(workbench_save_agency(&desk.wb, &agency, NULL), OK);
	cr_assert_eq(workbench_find_agency(&desk.wb, "các Sở, Ban, ngành", &group, NULL), OK);
	cr_assert_eq(desk.store->agency_members(desk.store, group, &members, NULL), OK);
	for (; count < members.count; count++)
		all[count] = members.items[count].id;
	all[count++] = agency.id;
	cr_assert_eq(workbench_set_members(&desk.wb, group, all, count, NULL), OK);
	agency_list_release(&members);
	agency_release(&agency);
}

Test(meeting, many_bodies_are_told_by_their_symbols)
{
	add_body("SCT", "Sở Công Thương");
	add_body("SGDĐT", "Sở Giáo dục và Đào tạo");
	add_body("SKHCN", "Sở Khoa học và Công nghệ");
	add_body("SGTVT", "Sở Giao thông vận tải");
	open_meeting();
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Chưa xong 8/10: Sở Công Thương");
	desk_keys(&desk, "Esc Esc Esc");
	add_body("BDT", "Ban Dân tộc");
	desk_keys(&desk, "m Enter Enter");
	desk_expect(&desk, "Chưa xong 9/11: BDT; SCT");
}
