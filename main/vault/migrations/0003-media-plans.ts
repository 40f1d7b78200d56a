/** Plans of what leaves of a recording, one for each item and audience. */
export const up = `
-- tracks: JSON of what the file is made of, which never changes. dropped_tracks: JSON, their numbers. accepted: a person
-- has listened to all of it; any change takes that back.
CREATE TABLE media_plans (
  id TEXT PRIMARY KEY NOT NULL, evidence_id TEXT NOT NULL REFERENCES evidence (id), audience TEXT NOT NULL,
  duration_ms INTEGER NOT NULL, tracks TEXT NOT NULL, dropped_tracks TEXT NOT NULL DEFAULT '[]',
  accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1)),
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
  UNIQUE (evidence_id, audience)
) STRICT;

-- action: mute, black, cut.
CREATE TABLE media_spans (
  id TEXT PRIMARY KEY NOT NULL, plan_id TEXT NOT NULL REFERENCES media_plans (id),
  start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, action TEXT NOT NULL, reason TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX media_spans_plan ON media_spans (plan_id, start_ms);
`
