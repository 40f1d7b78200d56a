/**
 * Tables whose rows the audit chain covers: written only by `insert`, `update`, `remove` and `restore` of a
 * transaction. Each has `id` TEXT and created_at, created_by, changed_at, changed_by.
 */
export const coveredTables = [
  "vault_header",
  "holders",
  "cases",
  "incidents",
  "actors",
  "actor_names",
  "actor_identifiers",
  "involvements",
  "evidence",
  "custody",
  "anchors",
  "links",
  "notes",
  "records",
  "list_terms",
  "pseudonyms",
  "redaction_plans",
  "redaction_boxes",
  "redaction_clearances",
  "redaction_accepted_pages",
  "redaction_reopened_pages",
  "media_plans",
  "media_spans",
  "dossiers",
  "release_rules",
  "release_confirmations",
  "imports",
] as const
export type CoveredTable = (typeof coveredTables)[number]

/** Tables outside the chain: can be made again from the evidence, or are of no weight. Written by `run`. */
export const outsideTables = [
  "case_counters",
  "evidence_reading",
  "evidence_text",
  "page_text",
  "text_index",
  "redaction_readings",
  "renderings",
  "jobs",
  "drafts",
  "record_refs",
  "record_tags",
  "record_values",
] as const

/** Columns that a transaction fills itself with `sortKey` of another column of the same row. */
export const sortColumns: Partial<Record<CoveredTable, Readonly<Record<string, string>>>> = {
  cases: { title_sort: "title" },
  incidents: { title_sort: "title" },
  actors: { label_sort: "label" },
  actor_names: { text_sort: "text" },
  evidence: { title_sort: "title" },
  records: { title_sort: "title" },
}
