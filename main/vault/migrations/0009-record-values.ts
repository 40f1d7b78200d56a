/*
 * What lists narrow by, found by index: every code, answer and date in the fields of a record, one row each. Made from
 * the column `fields` by triggers, whoever writes it, so outside the chain.
 *
 * value: one word of at most 60 characters as it stands in the field; "?unknown" and "?refused" for what was not said.
 * Longer texts are no codes and stay out.
 */
const valuesOf = (row: string, kind: string): string => `
    SELECT ${kind} AS kind, f.key AS field, f.value AS value, ${row}.id AS id FROM json_each(${row}.fields) f
      WHERE f.type = 'text' AND length(f.value) BETWEEN 1 AND 60 AND instr(f.value, ' ') = 0
    UNION
    SELECT ${kind}, f.key, v.value, ${row}.id FROM json_each(${row}.fields) f
      JOIN json_each(CASE f.type WHEN 'array' THEN f.value ELSE '[]' END) v
      WHERE v.type = 'text' AND length(v.value) BETWEEN 1 AND 60 AND instr(v.value, ' ') = 0
    UNION
    SELECT ${kind}, f.key, '?' || json_extract(f.value, '$.unsaid'), ${row}.id FROM json_each(${row}.fields) f
      WHERE f.type = 'object' AND json_extract(f.value, '$.unsaid') IS NOT NULL`

const followed = (table: string, kindOf: (row: string) => string): string => `
CREATE TRIGGER ${table}_values_added AFTER INSERT ON ${table} WHEN new.fields IS NOT NULL BEGIN
  INSERT OR IGNORE INTO record_values (kind, field, value, id) ${valuesOf("new", kindOf("new"))};
END;
CREATE TRIGGER ${table}_values_removed AFTER DELETE ON ${table} WHEN old.fields IS NOT NULL BEGIN
  DELETE FROM record_values WHERE (kind, field, value, id) IN (${valuesOf("old", kindOf("old"))});
END;
CREATE TRIGGER ${table}_values_changed AFTER UPDATE OF fields ON ${table} WHEN old.fields IS NOT new.fields BEGIN
  DELETE FROM record_values WHERE (kind, field, value, id) IN (${valuesOf("old", kindOf("old"))});
  INSERT OR IGNORE INTO record_values (kind, field, value, id) ${valuesOf("new", kindOf("new"))};
END;
INSERT OR IGNORE INTO record_values (kind, field, value, id)
  SELECT v.kind, v.field, v.value, v.id FROM (
    SELECT ${kindOf("t")} AS kind, f.key AS field, f.value AS value, t.id AS id
      FROM ${table} t JOIN json_each(t.fields) f
      WHERE f.type = 'text' AND length(f.value) BETWEEN 1 AND 60 AND instr(f.value, ' ') = 0
    UNION
    SELECT ${kindOf("t")}, f.key, v.value, t.id FROM ${table} t JOIN json_each(t.fields) f
      JOIN json_each(CASE f.type WHEN 'array' THEN f.value ELSE '[]' END) v
      WHERE v.type = 'text' AND length(v.value) BETWEEN 1 AND 60 AND instr(v.value, ' ') = 0
    UNION
    SELECT ${kindOf("t")}, f.key, '?' || json_extract(f.value, '$.unsaid'), t.id FROM ${table} t
      JOIN json_each(t.fields) f WHERE f.type = 'object' AND json_extract(f.value, '$.unsaid') IS NOT NULL
  ) v;
`

export const up = `
CREATE TABLE record_values (
  kind TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (kind, field, value, id)
) STRICT, WITHOUT ROWID;
${followed("incidents", () => "'incident'")}
${followed("actors", () => "'actor'")}
${followed("evidence", () => "'evidence'")}
${followed("records", (row) => `${row}.kind`)}
`
