#include "db/words.h"

#include <string.h>

#include "core/store.h"

#define WORDS(type)                                                                 \
	_Static_assert(sizeof(enum type) == sizeof(int), "a column of words is an int"); \
	static const char *type##_to_word(int value)                                \
	{                                                                           \
		return type##_word((enum type)value);                               \
	}                                                                           \
	static bool type##_to_value(const char *word, int *value)                   \
	{                                                                           \
		enum type found;                                                    \
                                                                                    \
		if (!type##_from_word(word, &found))                                \
			return false;                                               \
		*value = (int)found;                                                \
		return true;                                                        \
	}                                                                           \
	const struct words type##_words = { type##_to_word, type##_to_value };

WORDS(agency_kind)
WORDS(certainty)
WORDS(conclusion_kind)
WORDS(correction_state)
WORDS(deadline_kind)
WORDS(hint_kind)
WORDS(label_sort)
WORDS(obligation_state)
WORDS(period_unit)
WORDS(proposal_state)
WORDS(relation)
WORDS(task_status)

/* The model needs no words for roles: they have names of their own in the schema. */
static const char *const role_names[] = {
	[ROLE_LEAD] = "lead", [ROLE_COORDINATING] = "coordinating", [ROLE_VIA] = "via",
};

static const char *role_to_word(int value)
{
	return role_names[value];
}

static bool role_to_value(const char *word, int *value)
{
	for (int role = ROLE_LEAD; role <= ROLE_VIA; role++) {
		if (!strcmp(role_names[role], word)) {
			*value = role;
			return true;
		}
	}
	return false;
}

const struct words role_words = { role_to_word, role_to_value };

static const char *source_kind_to_word(int value)
{
	return value == SOURCE_APPENDIX ? "appendix" : "plan";
}

static bool source_kind_to_value(const char *word, int *value)
{
	*value = strcmp(word, "appendix") ? SOURCE_PLAN : SOURCE_APPENDIX;
	return true;
}

const struct words source_kind_words = { source_kind_to_word, source_kind_to_value };
