/** Releases that a second person confirms. */
export const up = `
-- For whom nothing leaves before a second person has confirmed it; '' is everybody.
CREATE TABLE release_rules (
  id TEXT PRIMARY KEY NOT NULL, audience TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;

-- created_by has confirmed exactly this state: SHA-256 of everything that would leave and of what was accepted on each page.
CREATE TABLE release_confirmations (
  id TEXT PRIMARY KEY NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id), audience TEXT NOT NULL,
  state_sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX release_confirmations_state ON release_confirmations (case_id, state_sha256);
`
