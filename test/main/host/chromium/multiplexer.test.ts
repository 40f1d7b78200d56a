import { expect, test } from "vitest"
import { multiplex } from "../../../../main/host/chromium/multiplexer.ts"
import type { CdpMessage, Pipe } from "../../../../main/host/chromium/pipe.ts"

/** A browser that attaches, and otherwise says what the test says. */
const makeBrowser = () => {
  const sent: CdpMessage[] = []
  let say: (message: CdpMessage) => void = () => undefined
  const pipe: Pipe = {
    send: (message) => {
      sent.push(message)
      if (message.method !== "Target.attachToBrowserTarget") return
      queueMicrotask(() => say({ id: message.id!, result: { sessionId: "second" } }))
    },
    onMessage: (listener) => (say = listener),
    onClose: () => undefined,
  }
  return { pipe, sent, say: (message: CdpMessage) => say(message) }
}

const openBoth = async () => {
  const browser = makeBrowser()
  const wire = multiplex(browser.pipe)
  const first = await wire.openLine("root")
  const second = await wire.openLine("session")
  const heard = { first: [] as CdpMessage[], second: [] as CdpMessage[] }
  first.onMessage((message) => heard.first.push(message))
  second.onMessage((message) => heard.second.push(message))
  return { browser, first, second, heard }
}

test("two speakers may use the same message id, and each hears its own answer", async () => {
  const { browser, first, second, heard } = await openBoth()
  first.send({ id: 7, method: "A" })
  second.send({ id: 7, method: "B" })
  const [a, b] = browser.sent.slice(-2)
  expect(a!.id).not.toBe(b!.id)
  browser.say({ id: b!.id!, sessionId: "second", result: { of: "B" } })
  browser.say({ id: a!.id!, result: { of: "A" } })
  expect(heard.first).toEqual([{ id: 7, result: { of: "A" } }])
  expect(heard.second).toEqual([{ id: 7, result: { of: "B" } }])
})

test("the second speaker's commands without a session go to its own browser session", async () => {
  const { browser, second } = await openBoth()
  second.send({ id: 1, method: "Target.getTargets" })
  second.send({ id: 2, method: "Page.enable", sessionId: "page" })
  expect(browser.sent.slice(-2).map(({ sessionId }) => sessionId)).toEqual(["second", "page"])
})

test("events go to whoever attached to their session, and to nobody else", async () => {
  const { browser, heard } = await openBoth()
  browser.say({ method: "Target.attachedToTarget", sessionId: "second", params: { sessionId: "theirs" } })
  browser.say({ method: "Page.loadEventFired", sessionId: "theirs" })
  browser.say({ method: "Target.attachedToTarget", params: { sessionId: "ours" } })
  browser.say({ method: "Runtime.bindingCalled", sessionId: "ours" })
  expect(heard.second.map(({ method }) => method)).toEqual(["Target.attachedToTarget", "Page.loadEventFired"])
  expect(heard.first.map(({ method }) => method)).toEqual(["Target.attachedToTarget", "Runtime.bindingCalled"])
})

test("the second speaker does not see the name of its own session, as if it had the pipe alone", async () => {
  const { browser, heard } = await openBoth()
  browser.say({ method: "Target.targetCreated", sessionId: "second", params: {} })
  expect(heard.second).toEqual([{ method: "Target.targetCreated", params: {} }])
})
