#include "core/plan/meeting.h"

#include <string.h>

#include "core/base/gettext.h"

void meeting_release(struct meeting *meeting)
{
	free(meeting->title);
	free(meeting->place);
	free(meeting->chair);
	free(meeting->secretary);
	free(meeting->present);
	free(meeting->minutes);
	free(meeting->notice);
	*meeting = (struct meeting){ 0 };
}

DEFINE_LIST(meeting)

void meeting_item_release(struct meeting_item *item)
{
	*item = (struct meeting_item){ 0 };
}

DEFINE_LIST(meeting_item)

void conclusion_release(struct conclusion *conclusion)
{
	free(conclusion->words);
	free(conclusion->who);
	free(conclusion->agency_name);
	*conclusion = (struct conclusion){ 0 };
}

DEFINE_LIST(conclusion)

void meeting_stage_release(struct meeting_stage *stage)
{
	free(stage->who);
	*stage = (struct meeting_stage){ 0 };
}

static const struct {
	const char *word, *label;
} kinds[] = {
	[CONCLUSION_DONE] = { "done", N_("đã hoàn thành") },
	[CONCLUSION_EXTEND] = { "extend", N_("gia hạn") },
	[CONCLUSION_REASSIGN] = { "reassign", N_("giao lại chủ trì") },
	[CONCLUSION_REMIND] = { "remind", N_("đôn đốc") },
	[CONCLUSION_NOTE] = { "note", N_("ghi nhận") },
	[CONCLUSION_POSTPONE] = { "postpone", N_("để phiên họp sau") },
	[CONCLUSION_FREE] = { "free", N_("giao việc mới") },
};

const char *conclusion_kind_word(enum conclusion_kind kind)
{
	return kinds[kind].word;
}

bool conclusion_kind_from_word(const char *word, enum conclusion_kind *kind)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (strcmp(kinds[i].word, word) != 0)
			continue;
		*kind = (enum conclusion_kind)i;
		return true;
	}
	return false;
}

const char *conclusion_kind_label(enum conclusion_kind kind)
{
	return _(kinds[kind].label);
}

void conclusion_describe(const struct conclusion *conclusion, struct strbuf *out)
{
	char day[DATE_TEXT];

	strbuf_add_text(out, conclusion_kind_label(conclusion->kind));
	if (date_is_set(conclusion->due))
		strbuf_addf(out, conclusion->kind == CONCLUSION_EXTEND ? _(" đến ngày %s") : _(", chậm nhất ngày %s"),
			    date_vietnamese(conclusion->due, day));
	if (conclusion->words)
		strbuf_addf(out, ": %s", conclusion->words);
}

const struct conclusion *conclusion_last(const struct conclusion_list *list, row_id task)
{
	for (size_t i = list->count; i-- > 0;)
		if (list->items[i].task_id == task)
			return &list->items[i];
	return NULL;
}

bool conclusion_is_missing(const struct conclusion_list *list, row_id task)
{
	const struct conclusion *last = conclusion_last(list, task);

	return !last || last->kind == CONCLUSION_POSTPONE;
}
