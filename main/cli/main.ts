import { availableParallelism } from "node:os"
import { join } from "node:path"
import { localDay } from "../../shared/deadlines/day.ts"
import { systemRandom } from "../crypto/random.ts"
import { systemClock } from "../engine/clock.ts"
import { createEngine } from "../engine/engine.ts"
import { chromiumPrinter, type PrinterSurroundings } from "../host/chromium/printer.ts"
import type { HostOptions } from "../host/host.ts"
import { nodeSpawner } from "../workers/node-spawner.ts"
import { binariesFrom } from "../workers/parser/binaries.ts"
import { makeParserPool, poolSize } from "../workers/pool.ts"
import { runCli } from "./run.ts"
import { askHidden } from "./terminal.ts"

/** Where the parser's code lies: one file when bundled, the sources when run from them. */
interface ParserCode {
  readonly entry: string
  readonly readable: readonly string[]
}

export interface CommandLine {
  readonly words: readonly string[]
  readonly options: HostOptions
  /** The bundled parser unless given. */
  readonly parser?: ParserCode
  /** Where a browser is looked for that makes pages; none unless given. */
  readonly surroundings?: PrinterSurroundings
}

const bundledParser = (mainFolder: string): ParserCode => {
  const folder = join(mainFolder, "parser")
  return { entry: join(folder, "entry-node.mjs"), readable: [folder] }
}

const readStdin = async (): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

/** Runs one command in this process, with an engine of its own, and gives its exit code. */
export const runCommandLine = ({ words, options, parser, surroundings }: CommandLine): Promise<number> => {
  const printer = surroundings === undefined ? undefined : chromiumPrinter(surroundings)
  const { mainFolder, packagesFolder, assetsFolder, stateFolder } = options.places
  const code = parser ?? bundledParser(mainFolder)
  const makeEngine = () =>
    createEngine({
      clock: systemClock,
      random: systemRandom,
      parsers: makeParserPool({
        spawn: nodeSpawner({ node: process.execPath, ...code }),
        binary: binariesFrom({ packages: packagesFolder, assets: assetsFolder }),
        size: poolSize(availableParallelism()),
      }),
      ...(printer === undefined ? {} : { printer }),
      stateFolder,
      kdf: options.kdf,
      emit: () => undefined,
    })
  const say = (text: string): void => void process.stderr.write(text)
  return runCli(words, {
    makeEngine,
    cwd: process.cwd(),
    version: options.version,
    today: localDay(new Date(systemClock.now())),
    folders: { home: options.places.homeFolder, demo: options.places.demoFolder },
    out: (text) => void process.stdout.write(text),
    err: say,
    watched: process.stderr.isTTY,
    columns: process.stderr.columns,
    ask: askHidden(process.platform, say),
    readStdin,
  })
}
