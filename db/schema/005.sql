-- Schema 5: how things stand, counted in obligations.

-- All that a count of how things stand reads of an obligation, so that the rows themselves are not read.
DROP INDEX obligation_task;
CREATE INDEX obligation_owed ON obligation (task_id, agency_id, period, due, state, done_on);

PRAGMA user_version = 5;
