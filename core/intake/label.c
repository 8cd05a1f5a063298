/* Labels inside a text: "Cơ quan chủ trì: …; Thời gian: …". */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *pattern;
	enum label_kind kind;
} labels[] = {
	{ "các? cơ|đơn quan|vị ,|/|và? đơn? vị? chủ trì", LABEL_LEAD },
	{ "các? cơ|đơn quan|vị ,|/|và? đơn? vị? được? giao? thực|chịu hiện|trách nhiệm?", LABEL_LEAD },
	{ "các? cơ|đơn quan|vị đầu mối|tham|đề mưu|xuất?", LABEL_LEAD },
	{ "sở|phòng|ngành , ban? ,? ngành? chủ trì", LABEL_LEAD },
	{ "sở|phòng|ngành chủ trì", LABEL_LEAD },
	{ "chịu? trách nhiệm", LABEL_LEAD },
	{ "phân công", LABEL_LEAD },
	{ "chủ trì", LABEL_LEAD },
	{ "tổ chức thực hiện", LABEL_LEAD },
	{ "người|bộ phận? chịu trách nhiệm", LABEL_LEAD },
	{ "các? cơ|đơn quan|vị ,|/|và? đơn? vị? phối hợp", LABEL_COORDINATING },
	{ "các? cơ|đơn quan|vị liên quan", LABEL_COORDINATING },
	{ "sở|phòng|ngành ,? ban? ,? ngành? phối hợp", LABEL_COORDINATING },
	{ "phối hợp", LABEL_COORDINATING },
	{ "thời gian|hạn|điểm", LABEL_TIME },
	{ "tiến độ", LABEL_TIME },
	{ "lộ trình", LABEL_TIME },
	{ "hạn hoàn thành", LABEL_TIME },
	{ "hoàn thành", LABEL_TIME },
	{ "các? sản phẩm", LABEL_PRODUCT },
	{ "kết quả", LABEL_PRODUCT },
	{ "đầu ra", LABEL_PRODUCT },
	{ "nội dung", LABEL_CONTENT },
	{ "nhiệm vụ", LABEL_CONTENT },
	{ "nguồn? kinh phí", LABEL_OTHER },
	{ "địa điểm", LABEL_OTHER },
	{ "thành phần", LABEL_OTHER },
	{ "đối tượng", LABEL_OTHER },
	{ "hình thức", LABEL_OTHER },
	{ "số lượng", LABEL_OTHER },
	{ "mục tiêu", LABEL_OTHER },
	{ "chỉ tiêu", LABEL_OTHER },
	{ "yêu cầu", LABEL_OTHER },
	{ "ghi chú", LABEL_OTHER },
	{ "biện pháp", LABEL_OTHER },
};

/* What may stand between a label and its colon. */
static const char *const label_tails[] = {
	"chính phủ", "thủ tướng", "quốc hội", "ubnd|hđnd|bộ|cấp tỉnh|huyện|xã|trưởng|trên?", "ủy ban nhân dân",
	"cấp có thẩm quyền", "đề án", "văn bản",
	"thực hiện", "tham mưu", "triển khai", "hoàn thành", "ban hành", "xây dựng", "tổ chức", "dự kiến", "trình",
	"bắt đầu", "kết thúc", "chỉ đạo", "chủ trì", "chính", "công việc", "nhiệm vụ", "đầu ra", "đạt được", "cần đạt",
	"mong đợi", "cụ thể", "báo cáo", "chủ yếu", "/ sản phẩm", ", sản phẩm", "/ kết quả", ", kết quả", "và", ",",
	"( dự kiến )", "tham gia", NULL,
};

/* The words of a label without its colon; 0 when none stands at AT. */
static size_t label_words_at(const struct words *w, size_t at, enum label_kind *kind)
{
	size_t n, more, i = PHRASE_ROW_AT(w, at, labels, 0, &n);

	if (!n)
		return 0;
	while ((more = any_phrase_at(w, at + n, label_tails)) != 0)
		n += more;
	*kind = labels[i].kind;
	return n;
}

static bool colon_follows(const struct words *w, size_t at)
{
	enum { LONGEST_LABEL = 16 };

	for (size_t n = 1; n <= LONGEST_LABEL; n++)
		if (sign_is(w, at + n, ':'))
			return true;
	return false;
}

enum label_kind label_at(const struct words *w, size_t at, size_t *taken)
{
	enum label_kind kind = LABEL_NONE;
	size_t n = colon_follows(w, at) ? label_words_at(w, at, &kind) : 0;

	if (!n || !sign_is(w, at + n, ':'))
		return LABEL_NONE;
	*taken = n + 1;
	return kind;
}

enum label_kind label_of_heading(const char *text)
{
	struct words w = WORDS_INIT;
	enum label_kind kind = LABEL_NONE;
	size_t n;

	words_split(text, strlen(text), &w);
	n = label_words_at(&w, 0, &kind);
	n += n && sign_is(&w, n, ':') ? 1 : 0;
	if (!n || n != w.count)
		kind = LABEL_NONE;
	words_release(&w);
	return kind;
}

/* The value without the blanks and signs around it that only part it from its neighbours. */
static void trim(const char *text, struct segment *segment)
{
	while (segment->value < segment->end && strchr(" (", text[segment->value]))
		segment->value++;
	while (segment->end > segment->value && strchr(" ;.,(/", text[segment->end - 1]))
		segment->end--;
	if (segment->end > segment->value && text[segment->end - 1] == ')' &&
	    !memchr(text + segment->value, '(', segment->end - segment->value))
		segment->end--;
}

void segments_of(const char *text, struct segment_list *out)
{
	struct words w = WORDS_INIT;
	struct segment segment = { .kind = LABEL_NONE };

	words_split(text, strlen(text), &w);
	out->count = 0;
	for (size_t at = 0; at <= w.count; at++) {
		size_t taken = 0;
		enum label_kind kind = LABEL_NONE;

		if (at < w.count && (at == 0 || word_is(&w, at - 1, ".|;|)|(|,|-|+")))
			kind = label_at(&w, at, &taken);
		if (kind == LABEL_NONE && at < w.count)
			continue;
		segment.end = at ? at < w.count ? w.items[at].start : strlen(text) : 0;
		if (segment.end > segment.start) {
			trim(text, &segment);
			GROW(out->items, out->count + 1, out->cap);
			out->items[out->count++] = segment;
		}
		if (at == w.count)
			break;
		segment = (struct segment){
			.kind = kind, .start = w.items[at].start, .value = w.items[at + taken - 1].end,
		};
		at += taken - 1;
	}
	words_release(&w);
}

void segment_list_release(struct segment_list *list)
{
	free(list->items);
	*list = (struct segment_list){ 0 };
}
