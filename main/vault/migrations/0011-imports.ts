/** What came in from tables and from other programs, so that it can be taken back as a whole, in any session. */
export const up = `
-- name: the file's, as it was called. kind: what the rows became ("actor", "openevsys"…). mapping: JSON, how it was read,
-- offered again for a file with the same headings. headings: JSON. row_ids: JSON, table → ids of the rows that it wrote.
-- undone_at: NULL while it stands; undone: how many rows were taken back.
CREATE TABLE imports (
  id TEXT PRIMARY KEY NOT NULL, case_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  added INTEGER NOT NULL, headings TEXT NOT NULL, mapping TEXT NOT NULL, row_ids TEXT NOT NULL,
  undone_at TEXT, undone INTEGER,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX imports_case ON imports (case_id, created_at, id);
CREATE INDEX imports_headings ON imports (headings, created_at);
`
