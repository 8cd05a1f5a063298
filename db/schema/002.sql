-- Schema 2: what the program remembers of a person, apart from all plans.

-- How somebody has set the program up for himself: kept for him alone, so neither
-- journaled nor taken back.
CREATE TABLE setting (
	who TEXT NOT NULL,
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (who, name)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
