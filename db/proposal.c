/* Proposals to amend. */
#include <stddef.h>

#include "db/internal.h"
#include "db/words.h"

#define COLUMNS "task_id, agency_id, text, day, state, document, decided_on"

static const struct column columns[] = {
	{ "task_id", COLUMN_ID, offsetof(struct proposal, task_id), NULL, false },
	{ "agency_id", COLUMN_ID, offsetof(struct proposal, agency_id), NULL, false },
	{ "text", COLUMN_TEXT, offsetof(struct proposal, text), NULL, false },
	{ "day", COLUMN_DATE, offsetof(struct proposal, day), NULL, false },
	{ "state", COLUMN_WORD, offsetof(struct proposal, state), &proposal_state_words, false },
	{ "document", COLUMN_TEXT, offsetof(struct proposal, document), NULL, false },
	{ "decided_on", COLUMN_DATE, offsetof(struct proposal, decided_on), NULL, false },
};

static void release(void *record)
{
	proposal_release(record);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct proposal *)record)->task_id;
}

const struct entity proposal_entity = {
	.kind = ENTITY_PROPOSAL,
	.name = "proposal",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct proposal),
	.version_at = offsetof(struct proposal, version),
	.select = "SELECT id, version, " COLUMNS " FROM proposal WHERE id = $1",
	.insert = "INSERT INTO proposal (id, version, " COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
	.update = "UPDATE proposal SET version = version + 1, task_id = $3, agency_id = $4, text = $5, day = $6, "
		  "state = $7, document = $8, decided_on = $9 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM proposal WHERE id = $1",
	.release = release,
	.owner = owner,
};

#define ROWS \
	"SELECT e.id, e.version, e.task_id, e.agency_id, e.text, e.day, e.state, e.document, e.decided_on, " \
	"g.name FROM proposal e JOIN task t ON t.id = e.task_id LEFT JOIN agency g ON g.id = e.agency_id "

static const char of_task[] = ROWS "WHERE e.task_id = $1 ORDER BY e.id";
static const char of_plan[] = ROWS "WHERE t.place > $1 AND t.place < $2 ORDER BY t.place, e.id";

static enum status proposals(struct store *store, row_id plan, row_id task, struct proposal_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, task ? of_task : of_plan);
	enum status status;

	bind_int(st, 1, task ? task : place_number(plan, (struct place){ 0, 0 }));
	if (!task)
		bind_int(st, 2, place_number(plan + 1, (struct place){ 0, 0 }));
	while (sql_row(st)) {
		struct proposal proposal = { 0 };

		entity_read(&proposal_entity, st, &proposal);
		proposal.agency_name = column_text(st, (int)proposal_entity.count + 2);
		proposal_list_add(list, &proposal);
	}
	status = sql_end(st, err);
	if (status != OK)
		proposal_list_clear(list);
	return status;
}

static enum status proposal_get(struct store *store, row_id id, struct proposal *proposal, struct error *err)
{
	return entity_load(db_of(store), &proposal_entity, id, proposal, err);
}

static enum status proposal_insert(struct store *store, struct proposal *proposal, struct error *err)
{
	return entity_insert(db_of(store), &proposal_entity, proposal, err);
}

static enum status proposal_update(struct store *store, struct proposal *proposal, struct error *err)
{
	return entity_update(db_of(store), &proposal_entity, proposal, err);
}

void proposal_functions(struct store *store)
{
	store->proposals = proposals;
	store->proposal_get = proposal_get;
	store->proposal_insert = proposal_insert;
	store->proposal_update = proposal_update;
}
