import { isTextKey } from "../../shared/i18n/translate.ts"
import type { FaultDetail } from "../../shared/faults.ts"
import type { Translate } from "./preferences.ts"

/** What happened, in words, for a fault's code. */
export const explain = (t: Translate, failure: { readonly code: string; readonly detail: FaultDetail }): string => {
  const key = `fault.${failure.code}`
  return isTextKey(key) ? t(key, failure.detail) : t("fault.internal")
}
