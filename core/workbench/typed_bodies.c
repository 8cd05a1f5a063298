#include "core/workbench/typed_bodies.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/intake/intake.h"
#include "core/plan/agency_name.h"
#include "core/viet/viet.h"
#include "core/workbench/workbench.h"

enum { NAMES_SHOWN = 3 };	/* of those that fit an unclear name */

void typed_body_release(struct typed_body *body)
{
	free(body->typed);
	free(body->name);
	*body = (struct typed_body){ 0 };
}

DEFINE_LIST(typed_body)

static void add(struct typed_body_list *out, const char *typed, char *name, enum typed_meaning meaning)
{
	struct typed_body body = { .typed = xstrdup(typed), .name = name, .meaning = meaning };

	typed_body_list_add(out, &body);
}

static char *any_of(const struct agency **fits, size_t count)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; i < count && i < NAMES_SHOWN; i++)
		strbuf_addf(&names, "%s%s", i ? _(" hay ") : "", fits[i]->name);
	if (count > NAMES_SHOWN)
		strbuf_add_text(&names, " …");
	return strbuf_detach(&names);
}

/* False when nothing in LIST fits. */
static bool find_in(const struct agency_list *list, const char *name, enum typed_meaning meaning,
		    struct typed_body_list *out)
{
	const struct agency *fits[NAMES_SHOWN];
	size_t count = agency_list_fits(list, name, fits, NAMES_SHOWN);

	if (count == 1)
		add(out, name, xstrdup(fits[0]->name), meaning);
	else if (count)
		add(out, name, any_of(fits, count), TYPED_UNCLEAR);
	return count > 0;
}

/* No shape is known for it, and it looks like a name: "Tổ công nghệ số cộng đồng". */
static bool looks_like_name(const char *text)
{
	enum { SHORTEST = 2, LONGEST = 14 };	/* words */
	struct agency_mention_list found = { 0 };
	struct words w = WORDS_INIT;
	bool name;

	words_split(text, strlen(text), &w);
	agency_mentions(text, &found);
	name = !found.count && w.count >= SHORTEST && w.count <= LONGEST && w.items[0].capital &&
	       !word_is(&w, 0, "theo|căn|các|do|tất|toàn|không|có|như|khi");
	agency_mention_list_release(&found);
	words_release(&w);
	return name;
}

/* Who can be meant, and what was understood so far. */
struct reader {
	const struct agency_list *registered, *in_file;
	struct typed_body_list *out;
};

static bool find_known(const struct reader *r, const char *name)
{
	return find_in(r->registered, name, TYPED_KNOWN, r->out) || find_in(r->in_file, name, TYPED_NEW, r->out);
}

/* False when NAME has not the shape of bodies and nothing else. */
static bool read_shape(const struct reader *r, const char *name)
{
	struct agency_list shaped = { 0 };
	bool whole = intake_read_bodies(name, &shaped);

	for (size_t i = 0; i < shaped.count; i++)
		if (!find_in(r->registered, shaped.items[i].name, TYPED_KNOWN, r->out))
			add(r->out, name, xstrdup(shaped.items[i].name), TYPED_NEW);
	agency_list_release(&shaped);
	return whole;
}

/* The next of the names in *TEXT that are parted by SIGN, cleaned; caller frees. NULL at the end. */
static char *next_name(const char **text, const char *sign)
{
	size_t length = strcspn(*text, sign);
	struct strbuf name = STRBUF_INIT;

	if (!**text)
		return NULL;
	viet_clean(*text, length, &name);
	*text += length + ((*text)[length] != '\0');
	return strbuf_detach(&name);
}

/* "snv, stc": a comma may stand inside a name, but not when each part of it is a body. */
static bool read_parts(const struct reader *r, const char *name)
{
	struct typed_body_list parts = { 0 };
	struct reader of_part = { r->registered, r->in_file, &parts };
	bool bodies = strchr(name, ',') != NULL;
	char *part;

	while (bodies && (part = next_name(&name, ","))) {
		bodies = find_known(&of_part, part) || read_shape(&of_part, part);
		free(part);
	}
	for (size_t i = 0; bodies && i < parts.count; i++)
		typed_body_list_add(r->out, &parts.items[i]);
	typed_body_list_release(&parts);
	return bodies;
}

static void read_name(const struct reader *r, const char *name)
{
	if (!*name || find_known(r, name) || read_parts(r, name) || read_shape(r, name))
		return;
	if (looks_like_name(name))
		add(r->out, name, xstrdup(name), TYPED_NEW);
	else
		add(r->out, name, NULL, TYPED_NO_NAME);
}

void typed_bodies_read(const char *text, const struct agency_list *registered, const struct agency_list *in_file,
		       struct typed_body_list *out)
{
	struct reader r = { registered, in_file, out };
	char *name;

	typed_body_list_clear(out);
	while ((name = next_name(&text, ";"))) {
		read_name(&r, name);
		free(name);
	}
}

void typed_bodies_explain(const struct typed_body_list *bodies, struct strbuf *out)
{
	for (size_t i = 0; i < bodies->count; i++) {
		const struct typed_body *body = &bodies->items[i];

		if (i)
			strbuf_add_text(out, "; ");
		if (body->meaning == TYPED_KNOWN)
			strbuf_add_text(out, body->name);
		else if (body->meaning == TYPED_NEW)
			strbuf_addf(out, _("cơ quan mới: %s"), body->name);
		else if (body->meaning == TYPED_UNCLEAR)
			strbuf_addf(out, _("«%s» chưa rõ: %s"), body->typed, body->name);
		else
			strbuf_addf(out, _("«%s» không phải tên cơ quan"), body->typed);
	}
}

static bool is_named_before(const struct typed_body_list *bodies, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (bodies->items[i].name && !strcmp(bodies->items[i].name, bodies->items[at].name))
			return true;
	return false;
}

enum status typed_bodies_join(const struct typed_body_list *bodies, struct strbuf *out, struct error *err)
{
	size_t before = out->length;

	for (size_t i = 0; i < bodies->count; i++) {
		const struct typed_body *body = &bodies->items[i];

		if (body->meaning == TYPED_UNCLEAR)
			return error_set(err, STATUS_AMBIGUOUS, _("«%s» chưa rõ: %s; hãy viết rõ hơn."), body->typed,
					 body->name);
		if (body->meaning == TYPED_NO_NAME)
			return error_set(err, STATUS_INVALID,
					 _("«%s» không phải tên cơ quan; hãy viết tên hay ký hiệu, hoặc thêm vào sổ cơ quan trước."),
					 body->typed);
		if (!is_named_before(bodies, i))
			strbuf_addf(out, "%s%s", out->length > before ? "; " : "", body->name);
	}
	return OK;
}
