-- Schema 11: by when something of a task is next due, whoever owes it and in whichever period.

-- Kept: the first last day of what is still open; of what is all done, the last one; where nobody owes anything, the
-- task's own.
ALTER TABLE task ADD COLUMN next_due TEXT;
UPDATE task SET next_due = CASE WHEN obligations = 0 THEN due
	WHEN obligations_done = obligations THEN
		(SELECT max(o.due) FROM obligation o WHERE o.task_id = task.id AND o.state = 'done')
	ELSE (SELECT min(o.due) FROM obligation o WHERE o.task_id = task.id AND o.state = 'open') END;

DROP INDEX task_due;
DROP INDEX task_open_due;
DROP INDEX task_undated;
DROP INDEX task_done_late;
CREATE INDEX task_due ON task (next_due, place) WHERE next_due IS NOT NULL;
CREATE INDEX task_open_due ON task (next_due, place)
	WHERE next_due IS NOT NULL AND status <> 'done' AND status <> 'suspended' AND status <> 'cancelled';
CREATE INDEX task_undated ON task (place) WHERE next_due IS NULL;
CREATE INDEX task_done_late ON task (place) WHERE status = 'done' AND done_on > next_due;

DELETE FROM due_day;
INSERT INTO due_day (plan_id, due, tasks) SELECT plan_id, next_due, count(*) FROM task
	WHERE next_due IS NOT NULL AND status IN ('open', 'doing') GROUP BY plan_id, next_due;

PRAGMA user_version = 11;
