import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { readFile, stat, truncate, utimes } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import * as custody from "../../../main/domain/custody.ts"
import * as evidence from "../../../main/domain/evidence.ts"
import * as readingQueue from "../../../main/domain/reading-queue.ts"
import { countOutcomes } from "../../../main/import/outcomes.ts"
import { sql } from "../../../main/vault/sql.ts"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import { addCase } from "../../support/evidence.ts"
import { blobsOnDisk, endings, importPaths, recordsOf } from "../../support/importing.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { disposeTestVault, makeTestVault, type TestVault } from "../../support/vault.ts"

const parsers = makeTestPool()
let made: TestVault
let caseId: string
let root: string
beforeAll(async () => {
  made = await makeTestVault("import")
})
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "import-"))
  caseId = addCase(made.vault, "Files")
})
afterEach(() => rmSync(root, { recursive: true, force: true }))
afterAll(async () => {
  await parsers.close()
  await disposeTestVault(made)
})

const parts = () => ({ vault: made.vault, parsers, random: made.random, clock: made.clock })
const file = (name: string, content: string | Uint8Array = `content of ${name}`): string => {
  mkdirSync(join(root, name, ".."), { recursive: true })
  writeFileSync(join(root, name), content)
  return join(root, name)
}
const mebibytes = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024, 7)

test("a file becomes evidence with its kind, its name, its folder, its date and its hash", async () => {
  const path = file("дело/суд/решение.bin", "%PDF-1.4\n%…")
  await utimes(path, new Date("2017-03-04T05:06:07.000Z"), new Date("2017-03-04T05:06:07.000Z"))
  const [record] = recordsOf(made.vault, await importPaths(parts(), caseId, [join(root, "дело")]))
  expect(record).toMatchObject({
    reference: "E-001",
    title: "решение.bin",
    kind: "pdf",
    mediaType: "application/pdf",
    originalName: "решение.bin",
    originalFolder: "дело/суд",
    fileModifiedAt: "2017-03-04T05:06:07.000Z",
    provenance: { receivedFrom: "Ерлан", receivedOn: "2017-03-12", how: "by hand" },
    reading: { state: "waiting" },
    sha256: createHash("sha256").update("%PDF-1.4\n%…").digest("hex"),
  })
})

test("the sealed content is the file's, whatever its size", async () => {
  const contents = [mebibytes(3), Buffer.from("small"), Buffer.alloc(65_536, 1), Buffer.alloc(1_048_577, 2)]
  contents.forEach((content, index) => file(`in/${index}`, content))
  const records = recordsOf(made.vault, await importPaths(parts(), caseId, [join(root, "in")]))
  expect(records).toHaveLength(4)
  for (const [index, { id }] of records.entries()) {
    const { blob } = made.vault.read((tx) => evidence.storedFile(tx, id))
    expect(Buffer.compare(await made.vault.blobs.readAll(blob, 1e9), contents[index]!)).toBe(0)
  }
})

test("custody, audit and the reading queue know of a file from the moment that it is evidence", async () => {
  const [{ evidenceId } = { evidenceId: null }] = await importPaths(parts(), caseId, [file("a.txt")])
  const id = evidenceId as EvidenceId
  expect(made.vault.read((tx) => custody.ofEvidence(tx, id))).toMatchObject([{ verb: "received", from: "Ерлан" }])
  expect(made.vault.auditLog({ offset: 0, limit: 5, subjectId: id }).entries).toMatchObject([
    { verb: "evidence.received", rows: 2 },
  ])
  const job = made.vault.read((tx) => tx.one(sql`SELECT state FROM jobs WHERE evidence_id = ${id}`))
  expect(job).toEqual({ state: "queued" })
  expect(made.vault.read(readingQueue.count)).toBeGreaterThan(0)
})

test("the original is left as it was", async () => {
  const path = file("a.txt", "untouched")
  const before = await stat(path, { bigint: true })
  await importPaths(parts(), caseId, [path])
  const after = await stat(path, { bigint: true })
  expect([after.mtimeNs, after.ctimeNs, after.mode]).toEqual([before.mtimeNs, before.ctimeNs, before.mode])
  expect(await readFile(path, "utf8")).toBe("untouched")
})

test("the same content comes in once per case, and is said to be there already", async () => {
  file("in/a.txt", "the same")
  file("in/b.txt", "the same")
  const first = await importPaths(parts(), caseId, [join(root, "in")])
  expect(endings(first)).toEqual({ "in/a.txt": "imported", "in/b.txt": "duplicate" })
  expect(first[1]).toMatchObject({ evidenceId: first[0]?.evidenceId, reference: "E-001" })
  const blobs = await blobsOnDisk(made.vault)
  expect(endings(await importPaths(parts(), caseId, [file("c.txt", "the same")]))).toEqual({ "c.txt": "duplicate" })
  expect(await blobsOnDisk(made.vault)).toEqual(blobs)
  const other = addCase(made.vault, "Another case")
  expect(endings(await importPaths(parts(), other, [join(root, "c.txt")]))).toEqual({ "c.txt": "imported" })
})

test("one bad file of each kind fails with its own fault, and the good ones come in", async () => {
  file("in/good-1.txt")
  file("in/empty.txt", "")
  file("in/vanishing.txt")
  symlinkSync("good-1.txt", join(root, "in/link"))
  symlinkSync("..", join(root, "in/loop"))
  execFileSync("mkfifo", [join(root, "in/pipe")])
  writeFileSync(Buffer.concat([Buffer.from(join(root, "in/")), Buffer.from([0xff])]), "name of no text")
  file(`in/${"ж".repeat(127)}`)
  file("in/line\nbreak")
  file("in/zzz-good-2.txt")
  const outcomes = await importPaths(parts(), caseId, [join(root, "in"), "/dev/zero", join(root, "never")], {
    progress: { step: (step) => step === "sealing" && rmSync(join(root, "in/vanishing.txt")) },
  })
  expect(endings(outcomes)).toEqual({
    "in/good-1.txt": "imported",
    "in/empty.txt": "file-empty",
    "in/vanishing.txt": "file-vanished",
    "in/link": "not-a-regular-file",
    "in/loop": "link-loop",
    "in/pipe": "not-a-regular-file",
    "in/\\xff": "imported",
    [`in/${"ж".repeat(127)}`]: "imported",
    "in/line\\nbreak": "imported",
    "in/zzz-good-2.txt": "imported",
    zero: "not-a-regular-file",
    never: "file-vanished",
  })
  expect(countOutcomes(outcomes)).toEqual({ imported: 5, duplicate: 0, failed: 7, cancelled: 0 })
})

test("a file swapped for a pipe, a link or another file after it was found is refused, and nobody waits for it", async () => {
  file("in/a.txt")
  file("in/b.txt")
  file("in/c.txt")
  const outcomes = await importPaths(parts(), caseId, [join(root, "in")], {
    progress: {
      step: (step) => {
        if (step !== "sealing") return
        rmSync(join(root, "in/a.txt"))
        execFileSync("mkfifo", [join(root, "in/a.txt")])
        rmSync(join(root, "in/b.txt"))
        symlinkSync("/etc/hostname", join(root, "in/b.txt"))
        renameSync(file("another.txt"), join(root, "in/c.txt"))
      },
    },
  })
  expect(endings(outcomes)).toEqual({
    "in/a.txt": "not-a-regular-file",
    "in/b.txt": "not-a-regular-file",
    "in/c.txt": "file-changed",
  })
})

test("a file that grows while it is read is not taken in, and leaves nothing behind", async () => {
  const path = file("growing.log", mebibytes(24))
  const before = await blobsOnDisk(made.vault)
  let grown = false
  const outcomes = await importPaths(parts(), caseId, [path], {
    progress: {
      fraction: () => {
        if (!grown) appendFileSync(path, "one line more")
        grown = true
      },
    },
  })
  expect(grown).toBe(true)
  expect(endings(outcomes)).toEqual({ "growing.log": "file-changed" })
  expect(await blobsOnDisk(made.vault)).toEqual(before)
  expect(endings(await importPaths(parts(), caseId, [path]))).toEqual({ "growing.log": "imported" })
})

test("a file that would not fit is refused before a byte is written, even when it is sparse", async () => {
  const path = file("sparse.img", "")
  await truncate(path, 2 ** 43)
  expect(endings(await importPaths(parts(), caseId, [path, file("small.txt")]))).toEqual({
    "sparse.img": "disk-full",
    "small.txt": "imported",
  })
})

test("the vault does not take in its own files", async () => {
  expect(endings(await importPaths(parts(), caseId, [made.folder]))).toEqual({ vault: "not-a-regular-file" })
})

test("a cancelled import keeps what was acknowledged and says of the rest that it was cancelled", async () => {
  for (let index = 0; index < 300; index += 1) file(`in/${String(index).padStart(3, "0")}.txt`)
  const abort = new AbortController()
  const outcomes = await importPaths(parts(), caseId, [join(root, "in")], {
    signal: abort.signal,
    onKept: () => abort.abort(),
  })
  expect(countOutcomes(outcomes)).toEqual({ imported: 256, duplicate: 0, failed: 0, cancelled: 44 })
  expect(recordsOf(made.vault, outcomes)).toHaveLength(256)
  const leftovers = readdirSync(join(made.folder, "blobs"), { recursive: true }).filter((name) =>
    String(name).endsWith(".tmp"),
  )
  expect(leftovers).toEqual([])
})

test("a batch whose records cannot be written keeps none of its files", async () => {
  const before = await blobsOnDisk(made.vault)
  const broken = {
    ...made.vault,
    write: () => {
      throw Object.assign(new Error("full"), { code: "ENOSPC" })
    },
  } // prettier-ignore
  const outcomes = await importPaths({ ...parts(), vault: broken }, caseId, [file("a.txt"), file("b.txt")])
  expect(endings(outcomes)).toEqual({ "a.txt": "disk-full", "b.txt": "disk-full" })
  expect(await blobsOnDisk(made.vault)).toEqual(before)
})

test("an unknown case takes in nothing", async () => {
  const unknown = "6b1c7a52-4a3c-4d53-8f77-0d5c8a1f3e21"
  await expect(importPaths(parts(), unknown, [file("a.txt")])).rejects.toMatchObject({ code: "not-found" })
})

test("after all of this the vault verifies, and no sealed file is without a record", async () => {
  expect(await made.vault.auditVerify()).toMatchObject({ passed: true })
  const blobs = new Set<string>(await blobsOnDisk(made.vault))
  const recorded = made.vault.read((tx) => tx.all(sql`SELECT blob_id FROM evidence`)).map((row) => row["blob_id"])
  expect(recorded.length).toBe(blobs.size)
  expect(recorded.every((id) => blobs.has(String(id)))).toBe(true)
})
