import { z } from "zod"
import { type Field, type Fields, PlaceValue, RecordRef, Unsaid } from "./field.ts"

const Code = z.string().trim().min(1).max(100)
const longest = { text: 2000, long: 10_000_000, date: 200 }

const said = (field: Field): z.ZodType => {
  switch (field.type) {
    case "text":
      return z.string().trim().max(longest.text)
    case "long":
      return z.string().max(longest.long)
    case "date":
      return z.string().trim().max(longest.date)
    case "term":
      return Code
    case "terms":
      return z.array(Code).max(200)
    case "answer":
      return z.enum(["yes", "no"])
    case "number":
      return z.number()
    case "ref":
      return RecordRef.refine((ref) => field.to.includes(ref.kind))
    case "refs":
      return z.array(RecordRef.refine((ref) => field.to.includes(ref.kind))).max(1000)
    case "place":
      return PlaceValue
    case "tags":
      return z.array(z.string().trim().min(1).max(100)).max(200)
    case "lines":
      return z.array(z.strictObject(shapeOf(field.of)).partial()).max(5000)
  }
}

const shapeOf = (fields: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, z.union([said(field), Unsaid])]))

/** What may be given for a new record of these fields. */
export const fieldsSchema = (fields: Fields): z.ZodType => z.strictObject(shapeOf(fields)).partial()

/** What may be changed: null takes an answer back, as if nobody had asked. */
export const patchSchema = (fields: Fields): z.ZodType =>
  z
    .strictObject(
      Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, z.union([said(field), Unsaid, z.null()])]),
      ),
    )
    .partial()
