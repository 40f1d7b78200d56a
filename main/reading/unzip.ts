import { unzipSync } from "fflate"
import { Fault } from "../../shared/faults.ts"

/** What the entries that were asked for may come to, unpacked: an office file of a hundred megabytes is rare. */
const maximumBytes = 256 * 1024 * 1024

/** The entries whose names `wanted` accepts. @throws Fault file-too-large for a ZIP bomb, file-broken, file-encrypted */
export const unzip = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  mostBytes = maximumBytes,
): Map<string, Uint8Array> => {
  let total = 0
  try {
    // Subtle: fflate unpacks into as many bytes as the directory declares and no more, so the declared sizes can be trusted.
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false
        total += originalSize
        if (total > mostBytes) throw new Fault("file-too-large", { sizeBytes: total })
        return true
      },
    })
    return new Map(Object.entries(entries))
  } catch (error) {
    throw error instanceof Fault ? error : new Fault("file-broken", {}, error)
  }
}
