/** Prints one page of ours to PDF in a hidden, sandboxed page without preload, scripts and network; then it is gone. */
import { BrowserWindow, session } from "electron"
import { Fault } from "../../../shared/faults.ts"
import { printPolicy } from "../../redaction/print/page-html.ts"
import type { PrintHtml } from "../../redaction/print/printer.ts"
import { guardContents, guardSession, pagePreferences } from "./guard.ts"

export const printScheme = "saqta-print"
const printOrigin = `${printScheme}://page`
const timeoutMs = 120_000

let printed = 0

const openPage = (html: string): BrowserWindow => {
  const own = session.fromPartition(`saqta-print-${++printed}`, { cache: false })
  guardSession(own, [printScheme, "data"], [])
  own.protocol.handle(printScheme, ({ url }) => {
    if (url !== `${printOrigin}/`) return new Response(null, { status: 404 })
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": `${printPolicy}; sandbox` }
    return new Response(html, { headers })
  })
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      ...pagePreferences,
      session: own,
      javascript: false,
      backgroundThrottling: false,
      devTools: false,
    },
  })
  guardContents(window.webContents, undefined)
  return window
}

const inchesOf = (millimetres: number): number => millimetres / 25.4

const print = async (window: BrowserWindow): Promise<Uint8Array> => {
  await window.loadURL(`${printOrigin}/`)
  const margin = inchesOf(18)
  const pdf = await window.webContents.printToPDF({
    pageSize: "A4",
    preferCSSPageSize: true,
    printBackground: false,
    margins: { top: margin, bottom: margin, left: margin, right: margin },
  })
  return new Uint8Array(pdf)
}

/** @throws Fault "parser-crashed", "parser-timeout", "cancelled" */
export const electronPrint: PrintHtml = async (html, { signal }) => {
  if (signal?.aborted === true) throw new Fault("cancelled")
  const window = openPage(html)
  const { webContents } = window
  let timer: NodeJS.Timeout | undefined
  const ended = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Fault("parser-timeout")), timeoutMs)
    signal?.addEventListener("abort", () => reject(new Fault("cancelled")), { once: true })
    webContents.once("render-process-gone", () => reject(new Fault("parser-crashed")))
  })
  try {
    return await Promise.race([print(window), ended])
  } catch (error) {
    throw error instanceof Fault ? error : new Fault("parser-crashed", {}, error)
  } finally {
    clearTimeout(timer)
    ended.catch(() => undefined)
    if (!webContents.isDestroyed()) webContents.forcefullyCrashRenderer()
    if (!window.isDestroyed()) window.destroy()
  }
}
