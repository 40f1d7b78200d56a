/** Occurrences of a protected name that a person cleared as somebody else's. */
export const up = `
-- places: JSON, where exactly a needle was found and whom it names; the box around them is wider.
ALTER TABLE redaction_boxes ADD COLUMN places TEXT;

-- reason: another-person, ordinary-word. The places are the box's.
CREATE TABLE redaction_clearances (
  id TEXT PRIMARY KEY NOT NULL, plan_id TEXT NOT NULL REFERENCES redaction_plans (id),
  box_id TEXT NOT NULL UNIQUE REFERENCES redaction_boxes (id), reason TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_clearances_plan ON redaction_clearances (plan_id);
`
