import { afterAll, beforeAll, expect, test } from "vitest"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine } from "../../support/journey.ts"

let window: TestWindow
beforeAll(async () => {
  window = await openWindow()
})
afterAll(() => window.close())

/** The page is still ours and its bridge still answers. */
const stillOurs = async (): Promise<void> => {
  expect(window.page.url()).toBe("https://vault.invalid/")
  expect(await callEngine(window.page, "vault.status", {})).toEqual({ open: false, info: null })
}

test("the page is a secure context with a bridge of our own and no binding lying about", async () => {
  const seen = await window.page.evaluate(() => ({
    secure: isSecureContext,
    host: (globalThis as { host?: { kind: string } }).host?.kind,
    binding: "saqtaBinding" in globalThis,
  }))
  expect(seen).toEqual({ secure: true, host: "chromium", binding: false })
})

test("a link to anywhere else leaves the page where it is", async () => {
  for (const address of ["https://example.org/", "http://127.0.0.1:9/", "file:///etc/passwd", "chrome://version/"]) {
    await window.page.evaluate((to) => void setTimeout(() => (location.href = to)), address)
    await window.page.waitForTimeout(300)
    await stillOurs()
  }
})

test("a window that is opened is closed at once", async () => {
  await window.page.evaluate(() => void open("https://vault.invalid/"))
  await window.page.waitForTimeout(500)
  expect(window.page.context().pages()).toHaveLength(1)
  await stillOurs()
})

test("scripts, styles and connections that are not the page's own are refused", async () => {
  const refused = await window.page.evaluate(async () => {
    const tries: Record<string, () => unknown> = {
      eval: () => (0, eval)("1"),
      markup: () => (document.createElement("p").innerHTML = "<b>x</b>"),
      fetch: () => fetch("https://vault.invalid/index.html"),
      elsewhere: () => fetch("https://example.org/"),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket("ws://127.0.0.1:9/")
          socket.onopen = resolve
          socket.onerror = reject
        }),
      webrtc: () =>
        new Promise((resolve, reject) => {
          const rtc = new RTCPeerConnection({ iceServers: [] })
          rtc.createDataChannel("x")
          rtc.onicecandidate = ({ candidate }) => {
            if (candidate === null) reject(new Error("no way out"))
            else resolve(candidate)
          }
          rtc.createOffer().then((offer) => rtc.setLocalDescription(offer), reject)
        }),
      worker: () =>
        new Promise((resolve, reject) => {
          const worker = new Worker("data:text/javascript,postMessage(1)")
          worker.onmessage = resolve
          worker.onerror = reject
        }),
    }
    const outcome: Record<string, string> = {}
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        // Subtle: what the driver evaluates at once may use eval whatever the policy says; what a timer runs may not.
        await new Promise((resolve) => setTimeout(resolve)).then(attempt)
        outcome[name] = "worked"
      } catch {
        outcome[name] = "refused"
      }
    }
    return outcome
  })
  expect(Object.entries(refused).filter(([, outcome]) => outcome !== "refused")).toEqual([])
})

test("permissions are refused without asking", async () => {
  const states = await window.page.evaluate(async () => {
    const names = ["geolocation", "camera", "microphone"] as PermissionName[]
    const asked = await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    return [...asked, "Notification" in globalThis]
  })
  expect(states).toEqual(["denied", "denied", "denied", false])
})

test("the browser's own keys do nothing", async () => {
  for (const key of ["F12", "Control+P", "Control+S", "Control+U", "Control+Shift+I", "Control+R", "F5"]) {
    await window.page.keyboard.press(key)
  }
  await window.page.waitForTimeout(300)
  expect(window.page.context().pages()).toHaveLength(1)
  await stillOurs()
})

test("a page that crashes ends every process of its life, and a fresh one comes", async () => {
  const { shell } = window.pids
  const session = await window.page.context().newCDPSession(window.page)
  session.send("Page.crash").catch(() => undefined)
  await window.relaunched()
  expect(window.pids.shell).not.toBe(shell)
  await stillOurs()
})

test("an engine that is killed ends every process of its life, and a fresh one comes", async () => {
  const { shell, engine } = window.pids
  process.kill(engine, "SIGKILL")
  await window.relaunched()
  expect(window.pids.shell).not.toBe(shell)
  await stillOurs()
})
