/**
 * The app's window in a headless Chromium, driven by Playwright over the host's own pipe.
 *
 *   const window = await openWindow({ home })
 *   await window.page.getByRole("button", { name: "Create" }).click()
 *   await window.close()
 *
 * Locking ends the shell, engine and browser, and fresh ones come: `await window.relaunched()`, then `window.page`
 * is the new page.
 */
import { type ChildProcess, fork } from "node:child_process"
import { mkdirSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Browser, chromium, type Page } from "playwright-core"
import type { KdfParameters } from "../../main/crypto/kdf.ts"
import { type HostOptions, lockedExitCode } from "../../main/host/host.ts"
import type { CdpMessage } from "../../main/host/chromium/pipe.ts"
import type { FromShell, ShellStart, ToShell } from "./chromium-shell.ts"

const root = join(import.meta.dirname, "..", "..")

export const cheapKdf: KdfParameters = { memoryKiB: 64 * 1024, passes: 1, lanes: 1 }

export interface OpenWindowOptions {
  /** HOME of the window's processes; a fresh temporary folder unless given. */
  readonly home?: string
  readonly kdf?: KdfParameters
  readonly size?: { readonly width: number; readonly height: number }
  readonly colorScheme?: "light" | "dark"
  /** False shows the window on the display (DISPLAY). */
  readonly headless?: boolean
}

export interface WindowPids {
  readonly shell: number
  readonly browser: number
  readonly engine: number
}

export interface TestWindow {
  readonly page: Page
  readonly home: string
  readonly stateFolder: string
  readonly profileParent: string
  readonly pids: WindowPids
  /** What the next folder dialogs answer, in order; null dismisses. */
  answerFolders(...paths: (string | null)[]): void
  /** Resolves when a fresh shell has shown its page after a lock. */
  relaunched(): Promise<void>
  /** Resolves when the shell has ended, with its exit code. */
  ended(): Promise<number>
  close(): Promise<void>
}

interface Life {
  readonly shell: ChildProcess
  readonly browser: Browser
  readonly page: Page
  readonly pids: WindowPids
  readonly exit: Promise<number>
}

const placesIn = (home: string): HostOptions["places"] => ({
  mainFolder: join(root, "dist", "main"),
  rendererFolder: join(root, "dist", "renderer"),
  packagesFolder: join(root, "node_modules"),
  assetsFolder: join(root, "assets"),
  demoFolder: join(root, "demo"),
  homeFolder: home,
  stateFolder: join(home, ".local", "state", "saqta"),
})

const say = (shell: ChildProcess, message: ToShell): void => void shell.send(message)

const hear = (shell: ChildProcess, listener: (message: FromShell) => void): void => {
  shell.on("message", (message) => listener(message as FromShell))
}

const untilReady = (shell: ChildProcess): Promise<Extract<FromShell, { kind: "ready" }>> =>
  new Promise((resolve, reject) => {
    hear(shell, (message) => message.kind === "ready" && resolve(message))
    shell.once("exit", (code) => reject(new Error(`the shell ended with ${String(code)} before its window was ready`)))
  })

const connect = async (shell: ChildProcess): Promise<Browser> => {
  const transport = {
    send: (message: CdpMessage) => {
      if (shell.connected) say(shell, { kind: "cdp", message })
    },
    close: () => undefined,
  } as {
    send(message: CdpMessage): void
    close(): void
    onmessage?: (message: object) => void
    onclose?: (reason?: string) => void
  }
  hear(shell, (message) => {
    // Subtle: Playwright expects each message in a task of its own; in one batch it loses contexts of frames it has not met.
    if (message.kind === "cdp") setImmediate(() => transport.onmessage?.(message.message))
  })
  shell.once("exit", () => transport.onclose?.())
  return chromium.connectOverCDP(transport)
}

const startLife = async (start: ShellStart, options: OpenWindowOptions, answer: () => string | null): Promise<Life> => {
  const shell = fork(join(root, "test", "support", "chromium-shell.ts"), [], { env: start.environment })
  const exit = new Promise<number>((resolve) => shell.once("exit", (code) => resolve(code ?? -1)))
  hear(shell, (message) => message.kind === "chooseFolder" && say(shell, { kind: "folder", path: answer() }))
  const ready = untilReady(shell)
  say(shell, { kind: "start", start })
  const { browserPid, enginePid } = await ready
  const browser = await connect(shell)
  const page = browser.contexts().flatMap((context) => context.pages())[0]!
  await page.setViewportSize(options.size ?? { width: 1366, height: 768 })
  await page.emulateMedia({ colorScheme: options.colorScheme ?? "light" })
  await page.waitForFunction(() => document.readyState === "complete")
  return { shell, browser, page, exit, pids: { shell: shell.pid!, browser: browserPid, engine: enginePid } }
}

/** Opens the built app (`node tools/build.ts` first). */
export const openWindow = async (options: OpenWindowOptions = {}): Promise<TestWindow> => {
  const home = options.home ?? mkdtempSync(join(tmpdir(), "saqta-home-"))
  const profileParent = join(home, "profiles")
  mkdirSync(profileParent, { recursive: true })
  const folders: (string | null)[] = []
  const start: ShellStart = {
    options: { places: placesIn(home), version: "0.0.0-test", kdf: options.kdf ?? cheapKdf },
    environment: { HOME: home, PATH: process.env["PATH"] ?? "", DISPLAY: process.env["DISPLAY"] ?? "", TMPDIR: home },
    profileParents: [profileParent],
    headless: options.headless ?? true,
  }
  const begin = (): Promise<Life> => startLife(start, options, () => folders.shift() ?? null)
  let life = await begin()
  let next: Promise<void> | undefined
  let closing = false
  const keep = (current: Life): void => {
    next = current.exit.then(async (code) => {
      if (closing || code !== lockedExitCode) return
      life = await begin()
      keep(life)
    })
    next.catch(() => undefined)
  }
  keep(life)
  return {
    get page() {
      return life.page
    },
    get pids() {
      return life.pids
    },
    home,
    profileParent,
    stateFolder: placesIn(home).stateFolder,
    answerFolders: (...paths) => void folders.push(...paths),
    relaunched: () => next ?? Promise.resolve(),
    ended: () => life.exit,
    close: async () => {
      closing = true
      await life.page.close().catch(() => undefined)
      await life.exit
    },
  }
}
