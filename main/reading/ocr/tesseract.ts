/** Tesseract, driven directly: no worker of its own, no cache, no download. */
import { Fault } from "../../../shared/faults.ts"
import type { BinaryName, ParserContext } from "../operation.ts"

/** The part of tesseract.js-core 7.0.0 that is used here; the package has no types. */
interface TesseractApi {
  Init(path: null, languages: string, engine: number): number
  SetVariable(name: string, value: string): void
  SetImageFile(exifOrientation: number, angle: number): number
  SetRectangle(left: number, top: number, width: number, height: number): void
  SetSourceResolution(dpi: number): void
  Recognize(monitor: null): number
  GetTSVText(page: number): string
  Clear(): void
}
interface TesseractModule {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void }
  readonly TessBaseAPI: new () => TesseractApi
}
type TesseractFactory = (options: Record<string, unknown>) => Promise<TesseractModule>

/**
 * Two ways of reading that miss different things, so that a proof need not repeat the finder's mistakes: other models of
 * Kazakh and English, and another resolution (`ocrDpi`).
 */
export const ocrSets = ["finder", "proof"] as const
export type OcrSet = (typeof ocrSets)[number]

export const ocrModels: Readonly<Record<OcrSet, readonly (readonly [language: string, binary: BinaryName])[]>> = {
  // Subtle: the order matters. With Russian before Kazakh, nine times as many words of a mixed page are misread
  // (bench/README.md): a word is asked of the first model first, and the Kazakh one knows all of both alphabets.
  finder: [
    ["kaz", "ocr-kaz-best"],
    ["eng", "ocr-eng-best"],
    ["rus", "ocr-rus"],
  ],
  proof: [
    ["kaz", "ocr-kaz-fast"],
    ["eng", "ocr-eng-fast"],
  ],
}

const lstmOnly = 1

const start = async (context: ParserContext, set: OcrSet): Promise<{ module: TesseractModule; api: TesseractApi }> => {
  const wasmBinary = await context.binary("tesseract")
  // @ts-expect-error The package ships no types for its single files.
  const loaded = (await import("tesseract.js-core/tesseract-core-simd-lstm.js")) as { default: TesseractFactory }
  const module = await loaded.default({ wasmBinary, print: () => undefined, printErr: () => undefined })
  for (const [language, binary] of ocrModels[set])
    module.FS.writeFile(`${language}.traineddata`, await context.binary(binary))
  const api = new module.TessBaseAPI()
  const languages = ocrModels[set].map(([language]) => language).join("+")
  if (api.Init(null, languages, lstmOnly) !== 0) throw new Fault("internal", { languages })
  for (const [language] of ocrModels[set]) module.FS.unlink(`${language}.traineddata`)
  return { module, api }
}

const started = new Map<OcrSet, ReturnType<typeof start>>()

/** A grey raster as a PGM file, which Tesseract reads without unpacking anything. */
const pgm = (samples: Uint8Array, width: number, height: number): Uint8Array => {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const file = new Uint8Array(header.length + samples.length)
  file.set(header)
  file.set(samples, header.length)
  return file
}

/** What Tesseract reads in a grey raster (one byte per pixel, no padding), as its tab-separated table. */
export const recognise = async (
  raster: { readonly samples: Uint8Array; readonly width: number; readonly height: number; readonly dpi: number },
  set: OcrSet,
  context: ParserContext,
): Promise<string> => {
  let engine = started.get(set)
  if (engine === undefined) started.set(set, (engine = start(context, set)))
  const { module, api } = await engine
  module.FS.writeFile("/input", pgm(raster.samples, raster.width, raster.height))
  try {
    if (api.SetImageFile(1, 0) !== 0) throw new Fault("file-broken")
    api.SetSourceResolution(Math.round(raster.dpi))
    if (api.Recognize(null) !== 0) throw new Fault("file-broken")
    return api.GetTSVText(0)
  } finally {
    api.Clear()
    module.FS.unlink("/input")
  }
}
