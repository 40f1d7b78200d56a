/**
 * Parsers in Electron: each a hidden, sandboxed page in a process and a session of its own. It has one port, no network,
 * no storage on disk, and may run WebAssembly that it was sent; it dies on demand, or when it takes too much memory.
 */
import { join } from "node:path"
import { app, BrowserWindow, MessageChannelMain, session } from "electron"
import { parserHeaders } from "../pages.ts"
import { readStaticFile } from "../static-files.ts"
import { guardContents, guardSession, pagePreferences } from "./guard.ts"
import { isOwnSender } from "./sender.ts"
import type { UtilityEngine } from "./utility-engine.ts"
import { parserScheme, portChannel, readyChannel } from "./wire.ts"

const memoryLimitKiB = 1536 * 1024
const memoryCheckMs = 500

interface Parser {
  readonly window: BrowserWindow
  readonly end: (exit: "memory" | "crash") => void
}

const openParserWindow = (id: number, mainFolder: string): BrowserWindow => {
  const own = session.fromPartition(`saqta-parser-${id}`, { cache: false })
  guardSession(own, [parserScheme], [])
  own.protocol.handle(parserScheme, async (request) => {
    const file = await readStaticFile(join(mainFolder, "parser-page"), new URL(request.url).pathname)
    if (file === undefined) return new Response(null, { status: 404 })
    return new Response(Buffer.from(file.bytes), { headers: { ...parserHeaders, "Content-Type": file.mediaType } })
  })
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      ...pagePreferences,
      session: own,
      preload: join(mainFolder, "preload", "parser-preload.cjs"),
      backgroundThrottling: false,
      images: false,
      devTools: false,
    },
  })
  guardContents(window.webContents, undefined)
  return window
}

/** Starts and ends parsers as the engine asks. */
export const serveParsers = (engine: UtilityEngine, mainFolder: string): void => {
  const parsers = new Map<number, Parser>()

  const start = (id: number): void => {
    const window = openParserWindow(id, mainFolder)
    const { webContents } = window
    const origin = `${parserScheme}://p${id}`
    const end = (exit: "memory" | "crash"): void => {
      if (!parsers.delete(id)) return
      engine.parserEnded(id, exit)
      // Subtle: `destroy` alone leaves a busy page running until it next looks up.
      if (!webContents.isDestroyed()) webContents.forcefullyCrashRenderer()
      if (!window.isDestroyed()) window.destroy()
    }
    parsers.set(id, { window, end })
    webContents.once("render-process-gone", (_event, { reason }) => end(reason === "oom" ? "memory" : "crash"))
    webContents.ipc.once(readyChannel, (event) => {
      if (!isOwnSender(event, webContents, origin)) {
        end("crash")
        return
      }
      const { port1, port2 } = new MessageChannelMain()
      webContents.postMessage(portChannel, null, [port1])
      engine.giveParser(id, port2)
    })
    window.loadURL(`${origin}/parser-page.html`).catch(() => end("crash"))
  }

  const watchMemory = (): void => {
    const used = new Map(app.getAppMetrics().map((metric) => [metric.pid, metric.memory.workingSetSize]))
    for (const { window, end } of [...parsers.values()]) {
      if (window.isDestroyed()) continue
      if ((used.get(window.webContents.getOSProcessId()) ?? 0) > memoryLimitKiB) end("memory")
    }
  }

  engine.onParserWanted(start)
  engine.onParserKill((id) => parsers.get(id)?.end("crash"))
  setInterval(() => parsers.size > 0 && watchMemory(), memoryCheckMs).unref()
}
