import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createEngine } from "../../main/engine/engine.ts"
import { systemClock } from "../../main/engine/clock.ts"
import { systemRandom } from "../../main/crypto/random.ts"
import type { CliParts } from "../../main/cli/run.ts"
import { runCli } from "../../main/cli/run.ts"
import { Fault } from "../../shared/faults.ts"
import type { ParserPool } from "../../main/workers/pool.ts"
import { testKdf, testPassphrase } from "./engine.ts"

export interface CliRun {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The one object that --json prints. */
  readonly json: ReturnType<typeof JSON.parse>
}

const noParsers: ParserPool = {
  run: () => Promise.reject(new Fault("parser-crashed")),
  close: () => Promise.resolve(),
}

const parsed = (out: string): unknown => {
  try {
    return JSON.parse(out) as unknown
  } catch {
    return undefined
  }
}

/** The command line in this process, over real engines in a folder of its own. Each run is a program's whole life. */
export const makeTestCli = (parsers: ParserPool = noParsers) => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-cli-"))
  const vault = join(folder, "vault")
  const state = join(folder, "state")
  mkdirSync(state)
  const passphraseFile = join(folder, "passphrase.txt")
  writeFileSync(passphraseFile, `\ufeff${testPassphrase}\r\n`)

  const run = async (words: readonly string[], parts: Partial<CliParts> = {}): Promise<CliRun> => {
    let [out, err] = ["", ""]
    const makeEngine = () =>
      createEngine({
        clock: systemClock,
        random: systemRandom,
        parsers,
        stateFolder: state,
        kdf: testKdf,
        emit: () => undefined,
        log: (line) => void (err += line),
      })
    const code = await runCli(words, {
      makeEngine,
      cwd: folder,
      version: "0.0.0",
      today: "2026-03-01",
      folders: { home: folder, demo: join(folder, "no demo files") },
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      watched: false,
      columns: 80,
      ask: undefined,
      readStdin: () => Promise.resolve(new Uint8Array()),
      ...parts,
    })
    return { code, out, err, json: parsed(out) }
  }
  const secret = ["--passphrase-file", passphraseFile]
  /** With the vault opened, and --json. */
  const inVault = (...words: readonly string[]) => run([...words, "--vault", vault, ...secret, "--json"])
  const create = () => run(["vault", "create", vault, ...secret, "--json"])
  return {
    folder,
    vault,
    passphraseFile,
    secret,
    run,
    inVault,
    create,
    dispose: () => rmSync(folder, { recursive: true }),
  }
}
