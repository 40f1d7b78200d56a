import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { Engine } from "../../../main/engine/engine.ts"
import { linkEngine } from "../../../main/host/engine-link.ts"
import { serveEngine } from "../../../main/host/engine-server.ts"
import type { MessageLink } from "../../../main/host/wire.ts"

/** Two ends of one link in this process. */
const makePair = (): [MessageLink, MessageLink] => {
  const heard: ((message: unknown) => void)[][] = [[], []]
  const end = (own: number): MessageLink => ({
    post: (message) => queueMicrotask(() => heard[1 - own]!.forEach((listener) => listener(structuredClone(message)))),
    onMessage: (listener) => void heard[own]!.push(listener),
    onClose: () => undefined,
  })
  return [end(0), end(1)]
}

const makeEngine = (): Engine & { closed: boolean } => ({
  closed: false,
  call: (name, input) => Promise.resolve({ ok: true, result: { name, input } }),
  offer: (path) => `token-of-${path}` as never,
  resolve: (token) => token.replace("token-of-", ""),
  close() {
    this.closed = true
    return Promise.resolve()
  },
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-server-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const connect = (as: "shell" | "window", engine = makeEngine(), end = (): void => undefined) => {
  const server = serveEngine(engine, end)
  const [near, far] = makePair()
  if (as === "shell") server.serveShell(far)
  else server.serveWindow(far)
  return { link: linkEngine(near), engine, server, raw: near }
}

test("the shell turns paths into tokens and back", async () => {
  const { link } = connect("shell")
  expect(await link.offer(["/a/b.pdf"])).toEqual([{ token: "token-of-/a/b.pdf", name: "b.pdf" }])
  expect(await link.resolve("token-of-/a/b.pdf")).toBe("/a/b.pdf")
})

test("a window can call, but can neither offer a path, learn one, nor close the engine", async () => {
  const { raw, engine } = connect("window")
  const replies: unknown[] = []
  raw.onMessage((message) => replies.push(message))
  raw.post({ kind: "offer", id: 1, paths: ["/etc/passwd"] })
  raw.post({ kind: "resolve", id: 2, token: "token-of-/etc/passwd" })
  raw.post({ kind: "ticket", id: 3, path: "/tmp/x" })
  raw.post({ kind: "close", id: 4 })
  raw.post({ kind: "constructor", id: 5 })
  raw.post({ kind: "call", id: 6, name: "vault.status", input: {} })
  await expect.poll(() => replies.length).toBe(1)
  expect(replies).toEqual([{ kind: "reply", id: 6, reply: { ok: true, result: { name: "vault.status", input: {} } } }])
  expect(engine.closed).toBe(false)
})

test("a text is written once per ticket, to a new file that only its owner reads", async () => {
  const { link } = connect("shell")
  const path = join(folder, "recovery.txt")
  const ticket = await link.ticket(path)
  await link.saveText(ticket, "code")
  expect(readFileSync(path, "utf8")).toBe("code")
  expect(statSync(path).mode & 0o777).toBe(0o600)
  await expect(link.saveText(ticket, "again")).rejects.toMatchObject({ code: "not-found" })
})

test("a text never replaces a file", async () => {
  const { link } = connect("shell")
  const path = join(folder, "there.txt")
  writeFileSync(path, "mine")
  await expect(link.saveText(await link.ticket(path), "code")).rejects.toMatchObject({ code: "target-exists" })
  expect(readFileSync(path, "utf8")).toBe("mine")
})

test("closing closes the vault first and ends the process after the answer", async () => {
  const order: string[] = []
  const engine = makeEngine()
  engine.close = () => {
    order.push("vault closed")
    return Promise.resolve()
  }
  const { link } = connect("shell", engine, () => order.push("process ended"))
  await link.close()
  expect(order).toEqual(["vault closed", "process ended"])
})

test("what is no message is not answered", async () => {
  const { raw } = connect("window")
  const replies: unknown[] = []
  raw.onMessage((message) => replies.push(message))
  for (const message of [null, 1, "call", [], {}, { kind: "call" }, { id: 1 }, { id: "1", kind: "call" }])
    raw.post(message)
  raw.post({ kind: "call", id: 9, name: "a", input: {} })
  await expect.poll(() => replies.length).toBe(1)
})
