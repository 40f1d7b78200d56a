import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../../support/cli.ts"

const cli = makeTestCli()
const { inVault } = cli
afterAll(() => cli.dispose())

beforeAll(async () => {
  expect(await cli.create()).toMatchObject({ code: 0 })
  await inVault("case", "add", "Обыск")
  await inVault("record", "add", "task", "--set", "title=Write the complaint", "--set", "due=2017-03-04")
})

test("the agenda on the command line, of every case and of one", async () => {
  const overdue = { result: { items: [{ part: "overdue", record: { title: "Write the complaint" } }] } }
  expect((await inVault("agenda")).json).toMatchObject(overdue)
  expect((await inVault("agenda", "--case", "Обыск")).json).toMatchObject(overdue)
})
