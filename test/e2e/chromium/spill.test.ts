/** What a page stores, Chromium writes to disk. In the session that the window has, it must not: it is made to try. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium } from "playwright-core"
import { afterEach, beforeEach, expect, test } from "vitest"
import { findChromium } from "../../../main/host/chromium/launch.ts"
import { openWindow } from "../../support/chromium.ts"
import { canaries, canaryNeedles } from "../../support/journey.ts"
import { folderBytes, scanFolder } from "../../support/scan-folder.ts"

const blobBytes = 24 * 1024 * 1024

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-spill-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs in a page: puts a canary into large Blobs, a database with one of them, and the page's storage. */
const spill = async ([text, bytes]: readonly [string, number]): Promise<boolean> => {
  const whole = text.repeat(Math.ceil(bytes / text.length))
  const blobs = Array.from({ length: 8 }, (_, index) => new Blob([`${index}${whole}`]))
  Object.assign(globalThis, { blobs })
  localStorage.setItem("kept", text)
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open("kept", 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore("blobs")
    opening.onerror = reject
    opening.onsuccess = () => {
      const writing = opening.result.transaction("blobs", "readwrite", { durability: "strict" })
      writing.objectStore("blobs").put(blobs[0], "first")
      writing.oncomplete = resolve
      writing.onerror = reject
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  return true
}

test("the window's session writes no Blob, no database and no storage to disk", async () => {
  const window = await openWindow({ home: join(folder, "home") })
  try {
    expect(await window.page.evaluate(spill, [canaries.narrative, blobBytes] as const)).toBe(true)
    expect(scanFolder(window.home, canaryNeedles())).toEqual([])
    expect(folderBytes(window.home)).toBeLessThan(blobBytes)
  } finally {
    await window.close()
  }
})

test("an ordinary session of the same Chromium does, and the scan finds it", async () => {
  const profile = join(folder, "profile")
  mkdirSync(profile)
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : []
  const env = { HOME: folder, TMPDIR: folder, PATH: "/usr/bin:/bin" }
  const context = await chromium.launchPersistentContext(profile, { executablePath: findChromium() ?? "", args, env })
  try {
    const page = await context.newPage()
    await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "<p>" }))
    await page.goto("https://vault.invalid/")
    await page.evaluate(spill, [canaries.narrative, blobBytes] as const)
    expect(scanFolder(folder, canaryNeedles()).join()).toContain("narrative (UTF-8)")
  } finally {
    await context.close()
  }
})
