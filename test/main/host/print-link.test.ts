import { MessageChannel, type MessagePort } from "node:worker_threads"
import { expect, onTestFinished, test } from "vitest"
import { printThroughShell, servePrints } from "../../../main/host/print-link.ts"
import type { MessageLink } from "../../../main/host/wire.ts"
import type { PrintHtml } from "../../../main/redaction/print/printer.ts"
import { Fault } from "../../../shared/faults.ts"

const linkOf = (port: MessagePort): MessageLink => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on("message", listener),
  onClose: (listener) => void port.on("close", listener),
})

const linked = (print: PrintHtml): PrintHtml => {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  servePrints(linkOf(port1), print)
  return printThroughShell(linkOf(port2))
}

test("what the engine asks for is printed by the shell, each answer to its own question", async () => {
  const print = linked((html) => Promise.resolve(Buffer.from(html)))
  const [one, two] = await Promise.all([print("one", {}), print("two", {})])
  expect([one, two].map((pdf) => Buffer.from(pdf).toString())).toEqual(["one", "two"])
})

test("a fault of the shell crosses as its code, and nothing else of it", async () => {
  const print = linked(() => Promise.reject(new Fault("parser-timeout", { words: "of the page" })))
  await expect(print("x", {})).rejects.toMatchObject({ code: "parser-timeout", detail: {} })
  const broken = linked(() => Promise.reject(new Error("words of the page")))
  await expect(broken("x", {})).rejects.toMatchObject({ code: "parser-crashed", detail: {} })
})

test("a print ends with the engine that asked for it", async () => {
  const { port1, port2 } = new MessageChannel()
  const aborted = new Promise<void>((resolve) => {
    servePrints(linkOf(port1), (_html, { signal }) => {
      signal?.addEventListener("abort", () => resolve())
      port2.close()
      return new Promise(() => undefined)
    })
  })
  void printThroughShell(linkOf(port2))("x", {})
  await aborted
})

test("cancelling reaches the shell", async () => {
  const print = linked(
    (_html, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new Fault("cancelled")))
      }),
  )
  const control = new AbortController()
  const printing = print("x", { signal: control.signal })
  setImmediate(() => control.abort())
  await expect(printing).rejects.toMatchObject({ code: "cancelled" })
})
