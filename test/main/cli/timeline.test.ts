import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../../support/cli.ts"

const cli = makeTestCli()
const { inVault } = cli
afterAll(() => cli.dispose())

beforeAll(async () => {
  expect(await cli.create()).toMatchObject({ code: 0 })
  await inVault("case", "add", "Обыск")
  await inVault("incident", "add", "The office is searched", "--dates", "2017-03-04", "--place", "Алматы")
  await inVault("incident", "add", "The hearing")
})

test("the timeline on the command line, as data", async () => {
  const { json } = await inVault("timeline", "--lanes", "place")
  expect(json.result.events).toMatchObject([{ record: { title: "The office is searched" }, lanes: ["Алматы"] }])
  expect(json.result.undated).toMatchObject([{ record: { title: "The hearing" } }])
  expect((await inVault("timeline", "--lanes", "weather")).code).toBe(2)
})
