/*
 * Files that are strange, hostile or gone, through the command line.
 * Proven elsewhere: files that grow, are swapped or cut off while read (test/main/import/pipeline), every way of writing
 * names (test/main/import/names), readings that fail in the queue (test/main/import/reader), bombs in every parser
 * (test/main/workers).
 */
import { execFileSync } from "node:child_process"
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { hostileFiles } from "../support/hostile-files.ts"
import { makeTestCli } from "../support/cli.ts"
import { makeTestPool } from "../support/parser-pool.ts"

const pool = makeTestPool()
// Each run closes its engine, and the engine its parsers; these serve all runs.
const cli = makeTestCli({ ...pool, close: () => Promise.resolve() })
const { run, inVault, secret, vault, folder } = cli
afterAll(async () => {
  await pool.close()
  cli.dispose()
})

beforeAll(async () => {
  await cli.create()
  await inVault("case", "add", "Search")
})

const rtlMark = "\u202e"
const longName = `${"н".repeat(125)}.txt`

/** A folder with one of everything that is no honest file, and some that are. */
const makeOddFolder = (): string => {
  const odd = join(folder, "odd")
  mkdirSync(join(odd, "inner"), { recursive: true })
  const write = (name: string | Buffer, content = `content of ${name.toString()}`) =>
    writeFileSync(Buffer.concat([Buffer.from(`${odd}/`), Buffer.from(name)]), content)
  write("good.txt")
  write("empty.txt", "")
  write("two\nlines.txt")
  write(`turned${rtlMark}gpj.exe`)
  write(Buffer.from([0x62, 0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74]))
  write(longName)
  execFileSync("mkfifo", [join(odd, "pipe")])
  symlinkSync("/dev/zero", join(odd, "device"))
  symlinkSync("good.txt", join(odd, "link.txt"))
  symlinkSync("..", join(odd, "inner", "up"))
  symlinkSync("round", join(odd, "round"))
  return odd
}

test("of a folder with one of everything the good files come in, and each other one has its reason", async () => {
  const odd = makeOddFolder()
  const { code, json } = await inVault("evidence", "import", odd)
  expect([code, json.fault.code, json.fault.detail]).toEqual([1, "some-failed", { failed: 6, of: 11 }])
  const ended = Object.fromEntries(
    json.result.outcomes.map(({ name, outcome, fault }: Record<string, string>) => [name, fault ?? outcome]),
  )
  expect(ended).toEqual({
    "odd/good.txt": "imported",
    "odd/two\\nlines.txt": "imported",
    "odd/turned\\u{202e}gpj.exe": "imported",
    "odd/b\\xff\\xfe.txt": "imported",
    [`odd/${longName}`]: "imported",
    "odd/empty.txt": "file-empty",
    "odd/pipe": "not-a-regular-file",
    "odd/device": "not-a-regular-file",
    "odd/link.txt": "not-a-regular-file",
    "odd/inner/up": "link-loop",
    "odd/round": "link-loop",
  })
  expect(await run(["vault", "verify", vault, ...secret, "--json"])).toMatchObject({ code: 0 })
})

test("for people every failed file is a line, every reason a sentence, and nothing steers the terminal", async () => {
  const { code, out, err } = await run(["evidence", "import", "odd", "--vault", vault, ...secret])
  expect(code).toBe(1)
  expect(out).toContain("0 imported · 5 already here · 6 failed")
  expect(out).toContain("\nlink-loop (2): ")
  expect(out).toContain("add the file that it leads to")
  expect(out).toContain("nothing to keep")
  expect(err).toContain("Everything else was kept")
  expect(out.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/)
  const { json } = await inVault("evidence", "export", "E-001", "--to", "odd")
  expect(readFileSync(json.result.file, "utf8")).toMatch(/^content of /)
})

test("one reason alone is the fault itself; a name that is not there says so; an empty folder is no failure", async () => {
  const gone = await inVault("evidence", "import", "odd/no such file.pdf")
  expect([gone.code, gone.json.fault.code]).toEqual([1, "file-vanished"])
  expect(gone.json.fault.message).toContain("not there")
  mkdirSync(join(folder, "nothing"))
  const nothing = await run(["evidence", "import", "nothing", "--vault", vault, ...secret])
  expect([nothing.code, nothing.out]).toEqual([0, "There were no files there. Nothing was taken in.\n"])
})

test("what this user may not read is named, and the rest comes in", () => {
  const closed = join(folder, "closed")
  mkdirSync(join(closed, "locked"), { recursive: true })
  for (const name of ["open.txt", "shut.txt"]) writeFileSync(join(closed, name), name)
  for (const name of ["shut.txt", "locked"]) chmodSync(join(closed, name), 0)
  const home = join(folder, "nobody")
  mkdirSync(home, { mode: 0o777 })
  for (const path of [folder, home]) chmodSync(path, 0o777)
  chmodSync(cli.passphraseFile, 0o644)
  // Root reads everything, so it steps down to nobody.
  const stepDown = process.getuid?.() === 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : ["env"]
  const launcher = fileURLToPath(new URL("../support/cli-launcher.ts", import.meta.url))
  const saqta = (...words: string[]): string => {
    const script = 'out=$("$@"); code=$?; printf "%s" "$out"; exit $(( code == 1 ? 0 : code ))'
    const all = [
      "sh",
      "-c",
      script,
      "sh",
      process.execPath,
      launcher,
      join(home, "state"),
      ...words,
      ...secret,
      "--json",
    ]
    const [command = "", ...rest] = [...stepDown, ...all]
    return execFileSync(command, rest, { encoding: "utf8", env: { HOME: home, PATH: process.env["PATH"] } })
  }
  saqta("vault", "create", join(home, "vault"))
  saqta("case", "add", "Search", "--vault", join(home, "vault"))
  const { fault, result } = JSON.parse(saqta("evidence", "import", closed, "--vault", join(home, "vault")))
  expect(fault).toMatchObject({ code: "file-unreadable", detail: { failed: 2, of: 3 } })
  expect(result.outcomes.map(({ name, fault: why }: Record<string, string>) => [name, why])).toEqual([
    ["closed/locked", "file-unreadable"],
    ["closed/shut.txt", "file-unreadable"],
    ["closed/open.txt", null],
  ])
})

test.each(Object.entries(hostileFiles))("%s is not redacted, says why, and leaves nothing", async (name, hostile) => {
  writeFileSync(join(folder, name), hostile.bytes())
  writeFileSync(join(folder, "words.txt"), "Sarsenova\n")
  const { code, json } = await run(["redact", "file", name, "--terms", "words.txt", "--to", "out.pdf", "--json"])
  expect([code, json.fault.code]).toEqual([1, hostile.fault])
  expect(json.fault.message.length).toBeGreaterThan(40)
  expect(existsSync(join(folder, "out.pdf"))).toBe(false)
  expect(readdirSync(folder).filter((one) => one.includes("partial"))).toEqual([])
})

test("hostile files are kept as evidence, unchanged, whatever a parser thinks of them", async () => {
  const names = Object.keys(hostileFiles).filter((name) => name !== "empty.pdf")
  const { code, json } = await inVault("evidence", "import", ...names)
  expect([code, json.result.imported]).toEqual([0, names.length])
  const { reference } = json.result.outcomes.find((one: { name: string }) => one.name === "huge-picture.png")
  const exported = await inVault("evidence", "export", reference, "--to", "back.png")
  expect(exported.code).toBe(0)
  expect(readFileSync(join(folder, "back.png")).equals(readFileSync(join(folder, "huge-picture.png")))).toBe(true)
})
