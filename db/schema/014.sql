-- Schema 14: work that a body does by a plan of its own is found by the number that its evidence names.

CREATE INDEX obligation_evidence ON obligation (evidence_number) WHERE evidence_number IS NOT NULL;

PRAGMA user_version = 14;
