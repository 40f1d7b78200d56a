import { z } from "zod"
import { faultCodes } from "../faults.ts"
import { plainKinds, RecordRef } from "../model/field.ts"
import { CaseId, FileToken } from "../model/ids.ts"
import { call } from "./call.ts"

const reading = ["file-unreadable", "file-vanished", "not-a-regular-file", "file-empty", "file-too-large"] as const

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
  /** Rows of a CSV file as records of one kind: one transaction, one act. `parent`: what all of them are a part of. */
  "exchange.importTable": call({
    input: z.strictObject({
      file: FileToken,
      caseId: CaseId,
      kind: z.enum(["incident", "actor", ...plainKinds]),
      parent: RecordRef.nullable().default(null),
      columns: z
        .array(z.strictObject({ column: z.string(), field: z.string() }))
        .min(1)
        .max(200),
      encoding: z.enum(["auto", "utf-8", "utf-16le", "utf-16be", "windows-1251"]).default("auto"),
      dryRun: z.boolean().default(false),
      skipBadRows: z.boolean().default(false),
    }),
    output: z.strictObject({
      /** Of the import as a whole: what its undo is asked for by. */
      id: z.uuid(),
      rows: z.int(),
      /** Rows that fit. They are recorded only where `written`. */
      added: z.int(),
      written: z.boolean(),
      /** `row` counts as a spreadsheet does, headings first. */
      bad: z.array(z.strictObject({ row: z.int(), field: z.string(), fault: z.enum(faultCodes) })),
      headers: z.array(z.string()),
      preview: z.array(z.array(z.string())),
      encoding: z.string(),
    }),
    faults: [...reading, "file-broken", "vault-locked", "vault-read-only", "not-found", "date-unreadable", "disk-full"],
  }),
} as const
