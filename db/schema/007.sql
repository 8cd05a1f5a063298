-- Schema 7: an import may be taken back.

-- The plan came by a mistake and was taken back: it is in no list, and may come again.
ALTER TABLE plan ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));

PRAGMA user_version = 7;
