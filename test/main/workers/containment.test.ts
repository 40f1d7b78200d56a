/**
 * A parser that was taken over by the file it reads: what can it reach? Each attempt is first seen to succeed in a
 * process without containment, else its failure proves nothing.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { nodeContainment, type Layer } from "../../../main/workers/node-spawner.ts"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { makeTestPool, parserSources } from "../../support/parser-pool.ts"

const entry = fileURLToPath(new URL("../../support/parser/hostile-entry.ts", import.meta.url))
const readable = [...parserSources, fileURLToPath(new URL("../../support", import.meta.url))]

/** Lies in this process's memory, and only there: put together at run time. */
const canary = ["canary", "of", "the", "engine", String(process.pid)].join("-")
process.env["SAQTA_TEST_CANARY"] = canary

let folder: string
let server: Server
let port: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "saqta-containment-"))
  await writeFile(join(folder, "secret.txt"), "what the vault holds")
  server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  port = typeof address === "object" && address !== null ? address.port : 0
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

interface Attempt {
  readonly said: string
  readonly worked: boolean
}

/** What each attempt comes to in a process that lacks the layers `without`. */
const attempt = async (operation: string, input: () => unknown, without: readonly Layer[]): Promise<Attempt> => {
  const pool = makeTestPool({ entry, readable, without })
  const run = pool.run.bind(pool) as unknown as (name: string, input: unknown) => ReturnType<ParserPool["run"]>
  try {
    return (await run(operation, input())) as unknown as Attempt
  } finally {
    await pool.close()
  }
}

const attempts: readonly (readonly [what: string, operation: string, input: () => unknown])[] = [
  ["connects a socket", "connect", () => ({ port })],
  ["reads a file", "readFile", () => ({ path: join(folder, "secret.txt") })],
  ["writes a file", "writeFile", () => ({ path: join(folder, "left.txt") })],
  ["reads the engine's memory", "readMemory", () => ({ pid: process.pid, canary })],
  ["starts a program", "spawn", () => ({})],
  ["starts a thread", "thread", () => ({})],
  ["signals the engine", "signal", () => ({ pid: process.pid })],
  ["reads the environment", "environment", () => ({ name: "SAQTA_TEST_CANARY" })],
]
const everyLayer: readonly Layer[] = ["permission", "namespaces", "environment"]

test.each(attempts)("a process without containment %s", async (_, operation, input) => {
  expect(await attempt(operation, input, everyLayer)).toMatchObject({ worked: true })
})

test.each(attempts)("a contained parser never %s", async (_, operation, input) => {
  expect(await attempt(operation, input, [])).toMatchObject({ worked: false })
})

test("this system lets parsers have namespaces of their own", () => {
  expect(nodeContainment()).toEqual({ namespaces: true, diesWithEngine: true })
})

// Native code that escaped WebAssembly is not bound by Node's permissions: the kernel's own walls must hold alone.
const nativeHolds = ["connects a socket", "reads the engine's memory", "signals the engine", "reads the environment"]
test.each(attempts.filter(([what]) => nativeHolds.includes(what)))(
  "without Node's permissions a parser still never %s",
  async (_, operation, input) => {
    expect(await attempt(operation, input, ["permission"])).toMatchObject({ worked: false })
  },
)

// What SECURITY.md says does not hold. When one of these turns, the document is to change with it.
test("without Node's permissions a parser can read the user's files", async () => {
  const path = join(folder, "secret.txt")
  expect(await attempt("readFile", () => ({ path }), ["permission"])).toMatchObject({ worked: true })
})

test("with Node's permissions alone a parser can connect a socket and signal the engine", async () => {
  expect(await attempt("connect", () => ({ port }), ["namespaces"])).toMatchObject({ worked: true })
  expect(await attempt("signal", () => ({ pid: process.pid }), ["namespaces"])).toMatchObject({ worked: true })
})
