import { mkdir, readdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { BlobId } from "../../shared/model/ids.ts"
import { diskFault, errnoOf, syncFolder } from "./durable.ts"

/**
 * Where blobs lie: `blobs/<first hex digit of the id>/<id>`, sixteen folders that are there from the start, and
 * `quarantine/<id>` for files that no row names. `<id>.tmp` is a write that has not been acknowledged.
 */
const digits = Array.from("0123456789abcdef")
const temporarySuffix = ".tmp"

export interface BlobFiles {
  path(id: BlobId): string
  temporaryPath(id: BlobId): string
  /** The folder that holds the id's file. */
  folder(id: BlobId): string
  /** Makes the folders, durably; cheap when they are there. */
  prepare(): Promise<void>
  list(): AsyncIterable<BlobId>
  quarantine(id: BlobId): Promise<void>
  sweep(): Promise<number>
}

export const blobFiles = (vaultFolder: string): BlobFiles => {
  const root = join(vaultFolder, "blobs")
  const quarantineFolder = join(vaultFolder, "quarantine")
  const folder = (id: BlobId) => join(root, id.slice(0, 1))
  const path = (id: BlobId) => join(folder(id), id)
  let prepared: Promise<void> | undefined
  return {
    folder,
    path,
    temporaryPath: (id) => path(id) + temporarySuffix,
    prepare: () => (prepared ??= makeFolders(vaultFolder, root)),
    list: () => listIds(root),
    quarantine: async (id) => {
      try {
        await mkdir(quarantineFolder, { recursive: true, mode: 0o700 })
        await rename(path(id), join(quarantineFolder, id))
      } catch (error) {
        throw diskFault(error)
      }
      for (const changed of [quarantineFolder, folder(id), vaultFolder]) await syncFolder(changed)
    },
    sweep: () => removeTemporaries(root),
  }
}

const makeFolders = async (vaultFolder: string, root: string): Promise<void> => {
  try {
    for (const digit of digits) await mkdir(join(root, digit), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw diskFault(error)
  }
  await syncFolder(root)
  await syncFolder(vaultFolder)
}

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return []
    throw diskFault(error)
  }
}

/** Only what is named as a blob and lies where that blob belongs. */
async function* listIds(root: string): AsyncGenerator<BlobId, void> {
  for (const digit of digits) {
    for (const name of await namesIn(join(root, digit))) {
      const id = BlobId.safeParse(name)
      if (id.success && name.startsWith(digit)) yield id.data
    }
  }
}

/** Removes writes that were cut off; nobody was told that they are kept. */
const removeTemporaries = async (root: string): Promise<number> => {
  let removed = 0
  for (const digit of digits) {
    for (const name of await namesIn(join(root, digit))) {
      if (!name.endsWith(temporarySuffix)) continue
      await rm(join(root, digit, name), { force: true })
      removed++
    }
  }
  return removed
}
