/*
 * proposal.h: what somebody proposes to change of a task, and what came of it.
 */
#ifndef PLAN_PROPOSAL_H
#define PLAN_PROPOSAL_H

#include "core/plan/plan.h"

enum proposal_state {
	PROPOSAL_MADE,		/* đề xuất */
	PROPOSAL_WAITING,	/* chờ quyết định: it was sent on */
	PROPOSAL_ACCEPTED,
	PROPOSAL_REJECTED,
};

struct proposal {
	row_id id;
	int version;
	row_id task_id;
	row_id agency_id;	/* who proposes; 0: it is not said */
	char *text;		/* required: what is to be changed */
	struct date day;	/* that it was made on */
	enum proposal_state state;
	char *document;		/* that decides it; NULL: none yet */
	struct date decided_on;
	char *agency_name;	/* a copy for showing */
};

DECLARE_RECORD(proposal);

/* The stable word; false when unknown. */
const char *proposal_state_word(enum proposal_state state);
bool proposal_state_from_word(const char *word, enum proposal_state *state);
/* Translated. */
const char *proposal_state_label(enum proposal_state state);

/* Who proposes what, when, and what came of it; appends, translated. */
void proposal_describe(const struct proposal *proposal, struct strbuf *out);

#endif
