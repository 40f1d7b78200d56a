import { noFilter } from "../../../shared/model/filter.ts"
import { afterAll, expect, test } from "vitest"
import * as map from "../../../main/domain/map.ts"
import * as records from "../../../main/domain/record.ts"
import { regionCircles } from "../../../shared/lists/region-centres.ts"
import { regions } from "../../../shared/lists/terms/regions.ts"
import { townIn } from "../../../shared/lists/towns.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase("map")
const { caseId, newId } = made
const store = made.records
afterAll(() => made.dispose())

const answer = (id: string, patch: Input<"record.update">["patch"]) =>
  store.write((tx) => records.update(tx, { kind: "incident", id }, patch))
const act = (parentId: string, fields: Input<"record.add">["fields"]) => {
  const parent = { kind: "incident" as const, id: parentId }
  const input = contract["record.add"].input.parse({ caseId, kind: "act", fields, parent })
  return store.write((tx) => records.add(tx, { ...input, id: newId() }))
}

const office = made.addIncident("Обыск", { place: "улица Абая, 12, г. Алматы", placePrecision: "exact" })
const cell = made.addIncident("Камера", { place: "Алматы" })
answer(cell.id, { location: { text: "СИЗО", precision: "exact", source: "карта", latitude: 43.3, longitude: 76.9 } })
const steppe = made.addIncident("Степь", { place: "где-то в степи" })
answer(steppe.id, { region: "ulytau-region" })
made.addIncident("Область", { place: "Маңғыстау облысы" })
made.addIncident("Нигде")
made.addIncident("Неясно", { place: "Abay Street" })
act(office.id, {
  type: "secret-detention",
  custodyPlace: { text: "Тараз", precision: "unknown", source: "", latitude: null, longitude: null },
})
act(office.id, { type: "secret-detention" })

const listed = () => store.read((tx) => map.list(tx, { caseId, filter: noFilter }))
const at = (title: string) => listed().points.find(({ record }) => record.title === title)

test("coordinates that somebody gave are drawn as exactly as that person said", () => {
  expect(at("Камера")).toMatchObject({ latitude: 43.3, precision: "exact", radiusKm: 0, basis: "coordinates" })
})

test("a place in words is no more exact than the town that it names, whatever was said of it", () => {
  expect(at("Обыск")).toMatchObject({ precision: "locality", basis: "town", place: "улица Абая, 12, г. Алматы" })
  expect(at("Обыск")?.latitude).toBeCloseTo(43.25, 1)
})

test("where only the region is known, the circle is as large as the region", () => {
  expect(at("Степь")).toMatchObject({ precision: "region", basis: "region", radiusKm: 245 })
  expect(at("Область")).toMatchObject({ precision: "region", latitude: 44 })
})

test("what has no place, or one that nobody knows, is aside with its reason, and nothing is guessed", () => {
  expect(listed().off.map(({ record, reason }) => [record.title, reason])).toEqual(
    expect.arrayContaining([
      ["Нигде", "no-place"],
      ["Неясно", "place-unknown"],
    ]),
  )
  expect(listed().off).toHaveLength(2)
})

test("an act is on the map where it has a place of its own", () => {
  const acts = listed().points.filter(({ record }) => record.kind === "act")
  expect(acts.map(({ place, precision }) => [place, precision])).toEqual([["Тараз", "locality"]])
})

test.each([
  ["Алматы қаласы", "Almaty"],
  ["город Астана", "Astana"],
  ["Taraz", "Taraz"],
  ["ул. Ленина 5, Тараз", "Taraz"],
])("%s names a town", (place, name) => {
  expect(townIn(place)?.name).toBe(name)
})

test.each(["Abay Street", "в лесу", "", "Almatinskaya ulitsa 5"])("%j names none", (place) => {
  expect(townIn(place)).toBeUndefined()
})

test("every region has its circle, inside the country", () => {
  expect(Object.keys(regionCircles).sort()).toEqual(regions.terms.map(({ code }) => code).sort())
  for (const { latitude, longitude } of Object.values(regionCircles)) {
    expect(latitude).toBeGreaterThan(40)
    expect(latitude).toBeLessThan(56)
    expect(longitude).toBeGreaterThan(46)
    expect(longitude).toBeLessThan(88)
  }
})

test("the map's questions read the case's own rows, in order", () => {
  for (const statement of [map.incidentStatement(caseId), map.actStatement(caseId)])
    expect(made.plan(statement)).not.toMatch(/SCAN|TEMP B-TREE/)
})
