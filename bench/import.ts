import { execFileSync } from "node:child_process"
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { systemRandom } from "../main/crypto/random.ts"
import { systemClock } from "../main/engine/clock.ts"
import { countOutcomes } from "../main/import/outcomes.ts"
import { createVault } from "../main/vault/create-vault.ts"
import { addCase } from "../test/support/evidence.ts"
import { importPaths } from "../test/support/importing.ts"
import { makeTestPool } from "../test/support/parser-pool.ts"
import { cheapKdf, testPassphrase } from "../test/support/vault.ts"

/**
 * The whole import (walk, kind, hash, seal, records, audit, all durable) against copying, in turns within one run.
 * The vault is open before the clock starts and its parser warm, as they are when a person drops files.
 * `node bench/import.ts [MiB of the large file] [small files] [runs] [folder]`
 */
const [largeMiB = "1024", smallCount = "2000", runs = "5", parent = tmpdir()] = process.argv.slice(2)
const folder = mkdtempSync(join(parent, "saqta-bench-"))
const parsers = makeTestPool()

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

const importInto = async (source: string, expected: number): Promise<number> => {
  const place = join(folder, "vault")
  const { vault } = await createVault({
    folder: place,
    stateFolder: join(folder, "state"),
    passphrase: testPassphrase,
    kdf: cheapKdf,
    clock: systemClock,
    random: systemRandom,
  })
  const caseId = addCase(vault, "Bench")
  const parts = { vault, parsers, random: systemRandom, clock: systemClock }
  // Any small file of another folder: starts the threads and the parser.
  await importPaths(parts, caseId, [join(folder, "warm")])
  execFileSync("sync")
  const took = await seconds(async () => {
    const { imported } = countOutcomes(await importPaths(parts, caseId, [source]))
    if (imported !== expected) throw new Error(`${imported} of ${expected} imported`)
  })
  await vault.close()
  await vault.blobs.close()
  rmSync(place, { recursive: true })
  return took
}

const compare = async (name: string, goal: number, source: string, expected: number): Promise<void> => {
  const copied: number[] = []
  const imported: number[] = []
  for (let run = 0; run < Number(runs); run += 1) {
    execFileSync("sync")
    copied.push(
      await seconds(() => {
        execFileSync("cp", ["-r", source, join(folder, "copy")])
        execFileSync("sync")
      }),
    )
    rmSync(join(folder, "copy"), { recursive: true })
    imported.push(await importInto(source, expected))
  }
  const ratio = median(imported) / median(copied)
  console.log(
    `${name}: copy + sync ${median(copied).toFixed(2)} s, import ${median(imported).toFixed(2)} s, ` +
      `ratio ${ratio.toFixed(2)} (goal ${goal}), peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
  )
}

try {
  makeFile(join(folder, "warm"), 100)
  const large = join(folder, "large")
  makeFile(large, Number(largeMiB) * 1024 * 1024)
  await compare(`one file of ${largeMiB} MiB`, 1.25, large, 1)
  const small = join(folder, "small")
  mkdirSync(small)
  for (let index = 0; index < Number(smallCount); index += 1) makeFile(join(small, `file ${index}`), 20_000)
  await compare(`${smallCount} files of 20 kB`, 8, small, Number(smallCount))
} finally {
  await parsers.close()
  rmSync(folder, { recursive: true, force: true })
}
