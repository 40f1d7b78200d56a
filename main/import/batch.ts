import type { FoundFile } from "./walk.ts"

const filesAtMost = 256
const bytesAtMost = 64 * 1024 * 1024

/**
 * Splits files, in their order, into batches that are made durable and acknowledged together: one fsync round and one
 * transaction for many small files. A large file stands alone.
 */
export const batches = (files: readonly FoundFile[]): FoundFile[][] => {
  const made: FoundFile[][] = []
  let open: FoundFile[] = []
  let bytes = 0
  for (const file of files) {
    if (open.length > 0 && (open.length >= filesAtMost || bytes + file.sizeBytes > bytesAtMost)) {
      made.push(open)
      open = []
      bytes = 0
    }
    open.push(file)
    bytes += file.sizeBytes
  }
  if (open.length > 0) made.push(open)
  return made
}

/** Runs `work` on all `items`, at most `width` at a time; results in the order of the items. */
export const mapWide = async <Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results = new Array<Result>(items.length)
  const waiting = items.entries()
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane))
  return results
}
