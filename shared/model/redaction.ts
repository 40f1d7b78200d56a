import { z } from "zod"
import { PageRect } from "../geometry.ts"
import { ActorId, BoxId, ClearanceId } from "./ids.ts"

/** Why something is covered. */
export const redactionReasons = ["protected-person", "identifier", "third-party", "privilege", "term", "other"] as const
export type RedactionReason = (typeof redactionReasons)[number]

/** Where a box came from. Proposals are decided by a person; boxes drawn by hand are accepted by being drawn. */
export const boxOrigins = ["hand", "term", "actor", "ocr", "pattern", "code"] as const
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

export const RedactionBox = z.strictObject({
  id: BoxId,
  page: z.int().positive(),
  rect: PageRect,
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
  checks: z.array(ProofCheck),
  reviewed: z.boolean(),
})
export type ProofReport = z.infer<typeof ProofReport>
