-- Schema 19: meetings, what is on their agenda, and what was concluded.

-- ended: NULL while it is not over; minutes and notice: as drafted when it ended.
CREATE TABLE meeting (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	title TEXT NOT NULL,
	day TEXT NOT NULL,
	place TEXT,
	chair TEXT,
	secretary TEXT,
	present TEXT,
	ended TEXT,
	minutes TEXT,
	notice TEXT
) STRICT;

CREATE INDEX meeting_plan ON meeting (plan_id);

-- seconds: that it was on the screen; it is no part of the journal.
CREATE TABLE meeting_item (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL REFERENCES meeting (id),
	task_id INTEGER NOT NULL REFERENCES task (id),
	position INTEGER NOT NULL,
	seconds INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX meeting_item_once ON meeting_item (meeting_id, task_id);
CREATE INDEX meeting_item_task ON meeting_item (task_id);

-- change_id: the entry of the journal that it was written in, together with what it made of the task.
CREATE TABLE conclusion (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	meeting_id INTEGER NOT NULL REFERENCES meeting (id),
	task_id INTEGER NOT NULL REFERENCES task (id),
	kind TEXT NOT NULL,
	agency_id INTEGER REFERENCES agency (id),
	due TEXT,
	words TEXT,
	who TEXT NOT NULL,
	at TEXT NOT NULL,
	change_id INTEGER
) STRICT;

CREATE INDEX conclusion_meeting ON conclusion (meeting_id);
CREATE INDEX conclusion_task ON conclusion (task_id);
CREATE INDEX conclusion_agency ON conclusion (agency_id);

-- What the presenter of a meeting has on the screen (item_id NULL: all are behind him; figures:
-- those before the item are shown instead); it is no part of the journal.
CREATE TABLE meeting_stage (
	meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
	item_id INTEGER,
	figures INTEGER NOT NULL CHECK (figures IN (0, 1)),
	who TEXT NOT NULL,
	since TEXT NOT NULL
) STRICT;

PRAGMA user_version = 19;
