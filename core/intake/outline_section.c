/* Headings and the sections that they begin: titles, places, what they are about. */
#include "core/intake/outline.h"

#include <stdlib.h>
#include <string.h>


/* --- headings ----------------------------------------------------------- */

bool ends_whole(const char *text)
{
	size_t length = strlen(text);

	return length && strchr(".;!", text[length - 1]);
}

enum area area_of(const char *title, enum area inherited)
{
	static const char *const purposes[] = {
		"mục đích", "yêu cầu", "mục tiêu", "quan điểm", "nguyên tắc", "căn cứ", "cơ sở pháp lý", "sự cần thiết",
		"thực trạng", "tình hình", "đánh giá chung|tình|thực|kết", "phạm vi", "đối tượng", "chỉ tiêu", "đặc điểm",
		"thuận lợi", "khó khăn", "tồn tại", "hạn chế", "nguyên nhân", "giải thích", "khái quát", "bối cảnh",
		"dự báo", "phương châm", "kết quả đạt|thực", "các? chỉ tiêu", "định hướng", "tầm nhìn", NULL,
	};
	static const char *const means[] = {
		"nguồn? kinh phí", "nguồn lực", "nguồn vốn", "dự toán", "thời gian", "lộ trình", "tiến độ", "hiệu lực",
		"địa điểm", "thành phần", "chủ đề", "khẩu hiệu", "tên gọi", NULL,
	};
	static const char *const works[] = {
		"nhiệm vụ", "giải pháp", "nội dung", "biện pháp", "tổ chức thực hiện", "phân công", "trách nhiệm", NULL,
	};
	struct words w = WORDS_INIT;
	enum area area = inherited;
	size_t at = 0;

	words_split(title, strlen(title), &w);
	at += phrase_at(&w, 0, "về|các|một|những số?");
	if (any_phrase_at(&w, at, purposes))
		area = AREA_PURPOSE;
	else if (any_phrase_at(&w, at, means))
		area = AREA_MEANS;
	/* What is spoken about is no work yet. */
	if (phrase_at(&w, 0, "nội dung tuyên|phổ truyền|biến"))
		area = AREA_PURPOSE;
	else
		for (at = 0; at < w.count; at++)
			if (any_phrase_at(&w, at, works))
				area = AREA_WORK;
	words_release(&w);
	return area;
}

/* NULL for what has no number: "1." -> "1", "1.2." below "1." -> "2", "Điều 3." -> "Đ3", "Phần II" -> "P2" */
static char *path_step(const struct piece *piece, const struct piece *parent)
{
	const char *label = piece->text;
	size_t from = 0, to = piece->mark.label_length;

	switch (piece->mark.kind) {
	case MARK_APPENDIX:
		return piece->mark.number > 1 ? xasprintf("PL%d", piece->mark.number) : xstrdup("PL");
	case MARK_PART:
		return xasprintf("P%d", piece->mark.number);
	case MARK_CHAPTER:
		return xasprintf("C%d", piece->mark.number);
	case MARK_ARTICLE:
		return xasprintf("Đ%d", piece->mark.number);
	case MARK_SUBNUMBER:
	case MARK_SUBSUBNUMBER:
		if (parent && parent->mark.kind == piece->mark.kind - 1)
			return xasprintf("%d", piece->mark.number);
		break;
	default:
		break;
	}
	while (from < to && strchr("( ", label[from]))
		from++;
	while (to > from && strchr(").:/- +", label[to - 1]))
		to--;
	return to > from ? xstrndup(label + from, to - from) : NULL;
}

/* A person made a section of what has no number: it gets the next one behind all numbers beside it. */
static char *free_step(const struct outline *o, const struct item *item)
{
	int number = 1;

	for (int i = 0; i < o->count; i++) {
		const struct item *other = &o->items[i];

		if (other->parent != item->parent || other == item)
			continue;
		if (other->piece->mark.number >= number)
			number = other->piece->mark.number + 1;
		else if (other < item && is_said_section(o, other->piece))
			number++;
	}
	return xasprintf("%d", number);
}

/* The heading's words without what ends them; BODY gets where the rest begins ("Kinh phí: …"). */
char *heading_title(const struct item *item, const char **body)
{
	const char *text = item->text, *colon = strstr(text, ": ");
	size_t length = strlen(text);

	*body = NULL;
	if (item->piece->mark.kind <= MARK_ARTICLE && colon && colon[2]) {
		*body = colon + 2;
		length = (size_t)(colon - text);
	}
	while (length && strchr(".:; ", text[length - 1]))
		length--;
	return xstrndup(text, length);
}

/* --- sections ----------------------------------------------------------- */

struct draft_section *section_at(struct outline *o, int index)
{
	return &o->reading->draft->sections.items[index];
}

/* A section below PARENT (-1: at the top); takes the strings. */
int begin_section(struct outline *o, int parent, int first, int last, char *label, char *title, char *step)
{
	struct draft_section_list *list = &o->reading->draft->sections;
	struct draft_section section = {
		.parent = parent,
		.first_line = line_of(o->reading, first),
		.last_line = line_of(o->reading, last),
	};

	section.section.seq = (int)list->count + 1;
	section.section.level = parent < 0 ? 1 : list->items[parent].section.level + 1;
	section.section.label = label;
	section.section.path = path_set_add(&o->paths, parent < 0 ? NULL : list->items[parent].section.path, step);
	section.section.title = title;
	free(step);
	GROW(o->places, list->count + 1, o->places_cap);
	o->places[list->count] = (struct place){
		.area = area_of(section.section.title, parent < 0 ? AREA_WORK : o->places[parent].area),
		.body = STRBUF_INIT,
		.block = (int)o->jobs.count,
	};
	draft_section_list_add(list, &section);
	return (int)list->count - 1;
}

/* What a person said in place of the title that is printed; what the section is about was read in that. */
void set_title_said(struct outline *o, int section, int paragraph, int start)
{
	const struct hint *said = hint_find(&o->reading->hints, (struct manuscript_place){ paragraph, start }, HINT_TITLE);

	if (said && *said->value)
		replace_string(&section_at(o, section)->section.title, said->value);
}

int add_heading(struct outline *o, struct item *item, int parent)
{
	const struct piece *piece = item->piece;
	char *step = path_step(piece, item->parent < 0 ? NULL : o->items[item->parent].piece);
	const char *body;

	return begin_section(o, parent, piece->first, piece->last, xstrndup(piece->text, piece->mark.label_length),
			   heading_title(item, &body), step ? step : free_step(o, item));
}
