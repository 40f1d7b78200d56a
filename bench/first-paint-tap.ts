/**
 * Put before the shell's own code (`node --require`): listens on the pipe between shell and Chromium, asks it to tell
 * of paints, prints two moments in milliseconds since 1970, and closes the window: the page's first paint, and the
 * frame after which its first button is there.
 */
import childProcess, { type ChildProcess } from "node:child_process"
import type { Readable, Writable } from "node:stream"
import { type CdpMessage, makeFrameReader } from "../main/host/chromium/pipe.ts"

// Above every id that the shell will come to: its own answers stay its own.
const idOfOurs = 1_000_000_000
const idOfButton = idOfOurs + 1

/** Run in the page: resolves in the task after the frame that draws the first button. */
const buttonIsDrawn = `new Promise((resolve) => {
  const look = () => document.querySelector("button") === null
    ? requestAnimationFrame(look)
    : requestAnimationFrame(() => setTimeout(resolve))
  look()
})`

const send = (pipe: Writable, message: CdpMessage): void => void pipe.write(`${JSON.stringify(message)}\0`)

const listen = (toBrowser: Writable, fromBrowser: Readable): void => {
  // Subtle: only Page.navigate's answer names a loader; what Chromium painted before is not the page.
  let loaderId: unknown
  fromBrowser.on(
    "data",
    makeFrameReader((message) => {
      loaderId ??= message.result?.["loaderId"]
      const { params: told } = message
      if (message.id === idOfButton) {
        process.stdout.write(`usable ${performance.timeOrigin + performance.now()}\n`)
        send(toBrowser, { id: idOfButton + 1, method: "Browser.close" })
      }
      if (message.method !== "Page.lifecycleEvent" || loaderId === undefined) return
      if (told?.["name"] !== "firstContentfulPaint" || told["loaderId"] !== loaderId) return
      process.stdout.write(`painted ${performance.timeOrigin + performance.now()}\n`)
      const params = { expression: buttonIsDrawn, awaitPromise: true }
      const { sessionId = "" } = message
      send(toBrowser, { id: idOfButton, sessionId, method: "Runtime.evaluate", params })
    }),
  )
  const write = toBrowser.write.bind(toBrowser) as (text: string) => boolean
  toBrowser.write = (text: string): boolean => {
    const message = JSON.parse(text.slice(0, -1)) as CdpMessage
    if (message.method === "Page.navigate" && message.sessionId !== undefined) {
      const { sessionId } = message
      const asking = { id: idOfOurs, sessionId, method: "Page.setLifecycleEventsEnabled", params: { enabled: true } }
      write(`${JSON.stringify(asking)}\0`)
    }
    return write(text)
  }
}

const spawn = childProcess.spawn as (program: string, args: readonly string[], options: object) => ChildProcess

const spawnAndListen = (program: string, args: readonly string[], options: object): ChildProcess => {
  const child = spawn(program, args, options)
  if (args.includes("--remote-debugging-pipe")) listen(child.stdio[3] as Writable, child.stdio[4] as Readable)
  return child
}

childProcess.spawn = spawnAndListen as typeof childProcess.spawn
