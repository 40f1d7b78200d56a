/**
 * What runs inside a parser process: pure functions over bytes.
 * No Node, no DOM: the same code runs in a contained Node process and in a sandboxed, preload-less page.
 */

/** Every file that a parser may ask its parent for. It reads none itself. */
export const binaryNames = [
  "mupdf",
  "pdfium",
  "qpdf",
  "heif",
  "webp",
  "zxing",
  "faces-wasm",
  "faces-model",
  "faces-manifest",
  "tesseract",
  "ffmpeg",
  "ocr-eng-best",
  "ocr-kaz-best",
  "ocr-eng-fast",
  "ocr-kaz-fast",
  "ocr-rus",
] as const
export type BinaryName = (typeof binaryNames)[number]

/** One document as the parser holds it, kept between calls so that its bytes cross once. */
export interface OpenDocument {
  readonly key: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** What operations parsed from the bytes, by a name of their own; `close` frees memory outside JavaScript's heap. */
  readonly kept: Map<string, { readonly value: unknown; close(): void }>
}

export interface ParserContext {
  /** The bytes of a library or model; asked from the parent once per process. */
  binary(name: BinaryName): Promise<Uint8Array>
}

/** `input.document`, where an operation has one, arrives open. */
export type Operation<Input, Output> = (input: Input, context: ParserContext) => Output | Promise<Output>

/** What `document` already parsed under `name`, or what `make` makes of it. */
export const keepWith = async <T>(
  document: OpenDocument,
  name: string,
  make: () => Promise<{ value: T; close(): void }>,
): Promise<T> => {
  const kept = document.kept.get(name)
  if (kept !== undefined) return kept.value as T
  const made = await make()
  document.kept.set(name, made)
  return made.value
}
