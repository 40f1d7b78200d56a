import { lstat } from "node:fs/promises"
import path from "node:path"
import { Fault } from "../../shared/faults.ts"
import type { CaseJson, EvidenceJson } from "../../shared/model/case-json.ts"
import { writeNewFile } from "../import/export-file.ts"
import { safeFileName } from "../import/names.ts"
import { type ImportParts, sealFile } from "../import/seal-file.ts"
import type { KeptFile } from "./case-restore.ts"

/** The folder that stands beside `matter.json`. */
export const filesFolder = (file: string): string => `${file.replace(/\.json$/i, "")}.files`

/** Each item's file is called by its number first, so that no two are the same. */
const fileName = ({ number, originalName }: EvidenceJson): string =>
  safeFileName(`E-${String(number).padStart(3, "0")} ${originalName}`)

const foundAt = async (folder: string, item: EvidenceJson) => {
  const name = fileName(item)
  const file = path.join(folder, name)
  const stats = await lstat(file).catch((error: unknown) => {
    throw new Fault("case-file-missing", { number: item.number, name }, error)
  })
  if (!stats.isFile() || stats.size !== item.sizeBytes)
    throw new Fault("case-file-missing", { number: item.number, name })
  return { path: Buffer.from(file), name, folder: "", sizeBytes: stats.size, device: stats.dev, inode: stats.ino }
}

/** Takes sealed files away again that no record names. */
export const discard = async ({ vault }: ImportParts, files: ReadonlyMap<string, KeptFile>): Promise<void> => {
  for (const { ref } of files.values()) await vault.blobs.remove(ref.id).catch(() => undefined)
}

/**
 * Seals the originals of a document's evidence, each only if it is the very file: its SHA-256 is compared. Nothing stays
 * when one fails. @throws Fault "case-file-missing" (number, name), those of `sealFile`
 */
export const sealFiles = async (
  parts: ImportParts,
  { evidence }: CaseJson,
  folder: string,
): Promise<Map<string, KeptFile>> => {
  const files = new Map<string, KeptFile>()
  const { signal } = new AbortController()
  try {
    for (const item of evidence) {
      const found = await foundAt(folder, item)
      const options = { sync: "each" as const, fits: false, signal, onBytes: () => undefined }
      const { ref, duplicateHmac } = await sealFile(parts, found, options)
      files.set(item.id, { ref, duplicateHmac })
      if (ref.sha256 !== item.sha256) throw new Fault("case-file-missing", { number: item.number, name: found.name })
    }
    return files
  } catch (error) {
    await discard(parts, files)
    throw error
  }
}

/** Writes one original, in the clear. Gives its name. */
export const writeOriginal = async (
  folder: string,
  item: EvidenceJson,
  content: AsyncIterable<Uint8Array>,
): Promise<string> => {
  const name = fileName(item)
  await writeNewFile(path.join(folder, name), content)
  return name
}
