/*
 * The evidence model beyond cases, incidents, actors and evidence (docs/decisions/0006).
 *
 * records: one row for each record of a kind that has no table of its own. What a kind holds is declared in
 * shared/model/kinds; fields is JSON, field name → value. title and the dates repeat what lists sort by.
 * The kinds of the first schema get a column fields for what is declared beyond their own columns.
 */
export const up = `
CREATE TABLE records (
  id TEXT PRIMARY KEY NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id), kind TEXT NOT NULL,
  parent_kind TEXT NOT NULL DEFAULT '', parent_id TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '', title_sort TEXT NOT NULL DEFAULT '',
  dates_edtf TEXT NOT NULL DEFAULT '', date_earliest TEXT NOT NULL DEFAULT '', date_latest TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '', confidentiality TEXT NOT NULL DEFAULT 'ordinary', fields TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX records_title ON records (case_id, kind, title_sort, id);
CREATE INDEX records_date ON records (case_id, kind, date_earliest, date_latest, id);
CREATE INDEX records_state ON records (case_id, kind, state, date_earliest, id);
CREATE INDEX records_changed ON records (case_id, kind, changed_at, id);
CREATE INDEX records_parent ON records (parent_id, kind, date_earliest, id);

ALTER TABLE cases ADD COLUMN fields TEXT;
ALTER TABLE incidents ADD COLUMN fields TEXT;
ALTER TABLE actors ADD COLUMN fields TEXT;
ALTER TABLE evidence ADD COLUMN fields TEXT;
ALTER TABLE involvements ADD COLUMN fields TEXT;
ALTER TABLE links ADD COLUMN fields TEXT;

-- Terms that people added to the shipped lists. A term in use is retired, never removed.
CREATE TABLE list_terms (
  id TEXT PRIMARY KEY NOT NULL, list TEXT NOT NULL, code TEXT NOT NULL, parent TEXT NOT NULL DEFAULT '',
  en TEXT NOT NULL DEFAULT '', ru TEXT NOT NULL DEFAULT '', kk TEXT NOT NULL DEFAULT '',
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
  UNIQUE (list, code)
) STRICT;

-- What points where: made again from fields and parents whenever those are written, so outside the chain.
CREATE TABLE record_refs (
  from_kind TEXT NOT NULL, from_id TEXT NOT NULL, field TEXT NOT NULL, to_kind TEXT NOT NULL, to_id TEXT NOT NULL,
  PRIMARY KEY (from_id, field, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_refs_to ON record_refs (to_id, from_kind, field);

-- Tags of every kind, by case; made again likewise.
CREATE TABLE record_tags (
  case_id TEXT NOT NULL, tag TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (case_id, tag, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_tags_id ON record_tags (id);
`
