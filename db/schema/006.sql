-- Schema 6: a corrected file goes on with the work of the version before it.

-- The task of the older version that is the same work: what was done to that belongs to this one as well. The id
-- alone counts: an appendix that is taken back takes its tasks with it.
ALTER TABLE task ADD COLUMN continues INTEGER;

PRAGMA user_version = 6;
