-- Schema 8: what was decided in a review outlives it.

-- Which parts of a task a reviewing person decided (bits: enum task_part of core/plan/plan.h): they stay as what was edited does.
ALTER TABLE task ADD COLUMN decided INTEGER NOT NULL DEFAULT 0;

-- What was decided while a source was reviewed, in the order of ids. Where: in a line that is told by its words, the
-- nth of those that have them, from byte start on; so that it is found again in a corrected file.
CREATE TABLE decision (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	source_id INTEGER NOT NULL REFERENCES source (id),
	line TEXT NOT NULL,
	nth INTEGER NOT NULL CHECK (nth > 0),
	start INTEGER NOT NULL,
	kind TEXT NOT NULL,
	value TEXT,
	who TEXT NOT NULL,
	at TEXT NOT NULL
) STRICT;

CREATE INDEX decision_source ON decision (source_id, id);

-- Decided in an older version, and brought along when the review began.
ALTER TABLE hint ADD COLUMN carried INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1));

PRAGMA user_version = 8;
