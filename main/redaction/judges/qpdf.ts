/** qpdf's view: every object decoded, every stream unpacked. */
import { Fault } from "../../../shared/faults.ts"
import type { ParserContext } from "../../reading/operation.ts"
import { indexNeedles, type NeedleIndex } from "../match.ts"
import { between, imageRanges, opaqueRanges } from "./image-ranges.ts"
import { stringsIn } from "./pdf-strings.ts"
import { bytePatterns, searchBytes } from "./search-bytes.ts"
import { searchStrings } from "./search-strings.ts"
import { hitsInWritten } from "./search-text.ts"
import type { JudgeInput, Verdict } from "./verdict.ts"

interface QpdfInstance {
  callMain(args: readonly string[]): number
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; readFile(path: string): Uint8Array }
}
type QpdfFactory = (options: Record<string, unknown>) => Promise<QpdfInstance>

/** qpdf's own code for "done, with warnings". */
const doneWithWarnings = 3

interface Surroundings {
  process?: { type?: string }
  fetch?: unknown
}

/**
 * Subtle: the library takes no bytes. Under Node it reads a file beside itself, which a bundle does not hold and a
 * contained process may not open; in a page it fetches one. While it starts it is told that this is a page (by the
 * mark that Electron gives its pages), and what it fetches is the bytes that were sent in. One operation runs at a time.
 */
const startQpdf = async (
  factory: QpdfFactory,
  wasmBinary: Uint8Array,
  options: Record<string, unknown>,
): Promise<QpdfInstance> => {
  const surroundings = globalThis as unknown as Surroundings
  const { process, fetch } = surroundings
  const type = process?.type
  const bytes = new Uint8Array(wasmBinary)
  surroundings.fetch = () => Promise.resolve(new Response(bytes, { headers: { "Content-Type": "application/wasm" } }))
  if (process !== undefined) process.type = "renderer"
  try {
    return await factory(options)
  } finally {
    surroundings.fetch = fetch
    if (process !== undefined && type === undefined) delete process.type
    else if (process !== undefined && type !== undefined) process.type = type
  }
}

/** Runs qpdf once. Subtle: a second `callMain` in one instance finds the first one's globals, so each has its own. */
const runQpdf = async (bytes: Uint8Array, args: readonly string[], context: ParserContext): Promise<Uint8Array> => {
  const wasmBinary = await context.binary("qpdf")
  const loaded = (await import("@neslinesli93/qpdf-wasm")) as unknown as { default: QpdfFactory }
  const silent = (): undefined => undefined
  const qpdf = await startQpdf(loaded.default, wasmBinary, { noInitialRun: true, print: silent, printErr: silent })
  qpdf.FS.writeFile("/in.pdf", bytes)
  const exitCode = qpdf.callMain([...args, "/in.pdf", "/out"])
  if (exitCode !== 0 && exitCode !== doneWithWarnings) throw new Fault("file-broken", { exitCode })
  return qpdf.FS.readFile("/out")
}

/** Names, keys and text strings of all objects, as qpdf itself decodes them. */
const searchObjects = (json: Uint8Array, index: NeedleIndex): { looked: number; hits: number } => {
  const text = new TextDecoder("utf-8").decode(json)
  const parts: string[] = []
  JSON.parse(text, (key, value: unknown) => {
    if (key !== "" && Number.isNaN(Number(key))) parts.push(key.replaceAll("/", " "))
    if (typeof value === "string") parts.push(value.replace(/^[ubn]:|\//gu, " "))
    return value
  })
  return { looked: parts.length, hits: hitsInWritten(parts.join("\n"), index) }
}

/** @throws Fault "file-broken" where qpdf cannot read the file */
export const judgeQpdf = async (
  bytes: Uint8Array,
  { needles }: JudgeInput,
  context: ParserContext,
): Promise<Verdict> => {
  const index = indexNeedles(needles)
  // Subtle: qpdf writes an identifier of its own, drawn at random: a fixed one, or the same file would be judged otherwise.
  const flat = await runQpdf(
    bytes,
    ["--qdf", "--static-id", "--object-streams=disable", "--decode-level=generalized"],
    context,
  )
  const skipped = imageRanges(flat)
  const exact = searchBytes(flat, bytePatterns(needles), skipped)
  const strings = searchStrings(
    between(flat.length, opaqueRanges(flat)).flatMap(([start, end]) => stringsIn(flat, start, end)),
    index,
  )
  const json = await runQpdf(bytes, ["--json-output=2", "--json-stream-data=none"], context)
  const objects = searchObjects(json, index)
  return {
    by: "qpdf 12.2.0",
    looked: objects.looked + strings.looked,
    hits: exact.hits.length + strings.hits + objects.hits,
    pages: [],
  }
}
