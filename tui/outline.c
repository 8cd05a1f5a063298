#include "tui/outline.h"

#include <limits.h>
#include <string.h>

void outline_init(struct outline *outline, struct store *store, row_id plan)
{
	*outline = (struct outline){ .store = store, .plan = plan };
}

static void row_release(struct outline_row *row)
{
	section_row_release(&row->section);
	task_row_release(&row->task);
}

static void clear_rows(struct outline *outline)
{
	for (size_t i = 0; i < outline->count; i++)
		row_release(&outline->rows[i]);
	outline->count = 0;
	outline->whole_before = false;
	outline->whole_after = false;
}

void outline_release(struct outline *outline)
{
	clear_rows(outline);
	free(outline->rows);
	free(outline->folds);
	*outline = (struct outline){ 0 };
}

/* --- rows --------------------------------------------------------------- */

struct outline_spot outline_spot(const struct outline_row *row)
{
	row_id section = row->is_task ? row->task.task.section_id : row->section.section.id;

	return (struct outline_spot){ row->place, section };
}

row_id outline_row_id(const struct outline_row *row)
{
	return row->is_task ? row->task.task.id : row->section.section.id;
}

static int place_compare(struct place a, struct place b)
{
	if (a.seq != b.seq)
		return a.seq < b.seq ? -1 : 1;
	return (a.position > b.position) - (a.position < b.position);
}

int outline_find(const struct outline *outline, bool is_task, row_id id)
{
	for (size_t i = 0; i < outline->count; i++) {
		if (outline->rows[i].is_task == is_task && outline_row_id(&outline->rows[i]) == id)
			return (int)i;
	}
	return -1;
}

int outline_nearest(const struct outline *outline, struct place place)
{
	for (size_t i = 0; i < outline->count; i++) {
		if (place_compare(outline->rows[i].place, place) >= 0)
			return (int)i;
	}
	return (int)outline->count - 1;
}

static void insert_row(struct outline *outline, size_t at, struct outline_row *row)
{
	GROW(outline->rows, outline->count + 1, outline->cap);
	memmove(&outline->rows[at + 1], &outline->rows[at], (outline->count - at) * sizeof *outline->rows);
	outline->rows[at] = *row;
	outline->count++;
}

/* Takes the record over. */
static void insert_section(struct outline *outline, size_t at, struct section_row *section)
{
	struct outline_row row = { .place = { section->section.seq, 0 }, .section = *section };

	*section = (struct section_row){ 0 };
	insert_row(outline, at, &row);
}

/* Takes the records over. */
static void insert_tasks(struct outline *outline, size_t at, struct task_row_list *tasks)
{
	for (size_t i = 0; i < tasks->count; i++) {
		struct outline_row row = { .is_task = true, .place = tasks->items[i].place,
					   .task = tasks->items[i] };

		tasks->items[i] = (struct task_row){ 0 };
		insert_row(outline, at + i, &row);
	}
}

/* --- folds -------------------------------------------------------------- */

static const struct fold *find_fold(const struct outline *outline, int seq)
{
	for (size_t i = 0; i < outline->fold_count; i++) {
		if (outline->folds[i].first == seq)
			return &outline->folds[i];
	}
	return NULL;
}

bool outline_is_folded(const struct outline *outline, int seq)
{
	return find_fold(outline, seq) != NULL;
}

/* The outermost fold that hides SEQ. Folds are ordered, so it is the first that does. */
static const struct fold *hidden_by(const struct outline *outline, int seq)
{
	for (size_t i = 0; i < outline->fold_count; i++) {
		if (outline->folds[i].first < seq && seq <= outline->folds[i].last)
			return &outline->folds[i];
	}
	return NULL;
}

enum status outline_fold(struct outline *outline, const struct section *section, struct error *err)
{
	int last;
	size_t at = outline->fold_count;
	enum status status = outline->store->section_end(outline->store, outline->plan, section->seq,
							 section->level,
							 &last, err);

	if (status || outline_is_folded(outline, section->seq))
		return status;
	GROW(outline->folds, outline->fold_count + 1, outline->fold_cap);
	for (; at > 0 && outline->folds[at - 1].first > section->seq; at--)
		outline->folds[at] = outline->folds[at - 1];
	outline->folds[at] = (struct fold){ section->seq, last };
	outline->fold_count++;
	return OK;
}

static void drop_fold(struct outline *outline, const struct fold *fold)
{
	size_t at = (size_t)(fold - outline->folds);

	outline->fold_count--;
	memmove(&outline->folds[at], &outline->folds[at + 1],
		(outline->fold_count - at) * sizeof *outline->folds);
}

void outline_unfold(struct outline *outline, int seq)
{
	const struct fold *fold = find_fold(outline, seq);

	if (fold)
		drop_fold(outline, fold);
}

void outline_reveal(struct outline *outline, int seq)
{
	const struct fold *fold;

	while ((fold = hidden_by(outline, seq)))
		drop_fold(outline, fold);
	outline_unfold(outline, seq);
}

/* --- reading forward ---------------------------------------------------- */

static enum status append_tasks(struct outline *outline, row_id section, int position, int limit, int *added,
				struct error *err)
{
	struct task_row_list tasks = { 0 };
	enum status status = outline->store->task_page(outline->store, section, position, FORWARD, limit,
						       &tasks, err);

	if (!status) {
		*added += (int)tasks.count;
		insert_tasks(outline, outline->count, &tasks);
	}
	task_row_list_release(&tasks);
	return status;
}

/* Sections behind *SEQ and the tasks in them, from one page of sections; *SEQ moves to the last one used. */
static enum status append_page(struct outline *outline, int *seq, int limit, int *added, struct error *err)
{
	struct section_row_list page = { 0 };
	enum status status = outline->store->section_page(outline->store, outline->plan, *seq, FORWARD,
							  limit - *added,
							  clock_today(), &page, err);

	outline->whole_after = !status && !page.count;
	for (size_t i = 0; i < page.count && *added < limit && !status; i++) {
		struct section_row *section = &page.items[i];
		const struct fold *fold = find_fold(outline, section->section.seq);
		row_id id = section->section.id;
		bool shows_tasks = !fold && section->own_tasks;

		if (section->section.seq <= *seq)
			continue;	/* inside the fold before it */
		*seq = fold ? fold->last : section->section.seq;
		insert_section(outline, outline->count, section);
		++*added;
		if (shows_tasks && *added < limit)
			status = append_tasks(outline, id, 0, limit - *added, added, err);
	}
	section_row_list_release(&page);
	return status;
}

/* What stands behind SPOT. */
static enum status append_after(struct outline *outline, struct outline_spot spot, int limit, int *added,
				struct error *err)
{
	const struct fold *fold = find_fold(outline, spot.place.seq);
	int seq = fold ? fold->last : spot.place.seq;
	enum status status = OK;

	if (spot.section && !fold)
		status = append_tasks(outline, spot.section, spot.place.position, limit, added, err);
	while (!status && *added < limit && !outline->whole_after)
		status = append_page(outline, &seq, limit, added, err);
	return status;
}

/* --- reading backward --------------------------------------------------- */

static enum status prepend_tasks(struct outline *outline, row_id section, int position, int limit, int *added,
				 struct error *err)
{
	struct task_row_list tasks = { 0 };
	enum status status = outline->store->task_page(outline->store, section, position, BACKWARD, limit,
						       &tasks, err);

	if (!status) {
		*added += (int)tasks.count;
		insert_tasks(outline, 0, &tasks);
	}
	task_row_list_release(&tasks);
	return status;
}

/* SECTION's row, and before that its tasks where they are wanted. */
static enum status prepend_section(struct outline *outline, struct section_row *section, bool with_tasks,
				   int limit,
				   int *added, struct error *err)
{
	enum status status = OK;

	if (with_tasks && section->own_tasks && !outline_is_folded(outline, section->section.seq))
		status = prepend_tasks(outline, section->section.id, INT_MAX, limit - *added, added, err);
	if (status || *added >= limit)
		return status;
	insert_section(outline, 0, section);
	++*added;
	return OK;
}

/* Sections before *SEQ with their tasks, from one page of sections; *SEQ moves to the first one used. */
static enum status prepend_page(struct outline *outline, int *seq, bool with_tasks, int limit, int *added,
				struct error *err)
{
	struct section_row_list page = { 0 };
	int count = with_tasks ? limit - *added : 1;
	enum status status = outline->store->section_page(outline->store, outline->plan, *seq, BACKWARD,
							  count, clock_today(), &page, err);

	outline->whole_before = !status && !page.count;
	for (size_t i = page.count; i > 0 && *added < limit && !status; i--) {
		struct section_row *section = &page.items[i - 1];
		const struct fold *fold = hidden_by(outline, section->section.seq);

		if (fold) {
			*seq = fold->first + 1;
			break;
		}
		*seq = section->section.seq;
		status = prepend_section(outline, section, with_tasks, limit, added, err);
	}
	section_row_list_release(&page);
	return status;
}

/* What stands before SPOT. */
static enum status prepend_before(struct outline *outline, struct outline_spot spot, int limit, int *added,
				  struct error *err)
{
	int seq = spot.place.seq;
	enum status status = OK;

	if (spot.place.position > 0) {
		status = prepend_tasks(outline, spot.section, spot.place.position, limit, added, err);
		seq++;
		if (!status && *added < limit)
			status = prepend_page(outline, &seq, false, limit, added, err);
	}
	while (!status && *added < limit && !outline->whole_before)
		status = prepend_page(outline, &seq, true, limit, added, err);
	return status;
}

/* --- reading tasks that answer a filter --------------------------------- */

static enum status read_found(struct outline *outline, struct place place, enum direction side, int limit,
			      int *added,
			      struct error *err)
{
	struct task_row_list tasks = { 0 };
	enum status status = outline->store->task_find(outline->store, outline->plan, outline->filter,
						       place, side, limit,
						       &tasks, err);

	if (!status) {
		*added += (int)tasks.count;
		if (side == FORWARD)
			outline->whole_after = (int)tasks.count < limit;
		else
			outline->whole_before = (int)tasks.count < limit;
		insert_tasks(outline, side == FORWARD ? outline->count : 0, &tasks);
	}
	task_row_list_release(&tasks);
	return status;
}

/* --- the window --------------------------------------------------------- */

/* The place just before PLACE: reading behind it begins with PLACE itself. */
static struct outline_spot before(struct outline_spot spot)
{
	if (spot.place.position > 0)
		spot.place.position--;
	else
		spot = (struct outline_spot){ { spot.place.seq - 1, INT_MAX }, 0 };
	return spot;
}

enum status outline_load(struct outline *outline, struct outline_spot spot, int count, struct error *err)
{
	const struct fold *fold = hidden_by(outline, spot.place.seq);
	int added = 0;

	clear_rows(outline);
	if (outline->filter)
		return read_found(outline, before(spot).place, FORWARD, count, &added, err);
	if (fold)
		spot = (struct outline_spot){ { fold->first, 0 }, 0 };
	return append_after(outline, before(spot), count, &added, err);
}

static struct outline_spot edge(const struct outline *outline, enum direction side)
{
	if (!outline->count)
		return (struct outline_spot){ { side == FORWARD ? 0 : INT_MAX, 0 }, 0 };
	return outline_spot(&outline->rows[side == FORWARD ? outline->count - 1 : 0]);
}

enum status outline_extend(struct outline *outline, enum direction side, int count, int *added,
			   struct error *err)
{
	struct outline_spot spot = edge(outline, side);
	int read = 0;
	enum status status = OK;

	if (side == FORWARD ? outline->whole_after : outline->whole_before)
		status = OK;
	else if (outline->filter)
		status = read_found(outline, spot.place, side, count, &read, err);
	else if (side == FORWARD)
		status = append_after(outline, spot, count, &read, err);
	else
		status = prepend_before(outline, spot, count, &read, err);
	*added = read;
	return status;
}

enum status outline_load_end(struct outline *outline, int count, struct error *err)
{
	int added;
	enum status status;

	clear_rows(outline);
	status = outline_extend(outline, BACKWARD, count, &added, err);
	outline->whole_after = !status;
	return status;
}

int outline_trim(struct outline *outline, enum direction side, int count)
{
	size_t excess = outline->count > (size_t)count ? outline->count - (size_t)count : 0;
	size_t first = side == FORWARD ? outline->count - excess : 0;

	if (!excess)
		return 0;
	for (size_t i = first; i < first + excess; i++)
		row_release(&outline->rows[i]);
	outline->count -= excess;
	if (side == FORWARD) {
		outline->whole_after = false;
	} else {
		memmove(outline->rows, outline->rows + excess, outline->count * sizeof *outline->rows);
		outline->whole_before = false;
	}
	return (int)excess;
}
