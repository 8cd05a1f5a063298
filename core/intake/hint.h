/*
 * hint.h: what a person decided while reviewing how a file was understood.
 *
 * A review is a list of hints in the order they were made; of two that say
 * different things of one place the later counts, and taking back is dropping the
 * last. Manuscript + hints -> the same draft, whenever it is read.
 */
#ifndef INTAKE_HINT_H
#define INTAKE_HINT_H

#include "core/plan/plan.h"

/* Where a stretch of the manuscript begins. */
struct manuscript_place {
	int paragraph;		/* from 0 */
	int start;		/* byte of the paragraph's text */
};

int manuscript_place_compare(struct manuscript_place a, struct manuscript_place b);

enum hint_kind {
	/* What the stretch is. The last of these counts. */
	HINT_SECTION,
	HINT_TASK,
	HINT_PART,		/* of the task above it */
	HINT_UNUSED,

	/* Where stretches begin and end. */
	HINT_SPLIT,		/* one begins here */
	HINT_JOIN,		/* the one that begins here belongs to the one before */

	/* What the task that begins here is; a TITLE may be a section's. VALUE has the words; "": nothing. */
	HINT_LEAD,		/* names parted by ";" */
	HINT_COORDINATING,
	HINT_DEADLINE,
	HINT_TITLE,
	HINT_PRODUCT,

	HINT_ACCEPTED,		/* a person looked at what was guessed, and it is right */
	HINT_ALL_ACCEPTED,	/* everywhere; what is decided later may be guessed anew */
	HINT_KINDS
};

struct hint {
	struct manuscript_place at;
	enum hint_kind kind;
	char *value;		/* NULL where the kind has none */
	char *who;		/* decided it; NULL: not kept yet */
	long long when;
	int number;		/* of the review's; 0: not kept yet */
	bool carried;		/* it was decided of an older version, and stands here as well */
};

DECLARE_RECORD(hint);

/* A hint apart from its manuscript: kept with the file, to be found again in a corrected one by the words of its line. */
struct decision {
	row_id id;
	row_id plan_id, source_id;
	char *line;		/* required: the paragraph */
	int nth;		/* 1 = the first paragraph of these words */
	int start;		/* as of a place */
	enum hint_kind kind;
	char *value;		/* NULL where the kind has none */
	char *who;		/* required */
	long long when;
};

DECLARE_RECORD(decision);

bool decision_is_same(const struct decision *a, const struct decision *b);

/* The stable words of the storage; NULL / false when unknown. */
const char *hint_kind_word(enum hint_kind kind);
bool hint_kind_from_word(const char *word, enum hint_kind *kind);
/* What a person calls it, translated: "chủ trì". */
const char *hint_kind_label(enum hint_kind kind);

/* The same hints in the order of the text, to be looked up. */
struct hint_index {
	const struct hint **items;	/* the hints are borrowed */
	size_t count;
	const struct hint *all_accepted;	/* the last one; NULL: none */
};

void hint_index_init(struct hint_index *index, const struct hint_list *hints);	/* HINTS may be NULL */
void hint_index_release(struct hint_index *index);

/* The last hint of KIND at that place; NULL without one. */
const struct hint *hint_find(const struct hint_index *index, struct manuscript_place at, enum hint_kind kind);
/* Whether one begins stretches: the last of SPLIT and JOIN at that place, NULL without one. */
const struct hint *hint_boundary(const struct hint_index *index, struct manuscript_place at);
/* The next place in the same paragraph where a person began a stretch; false: there is none. */
bool hint_split_behind(const struct hint_index *index, struct manuscript_place at, struct manuscript_place *next);
/* True when something was said of what stands in PARAGRAPH: what it is, or where it begins. */
bool hint_in_paragraph(const struct hint_index *index, int paragraph);
/* The last that says what the stretch is; NULL without one. */
const struct hint *hint_role(const struct hint_index *index, struct manuscript_place at);
/* True when what stands there was accepted, and nothing was decided there since. */
bool hint_is_accepted(const struct hint_index *index, struct manuscript_place at);

#endif
