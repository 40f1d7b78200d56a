import { Fault } from "../../shared/faults.ts"
import { keepWith, type OpenDocument, type ParserContext } from "./operation.ts"
import { pageSource } from "./page-source.ts"

export type MuPdf = typeof import("mupdf")
export type MuDocument = InstanceType<MuPdf["Document"]>

let loading: Promise<MuPdf> | undefined

const load = async (context: ParserContext): Promise<MuPdf> => {
  const wasmBinary = await context.binary("mupdf")
  // Subtle: the library reads its binary from this global when it is first imported, and prints what it finds in files.
  Object.assign(globalThis, {
    $libmupdf_wasm_Module: { wasmBinary, print: () => undefined, printErr: () => undefined },
  })
  return await import("mupdf")
}

export const loadMuPdf = (context: ParserContext): Promise<MuPdf> => (loading ??= load(context))

/** A4 in points, and the size of letters where the file does not say. */
const reflow = { width: 595, height: 842, letter: 11 }

/** Runs `work`, and turns what MuPDF throws into a fault. Its words are dropped: they may quote the file. */
export const withMuPdfFaults = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Fault) throw error
    const words = error instanceof Error ? error.message : ""
    if (/out of memory|malloc|calloc|enlarge memory|unable to grow/i.test(words))
      throw new Fault("parser-memory", {}, error)
    if (/password|encrypt/i.test(words)) throw new Fault("file-encrypted", {}, error)
    throw new Fault("file-broken", {}, error)
  }
}

const open = (mupdf: MuPdf, bytes: Uint8Array, magic: string): MuDocument =>
  withMuPdfFaults(() => {
    const opened = mupdf.Document.openDocument(bytes, magic)
    if (opened.needsPassword()) throw new Fault("file-encrypted")
    opened.layout(reflow.width, reflow.height, reflow.letter)
    if (opened.countPages() < 1) throw new Fault("file-broken")
    return opened
  })

/**
 * `document` as MuPDF's pages, parsed once per process.
 * @throws Fault kind-unsupported, file-encrypted, file-broken, file-too-large
 */
export const openPages = async (
  document: OpenDocument,
  context: ParserContext,
): Promise<{ mupdf: MuPdf; pages: MuDocument }> => {
  const mupdf = await loadMuPdf(context)
  const pages = await keepWith(document, "mupdf", async () => {
    const source = await pageSource(document, context)
    const value = open(mupdf, source.bytes, source.magic)
    return { value, close: () => value.destroy() }
  })
  return { mupdf, pages }
}
