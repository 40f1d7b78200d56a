import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { EngineEvent } from "../../shared/contract/events.ts"
import type { CallName, Input, Output } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import type { EngineParts } from "../../main/engine/context.ts"
import { createEngine } from "../../main/engine/engine.ts"
import type { ParserPool } from "../../main/workers/pool.ts"
import { seededRandom, steppingClock } from "./records.ts"

/** The cheapest that a header accepts. */
export const testKdf = { memoryKiB: 64 * 1024, passes: 1, lanes: 1 }
export const testPassphrase = "orbit mellow cactus trumpet velvet sunrise"

/** A test that reads no file has no parser. */
const noParsers: ParserPool = {
  run: () => Promise.reject(new Fault("parser-crashed")),
  close: () => Promise.resolve(),
}

/** A real engine over folders of its own. `run` throws the fault of a failed call. The caller disposes of it. */
export const makeTestEngine = (parts: Partial<EngineParts> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-engine-"))
  mkdirSync(join(folder, "vaults"))
  const events: EngineEvent[] = []
  const log: string[] = []
  const engine = createEngine({
    clock: steppingClock(),
    random: seededRandom("engine"),
    parsers: noParsers,
    stateFolder: join(folder, "state"),
    kdf: testKdf,
    emit: (event) => void events.push(event),
    log: (line) => void log.push(line),
    ...parts,
  })
  const run = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const reply = await engine.call(name, input)
    if (!reply.ok) throw new Fault(reply.fault.code, reply.fault.detail)
    return reply.result as Output<N>
  }
  const createVault = (folderName = "vault") =>
    run("vault.create", { parent: engine.offer(join(folder, "vaults")), folderName, passphrase: testPassphrase })
  const dispose = async (): Promise<void> => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { engine, run, createVault, dispose, folder, events, log }
}
