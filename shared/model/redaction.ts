import { z } from "zod"
import { faultCodes } from "../faults.ts"
import { PageRect } from "../geometry.ts"
import { ActorId, BoxId, ClearanceId } from "./ids.ts"

/** Why something is covered. */
export const redactionReasons = ["protected-person", "identifier", "third-party", "privilege", "term", "other"] as const
export type RedactionReason = (typeof redactionReasons)[number]

/**
 * Where a box came from. Proposals are decided by a person; boxes drawn by hand are accepted by being drawn. "unsearched": a
 * whole page on which faces could not be looked for, so that a person looks, or covers it.
 */
export const boxOrigins = ["hand", "term", "actor", "ocr", "pattern", "code", "face", "unsearched"] as const
/** Identifiers that have a form of their own: each is looked for by a pattern (main/redaction/patterns). */
export const patternNames = [
  "phone",
  "email",
  "iin",
  "plate",
  "account",
  "card",
  "address",
  "birth-date",
  "gps",
] as const
export type PatternName = (typeof patternNames)[number]

export const boxDecisions = ["proposed", "accepted", "dismissed"] as const

/** A corner: page points. */
export const BoxPoint = z.tuple([z.number(), z.number()])
export type BoxPoint = z.infer<typeof BoxPoint>

const page = z.int().positive()
const corners = z.array(BoxPoint).min(3).max(400)

/** What a person covers by hand. Sizes are page points, pages count from 1. */
export const BoxArea = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("area"), page, rect: PageRect }),
  /** Words that were selected: a rectangle for each line. */
  z.strictObject({ kind: z.literal("text"), page, rects: z.array(PageRect).min(1).max(500) }),
  /** Every line that the rectangle touches, out to the edges of its column. */
  z.strictObject({ kind: z.literal("line"), page, rect: PageRect }),
  z.strictObject({ kind: z.literal("page"), page }),
  z.strictObject({ kind: z.literal("polygon"), page, points: corners }),
  /** A letterhead, a stamp, a signature: the same place on several pages; to the last one where `toPage` is null. */
  z.strictObject({ kind: z.literal("region"), rect: PageRect, fromPage: page, toPage: page.nullable() }),
  /** Everything on the page but this. */
  z.strictObject({ kind: z.literal("except"), page, rect: PageRect }),
])
export type BoxArea = z.infer<typeof BoxArea>

/** An area, why it is covered, and what stands inside. */
export const GivenArea = z.strictObject({
  area: BoxArea,
  reason: z.enum(redactionReasons).default("other"),
  label: z.string().max(40).default(""),
})
export type GivenArea = z.infer<typeof GivenArea>

export const RedactionBox = z.strictObject({
  id: BoxId,
  page: z.int().positive(),
  rect: PageRect,
  /** Corners of a polygon, which `rect` is around; empty for a rectangle. */
  points: z.array(BoxPoint),
  origin: z.enum(boxOrigins),
  decision: z.enum(boxDecisions),
  reason: z.enum(redactionReasons),
  /** Drawn inside the box: a pseudonym or a reason; never derived from what it covers. */
  label: z.string().max(40),
  actorId: ActorId.nullable(),
  /** How sure the finder is, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** What was found there, as the original says it. Stays in the vault. */
  found: z.string().max(500),
})
export type RedactionBox = z.infer<typeof RedactionBox>

/** Where a protected name or a term was found, tight around its words. Stays in the vault. */
export const NamedPlace = z.strictObject({
  rect: PageRect,
  /** An actor's id, or the term itself. */
  who: z.string(),
})
export type NamedPlace = z.infer<typeof NamedPlace>

/** Why an occurrence of a protected name may stay: it is not about the one who is protected. */
export const clearanceReasons = ["another-person", "ordinary-word"] as const
export type ClearanceReason = (typeof clearanceReasons)[number]

/** One occurrence that a person cleared; the checks accept the name in this place only. */
export const Clearance = z.strictObject({
  id: ClearanceId,
  /** The proposal that was cleared. */
  boxId: BoxId,
  page: z.int().positive(),
  reason: z.enum(clearanceReasons),
  note: z.string().max(500),
})
export type Clearance = z.infer<typeof Clearance>

/** A name that was not looked for before, other boxes, or the page itself is drawn otherwise. */
export const reopeningCauses = ["names", "boxes", "pixels"] as const
export type ReopeningCause = (typeof reopeningCauses)[number]

/** The state of one evidence item's redaction for one audience. */
export const RedactionPlan = z.strictObject({
  pageCount: z.int(),
  boxes: z.array(RedactionBox),
  clearances: z.array(Clearance),
  /** Pages that a person has looked at and accepted, from 1. */
  acceptedPages: z.array(z.int().positive()),
  /** Pages that were accepted once and wait for another look, since something changed that touches them. */
  reopenedPages: z.array(z.strictObject({ page: z.int().positive(), why: z.enum(reopeningCauses) })),
})
export type RedactionPlan = z.infer<typeof RedactionPlan>

export const RedactionOptions = z.strictObject({
  rasterDpi: z.int().min(96).max(400).default(150),
  colour: z.boolean().default(false),
  /** Strict: the whole line to the edges of its column. */
  strict: z.boolean().default(false),
})
export type RedactionOptions = z.infer<typeof RedactionOptions>

/** One judge's verdict on the saved bytes. */
export const ProofCheck = z.strictObject({
  /** Such as "raw-bytes", "qpdf-objects", "pdfium-text", "pdfjs-text", "second-ocr", "metadata", "attachments". */
  name: z.string(),
  /** Parser and version, such as "PDFium 2.1.13". */
  by: z.string(),
  passed: z.boolean(),
  /** How many places it looked at (objects, characters, pages). */
  looked: z.int(),
  hits: z.int(),
})
export type ProofCheck = z.infer<typeof ProofCheck>

export const ProofReport = z.strictObject({
  passed: z.boolean(),
  pages: z.int(),
  boxes: z.int(),
  needles: z.int(),
  /** Occurrences that a person cleared as somebody else's, and that the checks accepted in that place only. */
  cleared: z.int().default(0),
  /**
   * Pages, from 1, on which the second reader saw what only may be somebody: a given name, a short surname, a word that sounds like a name.
   * Whether a person has looked at each there, the boxes say; here they are listed for a last look.
   */
  pagesWithDoubts: z.array(z.int().positive()).default([]),
  checks: z.array(ProofCheck),
  reviewed: z.boolean(),
})
export type ProofReport = z.infer<typeof ProofReport>

/** One judge's word on one part of a file that is checked. */
export const CheckJudgement = z.strictObject({
  /** "" for the file itself, "2" for the second thing inside it, "2.1" for the first thing inside that. */
  part: z.string(),
  /** Such as "raw-bytes", "qpdf-objects", "under-boxes". */
  name: z.string(),
  /** Parser and version. */
  by: z.string(),
  looked: z.int(),
  hits: z.int(),
  /** Pages of the hits, from 1, where the judge can tell. */
  pages: z.array(z.int()).readonly(),
  /** Why the judge could not do its work; null where it did. A judge that failed has found nothing clean. */
  fault: z.enum(faultCodes).nullable(),
})
export type CheckJudgement = z.infer<typeof CheckJudgement>

/** What the checker says of a file, whoever made it. No needle stands in it. */
export const CheckReport = z.strictObject({
  /** Nothing was found, and every judge did its work. */
  clean: z.boolean(),
  needles: z.int(),
  /** The file, and everything in it that is a file itself. */
  parts: z.array(z.strictObject({ part: z.string(), mediaType: z.string(), sizeBytes: z.int() })),
  judgements: z.array(CheckJudgement),
})
export type CheckReport = z.infer<typeof CheckReport>
