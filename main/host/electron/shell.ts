/** Electron's main process: one window, its guards, and the engine behind it. It sees no evidence, only paths. */
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { app, BrowserWindow, Menu, protocol, type Session, session } from "electron"
import { answerRequest, type ServeOptions } from "../answer.ts"
import { closeInTime, type EngineLink, linkEngine } from "../engine-link.ts"
import { type HostOptions, keptWord, lockedExitCode } from "../host.ts"
import { makeProfile, sweepProfiles } from "../profile.ts"
import { answerAct } from "./actions.ts"
import { guardContents, guardSession, pagePreferences } from "./guard.ts"
import { watchLockSignals } from "./lock-signals.ts"
import { servePrints } from "../print-link.ts"
import { electronPrint, printScheme } from "./print.ts"
import { serveParsers } from "./parser-spawner.ts"
import { isOwnSender } from "./sender.ts"
import { ownSwitches, refusedSwitches } from "./switches.ts"
import { startUtilityEngine, type UtilityEngine } from "./utility-engine.ts"
import { actChannel, mediaOrigin, pageOrigin, parserScheme, portChannel, readyChannel } from "./wire.ts"

export interface ElectronOptions extends HostOptions {
  /** The words after the program's own. */
  readonly words: readonly string[]
  readonly profileParents: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The AppImage that this runs from, which must be started again instead of its unpacked program. */
  readonly appImage: string | undefined
}

const pageScheme = "saqta"
const mediaScheme = "saqta-media"

const serveSession = (own: Session, options: ServeOptions): void => {
  const handle = async (request: Request): Promise<Response> => {
    const { url, method } = request
    const { status, headers, body } = await answerRequest(
      { url, method, headers: Object.fromEntries(request.headers) },
      options,
    )
    return new Response(Buffer.from(body), { status, headers: { ...headers } })
  }
  own.protocol.handle(pageScheme, handle)
  own.protocol.handle(mediaScheme, handle)
}

const openWindow = (options: ElectronOptions, engine: EngineLink): BrowserWindow => {
  const { mainFolder, rendererFolder } = options.places
  // No "persist:": this session lives in memory.
  const own = session.fromPartition("saqta-window", { cache: false })
  guardSession(own, [pageScheme, mediaScheme], ["clipboard-read", "clipboard-sanitized-write"])
  serveSession(own, { engine, pageOrigin, mediaOrigin, rendererFolder, mediaFolder: join(mainFolder, "media") })
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 900,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      ...pagePreferences,
      session: own,
      preload: join(mainFolder, "preload", "window-preload.cjs"),
      devTools: !app.isPackaged,
    },
  })
  guardContents(window.webContents, mediaOrigin)
  window.once("ready-to-show", () => window.show())
  return window
}

/** Gives the page its port to the engine, and answers what it asks of the shell. */
const connectWindow = (window: BrowserWindow, engine: UtilityEngine, link: EngineLink, lock: () => void): void => {
  const { webContents } = window
  const isOwn = (event: Parameters<typeof isOwnSender>[0]): boolean => isOwnSender(event, webContents, pageOrigin)
  webContents.ipc.on(readyChannel, (event) => {
    if (isOwn(event)) webContents.postMessage(portChannel, null, [engine.openWindowPort()])
  })
  webContents.ipc.handle(actChannel, (event, message: unknown) => {
    if (!isOwn(event)) throw new Error("refused")
    return answerAct(message, { window, engine: link, lock })
  })
}

const start = async (options: ElectronOptions): Promise<void> => {
  const engine = startUtilityEngine(options)
  const link = linkEngine(engine.link)
  serveParsers(engine, options.places.mainFolder)
  servePrints(engine.link, electronPrint)
  const window = openWindow(options, link)

  let isEnding = false
  const end = async (how: "closed" | "locked"): Promise<void> => {
    if (isEnding) return
    isEnding = true
    stopListening()
    window.hide()
    await closeInTime(link)
    engine.kill()
    if (how === "closed") {
      app.exit(0)
      return
    }
    if (options.words.includes(keptWord)) {
      app.exit(lockedExitCode)
      return
    }
    const words = options.words.filter((word) => !word.startsWith("--inspect"))
    app.relaunch({ args: [...words], ...(options.appImage === undefined ? {} : { execPath: options.appImage }) })
    app.exit(0)
  }
  const lock = (): void => void end("locked")
  connectWindow(window, engine, link, lock)
  const stopListening = watchLockSignals(link, lock, options.environment)
  // An engine or a page that is gone leaves what it showed in other processes: that ends as a lock does.
  link.onGone(lock)
  window.webContents.on("render-process-gone", lock)
  window.on("close", (event) => {
    event.preventDefault()
    void end("closed")
  })
  app.on("before-quit", () => void end("closed"))
  await window.loadURL(`${pageOrigin}/`)
}

/** Runs the app. @throws never: a refused switch ends the program with exit code 1 */
export const runElectron = async (options: ElectronOptions): Promise<void> => {
  const refused = app.isPackaged ? refusedSwitches(options.words) : []
  if (refused.length > 0) {
    process.stderr.write(`Saqta does not run with ${refused.join(" ")}\n`)
    app.exit(1)
    return
  }
  sweepProfiles(options.profileParents)
  const profile = makeProfile(options.profileParents, process.pid)
  mkdirSync(profile, { recursive: true })
  app.on("quit", () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }))
  app.setPath("userData", profile)
  app.setPath("sessionData", profile)
  for (const [name, value] of ownSwitches) app.commandLine.appendSwitch(name, value)
  app.enableSandbox()
  Menu.setApplicationMenu(null)
  const standard = { standard: true, secure: true, supportFetchAPI: false, stream: true }
  protocol.registerSchemesAsPrivileged(
    [pageScheme, mediaScheme, parserScheme, printScheme].map((scheme) => ({ scheme, privileges: standard })),
  )
  app.on("window-all-closed", () => undefined)
  await app.whenReady()
  await start(options)
}
