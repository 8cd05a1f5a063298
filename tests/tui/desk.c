#include "desk.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/viet/decode.h"
#include "db/db.h"
#include "tui/tui.h"

/* --- the plan on the desk ----------------------------------------------- */

static void must(enum status status, struct error *err)
{
	cr_assert_eq(status, OK, "%s", error_text(err));
}

static void add_agency(struct agency_record_list *list, const char *code, const char *name,
		       enum agency_kind kind,
		       const char *members)
{
	struct agency_record record = { .agency = { .name = xstrdup(name), .kind = kind } };
	char *codes = xstrdup(members), *rest = codes, *member;

	record.agency.code = *code ? xstrdup(code) : NULL;
	while ((member = strsep(&rest, " ")))
		if (*member)
			string_list_add(&record.members, member);
	agency_record_list_add(list, &record);
	free(codes);
}

static void add_agencies(struct desk *desk)
{
	struct agency_record_list list = { 0 };
	struct error err = ERROR_INIT;
	size_t added;

	add_agency(&list, "SNV", "Sở Nội vụ", AGENCY_DEPARTMENT, "");
	add_agency(&list, "STC", "Sở Tài chính", AGENCY_DEPARTMENT, "");
	add_agency(&list, "STP", "Sở Tư pháp", AGENCY_DEPARTMENT, "");
	add_agency(&list, "SYT", "Sở Y tế", AGENCY_DEPARTMENT, "");
	add_agency(&list, "SXD", "Sở Xây dựng", AGENCY_DEPARTMENT, "");
	add_agency(&list, "STTTT", "Sở Thông tin và Truyền thông", AGENCY_DEPARTMENT, "");
	add_agency(&list, "", "các Sở, Ban, ngành", AGENCY_GROUP, "SNV STC STP SYT SXD STTTT");
	must(workbench_load_agencies(&desk->wb, &list, &added, &err), &err);
	cr_assert_eq(added, 7);
	agency_record_list_release(&list);
}

static void add_plan(struct desk *desk)
{
	struct plan plan = {
		.type = xstrdup("Kế hoạch"), .number = xstrdup("15/KH-UBND"), .date = date_make(2013, 3, 5),
		.issuer = xstrdup("Ủy ban nhân dân tỉnh Hà Bắc"), .place = xstrdup("Hà Bắc"), .year = 2013,
		.title = xstrdup("Số hóa hồ sơ lưu trữ của các cơ quan trong tỉnh"),
	};
	struct error err = ERROR_INIT;

	must(desk->store->plan_insert(desk->store, &plan, &err), &err);
	desk->plan = plan.id;
	plan_release(&plan);
}

static void add_section(struct desk *desk, int index, int parent, const char *path, const char *title,
			const char *body)
{
	const char *dot = strrchr(path, '.');
	struct section section = {
		.plan_id = desk->plan, .seq = index + 1, .path = xstrdup(path), .title = xstrdup(title),
		.label = xasprintf("%s.", dot ? dot + 1 : path), .body = body ? xstrdup(body) : NULL,
		.parent_id = parent < 0 ? 0 : desk->sections[parent], .level = parent < 0 ? 1 : 2,
	};
	struct error err = ERROR_INIT;

	must(desk->store->section_insert(desk->store, &section, &err), &err);
	desk->sections[index] = section.id;
	section_release(&section);
}

static row_id find_agency(struct desk *desk, const char *name)
{
	struct error err = ERROR_INIT;
	row_id id;

	must(workbench_find_agency(&desk->wb, name, &id, &err), &err);
	return id;
}

static row_id add_task(struct desk *desk, int section, const char *title, const char *lead,
		       const char *deadline)
{
	struct task_ids ids = { 0 };
	struct error err = ERROR_INIT;
	row_id task, agency;

	must(workbench_add_task(&desk->wb, desk->sections[section], title, &task, &err), &err);
	task_ids_add(&ids, task);
	if (*lead) {
		agency = find_agency(desk, lead);
		must(workbench_assign(&desk->wb, &ids, ROLE_LEAD, &agency, 1, &err), &err);
	}
	if (*deadline)
		must(workbench_set_deadline(&desk->wb, &ids, deadline, NULL, &err), &err);
	task_ids_release(&ids);
	return task;
}

static void mark(struct desk *desk, row_id task, const char *agency, const char *evidence)
{
	struct done_mark done = { .agency = agency ? find_agency(desk, agency) : 0, .evidence = evidence };
	struct task_ids ids = { 0 };
	struct error err = ERROR_INIT;
	size_t changed;

	task_ids_add(&ids, task);
	must(workbench_mark_done(&desk->wb, &ids, &done, &changed, &err), &err);
	task_ids_release(&ids);
}

static void add_tasks(struct desk *desk)
{
	row_id shared;

	mark(desk, add_task(desk, 1, "Kiểm kê kho lưu trữ và lập danh mục hồ sơ cần số hóa", "SNV",
			    "Trong tháng 5/2013"),
	     NULL, "Báo cáo 41/BC-SNV");
	shared = add_task(desk, 1, "Gửi danh mục hồ sơ của cơ quan mình về cơ quan thường trực",
			  "các Sở, Ban, ngành",
			  "trước ngày 15/7/2013");
	mark(desk, shared, "STC", NULL);
	mark(desk, shared, "STP", "Công văn 9/STP-VP");
	add_task(desk, 2, "Thẩm định dự toán mua sắm máy quét và thiết bị lưu trữ", "STC",
		 "chậm nhất 25/8/2013");
	add_task(desk, 2, "Chọn đơn vị cung cấp dịch vụ số hóa", "", "");
	add_task(desk, 4, "Tập huấn nghiệp vụ lưu trữ điện tử cho công chức văn thư", "SNV", "quý III/2013");
	add_task(desk, 4, "Vận hành kho dữ liệu hồ sơ số của tỉnh", "STTTT", "Thường xuyên");
	add_task(desk, 5, "Báo cáo kết quả thực hiện", "các Sở, Ban, ngành", "hằng quý");
}

static void fill(struct desk *desk)
{
	struct change_intent intent = { .who = "tester", .action = "import", .bulk = true };
	struct error err = ERROR_INIT;

	add_agencies(desk);
	must(desk->store->begin(desk->store, &intent, &err), &err);
	add_plan(desk);
	add_section(desk, 0, -1, "I", "CHUẨN BỊ", "Việc chuẩn bị phải xong trước khi số hóa.");
	add_section(desk, 1, 0, "I.1", "Kiểm kê hồ sơ", NULL);
	add_section(desk, 2, 0, "I.2", "Kinh phí và thiết bị", NULL);
	add_section(desk, 3, -1, "II", "TRIỂN KHAI", NULL);
	add_section(desk, 4, 3, "II.1", "Đào tạo và vận hành", NULL);
	add_section(desk, 5, -1, "III", "TỔ CHỨC THỰC HIỆN", "Các cơ quan phân công người theo dõi.");
	must(desk->store->commit(desk->store, "Nhập kế hoạch", &err), &err);
	add_tasks(desk);
}

/* --- files -------------------------------------------------------------- */

static enum status show_bytes(struct importer *importer, const struct source *source, struct manuscript *out,
			      struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	enum status status = OK;

	(void)importer;
	if (viet_decode(source->encoding, source->bytes, source->length, &text))
		manuscript_from_text(text.text, text.length, out);
	else
		status = error_set(err, STATUS_INVALID, "Không đọc được tệp gốc theo bảng mã «%s» ở máy này; tệp vẫn còn nguyên.", source->encoding);
	strbuf_release(&text);
	return status;
}

static enum status read_text(struct importer *importer, const char *name, struct source *source,
			     struct manuscript *out, struct error *err)
{
	struct desk_importer *desk = (struct desk_importer *)importer;

	if (!desk->name || strcmp(desk->name, name))
		return error_set(err, STATUS_NOT_FOUND, "Không có tệp «%s»", name);
	*source = (struct source){ .name = xstrdup(name), .encoding = xstrdup("utf-8"), .bytes = xstrdup(desk->text),
				   .length = strlen(desk->text) };
	return show_bytes(importer, source, out, err);
}

/* --- the desk ----------------------------------------------------------- */

static void open_app(struct desk *desk)
{
	struct tui_options options = { 0 };
	struct error err = ERROR_INIT;

	app_init(&desk->app, &desk->wb, &desk->importer.importer);
	must(tui_open_first_view(&desk->app, &options, &err), &err);
	app_draw(&desk->app, &desk->surface);
}

static void sit_down(struct desk *desk, const char *database, int columns, int rows, bool with_plan)
{
	struct error err = ERROR_INIT;
	long long now;

	*desk = (struct desk){ 0 };
	cr_assert(time_from_iso("2013-08-20T03:00:00Z", &now));
	clock_freeze(now);
	must(db_open(database, DB_CREATE, &desk->store, &err), &err);
	workbench_init(&desk->wb, desk->store, "lan");
	if (with_plan)
		fill(desk);
	desk->importer.importer = (struct importer){ .read = read_text, .show = show_bytes };
	surface_init(&desk->surface, rows, columns);
	open_app(desk);
}

void desk_open(struct desk *desk, int columns, int rows)
{
	sit_down(desk, ":memory:", columns, rows, true);
}

void desk_open_on(struct desk *desk, const char *database, int columns, int rows)
{
	sit_down(desk, database, columns, rows, true);
}

void desk_open_empty(struct desk *desk, int columns, int rows)
{
	sit_down(desk, ":memory:", columns, rows, false);
}

void desk_close(struct desk *desk)
{
	app_release(&desk->app);
	surface_release(&desk->surface);
	workbench_release(&desk->wb);
	desk->store->close(desk->store);
	clock_unfreeze();
}

void desk_come_back(struct desk *desk)
{
	app_release(&desk->app);
	open_app(desk);
}

static void press(struct desk *desk, int code, const char *text)
{
	struct key key = { code, text };

	app_key(&desk->app, &key);
	app_draw(&desk->app, &desk->surface);
}

void desk_paste(struct desk *desk, const char *text)
{
	press(desk, K_PASTE, text);
}

static void type_text(struct desk *desk, const char *text)
{
	struct key_decoder decoder;
	struct key key;

	key_decoder_init(&decoder);
	key_decoder_feed(&decoder, text, strlen(text));
	while (key_decoder_next(&decoder, &key)) {
		if (key.code == '_')
			key = (struct key){ ' ', " " };
		press(desk, key.code, key.text);
	}
	key_decoder_release(&decoder);
}

void desk_keys(struct desk *desk, const char *keys)
{
	char *copy = xstrdup(keys), *rest = copy, *word;

	while ((word = strsep(&rest, " "))) {
		int code = key_from_name(word, strlen(word));

		if (!strcmp(word, "rest")) {
			app_rest(&desk->app);
			app_draw(&desk->app, &desk->surface);
		} else if (code >= K_FIRST) {
			press(desk, code, "");
		} else if (code == ' ') {
			press(desk, code, " ");
		} else if (*word) {
			type_text(desk, word);
		}
	}
	free(copy);
}

void desk_resize(struct desk *desk, int columns, int rows)
{
	surface_resize(&desk->surface, rows, columns);
	app_draw(&desk->app, &desk->surface);
}

char *desk_screen(struct desk *desk, bool styles)
{
	struct strbuf dump = STRBUF_INIT;

	surface_dump(&desk->surface, styles, &dump);
	return strbuf_detach(&dump);
}

void desk_expect(struct desk *desk, const char *text)
{
	char *screen = desk_screen(desk, false);

	cr_expect_not_null(strstr(screen, text), "\"%s\" is not on the screen:\n%s", text, screen);
	free(screen);
}

void desk_expect_not(struct desk *desk, const char *text)
{
	char *screen = desk_screen(desk, false);

	cr_expect_null(strstr(screen, text), "\"%s\" is on the screen:\n%s", text, screen);
	free(screen);
}

/* --- golden screens ----------------------------------------------------- */

static char *read_golden(const char *path)
{
	struct strbuf text = STRBUF_INIT;
	FILE *file = fopen(path, "r");
	char buffer[4096];
	size_t got;

	while (file && (got = fread(buffer, 1, sizeof buffer, file)) > 0)
		strbuf_add(&text, buffer, got);
	if (file)
		fclose(file);
	return strbuf_detach(&text);
}

static void write_golden(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file, "%s cannot be written", path);
	fputs(text, file);
	fclose(file);
}

/* Line by line: "-" what should be, "+" what is. */
static char *difference(const char *wanted, const char *got)
{
	struct strbuf out = STRBUF_INIT;

	while (*wanted || *got) {
		size_t a = strcspn(wanted, "\n"), b = strcspn(got, "\n");

		if (a != b || memcmp(wanted, got, a)) {
			strbuf_addf(&out, "-%.*s\n", (int)a, wanted);
			strbuf_addf(&out, "+%.*s\n", (int)b, got);
		}
		wanted += a + (wanted[a] == '\n');
		got += b + (got[b] == '\n');
	}
	return strbuf_detach(&out);
}

void desk_expect_golden(struct desk *desk, const char *name)
{
	char *path = xasprintf("%s/golden/%s.txt", TEST_DATA, name);
	char *got = desk_screen(desk, true), *wanted, *changed;
	const char *mode = getenv("KEHOACH_GOLDEN");

	if (mode && !strcmp(mode, "update"))
		write_golden(path, got);
	wanted = read_golden(path);
	changed = difference(wanted, got);
	cr_expect_str_eq(wanted, got, "%s differs:\n%s", path, changed);
	free(changed);
	free(wanted);
	free(got);
	free(path);
}

/* --- a store that fails ------------------------------------------------- */

static enum status broken_status;
static const char *broken_sentence;

static enum status broken_begin(struct store *store, const struct change_intent *intent, struct error *err)
{
	(void)store;
	(void)intent;
	return error_set(err, broken_status, "%s", broken_sentence);
}

void desk_break_writes(struct desk *desk, enum status status, const char *sentence)
{
	static enum status (*begin)(struct store *, const struct change_intent *, struct error *);

	if (!begin)
		begin = desk->store->begin;
	broken_status = status;
	broken_sentence = sentence;
	desk->store->begin = status ? broken_begin : begin;
}
