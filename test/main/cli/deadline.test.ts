import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../../support/cli.ts"

const cli = makeTestCli()
const { inVault } = cli
afterAll(() => cli.dispose())

beforeAll(async () => {
  expect(await cli.create()).toMatchObject({ code: 0 })
  await inVault("case", "add", "Обыск")
  await inVault("record", "add", "proceeding", "--set", "title=Дело 12")
})

test("the rules with what is not known of them, and one computed without a vault", async () => {
  const listed = (await cli.run(["deadline", "rules", "--json"])).json as {
    result: { rules: unknown[]; unknown: number }
  }
  expect(listed.result.rules.length).toBeGreaterThan(15)
  expect(listed.result.unknown).toBeGreaterThan(100)
  const counted = await cli.run(["deadline", "compute", "--rule", "kz-civil-appeal", "--start", "2026-01-31", "--json"])
  expect(counted.json).toMatchObject({ result: { edtf: "[2026-02-27..2026-03-02]", checked: false } })
  expect((await cli.run(["deadline", "compute", "--start", "2026-01-31", "--json"])).code).toBe(2)
})

test("a deadline of one's own rule is recorded for a proceeding, and an edited day stays beside the computed one", async () => {
  const own = ["--own", "Letter of the court", "--amount", "10", "--unit", "days", "--first-day", "no", "--moves", "no"]
  const more = ["--start", "2026-02-02", "--of", "proceeding:Дело 12", "--due", "2026-02-11", "--reason", "To be safe"]
  expect((await inVault("deadline", "add", ...own, ...more)).json).toMatchObject({
    result: { fields: { due: "2026-02-11", computed: "2026-02-12", editedReason: "To be safe" } },
  })
})
