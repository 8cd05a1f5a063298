/*
 * fake_store.h: the store interface over arrays, for testing the use cases alone.
 *
 * Has what core/workbench uses and no more. It can be told to fail, as a storage does,
 * at the Nth write of a step; a rollback brings back the state of begin().
 */
#ifndef TESTS_FAKE_STORE_H
#define TESTS_FAKE_STORE_H

#include "core/store.h"

struct fake_membership {
	row_id group, agency;
};

struct fake_state {
	struct plan_list plans;
	struct section_list sections;
	struct task_list tasks;
	struct assignment_list assignments;
	struct obligation_list obligations;
	struct period_list periods;
	struct note_list notes;
	struct agency_list agencies;
	struct fake_membership members[200];
	size_t member_count;
	size_t sources, references, attachments, unused, corrections;
	row_id superseded;
	row_id last_id;
};

struct fake_store {
	struct store base;
	struct fake_state now, saved;
	bool in_step;
	enum status begin_answer;	/* what begin() says; OK by default */
	enum status commit_answer;
	int fail_at;			/* the Nth write from now fails; 0: none */
	enum status fail_with;
	int commits;
	char last_summary[512];
	char source[256];		/* bytes of the last source stored */
	row_id source_plan;
	struct string_list settings;	/* "who\nname\nvalue" */
	enum status setting_answer;	/* what setting_get() and setting_put() say; OK by default */
};

void fake_store_init(struct fake_store *fake);
void fake_store_release(struct fake_store *fake);

/* Rows to start from; they return the id. */
row_id fake_plan(struct fake_store *fake, const char *number, int year);
row_id fake_section(struct fake_store *fake, row_id plan, const char *path);
row_id fake_task(struct fake_store *fake, row_id section, const char *title);
row_id fake_agency(struct fake_store *fake, const char *code, const char *name, enum agency_kind kind);
void fake_member(struct fake_store *fake, row_id group, row_id agency);

struct task *fake_task_at(struct fake_store *fake, row_id id);
/* The obligation of AGENCY on TASK, or NULL. */
struct obligation *fake_obligation(struct fake_store *fake, row_id task, row_id agency);
size_t fake_count_obligations(struct fake_store *fake, row_id task, enum obligation_state state);

#endif
