import { readdirSync, statSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../../support/cli.ts"
import { testPassphrase } from "../../support/engine.ts"

const cli = makeTestCli()
const { run, vault, folder, secret } = cli
beforeAll(() => cli.create())
afterAll(() => cli.dispose())

const info = (words: readonly string[], parts = {}) => run(["vault", "info", vault, "--json", ...words], parts)

test("a passphrase is read from standard input", async () => {
  const stdin = (text: string) => ({ readStdin: () => Promise.resolve(new TextEncoder().encode(text)) })
  expect((await info(["--passphrase-file", "-"], stdin(`${testPassphrase}\n`))).code).toBe(0)
  expect((await info(["--passphrase-file=-"], stdin(testPassphrase))).code).toBe(0)
  expect((await info(["--passphrase-file", "-"], stdin("wrong"))).json.fault.code).toBe("wrong-passphrase")
})

test("a passphrase is asked for, twice when it is new", async () => {
  const asked: string[] = []
  const ask = (prompt: string) => {
    asked.push(prompt)
    return Promise.resolve(testPassphrase)
  }
  expect((await info([], { ask })).code).toBe(0)
  expect((await run(["vault", "create", "asked"], { ask })).code).toBe(0)
  expect(asked).toEqual(["Passphrase: ", "New passphrase: ", "New passphrase, again: "])
})

test("two new passphrases that differ make no vault", async () => {
  let count = 0
  const ask = () => Promise.resolve(`${testPassphrase} ${count++}`)
  expect(await run(["vault", "create", "never"], { ask })).toMatchObject({ code: 2 })
  expect(readdirSync(folder)).not.toContain("never")
})

test("without a terminal and without a file nothing is asked: exit 2", async () => {
  const { code, json } = await info([])
  expect(code).toBe(2)
  expect(json.fault.message).toContain("--passphrase-file")
})

test.each(["--passphrase", "--passphrase=canary", "--password", "--recovery-code"])(
  "%s is refused, and what stands behind it is not repeated",
  async (option) => {
    const ended = await info([option, "canary"])
    expect(ended.code).toBe(2)
    expect(ended.json).toMatchObject({ ok: false, fault: { code: "usage" } })
    expect(ended.out + ended.err).not.toContain("canary")
  },
)

test("a weak passphrase makes no vault", async () => {
  const weak = join(folder, "weak.txt")
  writeFileSync(weak, "алматы2017")
  const { code, json } = await run(["vault", "create", "weak", "--passphrase-file", weak, "--json"])
  expect([code, json.fault.code]).toEqual([1, "passphrase-weak"])
})

test("a passphrase file of two lines, of none, or missing is a fault", async () => {
  const file = join(folder, "odd.txt")
  writeFileSync(file, "one\ntwo\n")
  expect((await info(["--passphrase-file", file])).json.fault.code).toBe("bad-input")
  writeFileSync(file, "\r\n")
  expect((await info(["--passphrase-file", file])).json.fault.code).toBe("bad-input")
  expect((await info(["--passphrase-file", join(folder, "no.txt")])).json.fault.code).toBe("not-found")
})

test("changing the passphrase shuts the old one out", async () => {
  await run(["vault", "create", "changing", ...secret])
  const next = join(folder, "next.txt")
  writeFileSync(next, "copper window little harbour seventeen moss")
  const changed = await run(["vault", "passphrase", "changing", ...secret, "--new-passphrase-file", next, "--json"])
  expect(changed.json).toEqual({ ok: true, result: {} })
  expect((await run(["vault", "info", "changing", ...secret, "--json"])).json.fault.code).toBe("wrong-passphrase")
  expect((await run(["vault", "info", "changing", "--passphrase-file", next])).code).toBe(0)
})

test("a damaged vault ends with 3, and so does a failed verification", async () => {
  await run(["vault", "create", "damaged", ...secret])
  const database = join(
    folder,
    "damaged",
    readdirSync(join(folder, "damaged")).find((name) => name.endsWith(".db")) ?? "",
  )
  truncateSync(database, statSync(database).size >> 1)
  expect((await run(["vault", "info", "damaged", ...secret, "--json"])).code).toBe(3)
  // A single flip may fall into a slot that nobody uses, and then opens nothing wrong: both copies go whole.
  for (const name of ["header.a", "header.b"]) writeFileSync(join(folder, "damaged", name), "no header")
  const header = await run(["vault", "info", "damaged", ...secret, "--json"])
  expect([header.code, header.json.fault.code]).toEqual([3, "header-damaged"])
})
