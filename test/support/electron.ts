/** The app in the Electron test runtime: as an unprivileged user, with Chromium's sandbox on, driven by Playwright. */
import { chmodSync, chownSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { _electron, type ElectronApplication, type Page } from "playwright-core"

/** Debian's "nobody". */
export const unprivilegedId = 65534
const isRoot = process.getuid?.() === 0

export interface ElectronHome {
  readonly folder: string
  /** A folder inside, for vaults and files; the app's user can write it. */
  make(name: string): string
}

/** A HOME that the app's user owns, and everybody can read. */
export const makeHome = (): ElectronHome => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-electron-home-"))
  const own = (path: string): void => {
    chmodSync(path, 0o755)
    if (isRoot) chownSync(path, unprivilegedId, unprivilegedId)
  }
  own(folder)
  const make = (name: string): string => {
    const path = join(folder, name)
    mkdirSync(path, { recursive: true })
    own(path)
    return path
  }
  make("tmp")
  return { folder, make }
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A script that runs `program` as the unprivileged user: Chromium refuses its sandbox for root. */
export const wrapper = (program: string, home: ElectronHome, display: string): string => {
  const path = join(dirname(program), `run-${Date.now()}.sh`)
  const asUser = isRoot ? `setpriv --reuid ${unprivilegedId} --regid ${unprivilegedId} --clear-groups ` : ""
  const environment = [
    `HOME=${quote(home.folder)}`,
    `TMPDIR=${quote(join(home.folder, "tmp"))}`,
    `DISPLAY=${display}`,
    "LANG=C.UTF-8",
    `PATH=${quote(process.env["PATH"] ?? "/usr/bin:/bin")}`,
  ]
  const line = `exec ${asUser}env -i ${environment.join(" ")} ${quote(program)} "$@"`
  writeFileSync(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 })
  return path
}

export interface ElectronWindow {
  readonly app: ElectronApplication
  readonly page: Page
  /** Process id of Electron's main process. */
  readonly pid: number
  /** What the next dialogs answer. The operating system's dialogs are the one thing that is faked here. */
  answerDialogs(...paths: string[]): Promise<void>
  /** Resolves with the exit code. */
  readonly exit: Promise<number>
}

export interface LaunchOptions {
  readonly program: string
  readonly home: ElectronHome
  readonly display: string
  readonly words?: readonly string[]
}

/** One life of the app. A lock ends it with the exit code that asks for a fresh one; call again for that. */
export const launchElectron = async ({
  program,
  home,
  display,
  words = ["--window-kept"],
}: LaunchOptions): Promise<ElectronWindow> => {
  const app = await _electron.launch({
    executablePath: wrapper(program, home, display),
    chromiumSandbox: true,
    args: [...words],
    timeout: 60_000,
  })
  const child = app.process()
  child.stderr?.on("data", (part: Buffer) => process.env["SAQTA_TEST_LOUD"] && process.stderr.write(part))
  child.stdout?.on("data", (part: Buffer) => process.env["SAQTA_TEST_LOUD"] && process.stderr.write(part))
  const exit = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? -1)))
  const page = await app.firstWindow()
  const pid = await app.evaluate(() => process.pid)
  return {
    app,
    page,
    pid,
    exit,
    answerDialogs: (...paths) =>
      app.evaluate(({ dialog }, answers) => {
        const left = [...answers]
        dialog.showOpenDialog = () => {
          const path = left.shift()
          return Promise.resolve({ canceled: path === undefined, filePaths: path === undefined ? [] : [path] })
        }
        dialog.showSaveDialog = () => {
          const path = left.shift()
          return Promise.resolve({ canceled: path === undefined, filePath: path ?? "" })
        }
      }, paths),
  }
}
