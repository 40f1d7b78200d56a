import type { RecordKind } from "./field.ts"
import { kindOf } from "./kinds.ts"

/** What lists of a kind can be grouped by: by month, by person, by what sort it is, and by its terms. */
export const groupings = (kind: RecordKind): readonly string[] => {
  const { fields, dateFrom } = kindOf(kind)
  const terms = Object.entries(fields).flatMap(([name, { type }]) =>
    type === "term" || type === "terms" ? [name] : [],
  )
  return [
    ...(kind === "incident" || kind === "evidence" || dateFrom !== "" ? ["month"] : []),
    ...(kind === "actor" ? [] : ["person"]),
    ...(kind === "incident" ? ["verification"] : []),
    ...(kind === "actor" || kind === "evidence" ? ["kind"] : []),
    ...terms.filter((name) => name !== "confidentiality" && !(kind === "incident" && name === "verification")),
    "confidentiality",
  ]
}
