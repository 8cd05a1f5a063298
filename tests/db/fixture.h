/*
 * fixture.h: small plans in a database of the tests.
 */
#ifndef TESTS_DB_FIXTURE_H
#define TESTS_DB_FIXTURE_H

#include <criterion/criterion.h>

#include "db/db.h"

#define must(call)                                                                  \
	do {                                                                        \
		struct error must_err = ERROR_INIT;                                 \
		enum status must_status = (call);                                   \
                                                                                    \
		cr_assert_eq(must_status, OK, "%s: %d %s", #call, (int)must_status, \
			     error_text(&must_err));                                \
		error_release(&must_err);                                           \
	} while (0)

/* STATUS wanted from a call that names its error &refused_err; the sentence must hold WORDS. */
#define must_refuse(wanted, words, call)                                            \
	do {                                                                        \
		struct error must_err = ERROR_INIT;                                 \
		enum status must_status = (call);                                   \
                                                                                    \
		cr_assert_eq(must_status, (wanted), "%s: %d %s", #call, (int)must_status, \
			     error_text(&must_err));                                \
		cr_assert(strstr(error_text(&must_err), (words)), "%s: %s", #call,  \
			  error_text(&must_err));                                   \
		error_release(&must_err);                                           \
	} while (0)

struct store *open_memory(void);
/* A fresh folder of the test's own; NAME in it. Both are the caller's to free. */
char *temp_folder(void);
char *in_folder(const char *folder, const char *name);
/* A folder of files only. */
void remove_folder(const char *folder);
struct store *open_file(const char *path);

void begin(struct store *store, const char *who, const char *action);
void commit(struct store *store, const char *summary);

/* In a change. */
row_id add_plan(struct store *store, const char *number);
row_id add_section(struct store *store, row_id plan, row_id parent, int seq, int level, const char *path);
row_id add_task(struct store *store, row_id plan, row_id section, const char *title, const char *due);
row_id add_agency(struct store *store, const char *code, const char *name, enum agency_kind kind);
void add_assignment(struct store *store, row_id task, row_id agency, enum role role, int position);
row_id add_obligation(struct store *store, row_id task, row_id agency);

/*
 * A plan with sections I, II (II.1, II.2), III and eight tasks; see fixture.c for
 * who leads what. Ids in `made`.
 */
struct made {
	row_id plan;
	row_id section[5];	/* I, II, II.1, II.2, III */
	row_id task[8];
	row_id snv, stc, stp, group;
};
struct made make_plan(struct store *store);

struct date day(const char *iso);
struct task get_task(struct store *store, row_id id);

#endif
