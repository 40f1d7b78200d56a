import { z } from "zod"
import { type Field, type RecordKind, recordKinds } from "./field.ts"
import { verifications } from "./incident.ts"
import { kindOf } from "./kinds.ts"

/** Whether a field was answered at all, or how it was not. */
export const filterAnswers = ["any", "none", "unknown", "refused"] as const

/** A condition on one field of one kind. All that is given must hold. */
export const FieldCondition = z.strictObject({
  kind: z.enum(recordKinds),
  field: z.string().min(1).max(60),
  /** Any of these codes, answers or tags; of a term, narrower ones too. */
  is: z.array(z.string().min(1).max(200)).max(200).optional(),
  /** Points at that record. */
  to: z.uuid().optional(),
  /** Holds all of these words. */
  words: z.string().min(1).max(200).optional(),
  /** May lie in that time: EDTF or plain words. */
  when: z.string().min(1).max(200).optional(),
  answer: z.enum(filterAnswers).optional(),
})
export type FieldCondition = z.infer<typeof FieldCondition>

/**
 * What narrows every view alike. A condition that says nothing of a kind of record leaves lists of that kind alone, and
 * the window says so (`reaches`).
 */
export const Filter = z.strictObject({
  /** All of these words, in what a list of that kind searches. */
  text: z.string().max(500).default(""),
  /** An actor: what this person is in, or is named by. */
  person: z.uuid().nullable().default(null),
  place: z.string().max(200).default(""),
  /** What may lie in that time: EDTF or plain words, such as "spring 2017" or "2017-03-04/2017-03-09". */
  when: z.string().max(200).default(""),
  /** All of these. */
  tags: z.array(z.string().min(1).max(100)).max(20).default([]),
  verification: z.array(z.enum(verifications)).max(10).default([]),
  /** Whether a protected person is in it. */
  protected: z.boolean().nullable().default(null),
  where: z.array(FieldCondition).max(20).default([]),
})
export type Filter = z.infer<typeof Filter>

export const noFilter: Filter = Filter.parse({})

/** The parts of a filter, each of which can be taken away by itself. */
export type FilterPart = Exclude<keyof Filter, "where">
export const filterParts = [
  "text",
  "person",
  "place",
  "when",
  "tags",
  "verification",
  "protected",
] as const satisfies readonly FilterPart[]

export const isSet = (filter: Filter, part: FilterPart): boolean => {
  const value = filter[part]
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== ""
}

export const isNarrow = (filter: Filter): boolean =>
  filter.where.length > 0 || filterParts.some((part) => isSet(filter, part))

const hasField = (kind: RecordKind, type: Field["type"]): boolean =>
  Object.values(kindOf(kind).fields).some((field) => field.type === type)

const isPartOf = (part: RecordKind, whole: RecordKind): boolean => kindOf(part).parents.includes(whole)

/** Whether a part of a filter says anything of records of that kind. */
export const reaches = (part: FilterPart, kind: RecordKind): boolean => {
  switch (part) {
    case "text":
    case "person":
    case "tags":
    case "protected":
      return true
    case "place":
      return kind === "incident" || kind === "actor" || hasField(kind, "place") || isPartOf(kind, "incident")
    case "when":
      return kind === "incident" || kind === "evidence" || kindOf(kind).dateFrom !== ""
    case "verification":
      return kind === "incident" || kind === "claim" || isPartOf(kind, "incident")
  }
}

/** A condition on a kind reaches its own records, those that have such parts, and the parts of such. */
export const conditionReaches = ({ kind: of }: FieldCondition, kind: RecordKind): boolean =>
  of === kind || isPartOf(of, kind) || isPartOf(kind, of)

/** Whether everything in the filter says something of that kind: in mixed views only such records can match. */
export const reachesWhole = (filter: Filter, kind: RecordKind): boolean =>
  filterParts.every((part) => !isSet(filter, part) || reaches(part, kind)) &&
  filter.where.every((condition) => conditionReaches(condition, kind))
