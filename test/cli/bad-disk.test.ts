/*
 * Disks that are full or gone, and programs that are ended with force, through the command line.
 * Proven elsewhere: kills of an import and of any write (test/main/import/import-process, test/main/vault/kill), a disk
 * that another program fills in the middle (import-process), a database that can grow no more (test/main/vault/disk-full).
 */
import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeTestCli } from "../support/cli.ts"

const launcher = fileURLToPath(new URL("../support/cli-launcher.ts", import.meta.url))
const cli = makeTestCli()
const { run, inVault, secret, vault, folder } = cli
const large = Buffer.alloc(48 * 1024 * 1024, "what they took from the office; ")
afterAll(() => cli.dispose())

beforeAll(async () => {
  await cli.create()
  await inVault("case", "add", "Search")
  writeFileSync(join(folder, "large.bin"), large)
  writeFileSync(join(folder, "small.txt"), "What they said.")
  expect(await inVault("evidence", "import", "large.bin", "small.txt")).toMatchObject({ code: 0 })
})

/** Commands one after the other with a small disk at `disk`, and what each printed; the disk goes with the last one. */
const onSmallDisk = (disk: string, sizeMebibytes: number, ...commands: (readonly string[])[]) => {
  const files = commands.map((_, index) => join(folder, `said-${index}`))
  const lines = commands.map((words, index) => {
    const [program, ...rest] = words[0] === "sh" ? words : [process.execPath, launcher, join(folder, "state"), ...words]
    const quoted = [program, ...rest].map((word) => `'${String(word)}'`).join(" ")
    return `${quoted} > '${files[index] ?? ""}' 2>/dev/null; echo $?`
  })
  const script = [`mount -t tmpfs -o size=${sizeMebibytes}m tmpfs '${disk}'`, ...lines].join("\n")
  const said = execFileSync("unshare", ["--map-root-user", "--mount", "sh", "-c", script], { encoding: "utf8" })
  const codes = said.trim().split("\n").map(Number)
  return codes.map((code, index) => {
    const out = readFileSync(files[index] ?? "", "utf8")
    return { code, out, json: out.startsWith("{") ? JSON.parse(out) : undefined }
  })
}

test("a sparse file of 5 GiB does not fit a small disk; the small one comes in, and the vault holds", () => {
  const disk = join(folder, "disk-1")
  mkdirSync(disk)
  writeFileSync(join(folder, "sparse.img"), "")
  truncateSync(join(folder, "sparse.img"), 5 * 1024 ** 3)
  const inDisk = ["--vault", join(disk, "vault"), ...secret, "--json"]
  const [, , imported, verified, listed] = onSmallDisk(
    disk,
    160,
    ["vault", "create", join(disk, "vault"), ...secret],
    ["case", "add", "Search", ...inDisk],
    ["evidence", "import", join(folder, "sparse.img"), join(folder, "small.txt"), ...inDisk],
    ["vault", "verify", join(disk, "vault"), ...secret, "--json"],
    ["evidence", "list", ...inDisk],
  )
  expect([imported?.code, imported?.json.fault.code]).toEqual([1, "disk-full"])
  expect(imported?.json.fault.message).toContain("What was saved before is safe")
  expect(imported?.json.result).toMatchObject({ imported: 1, failed: 1 })
  expect([verified?.code, listed?.json.result.total]).toEqual([0, 1])
})

test("on a disk without a free byte a vault still opens and verifies; writing is refused, and works once there is room", () => {
  const disk = join(folder, "disk-2")
  mkdirSync(disk)
  const inDisk = ["--vault", join(disk, "vault"), ...secret, "--json"]
  const [, , , refused, second, verified, listed, , freed] = onSmallDisk(
    disk,
    40,
    ["vault", "create", join(disk, "vault"), ...secret],
    ["case", "add", "Before", ...inDisk],
    ["sh", "-c", `dd if=/dev/zero of=${join(disk, "filler")} bs=64k`],
    ["case", "add", "Without room", ...inDisk],
    ["vault", "create", join(disk, "second"), ...secret, "--json"],
    ["vault", "verify", join(disk, "vault"), ...secret, "--json"],
    ["case", "list", ...inDisk],
    ["sh", "-c", `rm ${join(disk, "filler")}; ls -A ${disk}`],
    ["case", "add", "After", ...inDisk],
  )
  expect([refused?.code, refused?.json.fault.code]).toEqual([1, "disk-full"])
  expect([second?.code, second?.json.fault.code]).toEqual([1, "disk-full"])
  expect(verified?.code).toBe(0)
  expect(listed?.json.result.cases.map((one: { title: string }) => one.title)).toEqual(["Before"])
  expect(freed?.code).toBe(0)
})

test("an original that does not fit where it should go leaves nothing there, and the vault stays as it was", () => {
  const disk = join(folder, "disk-3")
  mkdirSync(disk)
  const [exported, left] = onSmallDisk(
    disk,
    8,
    ["evidence", "export", "large.bin", "--to", disk, "--vault", vault, ...secret, "--json"],
    ["sh", "-c", `ls -A ${disk}`],
  )
  expect([exported?.code, exported?.json.fault.code]).toEqual([1, "disk-full"])
  expect(left?.out).toBe("")
})

test("a folder that is not there, or is a file, is named before any work is done", async () => {
  writeFileSync(join(folder, "words.txt"), "Sarsenova\n")
  const commands = [
    ["redact", "file", "small.txt", "--terms", "words.txt", "--to", "nowhere/out.pdf"],
    ["evidence", "export", "small.txt", "--to", "nowhere/out.txt", "--vault", vault, ...secret],
    ["dossier", "verify", "nowhere"],
  ]
  for (const words of commands) {
    const { code, json } = await run([...words, "--json"])
    expect([code, json.fault.code, json.fault.message]).toEqual([1, "not-found", expect.stringContaining("no folder")])
  }
  const stranger = await run(["dossier", "verify", vault, "--json"])
  expect([stranger.code, stranger.json.fault.code]).toEqual([1, "not-a-dossier"])
  expect(existsSync(join(folder, "nowhere"))).toBe(false)
})

/** Names in `place` while an export into it is ended with force, as soon as it has begun to write. */
const killExport = async (place: string): Promise<string[]> => {
  const words = ["evidence", "export", "large.bin", "--to", place, "--vault", vault, ...secret]
  const child = spawn(process.execPath, [launcher, join(folder, "state"), ...words], { stdio: "ignore" })
  const ended = once(child, "exit")
  while (child.exitCode === null && readdirSync(place).length === 0) await new Promise((next) => setImmediate(next))
  child.kill("SIGKILL")
  await ended
  return readdirSync(place)
}

test("an export ended with force has no half file under its name, shows what it left, and the next one clears it", async () => {
  const place = join(folder, "for-court")
  mkdirSync(place)
  for (const name of await killExport(place)) {
    // Whole where the kill came late; else under a name that says what it is, and that no folder view hides.
    if (name === "large.bin") expect(readFileSync(join(place, name)).equals(large)).toBe(true)
    else expect(name).toBe("large.bin.saqta-partial")
  }
  rmSync(join(place, "large.bin"), { force: true })
  const again = await inVault("evidence", "export", "large.bin", "--to", place)
  expect([again.code, again.json.fault]).toEqual([0, undefined])
  expect(readdirSync(place)).toEqual(["large.bin"])
  expect(readFileSync(join(place, "large.bin")).equals(large)).toBe(true)
  expect(await run(["vault", "verify", vault, ...secret, "--json"])).toMatchObject({ code: 0 })
})

test("an import ended with force leaves only whole items, and can be done again", async () => {
  const source = join(folder, "many")
  mkdirSync(source)
  for (let index = 0; index < 400; index += 1) writeFileSync(join(source, `${index}.txt`), `file ${index} `.repeat(200))
  const words = ["evidence", "import", source, "--vault", vault, ...secret, "--json"]
  const sealed = (): number =>
    readdirSync(join(vault, "blobs"), { recursive: true, encoding: "utf8" }).filter((name) => name.length > 1).length
  const before = sealed()
  const child = spawn(process.execPath, [launcher, join(folder, "state"), ...words], { stdio: "ignore" })
  const ended = once(child, "exit")
  while (child.exitCode === null && sealed() < before + 40) await new Promise((next) => setTimeout(next, 2))
  child.kill("SIGKILL")
  await ended
  const { code, json } = await run(["vault", "verify", vault, ...secret, "--json"])
  expect([code, json.result.passed]).toEqual([0, true])
  const { total } = (await inVault("evidence", "list")).json.result
  expect(sealed()).toBe(total)
  const again = await inVault("evidence", "import", source)
  expect(again.json.result).toMatchObject({ imported: 400 - (total - 2), duplicates: total - 2, failed: 0 })
})
