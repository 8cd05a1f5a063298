-- Schema 10: agencies over time.

-- First and last day of a body (NULL: not known, or still there), the body above it, its head's title, how to reach it.
ALTER TABLE agency ADD COLUMN valid_from TEXT;
ALTER TABLE agency ADD COLUMN valid_to TEXT;
ALTER TABLE agency ADD COLUMN parent_id INTEGER REFERENCES agency (id);
ALTER TABLE agency ADD COLUMN head TEXT;
ALTER TABLE agency ADD COLUMN contact TEXT;

-- A body may leave a group and come back: once a time, no longer once at all.
DROP INDEX membership_agency;
ALTER TABLE membership RENAME TO membership_before;

-- Which agencies a group stands for, from the first to the last day (NULL: always, still).
CREATE TABLE membership (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	group_id INTEGER NOT NULL REFERENCES agency (id),
	agency_id INTEGER NOT NULL REFERENCES agency (id),
	since TEXT,
	until TEXT
) STRICT;

INSERT INTO membership (id, version, group_id, agency_id) SELECT id, version, group_id, agency_id FROM membership_before;
DROP TABLE membership_before;
CREATE INDEX membership_group ON membership (group_id, agency_id);
CREATE INDEX membership_agency ON membership (agency_id, group_id);
CREATE UNIQUE INDEX membership_present ON membership (group_id, agency_id) WHERE until IS NULL;

-- What a body was called before, with its symbol of then, up to the last day; document: the one that renamed it.
CREATE TABLE former_name (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	agency_id INTEGER NOT NULL REFERENCES agency (id),
	name TEXT NOT NULL,
	code TEXT,
	until TEXT NOT NULL,
	document TEXT
) STRICT;

CREATE INDEX former_name_agency ON former_name (agency_id, until);

-- Who came after a body from that day on; part: the body itself goes on, some of its work went. to_id NULL: nobody
-- came after it.
CREATE TABLE succession (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	from_id INTEGER NOT NULL REFERENCES agency (id),
	to_id INTEGER REFERENCES agency (id),
	part INTEGER NOT NULL CHECK (part IN (0, 1)),
	day TEXT NOT NULL,
	document TEXT
) STRICT;

CREATE INDEX succession_from ON succession (from_id);

-- An obligation that somebody handed over: from_id is closed with what was recorded in it, to_id goes on with it.
CREATE TABLE transfer (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	task_id INTEGER NOT NULL REFERENCES task (id),
	from_id INTEGER NOT NULL REFERENCES obligation (id),
	to_id INTEGER NOT NULL REFERENCES obligation (id),
	day TEXT NOT NULL,
	reason TEXT NOT NULL,
	document TEXT
) STRICT;

CREATE INDEX transfer_task ON transfer (task_id);
CREATE INDEX transfer_from ON transfer (from_id);
CREATE INDEX transfer_to ON transfer (to_id);

PRAGMA user_version = 10;
