import { z } from "zod"
import { faultCodes } from "../faults.ts"
import { recordKinds, RecordRef } from "../model/field.ts"
import { CaseId, FileToken, Instant } from "../model/ids.ts"
import { ColumnMapping, separators, TableReading } from "../model/table.ts"
import { tableKinds } from "../model/table-fields.ts"
import { call } from "./call.ts"

const reading = ["file-unreadable", "file-vanished", "not-a-regular-file", "file-empty", "file-too-large"] as const

/** How a file was read: what was told from its bytes is said. */
const Read = {
  /** Names of all sheets of a workbook, and the one that was read. */
  sheets: z.array(z.string()),
  sheet: z.string(),
  /** "" where the file is a workbook. */
  encoding: z.string(),
  separator: z.enum(["", ...separators]),
  headers: z.array(z.string()),
  preview: z.array(z.array(z.string())),
  rows: z.int(),
}

const tableFaults = [
  ...reading,
  "file-broken",
  "kind-unsupported",
  "parser-crashed",
  "parser-timeout",
  "parser-memory",
  "cancelled",
  "vault-locked",
  "not-found",
] as const

/** A row that did not fit. `row` counts as a spreadsheet does, headings first. */
const BadRow = z.strictObject({ row: z.int(), field: z.string(), fault: z.enum(faultCodes) })
export type BadRow = z.infer<typeof BadRow>

/** What came in at once. `kind`: of the records, or the program that wrote the file. */
export const ImportSummary = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  name: z.string(),
  kind: z.string(),
  added: z.int(),
  at: Instant,
  undoneAt: Instant.nullable(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

/** A record that stays when its import is taken back: "edited" since, or "used" by something that stays. */
export const KeptRecord = z.strictObject({
  kind: z.enum(recordKinds).nullable(),
  id: z.string(),
  title: z.string(),
  why: z.enum(["edited", "used"]),
})
export type KeptRecord = z.infer<typeof KeptRecord>

export const exchangeCalls = {
  /**
   * A case as one file: all of it, names of protected people included, unless `format` is "ftm" (FollowTheMoney, one entity a
   * line). `withFiles`: originals too, in the clear, in a folder beside it. Said in the log before anything is written.
   */
  "exchange.exportCase": call({
    input: z.strictObject({
      caseId: CaseId,
      target: FileToken,
      name: z.string().min(1).max(200),
      format: z.enum(["saqta", "ftm"]).default("saqta"),
      withFiles: z.boolean().default(false),
      /** Of "ftm" only. */
      withProtected: z.boolean().default(false),
    }),
    output: z.strictObject({
      file: FileToken,
      name: z.string(),
      sizeBytes: z.int(),
      /** Originals written beside it, and the folder that they are in. */
      files: z.int(),
      filesFolder: z.string(),
      /** People whom "ftm" left out since they are protected. */
      leftOut: z.int(),
    }),
    faults: [
      "vault-locked",
      "vault-read-only",
      "not-found",
      "target-exists",
      "permission-denied",
      "disk-full",
      "blob-missing",
      "blob-damaged",
    ],
  }),
  /** All of it or nothing. `asNew`: under ids of its own, so that one vault can hold it twice. */
  "exchange.importCase": call({
    input: z.strictObject({ file: FileToken, asNew: z.boolean().default(false) }),
    output: z.strictObject({
      id: CaseId,
      incidents: z.int(),
      actors: z.int(),
      evidence: z.int(),
      records: z.int(),
    }),
    faults: [
      ...reading,
      "vault-locked",
      "vault-read-only",
      "case-exists",
      "case-json-refused",
      "case-file-missing",
      "file-changed",
      "permission-denied",
      "disk-full",
    ],
  }),
  /** Every record of a kind as CSV, to be read by a spreadsheet and taken in again. Not redacted. Said in the log before. */
  "exchange.exportTable": call({
    input: z.strictObject({
      caseId: CaseId,
      kind: z.enum(tableKinds),
      target: FileToken,
      name: z.string().min(1).max(200),
      language: z.enum(["en", "ru", "kk"]).default("en"),
      /** Marks UTF-8 at the beginning, which older spreadsheets want. */
      mark: z.boolean().default(false),
    }),
    output: z.strictObject({ file: FileToken, name: z.string(), rows: z.int() }),
    faults: ["vault-locked", "vault-read-only", "not-found", "target-exists", "permission-denied", "disk-full"],
  }),
  /** How a table would be read, its first rows, and which field each column may mean. */
  "exchange.previewTable": call({
    input: TableReading.extend({ file: FileToken, kind: z.enum(tableKinds) }),
    output: z.strictObject({
      ...Read,
      columns: z.array(ColumnMapping),
      /** The columns are as they were mapped when a file with these headings last came in. */
      remembered: z.boolean(),
    }),
    faults: tableFaults,
  }),
  /** Rows of a CSV file or workbook as records of one kind: one transaction, one act. `parent`: what all are a part of. */
  "exchange.importTable": call({
    input: TableReading.extend({
      file: FileToken,
      caseId: CaseId,
      kind: z.enum(tableKinds),
      parent: RecordRef.nullable().default(null),
      columns: z.array(ColumnMapping).min(1).max(200),
      dryRun: z.boolean().default(false),
      skipBadRows: z.boolean().default(false),
    }),
    output: z.strictObject({
      /** Of the import as a whole: what its undo is asked for by. */
      id: z.uuid(),
      ...Read,
      /** Rows that fit. They are recorded only where `written`. */
      added: z.int(),
      written: z.boolean(),
      bad: z.array(BadRow),
    }),
    faults: [...tableFaults, "vault-read-only", "date-unreadable", "disk-full"],
  }),
  "exchange.listImports": call({
    input: z.strictObject({ caseId: CaseId }),
    output: z.strictObject({ imports: z.array(ImportSummary) }),
    faults: ["vault-locked"],
  }),
  /**
   * Takes a whole import back in one act, also in a later session. Where records were edited or used since, nothing is
   * written unless `leaveChanged`: then these stay. A dry run says what would go and what would stay.
   */
  "exchange.undoImport": call({
    input: z.strictObject({
      id: z.uuid(),
      leaveChanged: z.boolean().default(false),
      dryRun: z.boolean().default(false),
    }),
    output: z.strictObject({ removed: z.int(), kept: z.array(KeptRecord), written: z.boolean() }),
    faults: ["vault-locked", "vault-read-only", "not-found", "nothing-to-undo", "legal-hold", "disk-full"],
  }),
} as const
