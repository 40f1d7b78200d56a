import type { Language } from "../model/ids.ts"
import en from "./en.json" with { type: "json" }
import kk from "./kk.json" with { type: "json" }
import { type PluralForm, pluralForm } from "./plural.ts"
import ru from "./ru.json" with { type: "json" }

/** Every sentence there is: English is the source of keys. */
export type TextKey = keyof typeof en
export type Parameters = Readonly<Record<string, string | number | boolean>>
type Entry = string | Partial<Record<PluralForm, string>>

const catalogues: Readonly<Record<Language, Readonly<Record<string, Entry>>>> = { en, ru, kk }

/** Digits in groups of three: "4,218" in English, "4 218" (no-break spaces) in Russian and Kazakh. */
export const formatNumber = (language: Language, value: number, decimals = 0): string => {
  const [whole = "", fraction] = value.toFixed(decimals).split(".")
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "en" ? "," : "\u00a0")
  return fraction === undefined ? grouped : `${grouped}${language === "en" ? "." : ","}${fraction}`
}

const fill = (language: Language, text: string, parameters: Parameters): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = parameters[name]
    if (value === undefined) return hole
    return typeof value === "number" && Number.isInteger(value) ? formatNumber(language, value) : String(value)
  })

/**
 * The sentence for `key`, its `{holes}` filled. A plural entry is chosen by `parameters.count`.
 * A key that a language lacks falls back to English; a test keeps that from happening.
 */
export const translate = (language: Language, key: TextKey, parameters: Parameters = {}): string => {
  const entry = catalogues[language][key] ?? catalogues.en[key] ?? key
  if (typeof entry === "string") return fill(language, entry, parameters)
  const form = pluralForm(language, Number(parameters["count"] ?? 0))
  return fill(language, entry[form] ?? entry.other ?? entry.many ?? "", parameters)
}

export const isTextKey = (key: string): key is TextKey => Object.hasOwn(en, key)
