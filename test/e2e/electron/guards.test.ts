import { cpSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Display, openDisplay } from "../../support/display.ts"
import { type ElectronHome, type ElectronWindow, launchElectron, makeHome } from "../../support/electron.ts"
import { makeTestApp } from "../../support/electron-app.ts"
import { callEngine, pickFolder } from "../../support/journey.ts"
import { testRuntimeVersion } from "../../../tools/electron-test-runtime.ts"

const demoFiles = join(import.meta.dirname, "..", "..", "..", "demo", "files")
let program: string
let display: Display
let home: ElectronHome
let window: ElectronWindow
let items: { id: string; kind: string }[]

beforeAll(async () => {
  program = await makeTestApp()
  display = await openDisplay()
  home = makeHome()
  window = await launchElectron({ program, home, display: display.name })
  const source = home.make("source")
  for (const name of ["return-of-devices.mp4", "screenshot.png"]) cpSync(join(demoFiles, name), join(source, name))
  await window.answerDialogs(home.make("vaults"), source)
  const parent = await pickFolder(window.page)
  await callEngine(window.page, "vault.create", { parent, passphrase: "quiet lantern velvet orchard mango" })
  const { id: caseId } = await callEngine(window.page, "case.add", { title: "Guards" })
  const files = [await pickFolder(window.page)]
  await callEngine(window.page, "evidence.import", { caseId, files })
  items = (await callEngine(window.page, "evidence.list", { caseId })).rows
})
afterAll(async () => {
  await window.app.close()
  display.close()
  rmSync(dirname(dirname(program)), { recursive: true, force: true })
  rmSync(home.folder, { recursive: true, force: true })
})

const itemOf = (kind: string): string => items.find((item) => item.kind === kind)!.id
const stillOurs = async (): Promise<void> => {
  expect(window.page.url()).toBe("saqta://app/")
  expect((await callEngine(window.page, "vault.status", {})).open).toBe(true)
}
/** Runs `code` in the page of a parser, from Electron's main process. */
const inParser = (code: string): Promise<unknown> =>
  window.app.evaluate(({ webContents }, script) => {
    const parser = webContents.getAllWebContents().find((one) => one.getURL().startsWith("saqta-parser:"))
    return parser?.executeJavaScript(script)
  }, code)
const showPage = async (): Promise<number> => {
  const { png } = await window.page.evaluate(async (id) => {
    const { host } = globalThis as unknown as { host: { call(name: string, input: unknown): Promise<never> } }
    const reply: { ok: boolean; result: { png: Uint8Array } } = await host.call("evidence.pageImage", {
      id,
      page: 1,
      dpi: 40,
    })
    return { png: reply.ok ? reply.result.png.length : 0 }
  }, itemOf("image"))
  return png
}

test("the process under test is Electron", async () => {
  expect(await window.app.evaluate(() => process.versions.electron)).toBe(testRuntimeVersion)
})

test("the page has neither Node nor Electron, only the bridge", async () => {
  const seen = await window.page.evaluate(() =>
    ["require", "process", "module", "ipcRenderer", "electron"].filter((name) => name in globalThis),
  )
  expect(seen).toEqual([])
})

test("a link to anywhere else leaves the page where it is, and no window opens", async () => {
  for (const address of ["https://example.org/", "file:///etc/passwd", "saqta-media://media/x", "saqta-parser://p1/"]) {
    await window.page.evaluate((to) => void setTimeout(() => (location.href = to)), address)
    await window.page.waitForTimeout(200)
    await stillOurs()
  }
  expect(await window.page.evaluate(() => open("saqta://app/") === null)).toBe(true)
  const shown = await window.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length,
  )
  expect(shown).toBe(1)
})

test("permissions are refused, and every session lives in memory", async () => {
  const states = await window.page.evaluate(async () => {
    const names = ["geolocation", "camera", "microphone", "notifications"] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(states).toEqual(["denied", "denied", "denied", "denied"])
  const persistent = await window.app.evaluate(
    ({ webContents }) => webContents.getAllWebContents().filter((one) => one.session.isPersistent()).length,
  )
  expect(persistent).toBe(0)
})

const inParserOrStarted = async (code: string): Promise<unknown> => {
  expect(await showPage()).toBeGreaterThan(100)
  return inParser(code)
}

test("a parser's page has no bridge and no Node", async () => {
  const seen = await inParserOrStarted(
    `["host", "require", "process", "ipcRenderer"].filter((name) => name in globalThis)`,
  )
  expect(seen).toEqual([])
})

test("a parser can reach no network, no file and no bridge, and lives in a process of its own", async () => {
  const outcome = (await inParserOrStarted(`(async () => {
    const attempt = async (what) => { try { await what(); return "worked" } catch { return "refused" } }
    return {
      fetch: await attempt(() => fetch("https://example.org/")),
      file: await attempt(() => fetch("file:///etc/passwd")),
      page: await attempt(() => fetch("saqta://app/index.html")),
      socket: await attempt(() => new Promise((resolve, reject) => { const s = new WebSocket("ws://127.0.0.1:9/"); s.onopen = resolve; s.onerror = reject })),
      rtc: typeof RTCPeerConnection === "undefined" ? "refused" : await attempt(() => new Promise((resolve, reject) => {
        const rtc = new RTCPeerConnection({ iceServers: [] }); rtc.createDataChannel("x")
        rtc.onicecandidate = (e) => e.candidate ? resolve() : reject(new Error("none")); rtc.createOffer().then((o) => rtc.setLocalDescription(o))
      })),
    }
  })()`)) as Record<string, string>
  expect(Object.entries(outcome).filter(([, how]) => how !== "refused")).toEqual([])
  const pids = await window.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getOSProcessId()),
  )
  expect(new Set(pids).size).toBe(pids.length)
})

test("a parser that is killed is replaced", async () => {
  expect(await showPage()).toBeGreaterThan(100)
  await window.app.evaluate(({ webContents }) => {
    for (const one of webContents.getAllWebContents()) {
      if (one.getURL().startsWith("saqta-parser:")) one.forcefullyCrashRenderer()
    }
  })
  await window.page.waitForTimeout(300)
  expect(await showPage()).toBeGreaterThan(100)
})

test("a video plays by ranges in a sandboxed frame", async () => {
  const report = await window.page.evaluate(
    (id) =>
      new Promise<{ kind: string; durationSeconds?: number }>((resolve) => {
        const { host } = globalThis as unknown as { host: { mediaAddress(id: string): string } }
        const frame = document.createElement("iframe")
        frame.setAttribute("sandbox", "allow-scripts")
        frame.src = host.mediaAddress(id)
        addEventListener("message", (event) => {
          if (event.source === frame.contentWindow) resolve(event.data as never)
        })
        document.body.append(frame)
      }),
    itemOf("video"),
  )
  expect(report.kind).toBe("ready")
  expect(report.durationSeconds).toBeGreaterThan(0.5)
})
