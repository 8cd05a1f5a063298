-- Schema 17: areas of work and tags.

-- What the work of a plan is sorted by: its areas, in their order, and tags. search_key: the name as it is found.
CREATE TABLE label (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	kind TEXT NOT NULL,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	search_key TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX label_name ON label (plan_id, kind, name);

CREATE TABLE labelling (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	task_id INTEGER NOT NULL REFERENCES task (id),
	label_id INTEGER NOT NULL REFERENCES label (id)
) STRICT;

CREATE UNIQUE INDEX labelling_task ON labelling (task_id, label_id);
CREATE INDEX labelling_label ON labelling (label_id);

PRAGMA user_version = 17;
