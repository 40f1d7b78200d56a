import { isTextKey } from "../../../shared/i18n/translate.ts"
import { type RecordKind, recordKinds } from "../../../shared/model/field.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { type Translate, usePreferences } from "../../session/preferences.ts"

const isKind = (noun: string): noun is RecordKind => (recordKinds as readonly string[]).includes(noun)

/** What was done to a record of any kind: "Claim: changed". */
const recordWords = (t: Translate, verb: string): string | undefined => {
  const [noun = "", done = ""] = verb.split(".")
  const key = `audit.done.${done}`
  if (!isKind(noun) || !isTextKey(key)) return undefined
  return `${kindOf(noun).label[usePreferences.getState().language]}: ${t(key)}`
}

/** A verb of the chain in words; one that has none yet is shown as it is written. */
export const verbWords = (t: Translate, verb: string): string => {
  const key = `audit.verb.${verb}`
  return isTextKey(key) ? t(key) : (recordWords(t, verb) ?? verb)
}
