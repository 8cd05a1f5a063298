-- Schema 18: the criteria of an index by year, and which tasks serve them. Points are hundredths; -1: none.

CREATE TABLE criterion (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	year INTEGER NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	maximum INTEGER NOT NULL,
	self INTEGER NOT NULL,
	verified INTEGER NOT NULL,
	evidence TEXT
) STRICT;

CREATE UNIQUE INDEX criterion_code ON criterion (year, code);

CREATE TABLE criterion_task (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	criterion_id INTEGER NOT NULL REFERENCES criterion (id),
	task_id INTEGER NOT NULL REFERENCES task (id)
) STRICT;

CREATE UNIQUE INDEX criterion_task_once ON criterion_task (criterion_id, task_id);
CREATE INDEX criterion_task_task ON criterion_task (task_id);

PRAGMA user_version = 18;
