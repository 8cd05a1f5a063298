-- Schema 12: extensions.

-- A later last day that was granted: for one body's share (agency_id NULL: for all that lead), in one period (NULL:
-- of the whole task). Of several the latest day counts.
CREATE TABLE extension (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	task_id INTEGER NOT NULL REFERENCES task (id),
	agency_id INTEGER REFERENCES agency (id),
	period TEXT,
	due TEXT NOT NULL,
	day TEXT NOT NULL,
	reason TEXT NOT NULL,
	document TEXT
) STRICT;

CREATE INDEX extension_task ON extension (task_id);

-- The last day before anything was extended; NULL: nothing was.
ALTER TABLE obligation ADD COLUMN original TEXT;
DROP INDEX obligation_owed;
CREATE INDEX obligation_owed ON obligation (task_id, agency_id, period, due, state, done_on, original);

PRAGMA user_version = 12;
