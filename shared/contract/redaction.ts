import { z } from "zod"
import { PageRect } from "../geometry.ts"
import { ActorId, BoxId, CaseId, EvidenceId, FileToken } from "../model/ids.ts"
import { MediaChoice } from "../model/media.ts"
import {
  boxDecisions,
  clearanceReasons,
  patternNames,
  ProofReport,
  RedactionBox,
  RedactionOptions,
  RedactionPlan,
  redactionReasons,
} from "../model/redaction.ts"
import { HiddenCount, renderedBy } from "../model/rendering.ts"
import { Bytes } from "./bytes.ts"
import { call } from "./call.ts"

const audience = z.string().trim().min(1).max(200)
const subject = { evidenceId: EvidenceId, audience }
const reading = [
  "vault-locked",
  "not-found",
  "cannot-redact-kind",
  "blob-missing",
  "blob-damaged",
  "file-encrypted",
  "file-broken",
  "file-too-large",
  "parser-crashed",
  "parser-timeout",
  "parser-memory",
] as const

export const redactionCalls = {
  /** The plan of one item for one audience; made empty at first sight. */
  "redaction.show": call({ input: z.strictObject(subject), output: RedactionPlan, faults: reading }),
  /** Looks for every protected actor and the given terms in the pages' text and in OCR; adds what is new as proposals. */
  "redaction.propose": call({
    input: z.strictObject({
      ...subject,
      terms: z.array(z.string().min(1).max(500)).max(10_000).default([]),
      /** Identifiers to look for by their form. */
      patterns: z.array(z.enum(patternNames)).default([]),
    }),
    output: RedactionPlan,
    faults: [...reading, "term-too-short", "vault-read-only"],
  }),
  /** Holds accepted pages against the names that are looked for now; reopens those that something new touches. */
  "redaction.refresh": call({
    input: z.strictObject(subject),
    output: RedactionPlan,
    faults: [...reading, "term-too-short", "vault-read-only"],
  }),
  "redaction.addBox": call({
    input: z.strictObject({
      ...subject,
      page: z.int().positive(),
      rect: PageRect,
      reason: z.enum(redactionReasons).default("other"),
      label: z.string().max(40).default(""),
      actorId: ActorId.nullable().default(null),
    }),
    output: RedactionBox,
    faults: [...reading, "bad-input", "vault-read-only"],
  }),
  /** What waits for a person in one case for one audience: undecided boxes and pages not accepted, item by item. */
  "redaction.queue": call({
    input: z.strictObject({ caseId: CaseId, audience }),
    output: z.strictObject({
      items: z.array(
        RedactionPlan.pick({ pageCount: true, acceptedPages: true, reopenedPages: true }).extend({
          evidenceId: EvidenceId,
          reference: z.string(),
          title: z.string(),
          boxes: z.int(),
          undecided: z.array(RedactionBox),
        }),
      ),
    }),
    faults: ["vault-locked", "not-found"],
  }),
  "redaction.decide": call({
    input: z.strictObject({
      ...subject,
      boxIds: z.array(BoxId).min(1).max(100_000),
      decision: z.enum(boxDecisions),
      /** As the box has it unless given. */
      reason: z.enum(redactionReasons).optional(),
    }),
    output: RedactionPlan,
    faults: [...reading, "vault-read-only"],
  }),
  /** What was found under these boxes is about somebody else: it stays readable, in that place only. */
  "redaction.clear": call({
    input: z.strictObject({
      ...subject,
      boxIds: z.array(BoxId).min(1).max(100_000),
      reason: z.enum(clearanceReasons).default("another-person"),
      note: z.string().trim().max(500).default(""),
    }),
    output: RedactionPlan,
    faults: [...reading, "bad-input", "vault-read-only"],
  }),
  /** Takes clearances back: the boxes wait for a decision again. */
  "redaction.unclear": call({
    input: z.strictObject({ ...subject, boxIds: z.array(BoxId).min(1).max(100_000) }),
    output: RedactionPlan,
    faults: [...reading, "vault-read-only"],
  }),
  "redaction.removeBox": call({
    input: z.strictObject({ ...subject, boxId: BoxId }),
    output: RedactionPlan,
    faults: [...reading, "vault-read-only"],
  }),
  "redaction.acceptPage": call({
    input: z.strictObject({ ...subject, page: z.int().positive(), accepted: z.boolean() }),
    output: RedactionPlan,
    faults: [...reading, "bad-input", "term-too-short", "vault-read-only"],
  }),
  /** One page as it will leave: burned pixels, as a PNG. */
  "redaction.preview": call({
    input: z.strictObject({
      ...subject,
      page: z.int().positive(),
      dpi: z.number().min(10).max(400),
      options: RedactionOptions.prefault({}),
    }),
    output: z.strictObject({ png: Bytes, width: z.int(), height: z.int() }),
    faults: reading,
  }),
  /** What an item holds and its pages do not show, so that it does not leave; the words themselves only where asked for. */
  "redaction.hidden": call({
    input: z.strictObject({ evidenceId: EvidenceId, texts: z.boolean().default(false) }),
    output: z.strictObject({
      renderedBy: z.enum(renderedBy),
      parts: z.array(HiddenCount.extend({ texts: z.array(z.string()) })),
    }),
    faults: reading,
  }),
  /** Redacts any file without a vault, covering all that it finds; unreviewed, and says so. */
  "redaction.file": call({
    input: z.strictObject({
      file: FileToken,
      terms: z.array(z.string().min(1).max(500)).max(10_000),
      /** Identifiers that are covered wherever they stand, by their form. */
      patterns: z.array(z.enum(patternNames)).default([]),
      /** A folder; the name inside it follows. */
      target: FileToken,
      name: z.string().min(1).max(255),
      options: RedactionOptions.prefault({}),
      /** Of a recording, where a person says what goes: nothing finds words in sound. */
      media: MediaChoice.prefault({}),
    }),
    output: z.strictObject({
      file: FileToken,
      name: z.string(),
      pages: z.int(),
      boxes: z.int(),
      /** Of a recording; null for everything that leaves as pages. */
      media: z
        .strictObject({ pictures: z.int(), sounds: z.int(), tracksLeftOut: z.int(), durationMs: z.int() })
        .nullable(),
      /** How the pages were made. */
      renderedBy: z.enum(renderedBy),
      /** What no page shows, and what therefore has not left. */
      hidden: z.array(HiddenCount),
      report: ProofReport,
      reviewed: z.literal(false),
    }),
    faults: [
      "file-unreadable",
      "file-vanished",
      "file-empty",
      "not-a-regular-file",
      "not-found",
      "bad-input",
      "nothing-chosen",
      "kind-unsupported",
      "cannot-redact-kind",
      "file-encrypted",
      "file-broken",
      "file-too-large",
      "parser-crashed",
      "parser-timeout",
      "parser-memory",
      "term-too-short",
      "redaction-leak",
      "redaction-unproven",
      "target-exists",
      "disk-full",
      "io-error",
      "permission-denied",
    ],
  }),
} as const
