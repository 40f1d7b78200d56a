import { z } from "zod"
import type { ListId } from "../lists/list-ids.ts"
import type { Words } from "./words.ts"

/**
 * What may be recorded in one field. A field that is not there was not asked; "unknown" and "refused to say" are
 * answers of their own (`Unsaid`).
 */
export type Field = { readonly label: Words } & (
  | { readonly type: "text" }
  /** Several paragraphs; links to records and passages as `[words](saqta:kind/id)`. */
  | { readonly type: "long" }
  /** EDTF; plain words in three languages are read. */
  | { readonly type: "date" }
  | { readonly type: "term"; readonly list: ListId }
  | { readonly type: "terms"; readonly list: ListId }
  | { readonly type: "answer" }
  | { readonly type: "number" }
  /** `acyclic`: following the field from record to record never comes back, as a chain of appeals. */
  | { readonly type: "ref"; readonly to: readonly RecordKind[]; readonly acyclic?: true }
  | { readonly type: "refs"; readonly to: readonly RecordKind[] }
  | { readonly type: "place" }
  | { readonly type: "tags" }
  /** Rows of a table, such as the lines of an inventory. Their fields are none of refs and lines. */
  | { readonly type: "lines"; readonly of: Fields }
)
export type Fields = Readonly<Record<string, Field>>

/** Kinds with a table of their own, whose further fields stand in its column `fields`. */
export const baseKinds = ["case", "incident", "actor", "evidence", "involvement", "link"] as const
export type BaseKind = (typeof baseKinds)[number]

/** Kinds that are rows of `records`. */
export const plainKinds = [
  "act",
  "statement",
  "claim",
  "support",
  "affiliation",
  "relation",
  "proceeding",
  "hearing",
  "decision",
  "party",
  "remedy",
  "provision",
  "deadline",
  "task",
  "consent",
  "risk",
  "disclosure",
  "intervention",
  "submission",
  "item",
  "handover",
  "view",
  "template",
] as const
export type PlainKind = (typeof plainKinds)[number]

export const recordKinds = [...baseKinds, ...plainKinds] as const
export type RecordKind = (typeof recordKinds)[number]

/** One kind of record: what it is called, what it belongs to, what it holds. */
export interface Kind {
  readonly kind: RecordKind
  readonly label: Words
  readonly plural: Words
  /** What it is a part of: it goes when that goes. Empty: it belongs to the case alone. */
  readonly parents: readonly RecordKind[]
  /** Fields that a title is made of, the first that says something first. */
  readonly titleFrom: readonly string[]
  /** The field that it is sorted by in time; "" where none. */
  readonly dateFrom: string
  /** The field that lists narrow by first, such as a state; "" where none. */
  readonly stateFrom: string
  readonly fields: Fields
}

/** Asked, and not known; or asked, and not told. */
export const Unsaid = z.strictObject({ unsaid: z.enum(["unknown", "refused"]) })
export type Unsaid = z.infer<typeof Unsaid>

export const RecordRef = z.strictObject({ kind: z.enum(recordKinds), id: z.uuid() })
export type RecordRef = z.infer<typeof RecordRef>

/** Where: in words, how exactly, from where that is known, and coordinates (WGS 84, degrees) where somebody gave them. */
export const PlaceValue = z.strictObject({
  text: z.string().trim().max(500),
  precision: z.enum(["unknown", "exact", "vicinity", "locality", "region"]).default("unknown"),
  source: z.string().trim().max(500).default(""),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
})
export type PlaceValue = z.infer<typeof PlaceValue>

/** A value as it is stored and sent; which form it has is the field's to say. */
export type FieldValue =
  | string
  | number
  | readonly string[]
  | RecordRef
  | readonly RecordRef[]
  | PlaceValue
  | Unsaid
  | readonly LineValue[]
export type LineValue = Readonly<Record<string, string | number | readonly string[] | PlaceValue | Unsaid>>
export type FieldValues = Readonly<Record<string, FieldValue>>

export const isUnsaid = (value: FieldValue | undefined): value is Unsaid =>
  typeof value === "object" && "unsaid" in value
