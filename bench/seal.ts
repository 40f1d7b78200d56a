import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { systemRandom } from "../main/crypto/random.ts"
import { openBlobStore } from "../main/vault/blobs.ts"
import { compareWithCopying, makeFile, makeSmallFiles } from "./files.ts"
import { secondsOf } from "./measure.ts"

/**
 * Sealing alone, without records, against copying, in turns within one run. Its threads are warm.
 * `node bench/seal.ts [MiB of the large file] [small files] [runs] [folder]`
 */
const [largeMiB = "1024", smallCount = "2000", runCount = "5", parent = tmpdir()] = process.argv.slice(2)
const folder = mkdtempSync(join(parent, "saqta-bench-"))
const receivedAt = "2026-01-01T00:00:00.000Z"

const sealInto = (paths: readonly string[], warm: string, sync: "each" | "group") => async (): Promise<number> => {
  const vault = join(folder, "vault")
  mkdirSync(vault)
  const store = openBlobStore(vault, new Uint8Array(32), systemRandom)
  const sealAll = async (sources: readonly string[]): Promise<void> => {
    const seal = (path: string) => store.writeFile({ path }, { name: "bench", receivedAt, sync })
    await store.settle(await Promise.all(sources.map(seal)))
  }
  // Starts both threads, and the one that hashes.
  await sealAll([warm, warm])
  const taken = await secondsOf(() => sealAll(paths))
  await store.close()
  rmSync(vault, { recursive: true })
  return taken
}

try {
  const [large, small, warm, copy] = ["large", "small", "warm", "copy"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  makeFile(warm, 2 * 1024 * 1024)
  makeFile(large, Number(largeMiB) * 1024 * 1024)
  const paths = makeSmallFiles(small, Number(smallCount))
  const shared = { copy, runs: Number(runCount) }
  await compareWithCopying({
    ...shared,
    what: `Sealing alone, one file of ${largeMiB} MiB`,
    goal: 1.25,
    source: large,
    ours: sealInto([large], warm, "each"),
  })
  await compareWithCopying({
    ...shared,
    what: `Sealing alone, ${smallCount} files of 20 kB`,
    goal: 8,
    source: small,
    ours: sealInto(paths, warm, "group"),
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
