import { execFileSync } from "node:child_process"
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { systemRandom } from "../main/crypto/random.ts"
import { openBlobStore } from "../main/vault/blobs.ts"

/**
 * Sealing against copying, both ending with the data on the disk, in turns within one run.
 * `node bench/seal.ts [MiB of the large file] [small files] [runs] [folder]`
 */
const [largeMiB = "1024", smallCount = "2000", runs = "5", parent = tmpdir()] = process.argv.slice(2)
const folder = mkdtempSync(join(parent, "saqta-bench-"))
const receivedAt = "2026-01-01T00:00:00.000Z"

const median = (values: number[]): number => values.sort((left, right) => left - right)[values.length >> 1] ?? 0

const seconds = async (work: () => Promise<void> | void): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const makeFile = (path: string, sizeBytes: number): void => {
  const descriptor = openSync(path, "wx")
  for (let left = sizeBytes; left > 0; left -= 1024 * 1024)
    writeSync(descriptor, systemRandom(Math.min(left, 1024 * 1024)))
  closeSync(descriptor)
}

const compare = async (name: string, goal: number, copy: () => void, seal: (vault: string) => Promise<void>) => {
  const copied: number[] = []
  const sealed: number[] = []
  for (let run = 0; run < Number(runs); run++) {
    execFileSync("sync")
    copied.push(await seconds(copy))
    rmSync(join(folder, "copy"), { recursive: true })
    const vault = join(folder, "vault")
    mkdirSync(vault)
    execFileSync("sync")
    sealed.push(await seconds(() => seal(vault)))
    rmSync(vault, { recursive: true })
  }
  const ratio = median(sealed) / median(copied)
  console.log(
    `${name}: copy + sync ${median(copied).toFixed(2)} s, seal ${median(sealed).toFixed(2)} s, ` +
      `ratio ${ratio.toFixed(2)} (goal ${goal}), peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
  )
}

try {
  const large = join(folder, "large")
  makeFile(large, Number(largeMiB) * 1024 * 1024)
  await compare(
    `one file of ${largeMiB} MiB`,
    1.25,
    () => {
      execFileSync("cp", [large, join(folder, "copy")])
      execFileSync("sync", [join(folder, "copy")])
    },
    async (vault) => {
      const store = openBlobStore(vault, new Uint8Array(32), systemRandom)
      await store.writeFile({ path: large }, { name: "large", receivedAt, sync: "each" })
      await store.close()
    },
  )
  const small = join(folder, "small")
  mkdirSync(small)
  const paths = Array.from({ length: Number(smallCount) }, (_, index) => join(small, `file ${index}`))
  for (const path of paths) makeFile(path, 20_000)
  await compare(
    `${smallCount} files of 20 kB`,
    8,
    () => {
      execFileSync("cp", ["-r", small, join(folder, "copy")])
      execFileSync("sync")
    },
    async (vault) => {
      const store = openBlobStore(vault, new Uint8Array(32), systemRandom)
      const refs = await Promise.all(
        paths.map((path) => store.writeFile({ path }, { name: "small", receivedAt, sync: "group" })),
      )
      await store.settle(refs)
      await store.close()
    },
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
