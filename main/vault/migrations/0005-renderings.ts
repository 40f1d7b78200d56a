/** Pages that were made of office files, mails, chats and web pages: kept, so that a plan's boxes stay where they are. */
export const up = `
-- Outside the chain, since they can be made again; an acceptance is bound to sha256. hidden: JSON, what no page shows.
CREATE TABLE renderings (
  evidence_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  pdf BLOB NOT NULL, sha256 TEXT NOT NULL, rendered_by TEXT NOT NULL, hidden TEXT NOT NULL
) STRICT;
`
