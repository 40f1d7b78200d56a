import type { Language } from "../model/ids.ts"

export type PluralForm = "one" | "few" | "many" | "other"

/** The forms each language needs; a plural entry holds exactly these. */
export const pluralForms: Readonly<Record<Language, readonly PluralForm[]>> = {
  en: ["one", "other"],
  ru: ["one", "few", "many"],
  kk: ["other"],
}

/**
 * The CLDR cardinal rule for whole numbers. Written out, since Chromium's reduced ICU has no Kazakh.
 * Kazakh nouns keep their singular after a numeral, so one form is enough.
 */
export const pluralForm = (language: Language, count: number): PluralForm => {
  if (language === "kk") return "other"
  if (language === "en") return count === 1 ? "one" : "other"
  const tens = Math.abs(count) % 100
  const units = tens % 10
  if (units === 1 && tens !== 11) return "one"
  if (units >= 2 && units <= 4 && (tens < 12 || tens > 14)) return "few"
  return "many"
}
