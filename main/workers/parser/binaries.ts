/** The parent's side of what a parser asks for: libraries and models, read from disk each time (a process asks once). */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { gunzip } from "node:zlib"
import type { BinaryName } from "../../reading/operation.ts"

/** Where the app keeps what it carries along. */
export interface BinaryFolders {
  /** The folder of npm packages. */
  readonly packages: string
  /** The app's own `assets` folder. */
  readonly assets: string
}

const places: Readonly<Record<BinaryName, readonly [folder: keyof BinaryFolders, path: string]>> = {
  mupdf: ["packages", "mupdf/dist/mupdf-wasm.wasm"],
  pdfium: ["packages", "@hyzyla/pdfium/dist/pdfium.wasm"],
  qpdf: ["packages", "@neslinesli93/qpdf-wasm/dist/qpdf.wasm"],
  heif: ["packages", "libheif-js/libheif-wasm/libheif.wasm"],
  webp: ["packages", "@jsquash/webp/codec/dec/webp_dec.wasm"],
  zxing: ["packages", "zxing-wasm/dist/reader/zxing_reader.wasm"],
  "faces-wasm": ["packages", "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"],
  "faces-model": ["packages", "@vladmandic/face-api/model/ssd_mobilenetv1_model.bin"],
  "faces-manifest": ["packages", "@vladmandic/face-api/model/ssd_mobilenetv1_model-weights_manifest.json"],
  tesseract: ["packages", "tesseract.js-core/tesseract-core-simd-lstm.wasm"],
  ffmpeg: ["packages", "@ffmpeg/core/dist/esm/ffmpeg-core.wasm"],
  "ocr-eng-best": ["packages", "@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz"],
  "ocr-kaz-best": ["packages", "@tesseract.js-data/kaz/4.0.0_best_int/kaz.traineddata.gz"],
  "ocr-eng-fast": ["packages", "@tesseract.js-data/eng/4.0.0/eng.traineddata.gz"],
  "ocr-kaz-fast": ["packages", "@tesseract.js-data/kaz/4.0.0/kaz.traineddata.gz"],
  "ocr-rus": ["assets", "ocr/rus.traineddata"],
}

/** What of the packages' folder has to be shipped as it is. */
export const shippedFiles: readonly string[] = Object.values(places).flatMap(([folder, path]) =>
  folder === "packages" ? [path] : [],
)

const unzip = promisify(gunzip)

/** Answers a parser's `need`: the library or model, unpacked. */
export const binariesFrom =
  (folders: BinaryFolders) =>
  async (name: BinaryName): Promise<Uint8Array> => {
    const [folder, path] = places[name]
    const bytes = await readFile(join(folders[folder], path))
    return path.endsWith(".gz") ? await unzip(bytes) : bytes
  }
