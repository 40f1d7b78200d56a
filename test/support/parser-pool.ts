import { fileURLToPath } from "node:url"
import { binariesFrom } from "../../main/workers/parser/binaries.ts"
import { nodeSpawner, type NodeSpawnerOptions } from "../../main/workers/node-spawner.ts"
import { makeParserPool, type ParserPool } from "../../main/workers/pool.ts"

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url))

/** What the parser's code is loaded from when it runs from its sources. */
export const parserSources = ["main", "shared", "node_modules", "package.json"].map(path)

/** The same, for entries that only tests have. */
export const parserTestSources = path("test/support")

export const testSpawnerOptions: NodeSpawnerOptions = {
  node: process.execPath,
  entry: path("main/workers/parser/entry-node.ts"),
  readable: parserSources,
}

/** Real, contained parser processes, run from the sources. The caller closes it. */
export const makeTestPool = (options: Partial<NodeSpawnerOptions> & { size?: number } = {}): ParserPool =>
  makeParserPool({
    size: options.size ?? 1,
    spawn: nodeSpawner({ ...testSpawnerOptions, ...options }),
    binary: binariesFrom({ packages: path("node_modules"), assets: path("assets") }),
  })
