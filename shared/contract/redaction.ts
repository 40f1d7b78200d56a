import { z } from "zod"
import { faultCodes } from "../faults.ts"
import { PageRect } from "../geometry.ts"
import { ActorId, BoxId, CaseId, EvidenceId, FileToken } from "../model/ids.ts"
import { MediaChoice } from "../model/media.ts"
import {
  boxDecisions,
  CheckReport,
  clearanceReasons,
  BoxArea,
  GivenArea,
  patternNames,
  ProofCheck,
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

/** Faces in pictures: covered unless they are to be kept. Saying "cover" is enough to begin with, without any word. */
const facesWanted = z.enum(["cover", "keep"])

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
      /** A box that was there before and is put back: it has grown already and stays as it was. */
      putBack: z.boolean().default(false),
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
  /** Covers by hand in any of the ways of `BoxArea`; one act, however many boxes and pages it makes. */
  "redaction.cover": call({
    input: z.strictObject({
      ...subject,
      area: BoxArea,
      reason: z.enum(redactionReasons).default("other"),
      label: z.string().max(40).default(""),
      actorId: ActorId.nullable().default(null),
    }),
    output: z.strictObject({ plan: RedactionPlan, boxIds: z.array(BoxId) }),
    faults: [...reading, "bad-input", "vault-read-only"],
  }),
  /** Takes back what `redaction.cover` made. */
  "redaction.uncover": call({
    input: z.strictObject({ ...subject, boxIds: z.array(BoxId).min(1).max(100_000) }),
    output: RedactionPlan,
    faults: [...reading, "vault-read-only"],
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
  /** Redacts every file of a folder into a new one, without a vault and unreviewed; one outcome for each file. */
  "redaction.folder": call({
    input: z.strictObject({
      folder: FileToken,
      terms: z.array(z.string().min(1).max(500)).max(10_000).default([]),
      patterns: z.array(z.enum(patternNames)).default([]),
      /** A new or empty folder. */
      target: FileToken,
      /** Files and folders keep their names, but for those that name what is covered. */
      keepNames: z.boolean().default(false),
      /** Where to write which number was which file; outside the target. */
      keyList: z
        .strictObject({ folder: FileToken, name: z.string().min(1).max(255) })
        .nullable()
        .default(null),
      options: RedactionOptions.prefault({}),
      faces: facesWanted.optional(),
      allPages: z.boolean().default(false),
    }),
    output: z.strictObject({
      outcomes: z.array(
        z.strictObject({
          number: z.int(),
          /** The original below its folder: for the person who asked, in no file that leaves. */
          source: z.string(),
          /** The copy below the target; null where there is none. */
          file: z.string().nullable(),
          fault: z.enum(faultCodes).nullable(),
          pages: z.int(),
          boxes: z.int(),
          picturesLeftOut: z.int(),
          checks: z.array(ProofCheck),
        }),
      ),
      /** The report's name in the target. */
      report: z.string(),
      reviewed: z.literal(false),
    }),
    faults: [
      "nothing-chosen",
      "term-too-short",
      "bad-input",
      "redaction-leak",
      "not-found",
      "target-exists",
      "disk-full",
      "io-error",
      "permission-denied",
      "cancelled",
    ],
  }),
  /** Redacts any file without a vault, covering all that it finds; unreviewed, and says so. */
  "redaction.file": call({
    input: z.strictObject({
      file: FileToken,
      terms: z.array(z.string().min(1).max(500)).max(10_000),
      /** Identifiers that are covered wherever they stand, by their form. */
      patterns: z.array(z.enum(patternNames)).default([]),
      /** Covered besides, whatever is found. */
      areas: z.array(GivenArea).max(10_000).default([]),
      /** A folder; the name inside it follows. */
      target: FileToken,
      name: z.string().min(1).max(255),
      options: RedactionOptions.prefault({}),
      faces: facesWanted.optional(),
      /** Of a TIFF with several pictures: every one of them, not only the first. */
      allPages: z.boolean().default(false),
      /** Only the words of an office file, mail, chat or web page, set in type; names give way to one sign. */
      asText: z.boolean().default(false),
      /** Of a recording, where a person says what goes: nothing finds words in sound. */
      media: MediaChoice.prefault({}),
    }),
    output: z.strictObject({
      file: FileToken,
      name: z.string(),
      pages: z.int(),
      boxes: z.int(),
      /** Further pictures of the file that did not leave. */
      picturesLeftOut: z.int(),
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
  /** Judges any file, whoever made it: does one of these words, or text under a box, remain in it? */
  "redaction.check": call({
    input: z.strictObject({ file: FileToken, terms: z.array(z.string().min(1).max(500)).max(10_000) }),
    output: CheckReport,
    faults: [
      ...["file-unreadable", "file-vanished", "file-empty", "not-a-regular-file", "file-too-large"],
      ...["term-too-short", "nothing-chosen", "parser-crashed", "parser-timeout", "parser-memory"],
    ] as const,
  }),
} as const
