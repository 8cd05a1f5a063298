#include "core/plan/proposal.h"

#include <string.h>

#include "core/base/gettext.h"

void proposal_release(struct proposal *proposal)
{
	free(proposal->text);
	free(proposal->document);
	free(proposal->agency_name);
	*proposal = (struct proposal){ 0 };
}

DEFINE_LIST(proposal)

static const struct {
	const char *word, *label;
} states[] = {
	[PROPOSAL_MADE] = { "made", N_("đề xuất") },
	[PROPOSAL_WAITING] = { "waiting", N_("chờ quyết định") },
	[PROPOSAL_ACCEPTED] = { "accepted", N_("chấp thuận") },
	[PROPOSAL_REJECTED] = { "rejected", N_("bác") },
};

const char *proposal_state_word(enum proposal_state state)
{
	return states[state].word;
}

bool proposal_state_from_word(const char *word, enum proposal_state *state)
{
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		if (strcmp(states[i].word, word) != 0)
			continue;
		*state = (enum proposal_state)i;
		return true;
	}
	return false;
}

const char *proposal_state_label(enum proposal_state state)
{
	return _(states[state].label);
}

void proposal_describe(const struct proposal *proposal, struct strbuf *out)
{
	char day[DATE_TEXT];

	if (proposal->agency_name)
		strbuf_addf(out, "%s: ", proposal->agency_name);
	strbuf_addf(out, _("%s (ngày %s; %s"), proposal->text, date_vietnamese(proposal->day, day),
		    proposal_state_label(proposal->state));
	if (proposal->document)
		strbuf_addf(out, _(" theo %s"), proposal->document);
	if (date_is_set(proposal->decided_on))
		strbuf_addf(out, _(" ngày %s"), date_vietnamese(proposal->decided_on, day));
	strbuf_add_char(out, ')');
}
