import { fileURLToPath } from "node:url"
import { afterEach, expect, test } from "vitest"
import type { ParserPool } from "../../../main/workers/pool.ts"
import { makeTestPool, parserSources, parserTestSources } from "../../support/parser-pool.ts"

const entry = fileURLToPath(new URL("../../support/parser/hostile-entry.ts", import.meta.url))
const readable = [...parserSources, parserTestSources]

const open: ParserPool[] = []
/** A pool whose parsers misbehave on request. */
const hostilePool = (options: { size?: number; memoryMiB?: number } = {}) => {
  const pool = makeTestPool({ entry, readable, ...options })
  open.push(pool)
  type Run = (operation: string, input: unknown, options?: Parameters<ParserPool["run"]>[2]) => Promise<never>
  return { pool, run: pool.run.bind(pool) as unknown as Run }
}
afterEach(async () => {
  for (const pool of open.splice(0)) await pool.close()
})

const document = (key: string, bytes: Uint8Array | (() => Promise<Uint8Array>) = new Uint8Array([1, 2, 3])) => ({
  key,
  mediaType: "text/plain",
  bytes,
})

test("bytes come back as they were sent", async () => {
  const { run } = hostilePool()
  const bytes = new Uint8Array([0, 255, 7])
  expect(await run("echo", { bytes })).toEqual({ bytes })
})

test("a parser that does not end is killed and the next call gets another", async () => {
  const { run } = hostilePool()
  await expect(run("loop", {}, { timeoutMs: 200 })).rejects.toMatchObject({ code: "parser-timeout" })
  expect(await run("echo", { again: true })).toEqual({ again: true })
})

test("a parser that ends of itself is a crash, and the next call gets another", async () => {
  const { run } = hostilePool()
  await expect(run("exit", {})).rejects.toMatchObject({ code: "parser-crashed" })
  expect(await run("echo", { again: true })).toEqual({ again: true })
})

test.each(["fillHeap", "fillBuffers", "fillWasm"])("%s ends at the memory limit", async (operation) => {
  const { run } = hostilePool({ memoryMiB: 256 })
  await expect(run(operation, {})).rejects.toMatchObject({ code: "parser-memory" })
})

test("cancelling kills the parser that is at work", async () => {
  const { run } = hostilePool()
  await run("echo", {})
  const controller = new AbortController()
  const looping = run("loop", {}, { signal: controller.signal })
  setImmediate(() => controller.abort())
  await expect(looping).rejects.toMatchObject({ code: "cancelled" })
  expect(await run("echo", { again: true })).toEqual({ again: true })
})

test("cancelling a call that waits in line leaves the others in it", async () => {
  const { run } = hostilePool()
  const controller = new AbortController()
  const first = run("echo", { first: true })
  const second = run("echo", {}, { signal: controller.signal })
  const third = run("echo", { third: true })
  controller.abort()
  await expect(second).rejects.toMatchObject({ code: "cancelled" })
  expect(await first).toEqual({ first: true })
  expect(await third).toEqual({ third: true })
})

test("closing ends calls under way and in line", async () => {
  const { pool, run } = hostilePool()
  await run("echo", {})
  const calls = [run("loop", {}), run("echo", {})]
  const ends = Promise.allSettled(calls)
  await pool.close()
  expect(await ends).toMatchObject([{ reason: { code: "cancelled" } }, { reason: { code: "cancelled" } }])
})

test("a document's bytes cross once, and again only to another process", async () => {
  const { run } = hostilePool()
  let asked = 0
  const counted = document("a", () => {
    asked += 1
    return Promise.resolve(new Uint8Array([9]))
  })
  expect(await run("echo", { document: counted })).toMatchObject({ document: { key: "a", bytes: new Uint8Array([9]) } })
  await run("echo", { document: counted })
  expect(asked).toBe(1)
  await expect(run("exit", {})).rejects.toMatchObject({ code: "parser-crashed" })
  expect(await run("echo", { document: counted })).toMatchObject({ document: { bytes: new Uint8Array([9]) } })
  expect(asked).toBe(2)
})

test("a call goes to the process that holds its document", async () => {
  const { run } = hostilePool({ size: 2 })
  await Promise.all([run("echo", { document: document("a") }), run("echo", { document: document("b") })])
  const unread = () => Promise.reject(new Error("asked again"))
  expect(await run("echo", { document: document("b", unread) })).toMatchObject({ document: { key: "b" } })
  expect(await run("echo", { document: document("a", unread) })).toMatchObject({ document: { key: "a" } })
})
