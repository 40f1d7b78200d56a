/*
 * The first schema. Frozen once released: change it by a later migration only.
 *
 * Tables of the chain carry id (random UUID, text), created_at, created_by, changed_at, changed_by (the last four are
 * filled by the transaction). A column that a later migration adds to them must allow NULL: the row hash leaves NULLs
 * out, so older entries stay true. Booleans are 0 or 1; JSON is text; instants are ISO 8601 UTC with milliseconds.
 * `*_sort` columns hold sortKey() of the column they are named after, filled by the transaction.
 */
export const up = `
-- ── The vault itself ──────────────────────────────────────────────────────────────────────────────────────────────

-- One row: epoch and hash of the newest header, so that an older header copy is found out.
CREATE TABLE vault_header (
  id TEXT PRIMARY KEY NOT NULL, epoch INTEGER NOT NULL, sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;

-- People (later also shares and tokens) who can open the vault. Signatures of the chain are checked against these keys.
CREATE TABLE holders (
  id TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL, signing_key BLOB NOT NULL, sealing_key BLOB, removed_on TEXT,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;

-- ── Cases, incidents, actors ──────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE cases (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL, title_sort TEXT NOT NULL, reference TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'open', confidentiality TEXT NOT NULL DEFAULT 'ordinary',
  summary TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX cases_title ON cases (title_sort, id);

-- The last number given in a case ("E-031"); never lowered. UNIQUE (case_id, number) of evidence is the second lock.
CREATE TABLE case_counters (
  case_id TEXT PRIMARY KEY NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  evidence INTEGER NOT NULL DEFAULT 0
) STRICT;

-- dates_edtf is what was said; date_earliest and date_latest are ISO days computed from it, '' where unknown.
CREATE TABLE incidents (
  id TEXT PRIMARY KEY NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id),
  title TEXT NOT NULL, title_sort TEXT NOT NULL,
  dates_edtf TEXT NOT NULL DEFAULT '', date_earliest TEXT NOT NULL DEFAULT '', date_latest TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '', place_precision TEXT NOT NULL DEFAULT 'unknown',
  rights TEXT NOT NULL DEFAULT '[]', verification TEXT NOT NULL DEFAULT 'unverified',
  confidentiality TEXT NOT NULL DEFAULT 'ordinary',
  narrative TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX incidents_date ON incidents (case_id, date_earliest, date_latest, id);
CREATE INDEX incidents_title ON incidents (case_id, title_sort, id);
CREATE INDEX incidents_place ON incidents (case_id, place, id);
CREATE INDEX incidents_verification ON incidents (case_id, verification, id);
CREATE INDEX incidents_changed ON incidents (case_id, changed_at, id);

-- label repeats the text of the name with position 0, so that lists are one index scan.
CREATE TABLE actors (
  id TEXT PRIMARY KEY NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id),
  kind TEXT NOT NULL, label TEXT NOT NULL, label_sort TEXT NOT NULL,
  protected INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1)),
  confidentiality TEXT NOT NULL DEFAULT 'ordinary',
  description TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX actors_label ON actors (case_id, label_sort, id);
CREATE INDEX actors_kind ON actors (case_id, kind, id);
CREATE INDEX actors_protected ON actors (case_id, protected, id);
CREATE INDEX actors_changed ON actors (case_id, changed_at, id);

CREATE TABLE actor_names (
  id TEXT PRIMARY KEY NOT NULL, actor_id TEXT NOT NULL REFERENCES actors (id), position INTEGER NOT NULL,
  text TEXT NOT NULL, text_sort TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX actor_names_actor ON actor_names (actor_id, position);
CREATE INDEX actor_names_text ON actor_names (text_sort);

CREATE TABLE actor_identifiers (
  id TEXT PRIMARY KEY NOT NULL, actor_id TEXT NOT NULL REFERENCES actors (id), position INTEGER NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX actor_identifiers_actor ON actor_identifiers (actor_id, position);
CREATE INDEX actor_identifiers_text ON actor_identifiers (text);

CREATE TABLE involvements (
  id TEXT PRIMARY KEY NOT NULL, incident_id TEXT NOT NULL REFERENCES incidents (id),
  actor_id TEXT NOT NULL REFERENCES actors (id), role TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX involvements_incident ON involvements (incident_id, created_at);
CREATE INDEX involvements_actor ON involvements (actor_id, created_at);

-- ── Evidence ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- number makes the reference ("E-031" is 31). duplicate_hmac: HMAC-SHA-256 (duplicate-finding key, SHA-256 of content).
-- blob_commitment is that of the blob's header: an older blob under the same id is found out.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id), number INTEGER NOT NULL,
  title TEXT NOT NULL, title_sort TEXT NOT NULL, kind TEXT NOT NULL, media_type TEXT NOT NULL,
  original_name TEXT NOT NULL, original_folder TEXT NOT NULL DEFAULT '',
  size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, duplicate_hmac BLOB NOT NULL,
  blob_id TEXT NOT NULL UNIQUE, blob_commitment TEXT NOT NULL,
  file_modified_at TEXT NOT NULL DEFAULT '', received_at TEXT NOT NULL,
  received_from TEXT NOT NULL DEFAULT '', received_on TEXT NOT NULL DEFAULT '', received_how TEXT NOT NULL DEFAULT '',
  graphic INTEGER NOT NULL DEFAULT 0 CHECK (graphic IN (0, 1)),
  confidentiality TEXT NOT NULL DEFAULT 'ordinary',
  derived_from TEXT REFERENCES evidence (id),
  description TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
  UNIQUE (case_id, number)
) STRICT;
CREATE INDEX evidence_title ON evidence (case_id, title_sort, id);
CREATE INDEX evidence_kind ON evidence (case_id, kind, number);
CREATE INDEX evidence_name ON evidence (case_id, original_name, id);
CREATE INDEX evidence_size ON evidence (case_id, size_bytes, id);
CREATE INDEX evidence_received ON evidence (case_id, received_at, number);
CREATE INDEX evidence_modified ON evidence (case_id, file_modified_at, id);
CREATE INDEX evidence_changed ON evidence (case_id, changed_at, id);
CREATE INDEX evidence_duplicate ON evidence (duplicate_hmac);
CREATE INDEX evidence_derived ON evidence (derived_from);

-- What was read from the file; outside the chain, since it can be read again. metadata: JSON, label → text.
-- state: waiting, reading, read, failed, none. fault: a fault code or ''.
CREATE TABLE evidence_reading (
  evidence_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'waiting', fault TEXT NOT NULL DEFAULT '',
  page_count INTEGER, duration_ms INTEGER, metadata TEXT NOT NULL DEFAULT '{}', read_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX evidence_reading_state ON evidence_reading (state);

-- The whole extracted text: what text anchors count in (UTF-16 units).
CREATE TABLE evidence_text (
  evidence_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE, text TEXT NOT NULL
) STRICT;

-- One row a page, from 1 (a file without pages is one page). words: JSON as in the contract's PageText.
-- text_start: where this page begins in evidence_text. source: file, ocr, none.
CREATE TABLE page_text (
  number INTEGER PRIMARY KEY, evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  page INTEGER NOT NULL, width_points REAL, height_points REAL, source TEXT NOT NULL,
  text_start INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL, words TEXT NOT NULL DEFAULT '[]',
  UNIQUE (evidence_id, page)
) STRICT;

-- Finds words in page_text; kept in step by the triggers. secure-delete: a removed word leaves the index at once.
-- Subtle: unicode61 folds no Cyrillic letter, so ё is indexed as е here; queries fold the same way.
CREATE VIEW page_text_folded AS
  SELECT number, replace(replace(text, 'ё', 'е'), 'Ё', 'Е') AS text FROM page_text;
CREATE VIRTUAL TABLE text_index USING fts5 (
  text, content = 'page_text_folded', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO text_index (text_index, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER page_text_added AFTER INSERT ON page_text BEGIN
  INSERT INTO text_index (rowid, text) VALUES (new.number, replace(replace(new.text, 'ё', 'е'), 'Ё', 'Е'));
END;
CREATE TRIGGER page_text_removed AFTER DELETE ON page_text BEGIN
  INSERT INTO text_index (text_index, rowid, text)
    VALUES ('delete', old.number, replace(replace(old.text, 'ё', 'е'), 'Ё', 'Е'));
END;
CREATE TRIGGER page_text_changed AFTER UPDATE ON page_text BEGIN
  INSERT INTO text_index (text_index, rowid, text)
    VALUES ('delete', old.number, replace(replace(old.text, 'ё', 'е'), 'Ё', 'Е'));
  INSERT INTO text_index (rowid, text) VALUES (new.number, replace(replace(new.text, 'ё', 'е'), 'Ё', 'Е'));
END;

CREATE TABLE custody (
  id TEXT PRIMARY KEY NOT NULL, evidence_id TEXT NOT NULL REFERENCES evidence (id),
  verb TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL DEFAULT '',
  from_whom TEXT NOT NULL DEFAULT '', to_whom TEXT NOT NULL DEFAULT '', how TEXT NOT NULL DEFAULT '',
  condition TEXT NOT NULL DEFAULT '', sha256 TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX custody_evidence ON custody (evidence_id, at);

-- place: JSON of shared/model/anchor.ts.
CREATE TABLE anchors (
  id TEXT PRIMARY KEY NOT NULL, evidence_id TEXT NOT NULL REFERENCES evidence (id), place TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX anchors_evidence ON anchors (evidence_id);

-- evidence_id repeats the anchor's, so that an item's links are one index scan.
CREATE TABLE links (
  id TEXT PRIMARY KEY NOT NULL, anchor_id TEXT NOT NULL REFERENCES anchors (id),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  target_kind TEXT NOT NULL, target_id TEXT NOT NULL, relation TEXT NOT NULL, comment TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX links_target ON links (target_kind, target_id, created_at);
CREATE INDEX links_evidence ON links (evidence_id, created_at);
CREATE INDEX links_anchor ON links (anchor_id);

CREATE TABLE notes (
  id TEXT PRIMARY KEY NOT NULL, subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, text TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX notes_subject ON notes (subject_id, created_at);

-- ── What leaves ───────────────────────────────────────────────────────────────────────────────────────────────────

-- Drawn at random per case, audience and person: never from name, id, order or alphabet.
CREATE TABLE pseudonyms (
  id TEXT PRIMARY KEY NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id), audience TEXT NOT NULL,
  actor_id TEXT NOT NULL REFERENCES actors (id), text TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
  UNIQUE (case_id, audience, actor_id), UNIQUE (case_id, audience, text)
) STRICT;
CREATE INDEX pseudonyms_actor ON pseudonyms (actor_id);

CREATE TABLE redaction_plans (
  id TEXT PRIMARY KEY NOT NULL, evidence_id TEXT NOT NULL REFERENCES evidence (id), audience TEXT NOT NULL,
  page_count INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
  UNIQUE (evidence_id, audience)
) STRICT;

-- x, y, width, height: page points. found: what the original says there; stays in the vault.
CREATE TABLE redaction_boxes (
  id TEXT PRIMARY KEY NOT NULL, plan_id TEXT NOT NULL REFERENCES redaction_plans (id), page INTEGER NOT NULL,
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
  origin TEXT NOT NULL, decision TEXT NOT NULL, reason TEXT NOT NULL, label TEXT NOT NULL DEFAULT '',
  actor_id TEXT REFERENCES actors (id), confidence REAL NOT NULL DEFAULT 1, found TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_boxes_plan ON redaction_boxes (plan_id, page);
CREATE INDEX redaction_boxes_actor ON redaction_boxes (actor_id);

CREATE TABLE redaction_accepted_pages (
  id TEXT PRIMARY KEY NOT NULL, plan_id TEXT NOT NULL REFERENCES redaction_plans (id), page INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
  UNIQUE (plan_id, page)
) STRICT;

-- options: JSON of DossierOptions. receipt: JSON, the keeper's receipt, which never leaves. manifest_sha256 is the bag's.
CREATE TABLE dossiers (
  id TEXT PRIMARY KEY NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id),
  title TEXT NOT NULL, audience TEXT NOT NULL, built_at TEXT NOT NULL, pages INTEGER NOT NULL, annexes INTEGER NOT NULL,
  key_fingerprint TEXT NOT NULL, manifest_sha256 TEXT NOT NULL DEFAULT '',
  options TEXT NOT NULL DEFAULT '{}', receipt TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX dossiers_case ON dossiers (case_id, built_at);

-- ── Work ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Work that outlives a crash. input, outcome and fault are JSON; evidence_id where the work is about one item.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
  case_id TEXT REFERENCES cases (id) ON DELETE CASCADE, evidence_id TEXT REFERENCES evidence (id) ON DELETE CASCADE,
  label TEXT NOT NULL DEFAULT '', step TEXT NOT NULL DEFAULT '', priority INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0,
  input TEXT NOT NULL DEFAULT '{}', outcome TEXT NOT NULL DEFAULT '{}', fault TEXT,
  created_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_state ON jobs (state, kind, priority, created_at);
CREATE INDEX jobs_evidence ON jobs (evidence_id);
CREATE INDEX jobs_case ON jobs (case_id);

CREATE TABLE drafts (key TEXT PRIMARY KEY NOT NULL, json TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT;

-- ── History and audit chain (docs/decisions/0002) ─────────────────────────────────────────────────────────────────

-- Old and new values of every changed row. before and after: JSON of the changed columns; after is NULL for a removal,
-- whose before is the whole row. Rows of this table are covered by the chain too.
CREATE TABLE history (
  id TEXT PRIMARY KEY NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  before TEXT NOT NULL, after TEXT
) STRICT;
CREATE INDEX history_row ON history (table_name, row_id, at);

-- position: the order in this copy of the vault. body: canonical JSON, the signed bytes' source. The rest is read from it.
CREATE TABLE audit_entries (
  position INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, signature BLOB NOT NULL,
  chain TEXT NOT NULL GENERATED ALWAYS AS (json_extract(body, '$.chain')) VIRTUAL,
  sequence INTEGER NOT NULL GENERATED ALWAYS AS (json_extract(body, '$.sequence')) VIRTUAL,
  subject_id TEXT NOT NULL GENERATED ALWAYS AS (json_extract(body, '$.subjectId')) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX audit_entries_chain ON audit_entries (chain, sequence);
CREATE INDEX audit_entries_subject ON audit_entries (subject_id, position);

-- The salt of each row hash stands here and not in the entry: a purge takes it away, and nothing can be guessed from
-- the hash that stays. No foreign key on position: every new entry would search this table for it.
-- No foreign key on position: every new entry would search the whole table for it.
CREATE TABLE audit_salts (
  table_name TEXT NOT NULL, row_id TEXT NOT NULL, position INTEGER NOT NULL,
  salt BLOB NOT NULL, PRIMARY KEY (table_name, row_id, position)
) STRICT, WITHOUT ROWID;
`
