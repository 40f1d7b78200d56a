import { expect, test } from "vitest"
import { linkEngine } from "../../../main/host/engine-link.ts"
import type { FromEngine, MessageLink, ShellRequest } from "../../../main/host/wire.ts"

const makeLink = () => {
  const posted: ShellRequest[] = []
  let say: (message: unknown) => void = () => undefined
  let close: () => void = () => undefined
  const link: MessageLink = {
    post: (message) => void posted.push(message as ShellRequest),
    onMessage: (listener) => (say = listener),
    onClose: (listener) => (close = listener),
  }
  return { link, posted, say: (message: FromEngine) => say(message), close: () => close() }
}

test("answers find their questions in whatever order they come", async () => {
  const wire = makeLink()
  const engine = linkEngine(wire.link)
  const [first, second] = [engine.call("a", {}), engine.call("b", {})]
  const [a, b] = wire.posted
  wire.say({ kind: "reply", id: b!.id, reply: { ok: true, result: "b" } })
  wire.say({ kind: "reply", id: a!.id, reply: { ok: true, result: "a" } })
  expect([await first, await second]).toEqual([
    { ok: true, result: "a" },
    { ok: true, result: "b" },
  ])
})

test("when the engine ends, every open question and every later one is answered with a fault", async () => {
  const wire = makeLink()
  const engine = linkEngine(wire.link)
  const open = engine.call("a", {})
  wire.close()
  expect(await open).toMatchObject({ ok: false, fault: { code: "internal" } })
  expect(await engine.call("b", {})).toMatchObject({ ok: false })
  await expect(engine.resolve("token")).rejects.toMatchObject({ code: "internal" })
})

test("a vault that was opened is known to be there to lock", () => {
  const wire = makeLink()
  const engine = linkEngine(wire.link)
  expect(engine.isOpen()).toBe(false)
  wire.say({ kind: "event", event: { kind: "vault.opened" } })
  expect(engine.isOpen()).toBe(true)
})
