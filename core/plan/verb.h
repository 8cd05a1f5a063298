/*
 * verb.h: the words that work begins with.
 *
 * "Sở Y tế xây dựng kế hoạch": the name of a body ends where what it does begins,
 * and nothing but the words says so. May not know: what bodies there are.
 */
#ifndef PLAN_VERB_H
#define PLAN_VERB_H

#include "core/plan/words.h"

/* How many words of a verb that tells of work stand at AT, written small; 0: none. */
size_t work_verb_at(const struct words *words, size_t at);

#endif
