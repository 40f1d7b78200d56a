/** What a person's acceptance of a page is bound to, pages that were opened again, and what was read from pages. */
export const up = `
-- SHA-256 of the names looked for, of the page's boxes and clearances, and of the page as drawn; the renderer's version.
-- Empty: accepted before this was written down, so to be looked at again.
ALTER TABLE redaction_accepted_pages ADD COLUMN needles_sha256 TEXT;
ALTER TABLE redaction_accepted_pages ADD COLUMN boxes_sha256 TEXT;
ALTER TABLE redaction_accepted_pages ADD COLUMN pixels_sha256 TEXT;
ALTER TABLE redaction_accepted_pages ADD COLUMN renderer TEXT;

-- Pages that were accepted once and wait for another look. why: names, boxes, pixels.
CREATE TABLE redaction_reopened_pages (
  id TEXT PRIMARY KEY NOT NULL, plan_id TEXT NOT NULL REFERENCES redaction_plans (id), page INTEGER NOT NULL,
  why TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
  UNIQUE (plan_id, page)
) STRICT;

-- Readings of pages by everything that they depend on (redaction/page-cache.ts), as JSON: outside the chain, since they can
-- be made again. key: SHA-256. renderer: rows of another version are of no use.
CREATE TABLE redaction_readings (
  key TEXT PRIMARY KEY NOT NULL, evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  renderer TEXT NOT NULL, value TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_readings_evidence ON redaction_readings (evidence_id, renderer);
`
