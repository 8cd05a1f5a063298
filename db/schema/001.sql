-- Schema 1: a plan, who does what in it, and what was changed by whom.
--
-- Ids are given by the program and never used again: the journal names rows by
-- them. Days are ISO text
-- (in part where a document is dated in part), times ISO text in UTC, booleans
-- 0 or 1, enumerations the stable words of core/plan/plan.h. `version` counts
-- the changes of a row that people edit. What is marked "kept" is computed by
-- the program in the same transaction, and is not in the journal.

-- The last id given to a row of each table.
CREATE TABLE last_id (
	entity TEXT PRIMARY KEY,
	id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One plan as issued. A newer version of the same document is a plan of its own.
CREATE TABLE plan (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	type TEXT NOT NULL,
	number TEXT,
	issuer TEXT,
	place TEXT,
	date TEXT,
	title TEXT,
	signer_name TEXT,
	signer_position TEXT,
	signer_on_behalf TEXT,
	year INTEGER NOT NULL,
	superseded_by INTEGER REFERENCES plan (id)
) STRICT;

-- The file that a plan came from, byte for byte.
CREATE TABLE source (
	plan_id INTEGER PRIMARY KEY REFERENCES plan (id),
	name TEXT NOT NULL,
	encoding TEXT,
	imported_by TEXT NOT NULL,
	imported_at TEXT NOT NULL,
	length INTEGER NOT NULL,
	bytes BLOB NOT NULL
) STRICT;

CREATE INDEX source_length ON source (length);

-- A section; seq numbers them through the plan, a parent before its children.
CREATE TABLE section (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	parent_id INTEGER REFERENCES section (id),
	seq INTEGER NOT NULL CHECK (seq > 0),
	level INTEGER NOT NULL CHECK (level > 0),
	path TEXT NOT NULL,
	label TEXT,
	title TEXT NOT NULL,
	body TEXT,
	UNIQUE (plan_id, seq),
	UNIQUE (plan_id, path)
) STRICT;

CREATE INDEX section_level ON section (plan_id, seq, level);

-- An agency, or a group of agencies. aliases: its other names, a line each.
-- sort_key is kept.
CREATE TABLE agency (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	code TEXT,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	requested INTEGER NOT NULL CHECK (requested IN (0, 1)),
	aliases TEXT,
	sort_key TEXT NOT NULL
) STRICT;

-- Which agencies a group stands for.
CREATE TABLE membership (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	group_id INTEGER NOT NULL REFERENCES agency (id),
	agency_id INTEGER NOT NULL REFERENCES agency (id),
	UNIQUE (group_id, agency_id)
) STRICT;

CREATE INDEX membership_agency ON membership (agency_id, group_id);

-- A task. Kept: place, one number that orders all tasks of all plans as their
-- documents do (plan, section seq, position); leads, how many lead it;
-- obligations, how many count, how many of those are done and the last day one
-- was; search_key, title and text as the search compares them.
CREATE TABLE task (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	section_id INTEGER NOT NULL REFERENCES section (id),
	position INTEGER NOT NULL CHECK (position > 0),
	status TEXT NOT NULL,
	inherited INTEGER NOT NULL CHECK (inherited IN (0, 1)),
	deadline_kind TEXT NOT NULL,
	start TEXT,
	due TEXT,
	every TEXT,
	leads INTEGER NOT NULL,
	obligations INTEGER NOT NULL,
	obligations_done INTEGER NOT NULL,
	done_on TEXT,
	place INTEGER NOT NULL,
	deadline TEXT,
	title TEXT NOT NULL,
	product TEXT,
	text TEXT,
	search_key TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX task_place ON task (place);
CREATE INDEX task_status ON task (status, place);
CREATE INDEX task_due ON task (due, place) WHERE due IS NOT NULL;
CREATE INDEX task_open_due ON task (due, place)
	WHERE due IS NOT NULL AND status <> 'done' AND status <> 'suspended' AND status <> 'cancelled';
CREATE INDEX task_undated ON task (place) WHERE due IS NULL;
CREATE INDEX task_done_late ON task (place) WHERE status = 'done' AND done_on > due;
CREATE INDEX task_kind ON task (deadline_kind, place) WHERE deadline_kind <> 'date';
CREATE INDEX task_leaderless ON task (place) WHERE leads = 0 OR inherited = 1;

-- The words of search_key, by place. The keys are folded already: bytes compare.
CREATE VIRTUAL TABLE task_search USING fts5 (
	search_key, content = 'task', content_rowid = 'place',
	tokenize = 'ascii', prefix = '1 2 3', columnsize = 0
);

-- An agency or group on a task: lead, coordinating or via (the one that reports pass through).
CREATE TABLE assignment (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	task_id INTEGER NOT NULL REFERENCES task (id),
	agency_id INTEGER NOT NULL REFERENCES agency (id),
	role TEXT NOT NULL CHECK (role IN ('lead', 'coordinating', 'via')),
	position INTEGER NOT NULL,
	UNIQUE (task_id, role, agency_id)
) STRICT;

CREATE INDEX assignment_agency ON assignment (agency_id, task_id, role);

-- What one lead owes in one period. agency_id NULL: done while nobody was named.
CREATE TABLE obligation (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	task_id INTEGER NOT NULL REFERENCES task (id),
	agency_id INTEGER REFERENCES agency (id),
	period TEXT,
	due TEXT,
	state TEXT NOT NULL,
	done_on TEXT,
	evidence TEXT
) STRICT;

CREATE INDEX obligation_task ON obligation (task_id);

-- A remark on a task.
CREATE TABLE note (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	task_id INTEGER NOT NULL REFERENCES task (id),
	text TEXT NOT NULL,
	who TEXT NOT NULL,
	at TEXT NOT NULL
) STRICT;

CREATE INDEX note_task ON note (task_id);

-- A document that a plan, or one of its tasks, cites.
CREATE TABLE reference (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	task_id INTEGER REFERENCES task (id),
	kind TEXT,
	number TEXT,
	date TEXT,
	issuer TEXT,
	relation TEXT NOT NULL,
	raw TEXT NOT NULL,
	corrected INTEGER NOT NULL CHECK (corrected IN (0, 1))
) STRICT;

CREATE INDEX reference_plan ON reference (plan_id, task_id);
CREATE INDEX reference_task ON reference (task_id) WHERE task_id IS NOT NULL;

-- A file that a plan names as its appendix; present: it came with the document.
CREATE TABLE attachment (
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	size TEXT,
	present INTEGER NOT NULL CHECK (present IN (0, 1)),
	PRIMARY KEY (plan_id, position)
) STRICT;

-- A line of the source that went nowhere, and why.
CREATE TABLE unused_line (
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	position INTEGER NOT NULL,
	line INTEGER NOT NULL,
	text TEXT NOT NULL,
	why TEXT NOT NULL,
	PRIMARY KEY (plan_id, position)
) STRICT;

-- Kept: tasks that are not cancelled, and those done, of a plan.
CREATE TABLE plan_progress (
	plan_id INTEGER PRIMARY KEY REFERENCES plan (id),
	tasks INTEGER NOT NULL,
	done INTEGER NOT NULL
) STRICT;

-- Kept: the same of a section with all below it; own_tasks: all that stand in itself.
CREATE TABLE section_progress (
	section_id INTEGER PRIMARY KEY REFERENCES section (id),
	own_tasks INTEGER NOT NULL,
	tasks INTEGER NOT NULL,
	done INTEGER NOT NULL
) STRICT;

-- Kept: how many open tasks of a plan end on a day, so that what is overdue
-- today is a sum over days.
CREATE TABLE due_day (
	plan_id INTEGER NOT NULL REFERENCES plan (id),
	due TEXT NOT NULL,
	tasks INTEGER NOT NULL,
	PRIMARY KEY (plan_id, due)
) STRICT;

-- The journal: one row for each action of a person. bulk: journaled as this one
-- row only, and not to be taken back. undoes: the change that this one takes
-- back; undone_by: the one that took this back.
CREATE TABLE change (
	id INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	who TEXT NOT NULL,
	action TEXT NOT NULL,
	summary TEXT NOT NULL,
	plan_id INTEGER REFERENCES plan (id),
	bulk INTEGER NOT NULL CHECK (bulk IN (0, 1)),
	undoes INTEGER REFERENCES change (id),
	undone_by INTEGER REFERENCES change (id)
) STRICT;

CREATE INDEX change_who ON change (who, id);
CREATE INDEX change_plan ON change (plan_id, id);

-- What an action did, field by field in order. step: one written row. The field
-- "id" stands for the row itself: no value before it when it came, none after it
-- when it went. task_id: the task that the row belongs to.
CREATE TABLE change_field (
	change_id INTEGER NOT NULL REFERENCES change (id),
	number INTEGER NOT NULL,
	step INTEGER NOT NULL,
	entity TEXT NOT NULL,
	entity_id INTEGER NOT NULL,
	task_id INTEGER,
	field TEXT NOT NULL,
	before TEXT,
	after TEXT,
	PRIMARY KEY (change_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_field_row ON change_field (entity, entity_id, change_id);
CREATE INDEX change_field_task ON change_field (task_id, change_id) WHERE task_id IS NOT NULL;

PRAGMA application_id = 1265125487;
PRAGMA user_version = 1;
