/** Redacts a file without a vault: everything that is found is covered, nobody has looked, and it says so. */
import { link, rename, rm, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import type { Handlers, Output, Parsed } from "../../../shared/contract/contract.ts"
import { Fault } from "../../../shared/faults.ts"
import { sha256Hex } from "../../crypto/hash.ts"
import { isRecording } from "../../reading/ffmpeg.ts"
import { fold } from "../../search/names/fold.ts"
import { indexNeedles, matchesIn } from "../../redaction/match.ts"
import { redactMedia } from "../../redaction/media/redact-media.ts"
import { redactDocument, type RedactionRequest } from "../../redaction/redact-document.ts"
import { diskFault, errnoOf, openNew, syncFolder } from "../../vault/durable.ts"
import type { ParserPool } from "../../workers/pool.ts"
import type { EngineContext } from "../context.ts"
import { needlesOfList } from "../needle-set.ts"
import { readWhole } from "../read-whole.ts"
import { pagesOf } from "../rendering.ts"
import { textCopy } from "../text-copy.ts"

const sniffedBytes = 64 * 1024

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true

/** Gives a finished file its name, unless something has it. */
const nameOnce = async (temporaryPath: string, path: string): Promise<void> => {
  try {
    // Subtle: a link refuses a name that is taken; a rename would replace whatever came there meanwhile.
    await link(temporaryPath, path)
    await rm(temporaryPath)
  } catch (error) {
    if (errnoOf(error) === "EEXIST") throw new Fault("target-exists", { name: basename(path) }, error)
    // Memory cards and network shares know no links.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(errnoOf(error) ?? "")) throw error
    if (await exists(path)) throw new Fault("target-exists", { name: basename(path) }, error)
    await rename(temporaryPath, path)
  }
}

/** The same for the same name, so that what a killed run left is found; short, since names may be 255 bytes long. */
export const partialName = (name: string): string => `.saqta-${sha256Hex(Buffer.from(name)).slice(0, 16)}.partial`

/**
 * A new file, whole or not at all: temporary name in the same folder → fsync → its own name → fsync of the folder.
 * @throws Fault "target-exists", "disk-full", "permission-denied", "io-error"
 */
export const writeNew = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
  const temporaryPath = join(folder, partialName(name))
  await rm(temporaryPath, { force: true }).catch(() => undefined)
  try {
    const handle = await openNew(temporaryPath)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await nameOnce(temporaryPath, join(folder, name))
    await syncFolder(folder)
  } catch (error) {
    await rm(temporaryPath, { force: true }).catch(() => undefined)
    throw diskFault(error)
  }
}

const isPlainName = (name: string): boolean => !/[\\/\0]/u.test(name) && name !== "." && name !== ".."

type FileInput = Parsed<"redaction.file">

type Told = "pages" | "picturesLeftOut" | "boxes" | "media" | "report" | "renderedBy" | "hidden"

interface Redacted extends Pick<Output<"redaction.file">, Told> {
  readonly bytes: Uint8Array
}

type Original = Pick<RedactionRequest, "bytes" | "mediaType" | "needles">

const redactPages = async ({ parts }: EngineContext, original: Original, input: FileInput): Promise<Redacted> => {
  const { patterns, options, areas } = input
  if (original.needles.needles.length + patterns.length + areas.length === 0 && input.faces !== "cover")
    throw new Fault("nothing-chosen", { kind: "term" })
  const { pages, renderedBy, hidden } = await pagesOf(parts, original)
  const pictures = input.allPages ? "all" : "first"
  const found = { boxes: "find", ...(input.faces === "keep" ? {} : { faces: "cover" as const }) } as const
  const request = { ...original, ...pages, ...found, patterns, areas, options, pictures, reviewed: false } as const
  const { pdf, boxes, report, picturesLeftOut } = await redactDocument(parts.parsers, request)
  const counts = { pages: report.pages, picturesLeftOut, boxes: boxes.length }
  return { bytes: pdf, ...counts, media: null, report, renderedBy, hidden }
}

/** Names are found in text alone: identifiers by their form and areas of pages are not looked for here. */
const redactText = async ({ parts }: EngineContext, original: Original, input: FileInput): Promise<Redacted> => {
  if (input.patterns.length + input.areas.length > 0) throw new Fault("bad-input", { field: "asText" })
  if (original.needles.needles.length === 0) throw new Fault("nothing-chosen", { kind: "term" })
  const { pdf, replaced, report, hidden } = await textCopy(parts, original)
  const counts = { pages: report.pages, picturesLeftOut: 0, boxes: replaced }
  return { bytes: pdf, ...counts, media: null, report, renderedBy: "typeset", hidden }
}

const redactRecording = async ({ parts }: EngineContext, original: Original, input: FileInput): Promise<Redacted> => {
  const { bytes, kept, leftOut, durationMs, report } = await redactMedia(parts.parsers, {
    ...original,
    ...input.media,
    reviewed: false,
  })
  const tracks = { pictures: kept.pictures.length, sounds: kept.sounds.length, tracksLeftOut: leftOut }
  const media = { ...tracks, durationMs }
  const counts = { pages: 0, picturesLeftOut: 0, boxes: input.media.spans.length }
  return { bytes, ...counts, media, report, renderedBy: "itself", hidden: [] }
}

const sniffedType = async (pool: ParserPool, bytes: Uint8Array): Promise<string> => {
  const ends = { head: bytes.subarray(0, sniffedBytes), tail: bytes.subarray(-sniffedBytes) }
  return (await pool.run("sniff", ends)).mediaType
}

/** @throws Fault, as the call "redaction.file" declares; "cannot-redact-kind" for recordings where they are not wanted */
export const redactFile = async (
  context: EngineContext,
  input: FileInput,
  { recordings } = { recordings: true },
): Promise<Output<"redaction.file">> => {
  const { parsers } = context.parts
  const folder = context.tokens.resolve(input.target)
  if (!isPlainName(input.name)) throw new Fault("bad-input", { field: "name" })
  // Asked before minutes of work, not after them.
  if (!(await isFolder(folder))) throw new Fault("not-found", { kind: "folder" })
  if (await exists(join(folder, input.name))) throw new Fault("target-exists", { name: input.name })
  const needles = needlesOfList(input.terms)
  // The name leaves with the file.
  if (matchesIn(fold(input.name), indexNeedles(needles.needles), 1).length > 0)
    throw new Fault("redaction-leak", { checks: "file-name" })
  const bytes = await readWhole(context.tokens.resolve(input.file))
  const mediaType = await sniffedType(parsers, bytes)
  if (!recordings && isRecording(mediaType)) throw new Fault("cannot-redact-kind", { mediaType })
  const redact = isRecording(mediaType) ? redactRecording : input.asText ? redactText : redactPages
  const { bytes: made, ...told } = await redact(context, { bytes, mediaType, needles }, input)
  await writeNew(folder, input.name, made)
  return { file: context.tokens.offer(join(folder, input.name)), name: input.name, ...told, reviewed: false }
}

export const redactionFileHandlers = (context: EngineContext): Pick<Handlers, "redaction.file"> => ({
  "redaction.file": (input) => redactFile(context, input),
})
