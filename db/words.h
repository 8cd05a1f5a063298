/*
 * words.h: the enumerations of core/plan as columns of words.
 */
#ifndef DB_WORDS_H
#define DB_WORDS_H

#include "db/entity.h"

extern const struct words agency_kind_words;
extern const struct words certainty_words;
extern const struct words conclusion_kind_words;
extern const struct words correction_state_words;
extern const struct words deadline_kind_words;
extern const struct words hint_kind_words;
extern const struct words label_sort_words;
extern const struct words obligation_state_words;
extern const struct words period_unit_words;
extern const struct words proposal_state_words;
extern const struct words relation_words;
extern const struct words role_words;
extern const struct words source_kind_words;
extern const struct words task_status_words;

#endif
