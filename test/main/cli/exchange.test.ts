import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../../support/cli.ts"

const cli = makeTestCli()
const { inVault, folder } = cli
afterAll(() => cli.dispose())

beforeAll(async () => {
  expect(await cli.create()).toMatchObject({ code: 0 })
  await inVault("case", "add", "Обыск на улице Абая")
  await inVault("actor", "add", "Aigerim Sarsenova", "--protected")
})

test("a case is written to a file and taken in as a new one, and says that it is not redacted", async () => {
  const out = await inVault("case", "export", "Обыск на улице Абая", "--to", "matter.json")
  expect(out.json.result).toMatchObject({ file: join(folder, "matter.json"), files: 0 })
  expect(readFileSync(join(folder, "matter.json"), "utf8")).toContain("Aigerim Sarsenova")
  expect((await inVault("case", "import", "matter.json")).json.fault.code).toBe("case-exists")
  const again = await inVault("case", "import", "matter.json", "--as-new")
  expect(again.json.result).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), actors: 1 })
})
