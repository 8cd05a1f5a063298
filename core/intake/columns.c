#include "core/intake/columns.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST_HEADING = 15, LONGEST_HEADING = 14 };	/* rows above the headings; words of one */

/* --- one heading --------------------------------------------------------------- */

static bool has(const struct words *w, const char *phrase)
{
	for (size_t at = 0; at < w->count; at++)
		if (phrase_at(w, at, phrase))
			return true;
	return false;
}

static bool has_any(const struct words *w, const char *const *phrases)
{
	for (; *phrases; phrases++)
		if (has(w, *phrases))
			return true;
	return false;
}

/* In the order of what decides: "Thời gian thực hiện nhiệm vụ" is a time, "Cơ quan phối hợp thực hiện" helps. */
static enum column_role role_of_words(const struct words *w)
{
	static const char *const numbers[] = { "tt", "stt", "số tt|thứ", "thứ tự", "mã số|nv|hiệu", NULL };
	static const char *const leads[] = {
		"chủ trì", "đầu mối", "chịu trách nhiệm", "phụ trách", "cơ|đơn|đv|bộ|tổ quan|vị|phận|chức , đơn vị thực",
		"cơ|đơn quan|vị , ? đơn? vị? thực hiện", "cơ|đơn quan|vị thực|triển|tham|được|chính", "cơ|đơn quan|vị / đơn vị",
		"phân công", "trách nhiệm", "người thực", "ai làm", "giao cho", NULL,
	};
	static const char *const times[] = {
		"thời gian|hạn|điểm", "tiến độ", "lộ trình", "hạn hoàn|chót|nộp", "hoàn thành trước|trong|vào", "kỳ hạn|báo",
		"năm thực|hoàn", "ngày hoàn", NULL,
	};
	static const char *const products[] = {
		"sản phẩm", "kết quả", "đầu ra", "hình thức văn", "văn bản ban|trình", NULL,
	};
	static const char *const groups[] = { "nhóm", "lĩnh vực", "mảng", NULL };
	static const char *const contents[] = {
		"nội dung", "nhiệm vụ", "công việc", "hoạt động", "tên", "giải pháp", "danh mục", "đề án", "chương trình", "việc",
		NULL,
	};

	if (!w->count || w->count > LONGEST_HEADING)
		return COLUMN_OTHER;
	if (w->count <= 3 && has_any(w, numbers))
		return COLUMN_NUMBER;
	if ((has(w, "phối hợp") || has(w, "liên quan") || has(w, "hỗ trợ")) && !has(w, "chủ trì"))
		return COLUMN_COORDINATING;
	if (has(w, "chủ trì"))
		return COLUMN_LEAD;
	if (has_any(w, times))
		return COLUMN_TIME;
	if (has_any(w, leads) || (w->count == 2 && phrase_at(w, 0, "cơ|đơn quan|vị")))
		return COLUMN_LEAD;
	if (has_any(w, products))
		return COLUMN_PRODUCT;
	if (w->count <= 4 && has_any(w, groups))
		return COLUMN_GROUP;
	return has_any(w, contents) ? COLUMN_CONTENT : COLUMN_OTHER;
}

enum column_role column_role_of(const char *text)
{
	struct words w = WORDS_INIT;
	enum column_role role;

	words_split(text, strlen(text), &w);
	role = role_of_words(&w);
	words_release(&w);
	return role;
}

/* --- rows of headings ------------------------------------------------------------ */

static bool begins_in_row(const struct grid *grid, int row, int column)
{
	const struct grid_cell *cell = grid_at(grid, row, column);

	return cell && cell->row == row && cell->column == column;
}

/* Which roles the cells of a row have, a bit each. */
static unsigned roles_in_row(const struct grid *grid, int row)
{
	unsigned roles = 0;

	for (int column = 0; column < grid->columns; column++)
		if (begins_in_row(grid, row, column))
			roles |= 1U << column_role_of(grid_text(grid, row, column));
	return roles;
}

static bool are_headings(unsigned roles)
{
	unsigned others = 1U << COLUMN_LEAD | 1U << COLUMN_COORDINATING | 1U << COLUMN_TIME | 1U << COLUMN_PRODUCT;

	return (roles & 1U << COLUMN_CONTENT) && (roles & others);
}

/* "Chủ trì" and "Phối hợp" below "Cơ quan thực hiện": cells of a few words, none of them below the number's. */
static bool is_second_row(const struct grid *grid, int row)
{
	unsigned roles = roles_in_row(grid, row);
	int said = 0, known = 0;

	if (row >= grid->rows || (roles & 1U << COLUMN_NUMBER) ||
	    !(roles & (1U << COLUMN_LEAD | 1U << COLUMN_COORDINATING | 1U << COLUMN_TIME)))
		return false;
	for (int column = 0; column < grid->columns; column++) {
		const char *text = grid_text(grid, row, column);

		if (!begins_in_row(grid, row, column) || !*text)
			continue;
		said++;
		known += column_role_of(text) != COLUMN_OTHER;
	}
	return said == known;
}

/* "(1)", "2", "A", "(1)=(2)+(3)": the columns counted. */
static bool counts_columns(const struct grid *grid, int row)
{
	enum { LONGEST_COUNT = 12 };
	int said = 0;

	for (int column = 0; column < grid->columns; column++) {
		const char *text = grid_text(grid, row, column);

		if (!*text)
			continue;
		if (strlen(text) > LONGEST_COUNT || strspn(text, "()0123456789=+-[] ABCD") != strlen(text))
			return false;
		said++;
	}
	return said >= 2;
}

static void add_name(char **name, const char *text)
{
	char *joined;

	if (!*text || (*name && strstr(*name, text)))
		return;
	joined = *name ? xasprintf("%s %s", *name, text) : xstrdup(text);
	free(*name);
	*name = joined;
}

static void name_columns(struct columns *columns, const struct grid *grid, int last)
{
	for (int column = 0; column < grid->columns; column++) {
		enum column_role role = COLUMN_OTHER;

		for (int row = columns->first_row; row <= last; row++) {
			const char *text = grid_text(grid, row, column);
			enum column_role said = column_role_of(text);

			add_name(&columns->names[column], text);
			if (said != COLUMN_OTHER)
				role = said;
		}
		columns->roles[column] = role;
	}
}

/* Only one column may be what the work is, and one who leads; others of the same name are told besides. */
static void keep_first(struct columns *columns, const struct grid *grid, enum column_role role)
{
	bool seen = false;

	for (int column = 0; column < grid->columns; column++) {
		if (columns->roles[column] != role)
			continue;
		if (seen)
			columns->roles[column] = COLUMN_OTHER;
		seen = true;
	}
}

static bool has_role(const struct columns *columns, const struct grid *grid, enum column_role role)
{
	for (int column = 0; column < grid->columns; column++)
		if (columns->roles[column] == role)
			return true;
	return false;
}

bool columns_find(const struct grid *grid, struct columns *out)
{
	for (int row = 0; row < grid->rows && row < DEEPEST_HEADING; row++) {
		int last = row;

		if (!are_headings(roles_in_row(grid, row)))
			continue;
		*out = (struct columns){ .first_row = row };
		if (is_second_row(grid, row + 1))
			last = row + 1;
		name_columns(out, grid, last);
		for (int role = COLUMN_NUMBER; role < COLUMN_ROLE_COUNT; role++)
			keep_first(out, grid, (enum column_role)role);
		out->data_row = last + 1;
		if (has_role(out, grid, COLUMN_LEAD) && has_role(out, grid, COLUMN_CONTENT))
			return true;
		columns_release(out);
		return false;
	}
	return false;
}

void columns_release(struct columns *columns)
{
	for (int column = 0; column < GRID_MAX_COLUMNS; column++)
		free(columns->names[column]);
	*columns = (struct columns){ 0 };
}

bool columns_repeat(const struct columns *columns, const struct grid *grid, int row)
{
	bool same = true;

	if (counts_columns(grid, row))
		return true;
	for (int column = 0; column < grid->columns && same; column++) {
		const char *text = grid_text(grid, row, column);

		same = !*text || (columns->names[column] && strstr(columns->names[column], text));
	}
	return same && *grid_text(grid, row, 0);
}
