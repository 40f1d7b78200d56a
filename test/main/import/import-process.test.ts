import { execFileSync, spawn } from "node:child_process"
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, expect, test } from "vitest"
import * as evidence from "../../../main/domain/evidence.ts"
import { sql } from "../../../main/vault/sql.ts"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import { blobsOnDisk } from "../../support/importing.ts"
import { disposeTestVault, makeTestVault } from "../../support/vault.ts"

const child = fileURLToPath(new URL("../../support/import-child.ts", import.meta.url))
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "import-process-"))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Runs the child with a small disk of its own mounted at `disk`; what it says, line by line. */
const onSmallDisk = (disk: string, sizeMebibytes: number, ...words: string[]): unknown[] => {
  const script = `mount -t tmpfs -o size=${sizeMebibytes}m tmpfs "$0" && mkdir "$0/state" && exec "$@"`
  const unshared = ["--map-root-user", "--mount", "sh", "-c", script, disk, process.execPath, child, ...words]
  const said = execFileSync("unshare", unshared, { encoding: "utf8" })
  return said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown) // prettier-ignore
}

test("a sparse file of 5 GiB does not fit on a small disk, and the next file does", () => {
  const [sparse, small, disk] = [join(root, "sparse.img"), join(root, "small.txt"), join(root, "disk")]
  mkdirSync(disk)
  writeFileSync(sparse, "")
  truncateSync(sparse, 5 * 1024 ** 3)
  writeFileSync(small, "small")
  expect(onSmallDisk(disk, 160, "import", disk, sparse, small)).toEqual([
    { "sparse.img": "disk-full" },
    { "small.txt": "imported" },
    { passed: true, blobs: 1 },
  ])
})

test("a disk that another program fills in the middle costs that file only", () => {
  const [large, small, disk] = [join(root, "large.bin"), join(root, "small.txt"), join(root, "disk")]
  mkdirSync(disk)
  writeFileSync(large, Buffer.alloc(64 * 1024 * 1024, 5))
  writeFileSync(small, "small")
  expect(onSmallDisk(disk, 240, "fill", disk, large, small, large)).toEqual([
    { "large.bin": "disk-full" },
    { "small.txt": "imported" },
    { "large.bin": "imported" },
    { passed: true, blobs: 2 },
  ])
})

test("a file that this user may not read is named, and others are read", () => {
  const folder = join(root, "in")
  mkdirSync(folder)
  for (const name of ["closed.txt", "open.txt"]) writeFileSync(join(folder, name), name)
  mkdirSync(join(folder, "locked"))
  for (const name of ["closed.txt", "locked"]) chmodSync(join(folder, name), 0o000)
  chmodSync(root, 0o755)
  // Root reads everything, so it steps down to nobody.
  const stepDown = process.getuid?.() === 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : ["env"]
  const [command, ...rest] = [...stepDown, process.execPath, child, "open", folder]
  const said = execFileSync(command, rest, { encoding: "utf8" }).trim().split("\n")
  expect(said.map((line) => JSON.parse(line) as unknown)).toEqual([
    { name: "locked", fault: "file-unreadable" },
    { name: "closed.txt", fault: "file-unreadable" },
    { name: "open.txt", fault: "opened" },
  ])
})

/** Kills the child so many milliseconds after its first acknowledged batch; the last count it gave. */
const killAfter = async (made: { root: string }, source: string, waitMs: number): Promise<number> => {
  const running = spawn(process.execPath, [child, "kill", made.root, source], { stdio: ["ignore", "pipe", "inherit"] })
  let kept = 0
  for await (const line of createInterface({ input: running.stdout })) {
    const said: unknown = JSON.parse(line)
    if (typeof said !== "number") continue
    if (kept === 0) setTimeout(() => running.kill("SIGKILL"), waitMs)
    kept = said
  }
  return kept
}

test.each([0, 40, 170])(
  "killed %i ms after a batch, what was acknowledged is there and nothing is half",
  async (waitMs) => {
    const source = join(root, "in")
    mkdirSync(source)
    for (let index = 0; index < 1500; index += 1)
      writeFileSync(join(source, `${index}.txt`), `file ${index} `.repeat(400))
    const made = await makeTestVault("killed")
    await made.vault.close()
    const kept = await killAfter(made, source, waitMs)
    const { vault } = await made.reopen()
    const ids = vault.read((tx) => tx.all(sql`SELECT id FROM evidence`)).map((row) => row["id"] as EvidenceId)
    expect(ids.length).toBeGreaterThanOrEqual(Math.max(1, kept))
    for (const id of ids.slice(-300)) await vault.blobs.verify(vault.read((tx) => evidence.storedFile(tx, id)).blob)
    // Those that no record names were set aside at unlock.
    expect(await blobsOnDisk(vault)).toHaveLength(ids.length)
    for (const table of [sql`custody`, sql`jobs`, sql`evidence_reading`])
      expect(vault.read((tx) => tx.one(sql`SELECT count(*) AS n FROM ${table}`))).toEqual({ n: ids.length })
    expect(await vault.auditVerify()).toMatchObject({ passed: true })
    await disposeTestVault({ vault, root: made.root })
  },
)
