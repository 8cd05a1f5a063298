/*
 * typed_bodies.h: names of bodies as a person types them, parted by ";" -> who is meant.
 *
 * A name is looked for in the register, then among those that a file names, then it
 * is read by its shape. What fits several, or is no name, is told apart and never dropped.
 */
#ifndef WORKBENCH_TYPED_BODIES_H
#define WORKBENCH_TYPED_BODIES_H

#include "core/base/error.h"
#include "core/plan/plan.h"

enum typed_meaning {
	TYPED_KNOWN,		/* of the register */
	TYPED_NEW,		/* in no register yet */
	TYPED_UNCLEAR,		/* fits several */
	TYPED_NO_NAME,
};

struct typed_body {
	char *typed;
	char *name;		/* as it is stored; UNCLEAR: those that it fits; NO_NAME: NULL */
	enum typed_meaning meaning;
};

DECLARE_RECORD(typed_body);

/* OUT is emptied first. */
void typed_bodies_read(const char *text, const struct agency_list *registered, const struct agency_list *in_file,
		       struct typed_body_list *out);

/* "Sở Nội vụ; cơ quan mới: Sở X; «so t» chưa rõ: A hay B", translated; appends. */
void typed_bodies_explain(const struct typed_body_list *bodies, struct strbuf *out);

/* The names parted by "; ", each once; appends. STATUS_AMBIGUOUS or STATUS_INVALID when not all are understood. */
enum status typed_bodies_join(const struct typed_body_list *bodies, struct strbuf *out, struct error *err);

#endif
