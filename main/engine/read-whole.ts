/** A person's own file, read once and whole, for calls that need no vault. */
import { constants } from "node:fs"
import { open } from "node:fs/promises"
import { Fault } from "../../shared/faults.ts"
import { fileFault } from "../import/walk.ts"

const maximumBytes = 512 * 1024 * 1024

/** @throws Fault "file-unreadable", "file-vanished", "not-a-regular-file", "file-empty", "file-too-large" */
export const readWhole = async (path: string): Promise<Uint8Array> => {
  // Subtle: O_NONBLOCK, or opening a pipe would wait for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    const code = fileFault(error)
    throw new Fault(code === "link-loop" ? "not-a-regular-file" : code, {}, error)
  })
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw new Fault("not-a-regular-file")
    if (stats.size === 0) throw new Fault("file-empty")
    if (stats.size > maximumBytes) throw new Fault("file-too-large", { sizeBytes: stats.size })
    return await handle.readFile().catch((error: unknown) => {
      throw new Fault("file-unreadable", {}, error)
    })
  } finally {
    await handle.close()
  }
}
