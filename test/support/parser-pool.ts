import { fileURLToPath } from "node:url"
import type { BinaryName } from "../../main/reading/operation.ts"
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

type ReadBinary = ReturnType<typeof binariesFrom>

interface TestPoolOptions extends Partial<NodeSpawnerOptions> {
  readonly size?: number
  /** Stands between a parser and what it asks for. */
  readonly binary?: (name: BinaryName, read: ReadBinary) => Promise<Uint8Array>
}

/** Real, contained parser processes, run from the sources. The caller closes it. */
export const makeTestPool = ({ size = 1, binary, ...options }: TestPoolOptions = {}): ParserPool => {
  const read = binariesFrom({ packages: path("node_modules"), assets: path("assets") })
  return makeParserPool({
    size,
    spawn: nodeSpawner({ ...testSpawnerOptions, ...options }),
    binary: binary === undefined ? read : (name) => binary(name, read),
  })
}
