import { afterAll, expect, test } from "vitest"
import { makeTestEngine } from "../../support/engine.ts"

const made = makeTestEngine()
const { run } = made
afterAll(() => made.dispose())

await made.createVault()
const { id: caseId } = await run("case.add", { title: "Обыск" })
const incident = await run("incident.add", { caseId, title: "Обыск в редакции", place: "Алматы" })
const actor = await run("actor.add", { caseId, names: [{ text: "Айша" }] })
await run("involvement.add", { actorId: actor.id, incidentId: incident.id, role: "witness" })

test("the graph and the way through it are answered by the engine", async () => {
  const from = { kind: "actor", id: actor.id } as const
  const to = { kind: "incident", id: incident.id } as const
  const { nodes } = await run("graph.around", { caseId, record: from })
  expect(nodes.map(({ title }) => title)).toEqual(["Айша", "Обыск в редакции"])
  const way = await run("graph.path", { from, to })
  expect(way.edges.map(({ what }) => what.code)).toEqual(["witness"])
})

test("the map is answered by the engine", async () => {
  const { points } = await run("map.list", { caseId })
  expect(points.map(({ precision, basis }) => [precision, basis])).toEqual([["locality", "town"]])
})
