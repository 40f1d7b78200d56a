/**
 * Entry of the engine's process: keys, database, blobs and every rule of the domain live here and nowhere else.
 * Under Node it is a forked child, under Electron a utilityProcess; either way its first message is `StartEngine`.
 */
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { systemRandom } from "./crypto/random.ts"
import { systemClock } from "./engine/clock.ts"
import { createEngine } from "./engine/engine.ts"
import { shellLink } from "./host/shell-link.ts"
import { type EngineServer, serveEngine } from "./host/engine-server.ts"
import type { StartEngine } from "./host/wire.ts"
import { printThroughShell } from "./host/print-link.ts"
import { browserPrinter } from "./redaction/print/browser-printer.ts"
import { nodeSpawner } from "./workers/node-spawner.ts"
import { binariesFrom } from "./workers/parser/binaries.ts"
import { makeParserPool, poolSize } from "./workers/pool.ts"
import type { ParserSpawner } from "./workers/spawner.ts"

const goneTimeoutMs = 3_000
const link = shellLink()

const parserOnNode = (start: StartEngine): ParserSpawner => {
  const folder = join(start.mainFolder, "parser")
  return nodeSpawner({ node: process.execPath, entry: join(folder, "entry-node.mjs"), readable: [folder] })
}

const begin = (start: StartEngine): void => {
  const servers: EngineServer[] = []
  const engine = createEngine({
    clock: systemClock,
    random: systemRandom,
    parsers: makeParserPool({
      spawn: link.parserSpawner ?? parserOnNode(start),
      binary: binariesFrom({ packages: start.packagesFolder, assets: start.assetsFolder }),
      size: poolSize(availableParallelism()),
    }),
    printer: browserPrinter(printThroughShell(link.shell)),
    stateFolder: start.stateFolder,
    kdf: start.kdf,
    emit: (event) => servers.forEach((server) => server.emit(event)),
  })
  const server = serveEngine(engine, () => link.end())
  servers.push(server)
  server.serveShell(link.shell)
  // A shell that is gone can ask nothing more, and nobody would see what this process still holds.
  link.shell.onClose(() => {
    setTimeout(() => process.exit(0), goneTimeoutMs).unref()
    void engine.close().finally(() => process.exit(0))
  })
  link.onWindow((window) => server.serveWindow(window))
}

link.onStart(begin)
