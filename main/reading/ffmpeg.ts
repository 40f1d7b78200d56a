/**
 * ffmpeg, driven directly: one thread, no network, no disk. Each run has an instance and a file system of its own (in
 * memory), so that nothing of one run is left for the next; the compiled module is kept, and starting takes 10 ms.
 */
import { Fault } from "../../shared/faults.ts"
import type { ParserContext } from "./operation.ts"

/** The part of @ffmpeg/core 0.12.10 that is used here; the package has no types. */
interface FfmpegCore {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array, options: { canOwn: boolean }): void
    readFile(path: string): Uint8Array
    analyzePath(path: string): { exists: boolean }
  }
  exec(...words: string[]): number
  ffprobe(...words: string[]): number
  setLogger(logger: (line: { readonly message: string }) => void): void
}
type FfmpegFactory = (options: {
  instantiateWasm: (imports: object, receive: (instance: object) => void) => object
}) => Promise<FfmpegCore>

/** What both containers have, and neither Node's types nor a world without the DOM's declare. */
const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: {
    compile(bytes: Uint8Array): Promise<object>
    instantiate(module: object, imports: object): Promise<object>
  }
}

export const ffmpegName = "ffmpeg 5.1.4"

/** How ffmpeg calls what our own table found in the bytes: it is told, and never guesses (a list of files to open, say). */
const demuxers: Readonly<Record<string, string>> = {
  "audio/mp4": "mov",
  "video/mp4": "mov",
  "video/quicktime": "mov",
  "video/3gpp": "mov",
  "audio/ogg": "ogg",
  "video/ogg": "ogg",
  "audio/wav": "wav",
  "audio/mpeg": "mp3",
  "audio/amr": "amr",
  "audio/amr-wb": "amr",
  "audio/flac": "flac",
  "audio/webm": "matroska",
  "video/webm": "matroska",
  "audio/x-matroska": "matroska",
  "video/x-matroska": "matroska",
  "video/x-msvideo": "avi",
  "video/x-ms-asf": "asf",
}

/** Whether ffmpeg here can take such a file apart. */
export const isRecording = (mediaType: string): boolean => Object.hasOwn(demuxers, mediaType)

let compiled: Promise<object> | undefined

const compile = async (context: ParserContext): Promise<object> => await wasm.compile(await context.binary("ffmpeg"))

const start = async (context: ParserContext): Promise<FfmpegCore> => {
  const module = await (compiled ??= compile(context))
  // @ts-expect-error The package ships no types.
  const loaded = (await import("@ffmpeg/core")) as { default: FfmpegFactory }
  const scope = globalThis as { self?: unknown }
  const standIn = scope.self === undefined
  // Subtle: the package asks `self` where it was loaded from, which Node has not; it is told "nowhere", for that moment.
  if (standIn) scope.self = { location: { href: "" } }
  try {
    return await loaded.default({
      instantiateWasm: (imports, receive) => {
        void wasm.instantiate(module, imports).then(receive)
        return {}
      },
    })
  } finally {
    if (standIn) delete scope.self
  }
}

export interface FfmpegRun {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** What comes before the input, such as where to begin. */
  readonly before?: readonly string[]
  /** What comes after the input; outputs are named "/out…". */
  readonly words: readonly string[]
  readonly outputs: readonly string[]
}

export interface FfmpegResult {
  /** In the order of `outputs`. */
  readonly files: readonly Uint8Array[]
  readonly log: string
}

const inputWords = (mediaType: string): string[] => {
  const demuxer = demuxers[mediaType]
  if (demuxer === undefined) throw new Fault("kind-unsupported", { mediaType })
  return ["-protocol_whitelist", "file", "-f", demuxer]
}

const filesOf = (core: FfmpegCore, outputs: readonly string[], log: readonly string[]): Uint8Array[] =>
  outputs.map((path) => {
    if (core.FS.analyzePath(path).exists) return core.FS.readFile(path)
    throw new Fault(log.some((line) => line.includes("Cannot allocate memory")) ? "parser-memory" : "file-broken")
  })

/** Runs ffmpeg over one file. @throws Fault "kind-unsupported", "file-broken", "parser-memory" */
export const runFfmpeg = async (run: FfmpegRun, context: ParserContext): Promise<FfmpegResult> => {
  const before = ["-hide_banner", "-nostats", ...inputWords(run.mediaType), ...(run.before ?? []), "-i", "/in"]
  const core = await start(context)
  const log: string[] = []
  core.setLogger(({ message }) => log.push(message))
  core.FS.writeFile("/in", run.bytes, { canOwn: true })
  const ended = core.exec(...before, ...run.words)
  const files = filesOf(core, run.outputs, log)
  if (ended !== 0) throw new Fault("file-broken")
  return { files, log: log.join("\n") }
}

/** What ffprobe says of a file, as it says it. @throws Fault "kind-unsupported", "file-broken" */
export const runFfprobe = async (
  { bytes, mediaType }: Pick<FfmpegRun, "bytes" | "mediaType">,
  context: ParserContext,
): Promise<unknown> => {
  const core = await start(context)
  core.setLogger(() => undefined)
  core.FS.writeFile("/in", bytes, { canOwn: true })
  const shown = ["-show_format", "-show_streams", "-show_chapters"]
  core.ffprobe(...inputWords(mediaType), "-v", "error", "-of", "json", ...shown, "-i", "/in", "-o", "/out.json")
  const [json] = filesOf(core, ["/out.json"], [])
  return JSON.parse(new TextDecoder().decode(json)) as unknown
}
