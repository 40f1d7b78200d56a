import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { deriveAttemptKey, productKdf } from "../main/crypto/kdf.ts"
import { systemRandom } from "../main/crypto/random.ts"
import { testPassphrase } from "../test/support/vault.ts"
import { memoryOf, startEngine } from "./engine.ts"
import { makeFile } from "./files.ts"
import { median, report, round, runs, secondsOf } from "./measure.ts"

/**
 * Unlocking with the product's Argon2id, each time in a fresh engine process, against that Argon2id alone, in turns;
 * and the memory of the engine's process, threads included, when it is idle with jobs paused: after unlocking, and
 * after importing a large file. Needs the built app.
 * `node bench/unlock.ts [MiB of the large file] [runs] [folder]`
 */
const [largeMiB = "1024", runCount = "5", parent = tmpdir()] = process.argv.slice(2)
const home = mkdtempSync(join(parent, "saqta-bench-"))
const vaults = join(home, "vaults")
const settleMs = 2000

/** The highest memory seen while `work` runs, in MB. */
const peakDuring = async (pid: number, work: Promise<unknown>): Promise<number> => {
  let peakMB = 0
  const timer = setInterval(() => {
    peakMB = Math.max(peakMB, memoryOf(pid).nowMB)
  }, 50)
  await work.finally(() => clearInterval(timer))
  return peakMB
}

const importLarge = async (): Promise<{ duringMB: number; afterMB: number }> => {
  const engine = startEngine(home)
  await engine.call("vault.create", {
    parent: await engine.offer(vaults),
    folderName: "bench",
    passphrase: testPassphrase,
  })
  const { id: caseId } = await engine.call("case.add", { title: "Bench" })
  const large = join(home, "large")
  makeFile(large, Number(largeMiB) * 1024 * 1024)
  const importing = engine.call("evidence.import", { caseId, files: [await engine.offer(large)] })
  const duringMB = await peakDuring(engine.pid, importing)
  await engine.call("job.pause", { paused: true })
  await wait(settleMs)
  const afterMB = memoryOf(engine.pid).nowMB
  await engine.close()
  return { duringMB, afterMB }
}

const unlockOnce = async (): Promise<{ alone: number; unlock: number; memoryMB: number }> => {
  const salt = systemRandom(32)
  const alone = await secondsOf(() => deriveAttemptKey(Buffer.from(testPassphrase), salt, productKdf))
  const engine = startEngine(home)
  const folder = await engine.offer(join(vaults, "bench"))
  const unlock = await secondsOf(() =>
    engine.call("vault.unlock", { folder, secret: { kind: "passphrase", passphrase: testPassphrase } }),
  )
  await engine.call("job.pause", { paused: true })
  await wait(settleMs)
  const memoryMB = memoryOf(engine.pid).nowMB
  await engine.close()
  return { alone, unlock, memoryMB }
}

try {
  mkdirSync(vaults)
  const { duringMB, afterMB } = await importLarge()
  const unlocked = await runs(Number(runCount), unlockOnce)
  const unlock = median(unlocked.map((run) => run.unlock))
  const alone = median(unlocked.map((run) => run.alone))
  const memoryMB = median(unlocked.map((run) => run.memoryMB))
  report({ what: "Unlock, Argon2id with 256 MiB", value: unlock, unit: "s", goal: { atMost: 1.5 } })
  report({
    what: "Unlock against its Argon2id alone",
    value: unlock / alone,
    unit: "×",
    detail: `${round(alone)} s alone`,
  })
  const goal = { atMost: 250 }
  report({ what: "Engine's memory after unlock, jobs paused", value: memoryMB, unit: "MB", goal })
  report({ what: `Engine's memory after import of ${largeMiB} MiB, jobs paused`, value: afterMB, unit: "MB", goal })
  report({ what: `Engine's memory at most during that import`, value: duringMB, unit: "MB" })
} finally {
  rmSync(home, { recursive: true, force: true })
}
