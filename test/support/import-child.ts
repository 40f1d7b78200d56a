/*
 * A process of its own for what cannot be done to the test's: being killed, a disk of its own, another user.
 *
 *   import ROOT SOURCE…    makes a vault in ROOT and imports each SOURCE in turn; one line of JSON per source
 *   fill ROOT SOURCE…      the same, and while the first one is sealed another program fills the disk
 *   kill ROOT SOURCE       opens the vault in ROOT; one line per acknowledged batch: how many items there are
 *   open FILE…             opens files as an import does; one line of JSON per file: its fault or "opened"
 */
import { closeSync, openSync, rmSync, writeSync } from "node:fs"
import { join } from "node:path"
import { systemRandom } from "../../main/crypto/random.ts"
import { systemClock } from "../../main/engine/clock.ts"
import { walk } from "../../main/import/walk.ts"
import { createVault } from "../../main/vault/create-vault.ts"
import { openVault } from "../../main/vault/open-vault.ts"
import { sql } from "../../main/vault/sql.ts"
import type { Vault } from "../../main/vault/vault.ts"
import { openSource, sourceFault } from "../../main/workers/seal-source.ts"
import { addCase } from "./evidence.ts"
import { blobsOnDisk, endings, importPaths } from "./importing.ts"
import { makeTestPool } from "./parser-pool.ts"
import { cheapKdf, testPassphrase } from "./vault.ts"

const [command, root = "", ...sources] = process.argv.slice(2)
const shared = {
  folder: join(root, "vault"),
  stateFolder: join(root, "state"),
  clock: systemClock,
  random: systemRandom,
}
const say = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`)

const filler = join(root, "another-program's-file")
const fillDisk = (): void => {
  const file = openSync(filler, "a")
  try {
    for (;;) writeSync(file, Buffer.alloc(65_536, 1))
  } catch {
    // Full, as was wanted.
  } finally {
    closeSync(file)
  }
}

const importAll = async (vault: Vault): Promise<void> => {
  const parsers = makeTestPool()
  const parts = { vault, parsers, random: systemRandom, clock: systemClock }
  const caseId = addCase(vault, "Files")
  for (const [index, source] of sources.entries()) {
    const onKept = () =>
      command === "kill" && say(vault.read((tx) => tx.one(sql`SELECT count(*) AS n FROM evidence`))?.["n"])
    const fraction = () => {
      if (command === "fill" && index === 0) fillDisk()
    }
    say(endings(await importPaths(parts, caseId, [source], { onKept, progress: { fraction } })))
    rmSync(filler, { force: true })
  }
  await parsers.close()
}

const openAll = async (): Promise<void> => {
  const { files, refused } = await walk([root, ...sources])
  for (const { name, fault } of refused) say({ name, fault })
  for (const found of files) {
    try {
      closeSync(openSource({ found }))
      say({ name: found.name, fault: "opened" })
    } catch (error) {
      say({ name: found.name, fault: sourceFault(error).code })
    }
  }
}

if (command === "open") await openAll()
else if (command === "kill") {
  const { vault } = await openVault({ ...shared, secret: { kind: "passphrase", passphrase: testPassphrase } })
  await importAll(vault)
} else {
  const { vault } = await createVault({ ...shared, passphrase: testPassphrase, kdf: cheapKdf })
  await importAll(vault)
  const { passed } = await vault.verify()
  say({ passed, blobs: (await blobsOnDisk(vault)).length })
  await vault.close()
}
