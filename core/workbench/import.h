/*
 * import.h: the parts of a draft -> stored rows, inside a step. Only
 * core/workbench/ includes it.
 */
#ifndef WORKBENCH_IMPORT_H
#define WORKBENCH_IMPORT_H

#include "core/workbench/internal.h"

struct body;
struct known_name;

enum { REGISTER_BUCKETS = 256 };

/*
 * The register as an import needs it: a name is looked up once and remembered
 * with the bodies it stands for. A plan names some dozens of bodies thousands of times.
 */
struct register_cache {
	struct workbench *wb;
	struct date day;		/* that names are meant for: the plan's; unset: today */
	struct agency_list agencies;
	struct known_name *names;	/* of the first so many agencies */
	size_t name_count, name_cap, named;
	struct body *buckets[REGISTER_BUCKETS];
	struct string_list *added;
};

void register_cache_release(struct register_cache *cache);

struct import {
	struct workbench *wb;
	struct register_cache cache;
	struct import_report *report;
	row_id plan;
	row_id source;			/* that the tasks stand in; 0: their lines are another file's */
};

enum status put_source(struct import *import, const struct draft *draft, const struct source *source,
		       enum source_kind kind, struct error *err);
enum status put_unused(struct import *import, const struct draft *draft, struct error *err);
/* A new task, last of SECTION where its position is 0. ID gets its own. */
enum status put_task(struct import *import, const struct draft_task *draft, row_id section, row_id *id,
		     struct error *err);
enum status put_corrections(struct import *import, const struct correction_list *corrections, row_id task,
			    struct error *err);
/* The bodies of ROLE that are NAMED, behind those in PUT, unless they are in EXCEPT. BODIES gets whom they stand for. */
enum status put_bodies(struct import *import, row_id task, enum role role, const struct agency_list *named,
		       const struct agency_ids *except, struct agency_ids *put, struct agency_ids *bodies,
		       struct error *err);

/* The plan that a draft without a number says it is an appendix of; *PLAN 0: none that is here. */
enum status plan_of_appendix(struct store *store, const struct draft *draft, row_id *plan, struct error *err);

#endif
