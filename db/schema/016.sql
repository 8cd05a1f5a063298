-- Schema 16: proposals to amend.

-- What somebody (agency_id NULL: it is not said who) proposes to change of a task, what came of it, by which document.
CREATE TABLE proposal (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	task_id INTEGER NOT NULL REFERENCES task (id),
	agency_id INTEGER REFERENCES agency (id),
	text TEXT NOT NULL,
	day TEXT NOT NULL,
	state TEXT NOT NULL,
	document TEXT,
	decided_on TEXT
) STRICT;

CREATE INDEX proposal_task ON proposal (task_id);

PRAGMA user_version = 16;
