import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { sha256Hex } from "../../../main/crypto/hash.ts"
import { systemRandom } from "../../../main/crypto/random.ts"
import { sealedFileBytes } from "../../../main/crypto/seal.ts"
import { type BlobRef, type BlobStore, openBlobStore } from "../../../main/vault/blobs.ts"
import type { BlobId } from "../../../shared/model/ids.ts"

const key = new Uint8Array(32).fill(5)
const options = { name: "Протокол допроса.pdf", receivedAt: "2026-02-03T04:05:06.789Z", sync: "each" as const }
const mebibyte = 1024 * 1024

let folder = ""
let store: BlobStore
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-blobs-"))
  mkdirSync(join(folder, "vault"))
  store = openBlobStore(join(folder, "vault"), key, systemRandom)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function* pieces(content: Uint8Array, length = 10_007): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < content.byteLength; offset += length) {
    await Promise.resolve()
    yield content.subarray(offset, offset + length)
  }
}

const file = (name: string, content: Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const blobPath = ({ id }: Pick<BlobRef, "id">) => join(folder, "vault", "blobs", id.slice(0, 1), id)

const collect = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const one of source) all.push(one)
  return all
}

describe("what goes in comes out", () => {
  test.each([0, 1, 65_535, 65_536, 65_537, mebibyte, mebibyte + 1, 3 * mebibyte, 3 * mebibyte + 70_001])(
    "%i bytes, from a stream and from a file",
    async (length) => {
      const content = systemRandom(length)
      const streamed = await store.write(pieces(content), options)
      const read = await store.writeFile({ path: file("source", content) }, options)
      for (const ref of [streamed, read]) {
        expect(ref).toMatchObject({ sizeBytes: length, sha256: sha256Hex(content) })
        expect(Buffer.compare(await store.readAll(ref, length), content)).toBe(0)
        expect(statSync(blobPath(ref)).size).toBe(sealedFileBytes(length))
        await store.verify(ref)
      }
      expect(Buffer.compare(Buffer.concat(await collect(store.read(streamed))), content)).toBe(0)
    },
  )

  test("a range is cut at the blob's end", async () => {
    const content = systemRandom(200_000)
    const ref = await store.write(pieces(content), options)
    for (const [start, end] of [
      [0, 10],
      [65_530, 65_545],
      [10, 199_999],
      [199_990, 300_000],
      [65_536, 131_072],
      [5, 5],
    ] as const)
      expect(Buffer.compare(await store.range(ref, start, end), content.subarray(start, end))).toBe(0)
    await expect(store.range(ref, -1, 5)).rejects.toMatchObject({ code: "bad-input" })
  })

  test("the blob itself says name, time, length and hash, for salvage", async () => {
    const ref = await store.write(pieces(systemRandom(9)), options)
    expect(await store.inspect(ref.id)).toEqual({ ...ref, name: options.name, receivedAt: options.receivedAt })
  })

  test("a descriptor stays open and is read from its start", async () => {
    const content = systemRandom(2 * mebibyte)
    const descriptor = openSync(file("descriptor", content), "r")
    const ref = await store.writeFile({ fd: descriptor }, options)
    expect(ref.sha256).toBe(sha256Hex(content))
    closeSync(descriptor)
  })

  test("more than the limit is not read into memory", async () => {
    const ref = await store.write(pieces(systemRandom(100)), options)
    await expect(store.readAll(ref, 99)).rejects.toMatchObject({ code: "file-too-large" })
  })

  test("the same content twice makes two files with nothing in common", async () => {
    const [one, two] = [await store.write(pieces(key), options), await store.write(pieces(key), options)]
    expect(one.sha256).toBe(two.sha256)
    expect(one.commitmentHex).not.toBe(two.commitmentHex)
  })
})

describe("on the disk", () => {
  test("files are the owner's, carry no time of their own, and lie in sixteen folders", async () => {
    const ref = await store.write(pieces(key), options)
    const read = await store.writeFile({ path: file("one", key) }, options)
    for (const one of [ref, read]) {
      const stat = statSync(blobPath(one))
      expect(stat.mode & 0o777).toBe(0o600)
      expect(stat.mtime.toISOString()).toBe("2000-01-01T00:00:00.000Z")
    }
    expect(
      readdirSync(join(folder, "vault", "blobs"))
        .sort()
        .join(""),
    ).toBe("0123456789abcdef")
  })

  test("a group has no final name before it is settled", async () => {
    const refs = await Promise.all(
      [1, 2, 3].map((n) =>
        store.writeFile({ path: file(`group${n}`, systemRandom(n)) }, { ...options, sync: "group" }),
      ),
    )
    expect(refs.map((ref) => existsSync(blobPath(ref)))).toEqual([false, false, false])
    await store.settle(refs)
    await store.settle(refs)
    for (const ref of refs) await store.verify(ref)
  })

  test("what was cut off is swept, what is kept is listed", async () => {
    const other = mkdtempSync(join(folder, "swept-"))
    const swept = openBlobStore(other, key, systemRandom)
    const kept = await swept.write(pieces(key), options)
    await swept.write(pieces(key), { ...options, sync: "group" })
    writeFileSync(join(other, "blobs", "a", "notes.txt"), "not a blob")
    expect(await swept.sweep()).toBe(1)
    expect(await collect(swept.list())).toEqual([kept.id])
    await swept.close()
  })

  test("a removed blob is missing, a quarantined one is set aside", async () => {
    const [gone, aside] = [await store.write(pieces(key), options), await store.write(pieces(key), options)]
    await store.remove(gone.id)
    await store.remove(gone.id)
    await store.quarantine(aside.id)
    expect(existsSync(join(folder, "vault", "quarantine", aside.id))).toBe(true)
    await expect(store.verify(gone)).rejects.toMatchObject({ code: "blob-missing" })
    await expect(store.verify(aside)).rejects.toMatchObject({ code: "blob-missing" })
  })
})

describe("tampering", () => {
  test("an older blob put back under the same id is found out", async () => {
    const ref = await store.write(pieces(systemRandom(10)), options)
    await expect(store.verify({ ...ref, commitmentHex: "0".repeat(64) })).rejects.toMatchObject({
      code: "blob-damaged",
    })
    await expect(store.verify({ ...ref, sizeBytes: 11 })).rejects.toMatchObject({ code: "blob-damaged" })
  })

  test("a file in another's place, and one of another vault, are found out", async () => {
    const [one, two] = [await store.write(pieces(key), options), await store.write(pieces(key), options)]
    copyFileSync(blobPath(two), blobPath(one))
    await expect(store.readAll(one, 100)).rejects.toMatchObject({ code: "blob-damaged" })
    const stranger = openBlobStore(join(folder, "vault"), new Uint8Array(32), systemRandom)
    await expect(stranger.verify(two)).rejects.toMatchObject({ code: "blob-damaged" })
    await stranger.close()
  })

  test("a cut file yields not one byte, though its first chunks are whole", async () => {
    const ref = await store.write(pieces(systemRandom(300_000)), options)
    truncateSync(blobPath(ref), 80 + 2 * 65_552)
    const seen: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of store.read(ref)) seen.push(piece)
    })()
    await expect(reading).rejects.toMatchObject({ code: "blob-damaged" })
    await expect(store.range(ref, 0, 10)).rejects.toMatchObject({ code: "blob-damaged" })
    expect(seen).toEqual([])
  })

  test("a flipped byte in one chunk spoils that chunk and no other", async () => {
    const content = systemRandom(200_000)
    const ref = await store.write(pieces(content), options)
    const bytes = readFileSync(blobPath(ref))
    bytes[80 + 65_552 + 5] = (bytes[80 + 65_552 + 5] ?? 0) ^ 1
    writeFileSync(blobPath(ref), bytes)
    await expect(store.range(ref, 70_000, 70_001)).rejects.toMatchObject({ code: "blob-damaged" })
    await expect(store.verify(ref)).rejects.toMatchObject({ code: "blob-damaged" })
    expect(Buffer.compare(await store.range(ref, 0, 100), content.subarray(0, 100))).toBe(0)
  })
})

describe("what goes wrong outside", () => {
  const fault = (source: { path: string }) =>
    store.writeFile(source, options).then(
      () => "kept",
      (error: unknown) => (error as { code: string }).code,
    )

  test("a file that is gone, a folder and an endless device are told apart", async () => {
    expect(await fault({ path: join(folder, "none") })).toBe("file-vanished")
    expect(await fault({ path: folder })).toBe("not-a-regular-file")
    expect(await fault({ path: "/dev/zero" })).toBe("not-a-regular-file")
    symlinkSync(join(folder, "loop"), join(folder, "loop"))
    expect(await fault({ path: join(folder, "loop") })).toBe("link-loop")
  })

  test("a file that grows meanwhile is not kept", async () => {
    const path = file("growing", systemRandom(64 * mebibyte))
    let grown = false
    const writing = store.writeFile(
      { path },
      {
        ...options,
        onProgress: () => {
          if (!grown) appendFileSync(path, "more")
          grown = true
        },
      },
    )
    await expect(writing).rejects.toMatchObject({ code: "file-changed" })
    rmSync(path)
  })

  test("a cancelled write leaves nothing, and the thread goes on with the next", async () => {
    const other = mkdtempSync(join(folder, "cancelled-"))
    const cancelled = openBlobStore(other, key, systemRandom)
    const path = file("large", systemRandom(32 * mebibyte))
    const abort = new AbortController()
    const writing = cancelled.writeFile({ path }, { ...options, signal: abort.signal, onProgress: () => abort.abort() })
    await expect(writing).rejects.toMatchObject({ code: "cancelled" })
    await expect(
      cancelled.write(pieces(systemRandom(200_000)), { ...options, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: "cancelled" })
    expect(await cancelled.sweep()).toBe(0)
    expect(await collect(cancelled.list())).toEqual([])
    const ref = await cancelled.writeFile({ path }, options)
    await cancelled.verify(ref)
    await cancelled.close()
    rmSync(path)
  })

  test("a source that fails leaves nothing, and its own error is told", async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      await Promise.resolve()
      yield systemRandom(70_000)
      throw new Error("the cable was pulled")
    }
    const before = (await collect(store.list())).length
    await expect(store.write(failing(), options)).rejects.toThrow("the cable was pulled")
    expect((await collect(store.list())).length).toBe(before)
    expect(await store.sweep()).toBe(0)
  })

  test("nothing readable of the content or its name lies in the folder", async () => {
    const canary = Buffer.from("canary-Құпия-7741".repeat(3000))
    const ref = await store.write(pieces(canary), { ...options, name: "canary-Құпия-7741" })
    const bytes = readFileSync(blobPath(ref))
    for (const encoding of ["utf8", "utf16le"] as const)
      expect(bytes.includes(Buffer.from("canary-Құпия-7741", encoding))).toBe(false)
  })

  test("an id that no blob has is missing", async () => {
    const id = "00000000-0000-4000-8000-000000000000" as BlobId
    await expect(store.inspect(id)).rejects.toMatchObject({ code: "blob-missing" })
  })
})
