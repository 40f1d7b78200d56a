/** Polygons. */
export const up = `
-- JSON: corners [x, y] in page points, which x, y, width, height are around; NULL for a rectangle.
ALTER TABLE redaction_boxes ADD COLUMN points TEXT;
`
