import { isTextKey } from "../../../shared/i18n/translate.ts"
import type { Translate } from "../../session/preferences.ts"

/** A check's name in words; one that has none yet is shown as the engine names it. */
export const checkWords = (t: Translate, name: string): string => {
  const key = `check.${name}`
  return isTextKey(key) ? t(key) : name
}
