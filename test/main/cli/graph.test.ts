import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../../support/cli.ts"

const cli = makeTestCli()
const { inVault } = cli
afterAll(() => cli.dispose())

beforeAll(async () => {
  expect(await cli.create()).toMatchObject({ code: 0 })
  await inVault("case", "add", "Обыск")
  await inVault("incident", "add", "The office is searched", "--dates", "2017-03-04", "--place", "Алматы")
  await inVault("incident", "add", "The hearing", "--place", "nowhere known")
  await inVault("actor", "add", "Dana Testova")
  await inVault("actor", "add", "Aigerim Sarsenova")
  await inVault("involvement", "add", "Dana Testova", "--incident", "The office is searched", "--role", "witness")
  await inVault("involvement", "add", "Dana Testova", "--incident", "The hearing", "--role", "victim")
  await inVault("involvement", "add", "Aigerim Sarsenova", "--incident", "The hearing", "--role", "counsel")
})

test("the shortest way between two records, as data and as lines", async () => {
  const way = ["graph", "path", "actor:Aigerim Sarsenova", "incident:The office is searched"]
  const { json } = await inVault(...way)
  expect(json.result.nodes.map(({ title }: { title: string }) => title)).toEqual([
    "Aigerim Sarsenova",
    "The hearing",
    "Dana Testova",
    "The office is searched",
  ])
  expect(json.result.edges).toHaveLength(3)
})

test("what hangs together with a record, so many steps far, of the kinds asked for", async () => {
  const { json } = await inVault("graph", "around", "actor:Aigerim Sarsenova", "--depth", "2", "--kind", "incident")
  expect(json.result.nodes).toMatchObject([
    { title: "Aigerim Sarsenova" },
    { title: "The hearing", hidden: [{ kind: "actor", count: 1 }] },
  ])
  expect((await inVault("graph", "around", "actor:Dana Testova", "--depth", "9")).code).toBe(2)
})

test("what is on the map, and what is not and why", async () => {
  const { json } = await inVault("map", "list")
  expect(json.result).toMatchObject({
    points: [{ record: { title: "The office is searched" }, precision: "locality" }],
    off: [{ record: { title: "The hearing" }, reason: "place-unknown" }],
  })
})
