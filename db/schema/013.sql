-- Schema 13: what is recorded of an obligation besides its mark.

-- The document that the evidence names, why it is late, and who recorded that last, when.
ALTER TABLE obligation ADD COLUMN evidence_number TEXT;
ALTER TABLE obligation ADD COLUMN evidence_date TEXT;
ALTER TABLE obligation ADD COLUMN cause TEXT;
ALTER TABLE obligation ADD COLUMN recorded_by TEXT;
ALTER TABLE obligation ADD COLUMN recorded_at TEXT;

PRAGMA user_version = 13;
