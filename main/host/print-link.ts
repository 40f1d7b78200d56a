/**
 * Printing across the engine's link to its shell, which alone has a browser's engine at hand.
 *
 *   engine → shell   {kind: "print", id, html} · {kind: "printCancel", id}
 *   shell → engine   {kind: "printed", id, pdf} · {kind: "printed", id, fault}
 *
 * The shell ends with every lock, and with it what passed here.
 */
import { Fault, type FaultCode, faultCodes, isFault } from "../../shared/faults.ts"
import type { PrintHtml } from "../redaction/print/printer.ts"
import { isRecord, type MessageLink } from "./wire.ts"

interface Waiting {
  resolve(pdf: Uint8Array): void
  reject(fault: Fault): void
}

const codeOf = (value: unknown): FaultCode => faultCodes.find((code) => code === value) ?? "internal"

/** The engine's end. */
export const printThroughShell = (shell: MessageLink): PrintHtml => {
  let nextId = 1
  const waiting = new Map<number, Waiting>()
  shell.onMessage((message) => {
    if (!isRecord(message) || message["kind"] !== "printed") return
    const asked = waiting.get(Number(message["id"]))
    waiting.delete(Number(message["id"]))
    const { pdf, fault } = message
    if (pdf instanceof Uint8Array) asked?.resolve(pdf)
    else asked?.reject(new Fault(codeOf(fault)))
  })
  return (html, { signal }) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new Fault("cancelled"))
        return
      }
      const id = nextId++
      const cancel = (): void => shell.post({ kind: "printCancel", id })
      const settle = (end: () => void): void => {
        signal?.removeEventListener("abort", cancel)
        end()
      }
      waiting.set(id, {
        resolve: (pdf) => settle(() => resolve(pdf)),
        reject: (fault) => settle(() => reject(fault)),
      })
      signal?.addEventListener("abort", cancel, { once: true })
      shell.post({ kind: "print", id, html })
    })
}

/** The shell's end. */
export const servePrints = (engine: MessageLink, print: PrintHtml): void => {
  const running = new Map<number, AbortController>()
  const serve = async (id: number, html: string): Promise<void> => {
    const control = new AbortController()
    running.set(id, control)
    try {
      engine.post({ kind: "printed", id, pdf: await print(html, { signal: control.signal }) })
    } catch (error) {
      engine.post({ kind: "printed", id, fault: isFault(error) ? error.code : "parser-crashed" })
    } finally {
      running.delete(id)
    }
  }
  // An engine that is gone was locked: what it asked to be printed ends too, and the browser with it.
  engine.onClose(() => running.forEach((control) => control.abort()))
  engine.onMessage((message) => {
    if (!isRecord(message)) return
    const { kind, id, html } = message
    if (kind === "print" && typeof id === "number" && typeof html === "string") void serve(id, html)
    if (kind === "printCancel" && typeof id === "number") running.get(id)?.abort()
  })
}
