/** Place 85: codes and machine-readable zones that say a name. */
import { expect } from "vitest"
import { type CodeFormat, drawCode } from "../support/codes.ts"
import { makeStrip, pictureOf, scanOf } from "../support/redaction-files.ts"
import type { Hidden, HidingCase, NeedleForm } from "./hiding-case.ts"

/** What codes hold in their simplest form, and what OCR could never read. */
const anyScript: readonly NeedleForm[] = ["latin", "russian", "kazakh", "inflected", "romanised"]
const latinOnly: readonly NeedleForm[] = ["latin", "romanised"]

const sayings = ({ written }: Hidden): string => `ID 112; ${written}; 850412300125`

const withCode = async (format: CodeFormat, hidden: Hidden): Promise<Uint8Array> => {
  const module = format === "Code128" ? 0.75 : 1.8
  const { operators } = await drawCode(format, sayings(hidden), { x: 170, y: 20, module })
  return await makeStrip({ lines: ["Справка", "", "", "", "", ""], more: () => operators, width: 520 })
}

/** The copy before a reader that knows nothing of the redaction: no code at all. */
const hasNoCode: NonNullable<HidingCase["also"]> = async ({ bytes }, _hidden, { pool }) => {
  const document = { key: `codes of copy ${bytes.length}`, mediaType: "application/pdf", bytes }
  expect((await pool.run("findCodes", { document, page: 1 })).codes).toEqual([])
}

const drawn = (format: CodeFormat): HidingCase => ({
  ...{ place: 85, name: `${format} drawn as rectangles`, writer: "raw syntax and ZXing", keeps: "Справка" },
  forms: format === "Code128" ? latinOnly : anyScript,
  make: async (hidden) => ({ name: "page.pdf", bytes: await withCode(format, hidden) }),
  also: hasNoCode,
})

const scanned = (format: CodeFormat): HidingCase => ({
  ...{ place: 85, name: `${format} in a scan`, writer: "ZXing and MuPDF", keeps: "Справка" },
  forms: format === "Code128" ? latinOnly : anyScript,
  make: async (hidden) => ({ name: "page.pdf", bytes: scanOf(pictureOf(await withCode(format, hidden), "jpeg")) }),
  also: hasNoCode,
})

const padded = (text: string, length: number): string => text.padEnd(length, "<").slice(0, length)

const passport: HidingCase = {
  ...{ place: 85, name: "a passport's machine-readable zone", writer: "MuPDF", keeps: "Паспорт" },
  forms: latinOnly,
  make: async ({ written }) => ({
    name: "page.pdf",
    bytes: await makeStrip({
      lines: [
        "Паспорт",
        padded(`P<KAZ${written.toUpperCase()}<<ELENA`, 44),
        "N12345678<KAZ8504123F2507211<<<<<<<<<<<<<<06",
      ],
      width: 600,
    }),
  }),
}

export const cases: readonly HidingCase[] = [
  ...(["QRCode", "Code128", "PDF417", "DataMatrix", "Aztec"] as const).map(drawn),
  ...(["QRCode", "PDF417"] as const).map(scanned),
  passport,
]
