/** A source that a dossier used was graded anew after it had left. */
export const up = `
-- When, and the reason that was given; NULL where nothing that it used was graded anew since.
ALTER TABLE dossiers ADD COLUMN regraded_at TEXT;
ALTER TABLE dossiers ADD COLUMN regraded_why TEXT;
`
