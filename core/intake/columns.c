#include "core/intake/rows.h"

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
	static const char *const numbers[] = { "tt", "stt", "số tt|thứ", "thứ tự", "số / tt", "mã số|nv|hiệu|nhiệm|việc", NULL };
	static const char *const leads[] = {
		"chủ trì", "đầu mối", "chịu trách nhiệm", "phụ trách", "cơ|đơn|đv|bộ|tổ quan|vị|phận|chức , đơn vị thực",
		"cơ|đơn quan|vị , ? đơn? vị? thực hiện", "cơ|đơn quan|vị thực|triển|tham|được|chính", "cơ|đơn quan|vị / đơn vị",
		"đơn|cơ vị|quan soạn|trình|xây|ban|đề", "cán bộ thực|phụ|theo", "tổ chức , cá nhân", "thành phần thực", "tổ chức thực",
		"phân công", "trách nhiệm", "người thực|soạn|phụ|làm", "cá nhân thực|phụ", "ai làm", "giao cho", NULL,
	};
	static const char *const times[] = {
		"thời gian|hạn|điểm", "tiến độ", "lộ trình", "hạn hoàn|chót|nộp", "hoàn thành trước|trong|vào", "kỳ hạn|báo",
		"năm thực|hoàn", "ngày hoàn|bắt|kết", "deadline", "mốc hoàn|thời", "quý # / #", "bắt đầu", "kết thúc", NULL,
	};
	static const char *const products[] = {
		"sản phẩm", "kết quả", "đầu ra", "hình thức văn", "văn bản ban|trình", NULL,
	};
	static const char *const groups[] = { "nhóm", "lĩnh vực", "mảng", NULL };
	static const char *const contents[] = {
		"nội dung", "nhiệm vụ", "công việc", "hạng mục", "vấn đề", "hoạt động", "tên", "giải pháp", "danh mục", "đề án", "chương trình", "việc",
		"giai đoạn", "làm gì", NULL,
	};

	if (!w->count || w->count > LONGEST_HEADING)
		return COLUMN_OTHER;
	if ((w->count <= 3 && has_any(w, numbers)) || (w->count <= 2 && word_is(w, 0, "mã")))
		return COLUMN_NUMBER;
	if (w->count == 1 && word_is(w, 0, "hạn|tháng|ngày|quý|mốc"))
		return COLUMN_TIME;
	if ((has(w, "phối hợp") || has(w, "hỗ trợ") || (has(w, "liên quan") && !phrase_at(w, 0, "liên quan"))) &&
	    !has(w, "chủ trì"))
		return COLUMN_COORDINATING;
	if (has(w, "chủ trì"))
		return COLUMN_LEAD;
	if (has_any(w, times))
		return COLUMN_TIME;
	if (has_any(w, leads) || (w->count == 2 && phrase_at(w, 0, "cơ|đơn quan|vị")))
		return COLUMN_LEAD;
	if (has_any(w, products))
		return COLUMN_PRODUCT;
	if (w->count <= 4 && has_any(w, groups) && !has(w, "/ nhiệm|công|nội"))
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

/* True where the heading above is one cell over several columns, merged or left blank beside it. */
static bool is_below_wide_heading(const struct grid *grid, int row, int column)
{
	const struct grid_cell *above = grid_at(grid, row - 1, column);

	return !above || !*above->text || above->column < column || above->columns > 1 ||
	       (column + 1 < grid->columns && !*grid_text(grid, row - 1, column + 1));
}

/* "Bắt đầu" and "Hoàn thành" below "Thời gian": few words, where no number and no work stands. */
static bool splits_headings(const struct grid *grid, int row)
{
	enum { LONGEST = 32 };
	int said = 0, below_wide = 0;

	for (int column = 0; row > 0 && row < grid->rows && column < grid->columns; column++) {
		const char *text = grid_text(grid, row, column);
		enum column_role above = column_role_of(grid_text(grid, row - 1, column));

		if (!begins_in_row(grid, row, column) || !*text)
			continue;
		if (above == COLUMN_NUMBER || strlen(text) > LONGEST ||
		    (above == COLUMN_CONTENT && !is_below_wide_heading(grid, row, column)))
			return false;
		said++;
		below_wide += is_below_wide_heading(grid, row, column);
	}
	return said > 1 && below_wide > 1 && below_wide == said;
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
		/* A merged heading that a text has only over its first column. */
		if (role == COLUMN_OTHER && column && last > columns->first_row &&
		    !*grid_text(grid, columns->first_row, column) && columns->roles[column - 1] == COLUMN_TIME)
			role = COLUMN_TIME;
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

static int count_role(const struct columns *columns, const struct grid *grid, enum column_role role)
{
	int count = 0;

	for (int column = 0; column < grid->columns; column++)
		count += columns->roles[column] == role;
	return count;
}

static bool names_with(const struct columns *columns, int column, const char *phrase)
{
	struct words w = WORDS_INIT;
	const char *name = columns->names[column] ? columns->names[column] : "";
	bool has_it;

	words_split(name, strlen(name), &w);
	has_it = has(&w, phrase);
	words_release(&w);
	return has_it;
}

/* Of several columns of time: one that says when work begins, or one a quarter, told by the heading next to the rows. */
static void part_times(struct columns *columns, const struct grid *grid, int last)
{
	enum { LEAST_PERIODS = 3 };
	int times = count_role(columns, grid, COLUMN_TIME);

	for (int column = 0; times > 1 && column < grid->columns; column++) {
		const char *own = grid_text(grid, last, column);

		if (columns->roles[column] != COLUMN_TIME)
			continue;
		if (names_with(columns, column, "bắt đầu"))
			columns->roles[column] = COLUMN_START;
		else if (times >= LEAST_PERIODS && *own) {
			columns->roles[column] = COLUMN_PERIOD;
			replace_string(&columns->names[column], own);
		}
	}
	for (int column = 0; !count_role(columns, grid, COLUMN_TIME) && column < grid->columns; column++)
		if (columns->roles[column] == COLUMN_START)
			columns->roles[column] = COLUMN_TIME;
}

/* Of two columns that may be the work the one that says more is. */
static void keep_longest(struct columns *columns, const struct grid *grid, enum column_role role, int data_row)
{
	size_t most = 0;
	int best = -1;

	for (int column = 0; column < grid->columns; column++) {
		size_t said = 0;

		for (int row = data_row; columns->roles[column] == role && row < grid->rows; row++)
			said += begins_in_row(grid, row, column) ? strlen(grid_text(grid, row, column)) : 0;
		if (columns->roles[column] == role && (best < 0 || said > most * 2)) {
			best = column;
			most = said;
		}
	}
	for (int column = 0; column < grid->columns; column++)
		if (columns->roles[column] == role && column != best)
			columns->roles[column] = COLUMN_OTHER;
}

static bool has_letters(const struct grid *grid, int column, int data_row)
{
	for (int row = data_row; row < grid->rows; row++)
		for (const char *at = grid_text(grid, row, column); *at; at++)
			if ((*at >= 'a' && *at <= 'z') || (*at & 0x80))
				return true;
	return false;
}

/* "Nhiệm vụ của Chính phủ: 14, 26": numbers of work that stands elsewhere; what is to come of it is the work here. */
static void replace_numbers(struct columns *columns, const struct grid *grid, int data_row)
{
	int content = -1, product = -1;

	for (int column = 0; column < grid->columns; column++) {
		content = columns->roles[column] == COLUMN_CONTENT ? column : content;
		product = product < 0 && columns->roles[column] == COLUMN_PRODUCT ? column : product;
	}
	if (content < 0 || product < 0 || has_letters(grid, content, data_row))
		return;
	columns->roles[content] = COLUMN_OTHER;
	columns->roles[product] = COLUMN_CONTENT;
}

/* "Địa điểm" and "Thành phần" of meetings, "Tên thủ tục": a table with bodies that is no list of work. */
static bool lists_something_else(const struct columns *columns, const struct grid *grid)
{
	bool place = false, present = false, procedures = false;

	for (int column = 0; column < grid->columns; column++) {
		place = place || names_with(columns, column, "địa điểm");
		present = present || names_with(columns, column, "thành phần");
		procedures = procedures || names_with(columns, column, "tên thủ tục");
	}
	return (place && present) || procedures;
}

/* Somebody leads, or work is listed by number with its time: "STT | Nhiệm vụ | Thời hạn". */
static bool gives_work(const struct columns *columns, const struct grid *grid)
{
	bool named = false;

	for (int column = 0; column < grid->columns; column++)
		named = named || (columns->roles[column] == COLUMN_CONTENT && names_with(columns, column, "nhiệm|công vụ|việc"));
	return has_role(columns, grid, COLUMN_CONTENT) && !lists_something_else(columns, grid) &&
	       (has_role(columns, grid, COLUMN_LEAD) ||
		(named && has_role(columns, grid, COLUMN_TIME) && has_role(columns, grid, COLUMN_NUMBER)));
}

bool columns_find(const struct grid *grid, struct columns *out)
{
	for (int row = 0; row < grid->rows && row < DEEPEST_HEADING; row++) {
		int last = row;

		if (!are_headings(roles_in_row(grid, row)))
			continue;
		*out = (struct columns){ .first_row = row };
		if (is_second_row(grid, row + 1) || splits_headings(grid, row + 1))
			last = row + 1;
		name_columns(out, grid, last);
		part_times(out, grid, last);
		keep_longest(out, grid, COLUMN_CONTENT, last + 1);
		replace_numbers(out, grid, last + 1);
		for (int role = COLUMN_NUMBER; role < COLUMN_ROLE_COUNT; role++)
			if (role != COLUMN_PERIOD)
				keep_first(out, grid, (enum column_role)role);
		out->data_row = last + 1;
		if (gives_work(out, grid))
			return true;
		columns_release(out);
		return false;
	}
	return false;
}

/* The first row goes on counting, or says who does the work where that is expected. */
static bool begins_like(const struct columns *before, const struct grid *grid)
{
	int number = -1, lead = -1;

	for (int column = 0; column < grid->columns; column++) {
		number = before->roles[column] == COLUMN_NUMBER ? column : number;
		lead = before->roles[column] == COLUMN_LEAD ? column : lead;
	}
	return number >= 0 && grid->rows && mark_of_label(grid_text(grid, 0, number)).kind != MARK_NONE &&
	       (*grid_text(grid, 0, lead) || grid->rows > 1);
}

bool columns_continue(const struct columns *before, int width, const struct grid *grid, struct columns *out)
{
	if (grid->columns != width || !begins_like(before, grid))
		return false;
	*out = *before;
	out->first_row = out->data_row = 0;
	for (int column = 0; column < GRID_MAX_COLUMNS; column++)
		out->names[column] = xstrdup_or_null(before->names[column]);
	return true;
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
