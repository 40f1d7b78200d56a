import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { systemRandom } from "../../../main/crypto/random.ts"
import {
  diskFault,
  type DurableSystem,
  keepReserve,
  releaseReserve,
  reserveBytes,
  syncFolder,
  writeDurably,
} from "../../../main/vault/durable.ts"
import { Fault } from "../../../shared/faults.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-durable-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const systemError = (code: string) => Object.assign(new Error(code), { code })

/** A system that records what it was asked to sync, and fails at the given one (from 1). */
const recordingSystem = (platform: NodeJS.Platform, failAt = 0, code = "EIO") => {
  const synced: string[] = []
  const system: DurableSystem = {
    platform,
    syncFile: async (handle) => {
      synced.push((await handle.stat()).isDirectory() ? "folder" : "file")
      if (synced.length === failAt) throw systemError(code)
    },
  }
  return { synced, system }
}

test("a file is synced before its folder, and only its owner may read it", async () => {
  const { synced, system } = recordingSystem("linux")
  const path = join(folder, "header.a")
  await writeDurably(path, Buffer.from("one"), { system })
  expect(synced).toEqual(["file", "folder"])
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path, "utf8")).toBe("one")
})

test("on Windows, where a folder cannot be opened, only the file is synced", async () => {
  const { synced, system } = recordingSystem("win32")
  await writeDurably(join(folder, "header.a"), Buffer.from("one"), { system })
  await syncFolder(join(folder, "not there"), system)
  expect(synced).toEqual(["file"])
})

test("a failed sync leaves the old content, no temporary file, and is never tried again", async () => {
  const path = join(folder, "header.a")
  await writeDurably(path, Buffer.from("old"))
  const { synced, system } = recordingSystem("linux", 1)
  await expect(writeDurably(path, Buffer.from("new"), { system })).rejects.toMatchObject({ code: "io-error" })
  expect(synced).toEqual(["file"])
  expect(await readFile(path, "utf8")).toBe("old")
  expect(existsSync(`${path}.new`)).toBe(false)
})

test("a full disk is named", async () => {
  const { system } = recordingSystem("linux", 1, "ENOSPC")
  await expect(writeDurably(join(folder, "a"), Buffer.from("x"), { system })).rejects.toMatchObject({
    code: "disk-full",
  })
})

test("the rest of a write that was cut off is replaced", async () => {
  const path = join(folder, "header.a")
  await writeFile(`${path}.new`, "half")
  await writeDurably(path, Buffer.from("whole"))
  expect(await readFile(path, "utf8")).toBe("whole")
})

test("a missing folder is an error of the disk", async () => {
  await expect(writeDurably(join(folder, "none", "a"), Buffer.from("x"))).rejects.toMatchObject({ code: "io-error" })
})

test.each([
  ["ENOSPC", "disk-full"],
  ["EDQUOT", "disk-full"],
  ["EROFS", "permission-denied"],
  ["EACCES", "permission-denied"],
  ["EIO", "io-error"],
])("%s becomes the fault %s", (errno, code) => {
  expect(diskFault(systemError(errno)).code).toBe(code)
})

test("a fault stays the fault it is", () => {
  const fault = new Fault("cancelled")
  expect(diskFault(fault)).toBe(fault)
})

test("the reserve holds real space, once, and is given free", async () => {
  const path = join(folder, "reserve")
  await keepReserve(path, systemRandom)
  await keepReserve(path, systemRandom)
  expect(statSync(path).size).toBe(reserveBytes)
  expect(statSync(path).blocks * 512).toBeGreaterThanOrEqual(reserveBytes)
  await releaseReserve(path)
  await releaseReserve(path)
  expect(existsSync(path)).toBe(false)
})

test("a reserve that was cut short is filled up again", async () => {
  const path = join(folder, "reserve")
  writeFileSync(path, "short")
  await keepReserve(path, systemRandom)
  expect(statSync(path).size).toBe(reserveBytes)
})
