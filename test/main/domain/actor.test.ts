import { afterAll, expect, test } from "vitest"
import * as actors from "../../../main/domain/actor.ts"
import { pageStatement } from "../../../main/domain/list.ts"
import { changesOf } from "../../../main/vault/history.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase()
const { records, caseId, newId } = made
afterAll(() => made.dispose())

const found = (query: string): (string | undefined)[] =>
  records
    .read((tx) => actors.list(tx, contract["actor.list"].input.parse({ caseId, query })))
    .rows.map(({ names }) => names[0]?.text)

const update = (input: Input<"actor.update">) =>
  records.write((tx) => actors.update(tx, { ...contract["actor.update"].input.parse(input), newId }))

test("a person is found by any name, in any script, and by a number", () => {
  made.addActor("Aigerim Sarsenova", {
    names: [{ text: "Aigerim Sarsenova" }, { text: "Айгерім Сәрсенова", kind: "transliteration", language: "kk" }],
    identifiers: [{ kind: "phone", text: "+7 700 000 00 01" }],
  })
  made.addActor("Dana Testova")
  expect(found("сәрсенова айгерім")).toEqual(["Aigerim Sarsenova"])
  expect(found("sarsen")).toEqual(["Aigerim Sarsenova"])
  expect(found("00")).toEqual(["Aigerim Sarsenova"])
  expect(found("")).toHaveLength(2)
})

test("names that stay keep their ids; the first is the one shown", () => {
  const { id, names } = made.addActor("A", { names: [{ text: "A" }, { text: "B", kind: "alias" }, { text: "C" }] })
  const changed = update({ id, patch: { names: [{ text: "B", kind: "alias" }, { text: "D" }, { text: "A" }] } })
  expect(changed.names.map(({ text }) => text)).toEqual(["B", "D", "A"])
  expect(changed.names[0]?.id).toBe(names[1]?.id)
  expect(changed.names[2]?.id).toBe(names[0]?.id)
  expect(found("B")).toContain("B")
  const [gone] = records.read((tx) => changesOf(tx, "actor_names", names[2]?.id ?? ""))
  expect(gone?.before["text"]).toBe("C")
})

test("protection can be given and taken", () => {
  const { id } = made.addActor("Protected")
  expect(update({ id, patch: { protected: true } }).protected).toBe(true)
  expect(records.read((tx) => actors.listProtected(tx, caseId)).map((one) => one.id)).toEqual([id])
  expect(update({ id, patch: { protected: false } }).protected).toBe(false)
})

test.each(Object.keys(actors.actorList.orders))("the order %j comes from an index", (sort) => {
  const plan = made.plan(pageStatement(actors.actorList, contract["actor.list"].input.parse({ caseId, sort })))
  expect(plan).not.toMatch(/TEMP B-TREE FOR [A-Z0-9 ]*ORDER BY|SCAN (t|n|d|links|involvements)\b/)
  expect(plan).toMatch(/SEARCH t USING INDEX actors_\w+ \(case_id=\?\)/)
})
