import { expect, test } from "vitest"
import { termLists } from "../../../shared/lists/all.ts"
import { findTerms, pathOf, termByCode } from "../../../shared/lists/find.ts"
import { type ExtraTerm, labelOf } from "../../../shared/lists/term.ts"

const { acts, rights } = termLists
const codes = (query: string, language: "en" | "ru" | "kk" = "en", extra: readonly ExtraTerm[] = []) =>
  findTerms(acts, query, language, extra).map(({ code }) => code)

const own: ExtraTerm = {
  list: "acts",
  code: "x-drone",
  parent: "surveillance",
  en: "",
  ru: "Слежка с дрона",
  kk: "",
  huridocs: "",
  retired: false,
}

test("a term is found while it is typed, in any of the three languages, whichever is read", () => {
  for (const language of ["en", "ru", "kk"] as const) {
    expect(codes("tax insp", language)[0]).toBe("tax-inspection")
    expect(codes("налоговая пров", language)[0]).toBe("tax-inspection")
    expect(codes("салықтық тек", language)[0]).toBe("tax-inspection")
  }
})

test("a Kazakh word is found as a Russian keyboard writes it, and ё as е", () => {
  expect(codes("салыктык", "kk")[0]).toBe("tax-inspection")
  expect(codes("уйкамак", "kk")[0]).toBe("house-arrest")
  expect(findTerms(rights, "ребенка", "ru").map(({ code }) => code)).toContain("child")
})

test("words may be begun in any order", () => {
  expect(codes("seiz dev")[0]).toBe("device-seizure")
  expect(codes("insp tax")[0]).toBe("tax-inspection")
})

test("the whole label stands before those that begin with it, and those before the rest", () => {
  const found = codes("search")
  expect(found[0]).toBe("search")
  expect(found.indexOf("search-home")).toBeLessThan(found.indexOf("inventory-wrong") >>> 0)
  expect(codes("arrest")[0]).toBe("arrest")
  expect(codes("arrest").indexOf("arrest-without-warrant")).toBeLessThan(codes("arrest").indexOf("house-arrest"))
})

test("equal answers are sorted by their label", () => {
  const labels = findTerms(acts, "refusal", "en").map((term) => term.en)
  expect(labels.length).toBeGreaterThan(3)
  const begin = labels.filter((label) => label.startsWith("Refusal"))
  expect(begin).toEqual([...begin].sort())
})

test("a word of the broader term narrows", () => {
  expect(codes("digital blocking")).toContain("website-blocked")
  expect(codes("digital tax")).toEqual([])
})

test("nothing typed gives everything in its order, nonsense gives nothing", () => {
  expect(findTerms(acts, "  ", "ru").map(({ code }) => code)).toEqual(acts.terms.map(({ code }) => code))
  expect(codes("qqqq")).toEqual([])
  expect(codes("???")).toEqual([])
})

test("people's own terms are offered with the shipped ones until they are retired", () => {
  expect(codes("слежка с др", "kk", [own])).toEqual(["x-drone"])
  expect(codes("слежка с др", "kk", [{ ...own, retired: true }])).toEqual([])
  expect(codes("", "ru", [own])).toContain("x-drone")
  expect(labelOf(own, "en")).toBe("Слежка с дрона")
  expect(termByCode(acts, "x-drone", [own])).toBe(own)
  expect(termByCode(acts, "x-drone")).toBeUndefined()
  expect(pathOf(acts, own, [own]).map(({ code }) => code)).toEqual(["privacy", "surveillance"])
})

test("a circle in people's own terms ends where it closes", () => {
  const first = { ...own, code: "x-1", parent: "x-2" }
  const second = { ...own, code: "x-2", parent: "x-1" }
  expect(pathOf(acts, first, [first, second])).toEqual([second])
  const below = { ...own, code: "x-3", parent: "x-1" }
  expect(pathOf(acts, below, [first, second, below])).toEqual([second, first])
  expect(codes("слежка", "ru", [first, second, below])).toContain("x-1")
})
