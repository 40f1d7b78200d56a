import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openWindow, type TestWindow } from "../../support/chromium.ts"
import { callEngine, pickFolder } from "../../support/journey.ts"

const demoFiles = join(import.meta.dirname, "..", "..", "..", "demo", "files")
let folder: string
let window: TestWindow
let videoId: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saqta-media-"))
  const source = join(folder, "source")
  mkdirSync(source)
  cpSync(join(demoFiles, "return-of-devices.mp4"), join(source, "return-of-devices.mp4"))
  window = await openWindow({ home: join(folder, "home") })
  window.answerFolders(folder, source)
  const parent = await pickFolder(window.page)
  await callEngine(window.page, "vault.create", { parent, passphrase: "quiet lantern velvet orchard mango" })
  const { id: caseId } = await callEngine(window.page, "case.add", { title: "Media" })
  const files = [await pickFolder(window.page)]
  const { outcomes } = await callEngine(window.page, "evidence.import", { caseId, files })
  videoId = outcomes[0]!.evidenceId!
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

type Report = { kind: string; seconds?: number; durationSeconds?: number }

/** Frames the item as the page does, sends `commands`, and collects what the frame says. */
const play = (commands: readonly object[], until: string): Promise<Report[]> =>
  window.page.evaluate(
    ([id, toSend, last]) =>
      new Promise<Report[]>((resolve) => {
        const { host } = globalThis as unknown as { host: { mediaAddress(id: string): string } }
        const frame = document.createElement("iframe")
        frame.setAttribute("sandbox", "allow-scripts")
        frame.src = host.mediaAddress(id)
        const reports: Report[] = []
        addEventListener("message", (event) => {
          if (event.source !== frame.contentWindow) return
          const report = event.data as Report
          reports.push(report)
          if (report.kind === "ready") for (const command of toSend) frame.contentWindow?.postMessage(command, "*")
          if (report.kind === last || report.kind === "failed") {
            frame.remove()
            resolve(reports)
          }
        })
        document.body.append(frame)
      }),
    [videoId, commands, until] as const,
  )

test("a video says its length and seeks, in a sandboxed frame of another origin", async () => {
  const reports = await play([{ kind: "seek", seconds: 0.5 }], "time")
  expect(reports[0]?.kind).toBe("ready")
  expect(reports[0]?.durationSeconds).toBeGreaterThan(0.5)
  expect(reports.at(-1)).toMatchObject({ kind: "time" })
  expect(reports.at(-1)?.seconds).toBeCloseTo(0.5, 1)
})

test("the frame can reach neither the bridge nor the page", async () => {
  await window.page.evaluate((id) => {
    const { host } = globalThis as unknown as { host: { mediaAddress(id: string): string } }
    const frame = document.createElement("iframe")
    frame.setAttribute("sandbox", "allow-scripts")
    frame.src = host.mediaAddress(id)
    document.body.append(frame)
  }, videoId)
  await expect.poll(() => window.page.frames().length).toBe(2)
  const frame = window.page.frames()[1]!
  await frame.waitForLoadState()
  const seen = await frame.evaluate(() => {
    const readParent = (): string => {
      try {
        return parent.document.title
      } catch {
        return "refused"
      }
    }
    return {
      host: "host" in globalThis,
      binding: "saqtaReceiver" in globalThis,
      origin: self.origin,
      parent: readParent(),
    }
  })
  expect(seen).toEqual({ host: false, binding: false, origin: "null", parent: "refused" })
})
