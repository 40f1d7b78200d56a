import { fc, test as property } from "@fast-check/vitest"
import { describe, expect, test } from "vitest"
import { concat, fromHex, toHex, wipe, writeUint16 } from "../../../main/crypto/bytes.ts"
import { sha256 } from "../../../main/crypto/hash.ts"
import {
  blobHeaderBytes,
  blobLayout,
  chunkBytes,
  openWhole,
  padme,
  paddedLength,
  sealedChunkBytes,
  sealedFileBytes,
  sealWhole,
  startBlob,
} from "../../../main/crypto/seal.ts"
import { isFault } from "../../../shared/faults.ts"

const key = new Uint8Array(32).fill(7)
const id = "0b54a5a1-6c1e-4a6e-9a53-0d6a3c1f2e4b"
const otherId = "1b54a5a1-6c1e-4a6e-9a53-0d6a3c1f2e4b"
const salt = new Uint8Array(32).fill(9)

const seal = (content: Uint8Array, blobId = id, name = "scan.pdf") =>
  sealWhole(startBlob(key, blobId, salt), content, {
    name,
    receivedAtMs: Date.UTC(2026, 0, 2),
    sha256: sha256(content),
  })

/** The fault's code, or "opened". */
const outcome = (file: Uint8Array, blobId = id): string => {
  try {
    openWhole(key, blobId, file)
    return "opened"
  } catch (error) {
    return isFault(error) ? error.code : "untyped error"
  }
}

const pattern = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255)

describe("sealed blobs", () => {
  property.prop([fc.uint8Array({ maxLength: 200_000, size: "max" }), fc.string({ unit: "binary", maxLength: 60 })], {
    numRuns: 25,
  })("opening inverts sealing, name and all", (content, name) => {
    const file = seal(content, id, name)
    const opened = openWhole(key, id, file)
    expect(Buffer.compare(opened.content, content)).toBe(0)
    expect(opened.tail.name).toBe(Buffer.from(name).toString())
    expect(file.byteLength).toBe(sealedFileBytes(content.byteLength))
  })

  test.each([0, 1, 15_360, 15_361, 64_511, 64_512, 64_513, 65_535, 65_536, 65_537, 131_072])(
    "%i bytes, beside the limits of chunk and padding, come back",
    (length) => {
      expect(Buffer.compare(openWhole(key, id, seal(pattern(length))).content, pattern(length))).toBe(0)
    },
  )

  test("every flipped byte of a small blob is refused", () => {
    const file = seal(pattern(100))
    const opened: number[] = []
    for (let offset = 0; offset < file.byteLength; offset++) {
      file[offset] = (file[offset] ?? 0) ^ (1 << (offset % 8))
      if (outcome(file) !== "blob-damaged") opened.push(offset)
      file[offset] = (file[offset] ?? 0) ^ (1 << (offset % 8))
    }
    expect(opened).toEqual([])
    expect(outcome(file)).toBe("opened")
  })

  test("every cut and every extension is refused", () => {
    const file = seal(pattern(70_000))
    const lengths = Array.from({ length: 300 }, (_, index) => Math.floor((index * file.byteLength) / 300))
    // Cuts at the ends of chunks are the ones that look whole.
    const cuts = [...lengths, blobHeaderBytes + sealedChunkBytes, file.byteLength - 1, file.byteLength - 16]
    expect(cuts.filter((length) => outcome(file.subarray(0, length)) !== "blob-damaged")).toEqual([])
    const longer = [1, 16, 1024, 2048, 65_552].map((extra) => concat([file, new Uint8Array(extra)]))
    expect(longer.map((one) => outcome(one))).toEqual(longer.map(() => "blob-damaged"))
  })

  test("chunks that changed places, were repeated or came from another blob are refused", () => {
    const file = seal(pattern(200_000))
    const other = seal(pattern(200_000), otherId)
    const chunk = (from: Uint8Array, index: number) =>
      from.subarray(blobHeaderBytes + index * sealedChunkBytes, blobHeaderBytes + (index + 1) * sealedChunkBytes)
    const header = file.subarray(0, blobHeaderBytes)
    const rest = file.subarray(blobHeaderBytes + 3 * sealedChunkBytes)
    const orders = [
      [chunk(file, 1), chunk(file, 0), chunk(file, 2)],
      [chunk(file, 0), chunk(file, 0), chunk(file, 2)],
      [chunk(file, 0), chunk(other, 1), chunk(file, 2)],
    ]
    expect(orders.map((order) => outcome(concat([header, ...order, rest])))).toEqual(orders.map(() => "blob-damaged"))
    expect(outcome(concat([header, chunk(file, 0), chunk(file, 1), chunk(file, 2), rest]))).toBe("opened")
  })

  test("a blob under another blob's id is refused", () => {
    expect(outcome(seal(pattern(5)), otherId)).toBe("blob-damaged")
  })

  test("a newer version is named as such, a flipped version byte as damage", () => {
    const newer = seal(pattern(5))
    writeUint16(newer, 8, 2)
    expect(outcome(newer)).toBe("blob-damaged")
    newer.fill(1, 48, 80)
    expect(outcome(newer)).toBe("vault-newer")
  })

  test("a name is cut at 972 bytes, never inside a character", () => {
    const name = "а".repeat(485) + "🗂️" + "b"
    expect(openWhole(key, id, seal(pattern(5), id, name)).tail.name).toBe("а".repeat(485))
  })

  test("two writes of one content share no block", () => {
    const first = seal(pattern(100))
    const second = sealWhole(startBlob(key, id, new Uint8Array(32).fill(8)), pattern(100), {
      name: "scan.pdf",
      receivedAtMs: 0,
      sha256: sha256(pattern(100)),
    })
    expect(Buffer.from(first).includes(Buffer.from(second.subarray(blobHeaderBytes, blobHeaderBytes + 16)))).toBe(false)
  })
})

describe("padding", () => {
  test("keeps to PADMÉ's published steps", () => {
    // Table in Nikitin et al. 2019, section 4.2: PADMÉ(9) = 10; larger ones computed by its formula.
    expect([9, 16_385, 1_000_000, 2 ** 30 + 1].map(padme)).toEqual([10, 17_408, 1_015_808, 2 ** 30 + 2 ** 25])
  })

  property.prop([fc.nat({ max: 2 ** 31 - 1 })])(
    "wastes at most an eighth above the floor, and fits the layout",
    (size) => {
      const padded = paddedLength(size)
      expect(padded % 1024).toBe(0)
      expect(padded).toBeGreaterThanOrEqual(Math.max(16_384, size + 1024))
      if (size > 16_384) expect(padded).toBeLessThanOrEqual((size + 1024) * 1.125)
      const layout = blobLayout(sealedFileBytes(size))
      expect(layout.paddedBytes).toBe(padded)
      expect((layout.lastSealedBytes - 16) % 1024).toBe(0)
      expect(layout.chunks).toBe(Math.ceil(padded / chunkBytes))
    },
  )
})

test("wiping leaves nothing of a key", () => {
  const secret = fromHex("ff".repeat(32))
  wipe(secret)
  expect(toHex(secret)).toBe("00".repeat(32))
})
