/*
 * Vaults that are hurt, strange or taken, through the command line: code, exit status, and what is there afterwards.
 * Proven elsewhere: every flipped byte (test/main/vault/damage, keyring, blobs), newer, stale and forged headers, older
 * copies (test/main/vault/vault, keyring), a wrong passphrase's words (test/main/cli/process).
 */
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { openDatabase } from "../../main/vault/db.ts"
import { unlockHeader } from "../../main/vault/keyring.ts"
import { newestVersion } from "../../main/vault/migrate.ts"
import { makeTestCli } from "../support/cli.ts"
import { testPassphrase } from "../support/engine.ts"

const cli = makeTestCli()
const { run, inVault, secret, vault, folder } = cli
const good = join(folder, "good")
afterAll(() => cli.dispose())

beforeAll(async () => {
  await cli.create()
  await inVault("case", "add", "Search")
  for (const name of ["one.txt", "two.txt"]) writeFileSync(join(folder, name), `What ${name} says.`)
  expect(await inVault("evidence", "import", "one.txt", "two.txt")).toMatchObject({ code: 0 })
  cpSync(vault, good, { recursive: true })
})
beforeEach(() => {
  rmSync(vault, { recursive: true })
  cpSync(good, vault, { recursive: true })
})

const contents = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(vault, { recursive: true, withFileTypes: true, encoding: "utf8" })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [path, readFileSync(path).toString("base64")]
      }),
  )
const spoil = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 0x55
  writeFileSync(path, bytes)
}
const blobPaths = (): string[] =>
  readdirSync(join(vault, "blobs"), { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const listed = async (): Promise<number> => (await inVault("evidence", "list")).json.result.total
const sayings = async (): Promise<(string | number)[]> => {
  const ended: (string | number)[] = []
  for (const reference of ["E-001", "E-002"]) {
    const to = join(folder, `out-${reference}`)
    const { code, json } = await inVault("evidence", "export", reference, "--to", to)
    ended.push(code === 0 ? readFileSync(to, "utf8") : json.fault.code, code)
    // Nothing half there: a failed export leaves no file under any name.
    expect(existsSync(to)).toBe(code === 0)
    rmSync(to, { force: true })
  }
  expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([])
  return ended
}
const whole = ["What one.txt says.", 0, "What two.txt says.", 0]

test("a wrong passphrase changes nothing in the vault's folder", async () => {
  const wrong = join(folder, "wrong.txt")
  writeFileSync(wrong, "another passphrase entirely")
  const before = contents()
  const { code, json } = await run(["case", "list", "--vault", vault, "--passphrase-file", wrong, "--json"])
  expect([code, json.fault.code]).toEqual([1, "wrong-passphrase"])
  expect(contents()).toEqual(before)
})

test.each(["header.a", "header.b"])("with %s damaged or gone the vault opens, mends it and says so", async (name) => {
  for (const hurt of [() => spoil(join(vault, name), 700), () => rmSync(join(vault, name))]) {
    hurt()
    const { code, json, err } = await inVault("evidence", "list")
    expect([code, json.result.total]).toEqual([0, 2])
    expect(err).toContain("repaired from the other")
    expect(readFileSync(join(vault, name)).equals(readFileSync(join(good, name)))).toBe(true)
  }
})

test.each([
  ["damaged", () => ["header.a", "header.b"].map((name) => writeFileSync(join(vault, name), "no header"))],
  ["gone", () => ["header.a", "header.b"].map((name) => rmSync(join(vault, name)))],
])("with both headers %s it says so, and one put back opens everything", async (_, hurt) => {
  hurt()
  const { code, json } = await inVault("case", "list")
  expect([code, json.fault.code]).toEqual([3, "header-damaged"])
  expect(json.fault.message).toContain("The evidence itself was not touched")
  cpSync(join(good, "header.b"), join(vault, "header.b"))
  expect(await sayings()).toEqual(whole)
})

test("a folder without a vault is called that, and stays empty", async () => {
  const { code, json } = await run(["vault", "info", folder, ...secret, "--json"])
  expect([code, json.fault.code]).toEqual([1, "not-a-vault"])
})

test("a database of a newer program is refused and left as it is", async () => {
  const { keys } = await unlockHeader(vault, { kind: "passphrase", passphrase: testPassphrase })
  const db = openDatabase(join(vault, "vault.db"), keys.databaseKey, { create: false })
  db.pragma(`user_version = ${newestVersion + 1}`)
  db.close()
  const before = contents()
  const { code, json } = await inVault("case", "list")
  expect([code, json.fault.code]).toEqual([1, "vault-newer"])
  expect(contents()).toEqual(before)
})

test.each([
  ["missing", "blob-missing", (path: string) => rmSync(path)],
  ["damaged", "blob-damaged", (path: string) => spoil(path, 200)],
  ["cut short", "blob-damaged", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 300))],
])("with a sealed file %s, that item is named and the others are whole", async (_, fault, hurt) => {
  hurt(blobPaths()[0] ?? "")
  expect(await listed()).toBe(2)
  const ended = await sayings()
  expect(ended).toContain(fault)
  expect(ended.filter((end) => typeof end === "string" && end.startsWith("What"))).toHaveLength(1)
  expect(ended).toContain(3)
  const verified = await run(["vault", "verify", vault, ...secret])
  expect(verified.code).toBe(3)
  expect(verified.out).toMatch(new RegExp(`${fault} evidence \\S+  E-00[12]  (one|two)\\.txt\n`))
  cpSync(join(good, "blobs"), join(vault, "blobs"), { recursive: true })
  expect(await sayings()).toEqual(whole)
})

test("a damaged database is named, nothing is written, and the copy put back opens", async () => {
  for (const at of [100, 4096 * 3 + 9]) spoil(join(vault, "vault.db"), at)
  const before = contents()
  const { code, json } = await inVault("case", "list")
  expect([code, json.fault.code]).toEqual([3, "database-damaged"])
  expect(contents()).toEqual(before)
  cpSync(join(good, "vault.db"), join(vault, "vault.db"))
  expect(await sayings()).toEqual(whole)
})

test("while one program has the vault open, another is told so, and neither loses anything", async () => {
  const launcher = fileURLToPath(new URL("../support/cli-launcher.ts", import.meta.url))
  const words = ["case", "add", "From the second", "--vault", vault, ...secret, "--json"]
  let second: { status: number | null; code: string } | undefined
  const first = await run(["case", "add", "-", "--vault", vault, "--passphrase-file", cli.passphraseFile, "--json"], {
    // The vault is open once the command's own call has come: the answer is printed before it closes.
    out: (text) => {
      const { status, stdout } = spawnSync(process.execPath, [launcher, join(folder, "state"), ...words], {
        encoding: "utf8",
      })
      second = { status, code: JSON.parse(stdout).fault?.code ?? "done" }
      expect(text).toContain('"ok":true')
    },
  })
  expect(first.code).toBe(0)
  expect(second).toEqual({ status: 1, code: "vault-in-use" })
  const { json } = await inVault("case", "list")
  expect(json.result.cases.map((one: { title: string }) => one.title).toSorted()).toEqual(["-", "Search"])
  expect(await run(["vault", "verify", vault, ...secret, "--json"])).toMatchObject({ code: 0 })
})
