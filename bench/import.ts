import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
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
import { compareWithCopying, makeFile, makeSmallFiles } from "./files.ts"
import { secondsOf } from "./measure.ts"

/**
 * The whole import (walk, kind, hash, seal, records, audit, all durable) against copying, in turns within one run.
 * The vault is open before the clock starts, its threads and its parser warm, as they are when a person drops files.
 * `node bench/import.ts [MiB of the large file] [small files] [runs] [folder]`
 */
const [largeMiB = "1024", smallCount = "2000", runCount = "5", parent = tmpdir()] = process.argv.slice(2)
const folder = mkdtempSync(join(parent, "saqta-bench-"))
const parsers = makeTestPool()
const warm = join(folder, "warm")

const importInto = (source: string, expected: number) => async (): Promise<number> => {
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
  await importPaths(parts, caseId, [warm])
  execFileSync("sync")
  const taken = await secondsOf(async () => {
    const { imported } = countOutcomes(await importPaths(parts, caseId, [source]))
    if (imported !== expected) throw new Error(`${imported} of ${expected} imported`)
  })
  await vault.close()
  await vault.blobs.close()
  rmSync(place, { recursive: true })
  return taken
}

try {
  makeFile(warm, 2 * 1024 * 1024)
  const large = join(folder, "large")
  const small = join(folder, "small")
  makeFile(large, Number(largeMiB) * 1024 * 1024)
  makeSmallFiles(small, Number(smallCount))
  const shared = { copy: join(folder, "copy"), runs: Number(runCount) }
  await compareWithCopying({
    ...shared,
    what: `Import of one file of ${largeMiB} MiB`,
    goal: 1.25,
    source: large,
    ours: importInto(large, 1),
  })
  await compareWithCopying({
    ...shared,
    what: `Import of ${smallCount} files of 20 kB`,
    goal: 8,
    source: small,
    ours: importInto(small, Number(smallCount)),
  })
} finally {
  await parsers.close()
  rmSync(folder, { recursive: true, force: true })
}
