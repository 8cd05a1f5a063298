/* Words that mean something: deadlines, names of bodies, citations, the filter language. */
#include <config.h>

#include <string.h>

#include "core/plan/agency_name.h"
#include "core/plan/citation.h"
#include "core/plan/deadline.h"
#include "core/plan/filter.h"
#include "core/viet/viet.h"
#include "tests/fuzz/fuzz.h"

static void deadlines(const char *text)
{
	struct deadline deadline = { 0 };
	struct strbuf words = STRBUF_INIT;

	if (deadline_parse(text, 2013, &deadline))
		MUST(deadline.kind != DEADLINE_NONE || !*text);
	if (date_is_set(deadline.start) && date_is_set(deadline.due))
		MUST(date_compare(deadline.start, deadline.due) <= 0);
	deadline_explain(&deadline, &words);
	deadline_brief(&deadline, &words);
	MUST(viet_is_utf8(words.text, words.length, NULL));
	strbuf_release(&words);
	deadline_release(&deadline);
}

static void bodies(const char *text)
{
	struct agency_mention_list found = { 0 };
	size_t at = 0;

	agency_mentions(text, &found);
	for (size_t i = 0; i < found.count; i++) {
		const struct agency_mention *mention = &found.items[i];
		struct strbuf key = STRBUF_INIT;
		char *code = agency_propose_code(mention->name);

		MUST(mention->start >= at && mention->start < mention->end && mention->end <= strlen(text));
		MUST(*mention->name && viet_is_utf8(mention->name, strlen(mention->name), NULL));
		agency_name_key(mention->name, &key);
		MUST(key.length);
		free(code);
		strbuf_release(&key);
		at = mention->end;
	}
	agency_mention_list_release(&found);
	agency_list_parse(text, &found);
	agency_mention_list_release(&found);
}

static void citations(const char *text)
{
	struct citation_list found = { 0 };
	size_t at = 0;

	citations_find(text, &found);
	for (size_t i = 0; i < found.count; i++) {
		const struct citation *citation = &found.items[i];

		MUST(citation->start >= at && citation->start < citation->end && citation->end <= strlen(text));
		at = citation->end;
	}
	citation_list_release(&found);
}

static void filters(const char *text)
{
	struct filter filter = { 0 };
	struct error err = ERROR_INIT;

	if (filter_parse(text, 2013, date_make(2013, 9, 1), &filter, &err))
		MUST(*error_text(&err) && !filter.terms.count);
	filter_release(&filter);
	error_release(&err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct strbuf text = STRBUF_INIT;

	viet_clean((const char *)data, size, &text);
	deadlines(text.text);
	bodies(text.text);
	citations(text.text);
	filters(text.text);
	strbuf_release(&text);
	return 0;
}
