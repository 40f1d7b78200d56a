import { z } from "zod"
import { AnchorPlace } from "../model/anchor.ts"
import { CustodyEntry, Evidence, Provenance } from "../model/evidence.ts"
import { CaseId, EvidenceId, FileToken, JobId } from "../model/ids.ts"
import { faultCodes } from "../faults.ts"
import { Bytes } from "./bytes.ts"
import { call } from "./call.ts"
import { listInput, listOutput } from "./list.ts"

/** How one file of a batch ended: adds up to what was offered. */
export const ImportOutcome = z.strictObject({
  name: z.string(),
  outcome: z.enum(["imported", "duplicate", "failed", "cancelled"]),
  evidenceId: EvidenceId.nullable(),
  reference: z.string(),
  fault: z.enum(faultCodes).nullable(),
})
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** A word on a page with its place in points, for choosing passages by sight. */
export const PageText = z.strictObject({
  text: z.string(),
  /** Lines of words; rectangles as [x, y, width, height] in page points. */
  words: z.array(
    z.strictObject({
      text: z.string(),
      rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      line: z.int(),
    }),
  ),
  source: z.enum(["file", "ocr", "none"]),
})
export type PageText = z.infer<typeof PageText>

/** The pages in which the item leaves, where they are made for that (office files, mails, chats, web pages). */
const leaving = z.boolean().default(false)

const reading = [
  "vault-locked",
  "not-found",
  "blob-missing",
  "blob-damaged",
  "kind-unsupported",
  "file-encrypted",
  "file-broken",
  "file-too-large",
  "parser-crashed",
  "parser-timeout",
  "parser-memory",
] as const

export const evidenceCalls = {
  /** Starts the import job and answers when it has ended, with one outcome per file. Progress comes by `job.list`. */
  "evidence.import": call({
    input: z.strictObject({
      caseId: CaseId,
      files: z.array(FileToken).min(1).max(100_000),
      provenance: Provenance.prefault({}),
    }),
    output: z.strictObject({ jobId: JobId, outcomes: z.array(ImportOutcome) }),
    faults: ["vault-locked", "vault-read-only", "not-found", "disk-full", "bad-input"],
  }),
  "evidence.list": call({
    input: listInput,
    output: listOutput(Evidence),
    faults: ["vault-locked", "not-found", "date-unreadable"],
  }),
  "evidence.show": call({
    input: z.strictObject({ id: EvidenceId }),
    output: Evidence,
    faults: ["vault-locked", "not-found"],
  }),
  "evidence.update": call({
    input: z.strictObject({
      id: EvidenceId,
      patch: z
        .strictObject({
          title: z.string().trim().min(1).max(500),
          description: z.string().max(100_000),
          graphic: z.boolean(),
        })
        .partial(),
    }),
    output: Evidence,
    faults: ["vault-locked", "vault-read-only", "not-found", "disk-full"],
  }),
  /** Writes the original, unredacted, to a new file inside `target`: explicit and logged. */
  "evidence.export": call({
    input: z.strictObject({ id: EvidenceId, target: FileToken, name: z.string().max(255).nullable().default(null) }),
    output: z.strictObject({ file: FileToken, name: z.string(), sizeBytes: z.int(), sha256: z.string() }),
    faults: [
      "vault-locked",
      "not-found",
      "vault-read-only",
      "target-exists",
      "disk-full",
      "io-error",
      "permission-denied",
      "blob-missing",
      "blob-damaged",
    ],
  }),
  "evidence.custody": call({
    input: z.strictObject({ id: EvidenceId }),
    output: z.strictObject({ entries: z.array(CustodyEntry) }),
    faults: ["vault-locked", "not-found"],
  }),
  /** Sizes of all pages in points, as viewed. */
  "evidence.pages": call({
    input: z.strictObject({ id: EvidenceId, leaving }),
    output: z.strictObject({ pages: z.array(z.strictObject({ width: z.number(), height: z.number() })) }),
    faults: reading,
  }),
  /** One page as a PNG at `dpi`. */
  "evidence.pageImage": call({
    input: z.strictObject({ id: EvidenceId, leaving, page: z.int().positive(), dpi: z.number().min(10).max(400) }),
    output: z.strictObject({ png: Bytes, width: z.int(), height: z.int() }),
    faults: reading,
  }),
  "evidence.pageText": call({
    input: z.strictObject({ id: EvidenceId, leaving, page: z.int().positive() }),
    output: PageText,
    faults: reading,
  }),
  /** The whole extracted text: what text anchors count in. */
  "evidence.text": call({
    input: z.strictObject({ id: EvidenceId }),
    output: z.strictObject({ text: z.string() }),
    faults: reading,
  }),
  /** Bytes [start, end) of an audio or video file. Never an unverified byte. */
  "evidence.range": call({
    input: z.strictObject({ id: EvidenceId, start: z.int().nonnegative(), end: z.int().positive() }),
    output: z.strictObject({ bytes: Bytes, sizeBytes: z.int(), mediaType: z.string() }),
    faults: ["vault-locked", "not-found", "blob-missing", "blob-damaged", "kind-unsupported", "bad-input"],
  }),
  /** One picture of a film becomes an item of its own, derived from it: covered, cited and handed over as a page. */
  "evidence.keepStill": call({
    input: z.strictObject({ id: EvidenceId, atMs: z.int().nonnegative().max(86_400_000) }),
    output: z.strictObject({ id: EvidenceId, reference: z.string() }),
    faults: [...reading, "vault-read-only", "bad-input", "disk-full", "io-error"],
  }),
  /** Finds words in all that was read of a case; hits are places that the viewer can jump to. */
  "evidence.find": call({
    input: z.strictObject({
      caseId: CaseId,
      query: z.string().trim().min(1).max(500),
      limit: z.int().min(1).max(500).default(50),
    }),
    output: z.strictObject({
      hits: z.array(
        z.strictObject({
          evidenceId: EvidenceId,
          reference: z.string(),
          title: z.string(),
          place: AnchorPlace,
          context: z.string(),
        }),
      ),
    }),
    faults: ["vault-locked", "not-found"],
  }),
} as const
