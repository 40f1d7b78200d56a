import { isTextKey } from "../../../shared/i18n/translate.ts"
import type { Translate } from "../../session/preferences.ts"

/** A verb of the chain in words; one that has none yet is shown as it is written. */
export const verbWords = (t: Translate, verb: string): string => {
  const key = `audit.verb.${verb}`
  return isTextKey(key) ? t(key) : verb
}
