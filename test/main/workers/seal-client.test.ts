import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { afterEach, beforeEach, expect, test } from "vitest"
import { randomUuid, systemRandom } from "../../../main/crypto/random.ts"
import { openWhole, startBlob } from "../../../main/crypto/seal.ts"
import { createSealThreads, type SealThreads } from "../../../main/workers/seal-client.ts"

const blobKey = new Uint8Array(32).fill(7)
// More than the ring between the two threads holds, and no whole number of blocks.
const content = Buffer.alloc(6 * 1024 * 1024 + 12_345, "evidence ")
let folder: string
let threads: SealThreads

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-threads-"))
  writeFileSync(join(folder, "large"), content)
  // Long enough that the threads are still there when they are counted, on a busy machine too.
  threads = createSealThreads(1, 1500)
})
afterEach(async () => {
  await threads.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Seals and opens again. */
const roundTrip = async (source: { path: string } | { fd: number }, signal?: AbortSignal): Promise<Uint8Array> => {
  const id = randomUuid(systemRandom)
  const temporaryPath = join(folder, id)
  const { key, header } = startBlob(blobKey, id, systemRandom(32))
  const job = { source, temporaryPath, key, header, name: "large", receivedAtMs: 0, sync: false }
  await threads.seal(job, { signal })
  return openWhole(blobKey, id, readFileSync(temporaryPath)).content
}

const threadsNow = (): number => readdirSync("/proc/self/task").length

test.runIf(process.platform === "linux")("idle threads end, and the next file starts them again", async () => {
  expect(Buffer.compare(await roundTrip({ path: join(folder, "large") }), content)).toBe(0)
  const working = threadsNow()
  // The sealing thread and the one that reads for it.
  while (threadsNow() > working - 2) await wait(20)
  expect(Buffer.compare(await roundTrip({ path: join(folder, "large") }), content)).toBe(0)
})

test("a source that cannot be read fails alone, and leaves nothing; the next one is sealed", async () => {
  const readable = openSync(join(folder, "large"), "r+")
  const unreadable = openSync(join(folder, "large"), "a")
  await expect(roundTrip({ fd: unreadable })).rejects.toMatchObject({ code: "file-unreadable" })
  expect(readdirSync(folder)).toEqual(["large"])
  expect(Buffer.compare(await roundTrip({ fd: readable }), content)).toBe(0)
  closeSync(unreadable)
  closeSync(readable)
})

test("a file that is stopped in the middle leaves nothing, and its threads take the next one", async () => {
  const stopped = roundTrip({ path: join(folder, "large") }, AbortSignal.timeout(1))
  await stopped.catch((error: unknown) => expect(error).toMatchObject({ code: "cancelled" }))
  for (let round = 0; round < 3; round += 1)
    expect(Buffer.compare(await roundTrip({ path: join(folder, "large") }), content)).toBe(0)
})
