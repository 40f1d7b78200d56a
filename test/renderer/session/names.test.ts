import { expect, test, vi } from "vitest"
import { Actor } from "../../../shared/model/actor.ts"

vi.stubGlobal("window", { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) })
const { maskNames } = await import("../../../renderer/session/names.ts")
const { coverNames } = await import("../../../renderer/features/viewer/covers.ts")

const id = "00000000-0000-4000-8000-000000000001"
const dana = Actor.parse({
  id,
  caseId: "00000000-0000-4000-8000-000000000002",
  kind: "person",
  names: ["Dana Seitkali", "Дана Сейтқали"].map((text, index) => ({
    id: `00000000-0000-4000-8000-00000000001${index}`,
    text,
    kind: "legal",
    language: "",
  })),
  identifiers: [{ kind: "phone", text: "8 701 555 41 17" }],
  description: "",
  protected: true,
  createdAt: "2026-11-23T09:00:00.000Z",
  changedAt: "2026-11-23T09:00:00.000Z",
  counts: { incidents: 0, evidence: 0 },
})
const pseudonyms = new Map([[id, "Witness 2"]])
const mask = (text: string) => maskNames(text, [dana], pseudonyms)

test.each([
  "Dana Seitkali",
  "DANA SEITKALI",
  "Дана Сейтқали",
  "Сейтқалиге",
  "протокол вручён Сейтқали.",
  "тел. 8 701 555 41 17",
])("no letter of the name is left in “%s”", (text) => {
  expect(mask(text)).toContain("Witness 2")
  expect(mask(text)).not.toMatch(/Seitkali|Сейтқали|555/i)
})

test("other words stay as they are, also those that hold the letters of a short name", () => {
  expect(mask("Банда данайцев")).toBe("Банда данайцев")
})

test("a name on a page is covered as one, with its pseudonym", () => {
  const words = ["вручена", "Дане", "Сейтқали", "9"].map((text, index) => ({
    text,
    rect: [index * 60, 100, 50, 14] as const,
    line: 0,
  }))
  const covers = coverNames(words, [dana], pseudonyms)
  expect(covers.map(({ label }) => label)).toEqual(["Witness 2"])
  const rect = covers[0]!.rect
  expect(rect.x).toBeLessThan(60)
  expect(rect.x + rect.width).toBeGreaterThan(2 * 60 + 50)
  expect(rect.x + rect.width).toBeLessThan(180)
})
