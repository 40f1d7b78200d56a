import { showEdtf } from "../../../shared/dates.ts"
import { evidenceKinds } from "../../../shared/model/evidence.ts"
import { actorKinds } from "../../../shared/model/actor.ts"
import { verifications } from "../../../shared/model/incident.ts"
import type { RecordKind } from "../../../shared/model/field.ts"
import type { Language } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import type { Group } from "../../session/groups.ts"
import { tell } from "../../session/preferences.ts"
import { termWords } from "../records/words.ts"

/** What a list is grouped by, in words. */
export const groupingWords = (kind: RecordKind, by: string, language: Language): string => {
  switch (by) {
    case "month":
      return tell("views.by.month")
    case "person":
      return tell("filters.person")
    case "verification":
      return tell("filters.verification")
    case "kind":
      return tell("evidence.kind")
    default:
      return kindOf(kind).fields[by]?.label[language] ?? by
  }
}

/** What stands on the header of a group. */
export const groupWords = (kind: RecordKind, by: string, { key, label }: Group, language: Language): string => {
  if (label !== "") return label
  if (key === "") return tell(by === "month" ? "views.noMonth" : "views.noGroup")
  if (key === "?unknown" || key === "?refused") return tell(key === "?unknown" ? "unsaid.unknown" : "unsaid.refused")
  if (by === "month") return showEdtf(key, language)
  const verification = verifications.find((one) => one === key)
  if (by === "verification" && verification !== undefined) return tell(`verification.${verification}`)
  const evidenceKind = evidenceKinds.find((one) => one === key)
  if (by === "kind" && evidenceKind !== undefined) return tell(`evidence.kind.${evidenceKind}`)
  const actorKind = actorKinds.find((one) => one === key)
  if (by === "kind" && actorKind !== undefined) return tell(`actor.kind.${actorKind}`)
  const field = kindOf(kind).fields[by]
  return field?.type === "term" || field?.type === "terms" ? termWords(field.list, key, language, []) : key
}
