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
import { nodeSpawner } from "./workers/node-spawner.ts"
import { binariesFrom } from "./workers/parser/binaries.ts"
import { makeParserPool } from "./workers/pool.ts"
import type { ParserSpawner } from "./workers/spawner.ts"

const link = shellLink()

const parserOnNode = (start: StartEngine): ParserSpawner => {
  const folder = join(start.mainFolder, "parser")
  return nodeSpawner({ node: process.execPath, entry: join(folder, "entry-node.mjs"), readable: [folder] })
}

const begin = (start: StartEngine): void => {
  let server: EngineServer | undefined
  const engine = createEngine({
    clock: systemClock,
    random: systemRandom,
    parsers: makeParserPool({
      spawn: link.parserSpawner ?? parserOnNode(start),
      binary: binariesFrom({ packages: start.packagesFolder, assets: start.assetsFolder }),
      size: Math.max(1, availableParallelism() - 1),
    }),
    stateFolder: start.stateFolder,
    kdf: start.kdf,
    emit: (event) => server?.emit(event),
  })
  const serving = serveEngine(engine, link.end)
  server = serving
  serving.serveShell(link.shell)
  link.onWindow((window) => serving.serveWindow(window))
}

link.onStart(begin)
