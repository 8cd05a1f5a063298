/*
 * label.h: what the work of a plan is sorted by.
 *
 * Areas (lĩnh vực: the fields of a reform, the programmes of a budget) are few, stand in an order and are named
 * beforehand; tags are a person's own words. A task may have several of each.
 */
#ifndef PLAN_LABEL_H
#define PLAN_LABEL_H

#include "core/plan/plan.h"

enum label_sort { LABEL_AREA, LABEL_TAG };

struct label {
	row_id id;
	int version;
	row_id plan_id;
	enum label_sort kind;
	int position;		/* 1, 2, 3 ... among those of its kind */
	char *name;		/* required, once in a plan and kind */
};

DECLARE_RECORD(label);

/* A task has a label. */
struct labelling {
	row_id id;
	int version;
	row_id task_id, label_id;
};

DECLARE_RECORD(labelling);

const char *label_sort_word(enum label_sort kind);
bool label_sort_from_word(const char *word, enum label_sort *kind);

/* The one of KIND that NAME means, in capitals or not, with or without accents; NULL: none. */
const struct label *label_named(const struct label_list *list, enum label_sort kind, const char *name);

/* The same, or else the only one of which TEXT is a part. */
const struct label *label_meant(const struct label_list *list, enum label_sort kind, const char *text);

#endif
