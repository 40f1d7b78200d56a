import { expect, test } from "vitest"
import rows from "../../../shared/lists/towns.json" with { type: "json" }
import { findTowns, townLabel } from "../../../shared/lists/towns.ts"

const found = (query: string) => findTowns(query, 5).map(({ name }) => name)

test("a town is found by its beginning in any of the three languages, either keyboard, and by a former name", () => {
  for (const query of ["Karag", "караг", "Қараға", "КАРАГА"]) expect(found(query)[0]).toBe("Karaganda")
  expect(found("Өскем")).toEqual(found("оскем"))
  expect(found("Усть-Кам")[0]).toBe("Oskemen")
  for (const query of ["Целиноград", "Нур-Султан", "Nur-S", "Астана"]) expect(found(query)).toContain("Astana")
  expect(found("Urumqi")).toEqual(["Ürümqi"])
})

test("Kazakhstan stands first, then the larger town", () => {
  const towns = findTowns("al", 50)
  const abroad = towns.findIndex(({ country }) => country !== "KZ")
  expect(towns[0]?.name).toBe("Almaty")
  expect(abroad).toBeGreaterThan(1)
  expect(towns.slice(abroad).some(({ country }) => country === "KZ")).toBe(false)
  const sizes = towns.slice(abroad).map(({ population }) => population)
  expect(sizes).toEqual([...sizes].sort((left, right) => right - left))
})

test("nothing typed and nonsense find nothing; no more than asked for", () => {
  expect(findTowns(" ", 5)).toEqual([])
  expect(findTowns("zzqx", 5)).toEqual([])
  expect(findTowns("a", 3)).toHaveLength(3)
})

test("a town is called as the reader's language calls it, else by its Latin name", () => {
  const [town] = findTowns("Petropavl", 1)
  expect(town && [townLabel(town, "en"), townLabel(town, "ru"), townLabel(town, "kk")]).toEqual([
    "Petropavl",
    "Петропавловск",
    "Петропавл",
  ])
  const [far] = findTowns("Nairobi", 1)
  expect(far && townLabel(far, "ru")).toBe("Nairobi")
})

test("towns lie on the globe, sorted by size, all of Kazakhstan among them", () => {
  expect(rows.every((row) => Math.abs(Number(row[2])) <= 90 && Math.abs(Number(row[3])) <= 180)).toBe(true)
  const sizes = rows.map((row) => Number(row[4]))
  expect(sizes).toEqual([...sizes].sort((left, right) => right - left))
  expect(rows.filter((row) => row[1] === "KZ").length).toBeGreaterThan(200)
  const [almaty] = findTowns("Almaty", 1)
  expect(almaty && [Math.round(almaty.latitude), Math.round(almaty.longitude)]).toEqual([43, 77])
})
