/**
 * Prints one page of ours to PDF in a Chromium of its own: headless, incognito, without scripts, without network, in a
 * profile in memory, and killed when the page is printed. The browser that shows the window never sees it.
 */
import { rmSync } from "node:fs"
import { Fault } from "../../../shared/faults.ts"
import { printPolicy } from "../../redaction/print/page-html.ts"
import type { PrintHtml, PrintOptions } from "../../redaction/print/printer.ts"
import { makeProfile, sweepProfiles } from "../profile.ts"
import { type Cdp, speakCdp } from "./cdp.ts"
import { chromiumEnvironment, chromiumFlags } from "./flags.ts"
import { launchChromium } from "./launch.ts"
import { multiplex } from "./multiplexer.ts"

export interface ChromiumPrinterOptions {
  readonly program: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly profileParents: readonly string[]
  readonly runsAsRoot: boolean
  readonly timeoutMs?: number
}

const printOrigin = "https://print.invalid"
const defaultTimeoutMs = 120_000
const inchesOf = (millimetres: number): number => millimetres / 25.4

/** Answers the one page with `html` and fails everything else that is asked for. */
const servePage = async (cdp: Cdp, session: string, html: string): Promise<void> => {
  cdp.on("Fetch.requestPaused", ({ requestId, request, resourceType }, from) => {
    const { url } = request as { url: string }
    const isPage = url === `${printOrigin}/` && resourceType === "Document"
    const answer = isPage
      ? cdp.send(
          "Fetch.fulfillRequest",
          {
            requestId,
            responseCode: 200,
            responseHeaders: [
              { name: "Content-Type", value: "text/html; charset=utf-8" },
              { name: "Content-Security-Policy", value: `${printPolicy}; sandbox` },
            ],
            body: Buffer.from(html).toString("base64"),
          },
          from,
        )
      : cdp.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" }, from)
    // The browser may be gone before its answer.
    answer.catch(() => undefined)
  })
  await cdp.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] }, session)
}

const printPage = async (cdp: Cdp, html: string): Promise<Uint8Array> => {
  const { browserContextId } = await cdp.send("Target.createBrowserContext", { disposeOnDetach: true })
  const { targetId } = await cdp.send("Target.createTarget", { url: "about:blank", browserContextId })
  const attached = await cdp.send("Target.attachToTarget", { targetId, flatten: true })
  const session = attached["sessionId"] as string
  await cdp.send("Emulation.setScriptExecutionDisabled", { value: true }, session)
  await servePage(cdp, session, html)
  await cdp.send("Page.enable", {}, session)
  const loaded = new Promise<void>((resolve) => {
    cdp.on("Page.loadEventFired", (_params, from) => {
      if (from === session) resolve()
    })
  })
  await cdp.send("Page.navigate", { url: `${printOrigin}/` }, session)
  await loaded
  const margin = inchesOf(18)
  const { data } = await cdp.send(
    "Page.printToPDF",
    {
      ...{ paperWidth: inchesOf(210), paperHeight: inchesOf(297), preferCSSPageSize: true },
      ...{ marginTop: margin, marginBottom: margin, marginLeft: margin, marginRight: margin },
      ...{
        displayHeaderFooter: false,
        printBackground: false,
        generateTaggedPDF: false,
        generateDocumentOutline: false,
      },
    },
    session,
  )
  return new Uint8Array(Buffer.from(data as string, "base64"))
}

/** Resolves when the time is over, or when nobody waits any more. */
const givenUp = (timeoutMs: number, { signal }: PrintOptions) => {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Fault("parser-timeout")), timeoutMs)
    signal?.addEventListener("abort", () => reject(new Fault("cancelled")), { once: true })
  })
  return { over, stop: () => clearTimeout(timer) }
}

let printers = 0

/** @throws Fault "parser-crashed" where the browser does not print, "parser-timeout", "cancelled" */
export const chromiumPrint =
  (options: ChromiumPrinterOptions): PrintHtml =>
  async (html, printOptions) => {
    if (printOptions.signal?.aborted === true) throw new Fault("cancelled")
    sweepProfiles(options.profileParents)
    const profileFolder = makeProfile(options.profileParents, process.pid, ++printers)
    const size = { width: 800, height: 600 }
    const flags = chromiumFlags({ ...options, profileFolder, headless: true, size })
    const environment = chromiumEnvironment(options.environment, profileFolder)
    const browser = launchChromium(options.program, flags, environment)
    const { over, stop } = givenUp(options.timeoutMs ?? defaultTimeoutMs, printOptions)
    const crashed = browser.ended.then((): never => {
      throw new Fault("parser-crashed")
    })
    try {
      const cdp = speakCdp(await multiplex(browser.pipe).openLine("root"))
      const printed = printPage(cdp, html).catch((error: unknown): never => {
        throw new Fault("parser-crashed", {}, error)
      })
      return await Promise.race([printed, over, crashed])
    } finally {
      stop()
      crashed.catch(() => undefined)
      over.catch(() => undefined)
      await browser.kill()
      rmSync(profileFolder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
