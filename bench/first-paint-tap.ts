/**
 * Put before the shell's own code (`node --require`): listens on the pipe between shell and Chromium, asks it to tell
 * of paints, prints the moment of the page's first, in milliseconds since 1970, and closes the window.
 */
import childProcess, { type ChildProcess } from "node:child_process"
import type { Readable, Writable } from "node:stream"
import { type CdpMessage, makeFrameReader } from "../main/host/chromium/pipe.ts"

// Above every id that the shell will come to: its own answers stay its own.
const idOfOurs = 1_000_000_000

const send = (pipe: Writable, message: CdpMessage): void => void pipe.write(`${JSON.stringify(message)}\0`)

const listen = (toBrowser: Writable, fromBrowser: Readable): void => {
  // Subtle: only Page.navigate's answer names a loader; what Chromium painted before is not the page.
  let loaderId: unknown
  fromBrowser.on(
    "data",
    makeFrameReader((message) => {
      loaderId ??= message.result?.["loaderId"]
      const { params } = message
      if (message.method !== "Page.lifecycleEvent" || loaderId === undefined) return
      if (params?.["name"] !== "firstContentfulPaint" || params["loaderId"] !== loaderId) return
      process.stdout.write(`painted ${performance.timeOrigin + performance.now()}\n`)
      send(toBrowser, { id: idOfOurs + 1, method: "Browser.close" })
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
