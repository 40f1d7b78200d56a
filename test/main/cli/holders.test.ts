import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../../support/cli.ts"

const cli = makeTestCli()
const { run, vault, secret, folder } = cli
const theirFile = join(folder, "theirs.txt")
const theirs = ["--passphrase-file", theirFile]
afterAll(() => cli.dispose())
beforeAll(async () => {
  writeFileSync(theirFile, "harbor saffron kettle mosaic tundra violin\n")
  expect(await cli.create()).toMatchObject({ code: 0 })
})

const holder = (...words: readonly string[]) => run(["vault", "holder", ...words, ...secret, "--json"])

test("a second person is let in, named in log and history, and taken out", async () => {
  expect((await holder("rename", vault, "Daniyar")).code).toBe(0)
  const added = await holder("add", vault, "--name", "Aigerim", "--new-passphrase-file", theirFile)
  expect(added.json).toMatchObject({ ok: true, result: { id: expect.any(String) as string } })
  expect((await holder("add", vault, "--name", "aigerim", "--new-passphrase-file", theirFile)).json.fault.code).toBe(
    "name-taken",
  )
  const info = await run(["vault", "info", vault, ...theirs, "--json"])
  expect(info.json.result).toMatchObject({ holder: { label: "Aigerim" }, holders: 2 })

  const made = await run(["case", "add", "Theirs", "--vault", vault, ...theirs, "--json"])
  await run(["record", "set", "case", made.json.result.id as string, "reference=7", "--vault", vault, ...theirs])
  const log = await cli.inVault("audit", "log", "--limit", "1")
  expect(log.json.result.entries[0]).toMatchObject({ holder: "Aigerim" })
  const history = await cli.inVault("record", "history", "case", made.json.result.id as string)
  expect(history.json.result).toMatchObject({ createdByName: "Aigerim" })

  const listed = await holder("list", vault)
  expect(listed.json.result).toMatchObject({
    holders: [
      { label: "Daniyar", acting: true },
      { label: "Aigerim", acting: false, removedAt: null },
    ],
    freePlaces: 5,
  })
  expect((await holder("remove", vault, "Daniyar")).json.fault.code).toBe("holder-self")
  expect((await holder("remove", vault, "Aigerim")).json).toMatchObject({ result: { recoveryCodeRemains: true } })
  expect((await run(["vault", "info", vault, ...theirs, "--json"])).json.fault.code).toBe("wrong-passphrase")
  expect((await cli.inVault("audit", "verify")).json.result.passed).toBe(true)
})

test("a new recovery code opens, and the weak passphrase of a further person does not come to be", async () => {
  const { json } = await run(["vault", "recovery-code", vault, ...secret, "--json"])
  const codeFile = join(folder, "code.txt")
  writeFileSync(codeFile, json.result.recoveryCode as string)
  expect((await run(["vault", "info", vault, "--recovery-code-file", codeFile, "--json"])).json.ok).toBe(true)
  const weak = join(folder, "weak.txt")
  writeFileSync(weak, "password1")
  const refused = await holder("add", vault, "--name", "X", "--new-passphrase-file", weak)
  expect(refused.json.fault.code).toBe("passphrase-weak")
})
