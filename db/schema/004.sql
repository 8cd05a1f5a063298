-- Schema 4: what storing many tasks costs, half of it for nothing.

-- The roles of an assignment, checked without a list of three: for each row the engine
-- built a table of such a list.
DROP INDEX assignment_agency;
ALTER TABLE assignment RENAME TO assignment_before;

-- An agency or group on a task: lead, coordinating or via (the one that reports pass through).
CREATE TABLE assignment (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	task_id INTEGER NOT NULL REFERENCES task (id),
	agency_id INTEGER NOT NULL REFERENCES agency (id),
	role TEXT NOT NULL CHECK (role = 'lead' OR role = 'coordinating' OR role = 'via'),
	position INTEGER NOT NULL,
	UNIQUE (task_id, role, agency_id)
) STRICT;

INSERT INTO assignment (id, version, task_id, agency_id, role, position)
	SELECT id, version, task_id, agency_id, role, position FROM assignment_before;
DROP TABLE assignment_before;
CREATE INDEX assignment_agency ON assignment (agency_id, task_id, role);

-- The words of that many bytes of memory are written together: pieces of one MB, as it
-- is by itself, are all merged with each other soon.
INSERT INTO task_search (task_search, rank) VALUES ('hashsize', 4194304);

PRAGMA user_version = 4;
