#include "tui/match.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"

void match_list_add(struct match_list *list, int item, int score)
{
	size_t at;

	GROW(list->items, list->count + 1, list->cap);
	for (at = list->count; at > 0 && list->items[at - 1].score < score; at--)
		list->items[at] = list->items[at - 1];
	list->items[at] = (struct match){ item, score };
	list->count++;
}

void match_list_release(struct match_list *list)
{
	free(list->items);
	*list = (struct match_list){ 0 };
}

bool match_all(const char *query)
{
	return query[strspn(query, " ")] == '\0';
}

static int best(int a, int b)
{
	return a > b ? a : b;
}

int match_names(const char *query, const char *code, const char *name, const struct string_list *aliases)
{
	int score = viet_match(query, name);

	if (code)
		score = best(score, viet_match(query, code));
	for (size_t i = 0; i < aliases->count; i++)
		score = best(score, viet_match(query, aliases->items[i]));
	return score;
}
