-- Schema 15: a plan that goes on with the one of the year before, told by number and date; its tasks by their paths there.

ALTER TABLE plan ADD COLUMN renews TEXT;
ALTER TABLE plan ADD COLUMN renews_date TEXT;
ALTER TABLE task ADD COLUMN renews TEXT;

PRAGMA user_version = 15;
