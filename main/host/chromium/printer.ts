/** Pages by the Chromium of this machine, for who has no window. */
import { browserPrinter } from "../../redaction/print/browser-printer.ts"
import type { Printer } from "../../redaction/print/printer.ts"
import { profileParents } from "../profile.ts"
import { findChromium } from "./launch.ts"
import { chromiumPrint } from "./print.ts"

export interface PrinterSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly temporaryFolder: string
}

/** Undefined where no Chromium is installed. */
export const chromiumPrinter = ({ environment, temporaryFolder }: PrinterSurroundings): Printer | undefined => {
  const program = findChromium()
  if (program === undefined) return undefined
  const runsAsRoot = process.getuid?.() === 0
  const parents = profileParents(environment["XDG_RUNTIME_DIR"], temporaryFolder)
  return browserPrinter(chromiumPrint({ program, environment, profileParents: parents, runsAsRoot }))
}
