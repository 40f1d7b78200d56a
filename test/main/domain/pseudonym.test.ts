import { afterAll, expect, test } from "vitest"
import { drawFrom } from "../../../main/engine/handlers/pseudonym.ts"
import * as pseudonyms from "../../../main/domain/pseudonym.ts"
import type { ActorId } from "../../../shared/model/ids.ts"
import { seededRandom } from "../../support/records.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase()
const { records, caseId, newId } = made
afterAll(() => made.dispose())

const people = Array.from({ length: 12 }, (_, index) => made.addActor(`Person ${index}`, { protected: true }).id)
made.addActor("Unprotected")

const drawn = (audience: string, seed = audience) => {
  const drawing = { held: new Set<ActorId>(), caseId, audience, newId, draw: drawFrom(seededRandom(seed)) }
  records.write((tx) => pseudonyms.drawMissing(tx, drawing))
  return records.read((tx) => pseudonyms.list(tx, caseId, audience))
}

const numberOf = (text: string): number => Number(/\d+$/.exec(text)?.[0])

test("each protected person has one pseudonym of their own, and nobody else has", () => {
  const all = drawn("State")
  expect(all.map(({ actorId }) => actorId).sort()).toEqual([...people].sort())
  expect(new Set(all.map(({ text }) => text)).size).toBe(people.length)
})

test("what was drawn stays, whatever is drawn later", () => {
  const before = drawn("State", "other randomness")
  const late = made.addActor("Late", { protected: true }).id
  const after = drawn("State", "again other")
  expect(after).toEqual(expect.arrayContaining(before))
  expect(after.map(({ actorId }) => actorId)).toContain(late)
})

test("another audience draws again, so that two bundles cannot be laid side by side", () => {
  const state = new Map(drawn("State").map(({ actorId, text }) => [actorId, text]))
  const same = drawn("Press").filter(({ actorId, text }) => state.get(actorId) === text)
  expect(same.length).toBeLessThan(people.length / 2)
})

test("numbers say nothing about the order in which people were recorded, nor how many there are", () => {
  const numbers = new Map(drawn("State").map(({ actorId, text }) => [actorId, numberOf(text)]))
  const inOrder = people.map((id) => numbers.get(id) ?? 0)
  expect(inOrder).not.toEqual([...inOrder].sort((a, b) => a - b))
  expect(Math.max(...inOrder)).toBeGreaterThan(people.length)
})

test("a draw is below its limit and reaches every number", () => {
  const draw = drawFrom(seededRandom("draw"))
  const seen = new Set(Array.from({ length: 200 }, () => draw(7)))
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test("a draw that would favour small numbers is made again", () => {
  const bytes = [Uint8Array.of(255, 255, 255, 255), Uint8Array.of(0, 0, 0, 8)]
  expect(drawFrom(() => bytes.shift() ?? new Uint8Array(4))(7)).toBe(1)
})
