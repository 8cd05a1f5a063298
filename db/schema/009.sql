-- Schema 9: work that comes back is owed once in each period.

-- A period that a plan's work is owed in: what it tells of, from its first to its last day, and the last day to send
-- (NULL: as the deadline of each work says). every: the rhythm of the work; made_of: the set that it was made from.
CREATE TABLE period (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	every TEXT NOT NULL,
	made_of TEXT NOT NULL,
	key TEXT NOT NULL,
	label TEXT NOT NULL,
	first TEXT NOT NULL,
	last TEXT NOT NULL,
	due TEXT,
	cumulative INTEGER NOT NULL CHECK (cumulative IN (0, 1)),
	UNIQUE (plan_id, every, key)
) STRICT;

PRAGMA user_version = 9;
