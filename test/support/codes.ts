/** Codes that say something about invented people, drawn into PDF pages. */
import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { prepareZXingModule, writeBarcode, type WriteInputBarcodeFormat } from "zxing-wasm/writer"

const wasmPath = fileURLToPath(new URL("../../node_modules/zxing-wasm/dist/writer/zxing_writer.wasm", import.meta.url))

let ready: Promise<unknown> | undefined

const prepare = async (): Promise<void> => {
  const bytes = await readFile(wasmPath)
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer }, fireImmediately: true })
}

export type CodeFormat = Extract<WriteInputBarcodeFormat, "QRCode" | "Code128" | "PDF417" | "DataMatrix" | "Aztec">

export interface DrawnCode {
  /** Operators that fill its dark modules; no picture, no text. */
  readonly operators: string
  /** Points. */
  readonly width: number
  readonly height: number
}

/** The code with its lower left corner at (x, y), `module` points a module; bar codes are as high as `height`. */
export const drawCode = async (
  format: CodeFormat,
  text: string,
  {
    x,
    y,
    module = 1.5,
    height = 40,
  }: { readonly x: number; readonly y: number; readonly module?: number; readonly height?: number },
): Promise<DrawnCode> => {
  await (ready ??= prepare())
  const { symbol, error } = await writeBarcode(text, { format, scale: 1 })
  if (error !== "") throw new Error(error)
  const { data, width, height: rows } = symbol
  const isBar = format === "Code128"
  const shown = isBar ? 1 : rows
  const high = isBar ? height : module
  let operators = "0 g\n"
  for (let row = 0; row < shown; row += 1)
    for (let column = 0; column < width; column += 1)
      if ((data[row * width + column] ?? 255) < 128)
        operators += `${x + column * module} ${y + (shown - 1 - row) * high} ${module} ${high} re f\n`
  return { operators, width: width * module, height: shown * high }
}
