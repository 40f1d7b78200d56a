/**
 * A parser that was taken over by the file it reads: what can it reach? Each attempt is first seen to succeed in a
 * process without containment, else its failure proves nothing.
 */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { nodeContainment, type Layer } from "../../../main/workers/node-spawner.ts"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { makeTestPool, parserSources, parserTestSources } from "../../support/parser-pool.ts"

const entry = fileURLToPath(new URL("../../support/parser/hostile-entry.ts", import.meta.url))
const readable = [...parserSources, parserTestSources]

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
const everyLayer: readonly Layer[] = ["permission", "jail", "environment"]

test.each(attempts)("a process without containment %s", async (_, operation, input) => {
  expect(await attempt(operation, input, everyLayer)).toMatchObject({ worked: true })
})

test.each(attempts)("a contained parser never %s", async (_, operation, input) => {
  expect(await attempt(operation, input, [])).toMatchObject({ worked: false })
})

test("this system lets parsers have a jail", async () => {
  expect(await nodeContainment()).toEqual({ jail: true, diesWithEngine: true })
})

// Native code that escaped from WebAssembly is not bound by Node's permissions: the jail must hold alone.
const bindsNativeCode = attempts.filter(([what]) => what !== "starts a program" && what !== "starts a thread")
test.each(bindsNativeCode)("without Node's permissions a parser still never %s", async (_, operation, input) => {
  expect(await attempt(operation, input, ["permission"])).toMatchObject({ worked: false })
})

test("without Node's permissions a parser sees no file but programs and its own code", async () => {
  const seen = await attempt("listFiles", () => ({ path: "/" }), ["permission"])
  expect(seen.said.split(" ").sort()).not.toEqual(expect.arrayContaining(["home", "root", "tmp", "var", "etc"]))
  expect(await attempt("writeFile", () => ({ path: entry }), ["permission"])).toMatchObject({ worked: false })
})

// What SECURITY.md says does not hold where the system forbids user namespaces, and on other systems than Linux.
// When one of these turns, the document is to change with it.
test("with Node's permissions alone a parser can connect a socket and signal the engine", async () => {
  expect(await attempt("connect", () => ({ port }), ["jail"])).toMatchObject({ worked: true })
  expect(await attempt("signal", () => ({ pid: process.pid }), ["jail"])).toMatchObject({ worked: true })
})

test.each(["reads a file", "writes a file", "reads the engine's memory", "starts a program", "starts a thread"])(
  "with Node's permissions alone a parser still never %s",
  async (what) => {
    const [, operation = "", input = () => ({})] = attempts.find(([name]) => name === what) ?? []
    expect(await attempt(operation, input, ["jail"])).toMatchObject({ worked: false })
  },
)

/** Processes that name `marker` in their command line. */
const processesOf = async (marker: string): Promise<string[]> => {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")))
  return pids.filter((_, index) => lines[index]?.includes(marker) === true)
}

test("a parser that is stuck dies with an engine that is killed", async () => {
  const script = fileURLToPath(new URL("../../support/parser/looping-engine.ts", import.meta.url))
  const engine = spawn(process.execPath, [script, entry, folder], { stdio: ["ignore", "pipe", "inherit"] })
  await once(engine.stdout, "data")
  // The engine itself, and the parser with what wraps it.
  expect((await processesOf(folder)).length).toBeGreaterThan(1)
  engine.kill("SIGKILL")
  await once(engine, "exit")
  await expect.poll(() => processesOf(folder), { timeout: 10_000 }).toEqual([])
})
