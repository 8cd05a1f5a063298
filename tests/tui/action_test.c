#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/action.h"
#include "tui/key.h"
#include "tui/view.h"

/* Calls TAKE for every key of every action. */
static void each_key(void (*take)(const struct action *action, int code, const char *name))
{
	for (int i = 0; i < ACTION_COUNT; i++) {
		char *names = xstrdup(actions[i].keys), *rest = names, *name;

		while ((name = strsep(&rest, " ")))
			take(&actions[i], key_from_name(name, strlen(name)), name);
		free(names);
	}
}

static void expect_known(const struct action *action, int code, const char *name)
{
	cr_expect_neq(code, K_NONE, "%s is bound to %s, which is no key", action->name, name);
}

Test(action, every_key_is_one)
{
	each_key(expect_known);
}

static void expect_alone(const struct action *action, int code, const char *name)
{
	for (unsigned context = 1; context & CTX_ALL; context <<= 1) {
		const struct action *found = action_for_key(context, code);

		if (action->contexts & context && found)
			cr_expect_eq(found, action, "%s means %s and %s in context %u", name, action->name,
				     found->name,
				     context);
	}
}

Test(action, no_key_is_bound_twice_in_a_context)
{
	each_key(expect_alone);
}

Test(action, no_letter_is_a_command_while_a_text_field_has_the_focus)
{
	for (unsigned context = 1; context & CTX_ALL; context <<= 1) {
		for (int code = 1; context & CTX_TEXT && code < 0x250; code++)
			cr_expect_null(action_for_key(context, code), "%c in context %u", code, context);
	}
}

Test(action, each_can_be_reached_by_a_key_in_each_of_its_contexts)
{
	for (int i = 0; i < ACTION_COUNT; i++) {
		for (unsigned context = 1; context & CTX_ALL; context <<= 1) {
			struct strbuf keys = STRBUF_INIT;

			if (!(actions[i].contexts & context))
				continue;
			action_keys(&actions[i], context, &keys);
			cr_expect_gt(keys.length, 0, "%s has no key in context %u", actions[i].name, context);
			strbuf_release(&keys);
		}
	}
}

Test(action, names_are_stable_words_and_differ)
{
	for (int i = 0; i < ACTION_COUNT; i++) {
		cr_expect_eq(strspn(actions[i].name, "abcdefghijklmnopqrstuvwxyz-"), strlen(actions[i].name));
		cr_expect_gt(strlen(actions[i].label), 0);
		for (int j = 0; j < i; j++)
			cr_expect_str_neq(actions[i].name, actions[j].name);
	}
}

Test(action, what_needs_a_task_is_refused_without_one_in_a_sentence)
{
	struct target nothing = { 0 }, plan = { .plan = 1 };

	cr_assert_not_null(action_refusal(&actions[ACTION_TASK_DONE], &nothing));
	cr_assert_not_null(action_refusal(&actions[ACTION_TASK_DONE], &plan));
	cr_assert_null(action_refusal(&actions[ACTION_SEARCH], &plan));
	cr_assert_not_null(action_refusal(&actions[ACTION_SEARCH], &nothing));
	cr_assert_null(action_refusal(&actions[ACTION_LEAVE], &nothing));
}

Test(action, hints_fit_the_line_and_begin_with_the_most_frequent)
{
	struct strbuf hints = STRBUF_INIT;

	action_hints(CTX_OUTLINE, 0, 40, true, &hints);
	cr_assert_eq(strncmp(hints.text, "Space xong  a chủ trì", strlen("Space xong  a chủ trì")), 0, "%s",
		     hints.text);
	cr_assert_null(strstr(hints.text, "F10"));
	strbuf_release(&hints);
}

/* The manual's entry of an action: its name as a comment, then its keys as troff has them. */
static void manual_entry(const struct action *action, struct strbuf *out)
{
	strbuf_addf(out, ".\\\" %s\n.TP\n.B ", action->name);
	for (const char *p = action->keys; *p; p++)
		strbuf_addf(out, *p == '-' ? "\\%c" : "%c", *p);
	strbuf_add_char(out, '\n');
}

Test(action, each_stands_in_the_manual_with_its_keys)
{
	static char page[128 * 1024];
	FILE *file = fopen(SOURCE_ROOT "/doc/kehoach.1", "r");
	size_t length;

	cr_assert_not_null(file);
	length = fread(page, 1, sizeof page - 1, file);
	fclose(file);
	cr_assert_gt(length, 0);
	for (size_t i = 0; i < ACTION_COUNT; i++) {
		struct strbuf entry = STRBUF_INIT;

		manual_entry(&actions[i], &entry);
		cr_expect_not_null(strstr(page, entry.text), "the manual lacks:\n%s", entry.text);
		strbuf_release(&entry);
	}
}
