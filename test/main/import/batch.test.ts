import { expect, test } from "vitest"
import { batches, mapWide } from "../../../main/import/batch.ts"
import { neededBytes } from "../../../main/import/space.ts"
import type { FoundFile } from "../../../main/import/walk.ts"

const files = (...sizes: number[]): FoundFile[] =>
  sizes.map((sizeBytes, index) => ({
    path: Buffer.of(),
    name: String(index),
    folder: "",
    sizeBytes,
    device: 0,
    inode: 0,
  }))

test("many small files share a batch, a large one stands alone, and the order stays", () => {
  const mebibyte = 1024 * 1024
  const split = batches(files(1, 2, 100 * mebibyte, 3, 40 * mebibyte, 40 * mebibyte))
  expect(split.map((batch) => batch.map(({ name }) => name))).toEqual([["0", "1"], ["2"], ["3", "4"], ["5"]])
  expect(batches(files(...Array<number>(600).fill(1))).map(({ length }) => length)).toEqual([256, 256, 88])
  expect(batches([])).toEqual([])
})

test("work on many things goes no wider than it may, and answers in their order", async () => {
  let now = 0
  let widest = 0
  const results = await mapWide([5, 1, 4, 2, 3], 2, async (item) => {
    now += 1
    widest = Math.max(widest, now)
    await new Promise((resolve) => setTimeout(resolve, item))
    now -= 1
    return item * 10
  })
  expect(results).toEqual([50, 10, 40, 20, 30])
  expect(widest).toBe(2)
})

test("room is asked for the file, a twentieth more, and 64 MiB", () => {
  expect(neededBytes(0)).toBe(64 * 1024 * 1024)
  expect(neededBytes(1_000_000_000)).toBe(1_050_000_000 + 64 * 1024 * 1024)
})
