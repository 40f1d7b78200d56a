import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { faultCodes } from "../../shared/faults.ts"
import en from "../../shared/i18n/en.json" with { type: "json" }
import kk from "../../shared/i18n/kk.json" with { type: "json" }
import { pluralForm, pluralForms } from "../../shared/i18n/plural.ts"
import ru from "../../shared/i18n/ru.json" with { type: "json" }
import { formatNumber, translate } from "../../shared/i18n/translate.ts"
import type { Language } from "../../shared/model/ids.ts"
import { groupLabel, keyGroups, keyLabel, keyNames } from "../../renderer/keys/table.ts"

type Entry = string | Record<string, string>
const catalogues: Readonly<Record<Language, Readonly<Record<string, Entry>>>> = { en, ru, kk }
const languages: readonly Language[] = ["en", "ru", "kk"]
const texts = (entry: Entry): readonly string[] => (typeof entry === "string" ? [entry] : Object.values(entry))
const holes = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(" ")

test.each(languages)("every key stands in %s, and no other", (language) => {
  expect(Object.keys(catalogues[language]).sort()).toEqual(Object.keys(en).sort())
})

test.each(languages)("no sentence of %s is empty", (language) => {
  const empty = Object.entries(catalogues[language]).filter(([, entry]) =>
    texts(entry).some((text) => text.trim() === ""),
  )
  expect(empty).toEqual([])
})

test.each(languages)("every plural entry of %s has exactly the forms its language needs", (language) => {
  for (const [key, entry] of Object.entries(catalogues[language])) {
    if (typeof entry === "string") continue
    expect(Object.keys(entry).sort(), key).toEqual([...pluralForms[language]].sort())
  }
})

test.each(["ru", "kk"] as const)("sentences of %s have the holes of the English ones", (language) => {
  for (const [key, entry] of Object.entries(en as Record<string, Entry>)) {
    const wanted = holes(texts(entry).at(-1) ?? "")
    for (const text of texts(catalogues[language][key] ?? "")) expect(holes(text), key).toBe(wanted)
  }
})

test("a number that a plural form leaves out is not lost elsewhere: one to a thousand have a form each", () => {
  for (const language of languages) {
    for (let count = 0; count <= 1000; count++) expect(pluralForms[language]).toContain(pluralForm(language, count))
  }
})

// CLDR 48, cardinal rules of Russian.
test.each([
  [1, "one"],
  [2, "few"],
  [4, "few"],
  [5, "many"],
  [11, "many"],
  [12, "many"],
  [21, "one"],
  [22, "few"],
  [111, "many"],
  [0, "many"],
] as const)("Russian takes %i as %s", (count, form) => {
  expect(pluralForm("ru", count)).toBe(form)
})

test("a sentence is filled and its number chosen and grouped", () => {
  expect(translate("en", "frame.auditCount", { count: 4218 })).toBe("Audit chain: 4,218 entries")
  expect(translate("ru", "frame.auditCount", { count: 4221 })).toBe("Цепочка аудита: 4\u00a0221 запись")
  expect(translate("kk", "count.files", { count: 3 })).toBe("3 файл")
})

test("fractions use each language's own mark", () => {
  expect([formatNumber("en", 1234.5, 1), formatNumber("ru", 1234.5, 1)]).toEqual(["1,234.5", "1\u00a0234,5"])
})

test("every fault code has a sentence", () => {
  const missing = faultCodes.filter((code) => !(`fault.${code}` in en))
  expect(missing).toEqual([])
})

test("every key of the keyboard has its words", () => {
  const wanted = [...keyNames.map(keyLabel), ...keyGroups.map(groupLabel)]
  expect(wanted.filter((key) => !(key in en))).toEqual([])
})

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))

test("every verb of the audit chain has its words", () => {
  const code = sources(join(import.meta.dirname, "..", "..", "main")).join("\n")
  const verbs = new Set([...code.matchAll(/verb: "([a-z]+\.[a-z-]+)"/g)].map(([, verb = ""]) => verb))
  expect(verbs.size).toBeGreaterThan(20)
  expect([...verbs].filter((verb) => !(`audit.verb.${verb}` in en))).toEqual([])
})

test("every sentence is used, by the window or by the working and the calendar that it shows", () => {
  const rooms = ["renderer", "shared/deadlines", "main/engine/handlers"]
  const code = rooms.flatMap((room) => sources(join(import.meta.dirname, "..", "..", room))).join("\n")
  // Keys that are put together from a closed list: `role.${…}` and the like.
  const built = new Set([...code.matchAll(/[`"]([a-z][\w.]*)\.\$\{/g)].map(([, prefix = ""]) => prefix))
  const mine = Object.keys(en).filter((key) => !/^(fault|cli|printed)\./.test(key))
  const unused = mine.filter((key) => {
    if (code.includes(`"${key}"`)) return false
    return !key.split(".").some((_, at, parts) => built.has(parts.slice(0, at).join(".")))
  })
  expect(unused).toEqual([])
})
