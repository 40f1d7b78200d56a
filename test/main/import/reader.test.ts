import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { randomUuid } from "../../../main/crypto/random.ts"
import { show } from "../../../main/domain/evidence-row.ts"
import * as readingQueue from "../../../main/domain/reading-queue.ts"
import { createReader } from "../../../main/import/reader.ts"
import { createJobBoard } from "../../../main/jobs/board.ts"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { sql } from "../../../main/vault/sql.ts"
import type { EvidenceId, JobId } from "../../../shared/model/ids.ts"
import { addCase } from "../../support/evidence.ts"
import { importPaths } from "../../support/importing.ts"
import { makeTestPool } from "../../support/parser-pool.ts"
import { disposeTestVault, makeTestVault, type TestVault } from "../../support/vault.ts"

const scan = fileURLToPath(new URL("../../../demo/files/Протокол обыска.pdf", import.meta.url))
const parsers = makeTestPool()
let made: TestVault
beforeAll(async () => {
  made = await makeTestVault("reader")
})
afterAll(async () => {
  await parsers.close()
  await disposeTestVault(made)
})

const setUp = () => {
  const { vault, clock, random } = made
  const jobs = createJobBoard({ clock, newId: () => randomUuid(random) as JobId, emit: () => undefined })
  const told: string[] = []
  /** Pages that OCR was asked for. */
  const ocrPages: unknown[] = []
  const watched: ParserPool = {
    ...parsers,
    run: (operation, input, options) => {
      if (operation === "ocrPage" && "page" in input) ocrPages.push(input.page)
      return parsers.run(operation, input, options)
    },
  }
  const reader = createReader({ vault, parsers: watched, jobs, onRead: (caseId) => told.push(caseId) })
  const caseId = addCase(vault, "Reading")
  const add = async (path: string): Promise<EvidenceId> => {
    const [outcome] = await importPaths({ vault, parsers, random, clock }, caseId, [path])
    return outcome?.evidenceId as EvidenceId
  }
  const write = (name: string, content: string): string => {
    writeFileSync(join(made.root, name), content)
    return join(made.root, name)
  }
  const readingOf = (id: EvidenceId) => vault.read((tx) => show(tx, id)).reading
  const ended = () => expect.poll(() => jobs.list()[0]?.state, { timeout: 30_000 }).not.toMatch(/queued|running/)
  return { vault, ocrPages, jobs, told, reader, caseId, add, write, readingOf, ended }
}

const pageRows = (id: EvidenceId) =>
  made.vault.read((tx) => tx.all(sql`SELECT number, page FROM page_text WHERE evidence_id = ${id} ORDER BY page`))

test("an item that cannot be read says why, and the queue goes on", async () => {
  const { reader, add, write, readingOf, ended, jobs, told, caseId, vault } = setUp()
  const broken = await add(write("broken.pdf", "%PDF-1.7 and nothing"))
  const unknown = await add(write("unknown.bin", "\x01\x02\x03\x00\xff"))
  const good = await add(write("good.txt", "a text"))
  reader.wake()
  reader.wake()
  await ended()
  expect(readingOf(broken)).toEqual({ state: "failed", fault: "file-broken" })
  expect(readingOf(unknown)).toEqual({ state: "none", fault: "" })
  expect(readingOf(good)).toEqual({ state: "read", fault: "" })
  expect(jobs.list()).toMatchObject([{ kind: "read", state: "done", outcome: { read: 2, failed: 1 } }])
  expect(told).toEqual([caseId, caseId, caseId])
  expect(vault.read(readingQueue.count)).toBe(0)
})

test("a reading that is cut off goes on with the page that it had come to", async () => {
  const { reader, add, readingOf, ended, jobs, ocrPages } = setUp()
  const id = await add(scan)
  reader.wake()
  await expect.poll(() => pageRows(id).length, { timeout: 30_000, interval: 10 }).toBe(1)
  const [job] = jobs.list()
  jobs.cancel(job!.id)
  await ended()
  expect(readingOf(id).state).toBe("waiting")
  const [first] = pageRows(id)
  jobs.retry(job!.id)
  await expect.poll(() => readingOf(id).state, { timeout: 30_000 }).toBe("read")
  expect(pageRows(id)[0]).toEqual(first)
  expect(ocrPages.filter((page) => page === 1)).toHaveLength(1)
  expect(pageRows(id)).toHaveLength(2)
})

test("an item that was begun three times and never ended is not tried again", async () => {
  const { vault, reader, add, write, readingOf, ended } = setUp()
  const id = await add(write("deadly.txt", "brings everything down"))
  vault.write((tx) => tx.run(sql`UPDATE jobs SET attempts = 3 WHERE evidence_id = ${id}`))
  reader.wake()
  await ended()
  expect(readingOf(id)).toEqual({ state: "failed", fault: "parser-crashed" })
})

test("an item whose sealed file is gone says so", async () => {
  const { vault, reader, add, write, readingOf, ended } = setUp()
  const id = await add(write("lost.txt", "lost"))
  const blobId = vault.read((tx) => tx.one(sql`SELECT blob_id FROM evidence WHERE id = ${id}`))?.["blob_id"]
  await vault.blobs.remove(blobId as never)
  reader.wake()
  await ended()
  expect(readingOf(id)).toEqual({ state: "failed", fault: "blob-missing" })
})
