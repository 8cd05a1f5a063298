-- Schema 3: a plan may come from several files, and a task knows where in them it
-- stands and how sure its reading is; slips of the print stand beside their
-- reading; a review that is not finished is kept.

-- Bytes as they came, each once. Never changed.
CREATE TABLE file (
	id INTEGER PRIMARY KEY,
	length INTEGER NOT NULL,
	bytes BLOB NOT NULL
) STRICT;

CREATE INDEX file_length ON file (length);

INSERT INTO file (id, length, bytes) SELECT plan_id, length, bytes FROM source;

-- A file that a plan came from: the plan's own, then its appendices.
ALTER TABLE source RENAME TO source_before;
DROP INDEX source_length;

CREATE TABLE source (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	file_id INTEGER NOT NULL REFERENCES file (id),
	kind TEXT NOT NULL CHECK (kind IN ('plan', 'appendix')),
	name TEXT NOT NULL,
	encoding TEXT,
	imported_by TEXT NOT NULL,
	imported_at TEXT NOT NULL
) STRICT;

CREATE INDEX source_plan ON source (plan_id, id);
CREATE INDEX source_file ON source (file_id);

INSERT INTO source (id, version, plan_id, file_id, kind, name, encoding, imported_by, imported_at)
	SELECT plan_id, 1, plan_id, plan_id, 'plan', name, encoding, imported_by, imported_at FROM source_before;
DROP TABLE source_before;
INSERT INTO last_id (entity, id) SELECT 'source', max(id) FROM source HAVING max(id) IS NOT NULL;

-- A line of a source that went nowhere, and why. source_id NULL: of a file that is not here.
ALTER TABLE unused_line RENAME TO unused_line_before;

CREATE TABLE unused_line (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	source_id INTEGER REFERENCES source (id),
	line INTEGER NOT NULL,
	text TEXT NOT NULL,
	why TEXT NOT NULL
) STRICT;

CREATE INDEX unused_line_plan ON unused_line (plan_id, id);
CREATE INDEX unused_line_source ON unused_line (source_id) WHERE source_id IS NOT NULL;

INSERT INTO unused_line (id, version, plan_id, source_id, line, text, why)
	SELECT row_number() OVER (ORDER BY u.plan_id, u.position), 1, u.plan_id, s.id, u.line, u.text, u.why
	FROM unused_line_before u LEFT JOIN source s ON s.plan_id = u.plan_id;
DROP TABLE unused_line_before;
INSERT INTO last_id (entity, id) SELECT 'unused_line', max(id) FROM unused_line HAVING max(id) IS NOT NULL;

-- Where a task stands in its source (0: not known), how sure its reading is, and what made it unsure, a line each.
ALTER TABLE task ADD COLUMN source_id INTEGER REFERENCES source (id);
ALTER TABLE task ADD COLUMN first_line INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN last_line INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN certainty TEXT NOT NULL DEFAULT 'sure';
ALTER TABLE task ADD COLUMN doubt TEXT;

CREATE INDEX task_source ON task (source_id) WHERE source_id IS NOT NULL;

-- Words that were issued with a slip, and what they are read as; a person accepts the reading, or does not.
CREATE TABLE correction (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	task_id INTEGER REFERENCES task (id),
	line INTEGER NOT NULL,
	issued TEXT NOT NULL,
	reading TEXT NOT NULL,
	reason TEXT NOT NULL,
	state TEXT NOT NULL
) STRICT;

CREATE INDEX correction_plan ON correction (plan_id, id);
CREATE INDEX correction_task ON correction (task_id) WHERE task_id IS NOT NULL;

-- A file that somebody is reviewing before it is stored as a plan, or (plan_id) added to one.
CREATE TABLE review (
	id INTEGER PRIMARY KEY,
	plan_id INTEGER REFERENCES plan (id),
	file_id INTEGER NOT NULL REFERENCES file (id),
	name TEXT NOT NULL,
	encoding TEXT,
	who TEXT NOT NULL,
	at TEXT NOT NULL
) STRICT;

CREATE INDEX review_file ON review (file_id);
CREATE INDEX review_plan ON review (plan_id) WHERE plan_id IS NOT NULL;

-- What was decided there, in order: the draft is the file read with these. paragraph, start: where, see core/intake/hint.h.
CREATE TABLE hint (
	review_id INTEGER NOT NULL REFERENCES review (id),
	number INTEGER NOT NULL,
	paragraph INTEGER NOT NULL,
	start INTEGER NOT NULL,
	kind TEXT NOT NULL,
	value TEXT,
	who TEXT NOT NULL,
	at TEXT NOT NULL,
	PRIMARY KEY (review_id, number)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
