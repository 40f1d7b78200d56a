/**
 * Redacts every file of a folder into another one: unattended, so that every copy is called unreviewed.
 *
 *   OUT/01/0003.UNREVIEWED.pdf   folders and files by number, in the order of their names; own names only where asked for
 *   OUT/report.json              one line for each file, without any original name unless asked for
 *
 * One file's failure is its own outcome; the others go on. Recordings are passed over: nothing finds names in sound.
 */
import { mkdir, readdir } from "node:fs/promises"
import { basename, join, relative, sep } from "node:path"
import type { Handlers, Output, Parsed } from "../../../shared/contract/contract.ts"
import { Fault, isFault } from "../../../shared/faults.ts"
import { patternNames } from "../../../shared/model/redaction.ts"
import { type FoundFile, walk } from "../../import/walk.ts"
import { fold } from "../../search/names/fold.ts"
import { indexNeedles, matchesIn, type NeedleIndex } from "../../redaction/match.ts"
import { needlesOfTerms } from "../../redaction/needles.ts"
import { findPatterns } from "../../redaction/patterns/all.ts"
import { diskFault, errnoOf } from "../../vault/durable.ts"
import type { EngineContext } from "../context.ts"
import { redactFile, writeNew } from "./redaction-file.ts"

type FolderInput = Parsed<"redaction.folder">
type Outcome = Output<"redaction.folder">["outcomes"][number]

const reportName = "report.json"

/** An empty folder, made where it is not there. @throws Fault "target-exists", and the disk's */
const emptyFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder)
  } catch (error) {
    if (errnoOf(error) === "ENOENT") throw new Fault("not-found", { kind: "folder" }, error)
    if (errnoOf(error) !== "EEXIST") throw diskFault(error)
    const inside = await readdir(folder).catch(() => ["not a folder"])
    if (inside.length > 0) throw new Fault("target-exists", { name: basename(folder) }, error)
  }
}

const numbered = (number: number, digits: number): string => String(number).padStart(digits, "0")

/** A part of a path as it may leave: its own only where it was asked for and names nobody. */
const makeNaming = (input: FolderInput, index: NeedleIndex) => {
  const folders = new Map<string, string>()
  const counts = new Map<string, number>()
  const taken = new Set<string>()
  const mayLeave = (name: string): boolean =>
    input.keepNames &&
    matchesIn(fold(name), index, 1).length === 0 &&
    findPatterns(
      name,
      patternNames.filter((one) => input.patterns.includes(one)),
    ).length === 0 &&
    !/[\\/\0:*?"<>|]/u.test(name)
  const folderOf = (path: string): string => {
    const known = folders.get(path)
    if (path === "" || known !== undefined) return known ?? ""
    const parent = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ""
    const name = path.slice(path.lastIndexOf("/") + 1)
    const count = (counts.get(parent) ?? 0) + 1
    counts.set(parent, count)
    const made = join(folderOf(parent), mayLeave(name) ? name : numbered(count, 2))
    folders.set(path, made)
    return made
  }
  const fileOf = ({ name }: FoundFile, folder: string, number: number): string => {
    const stem = name.replace(/\.[^.]*$/u, "")
    const own = mayLeave(name) && stem !== "" && Buffer.byteLength(stem) < 200 ? stem : numbered(number, 4)
    let chosen = own
    for (let copy = 2; taken.has(join(folder, chosen).toLowerCase()); copy += 1) chosen = `${own}-${copy}`
    taken.add(join(folder, chosen).toLowerCase())
    return `${chosen}.UNREVIEWED.pdf`
  }
  return { folderOf, fileOf }
}

/** Below the offered folder, whose own name is the first part. */
const below = (folder: string): string => folder.split("/").slice(1).join("/")

/** Number, original's place for the person who ran it, and what became of it. */
const redactOne = async (
  context: EngineContext,
  input: FolderInput,
  found: FoundFile,
  place: { readonly number: number; readonly root: string; readonly folder: string; readonly name: string },
): Promise<Outcome> => {
  const { number, root, folder, name } = place
  const source = [below(found.folder), found.name].filter((part) => part !== "").join("/")
  try {
    const path = found.path.toString()
    if (!Buffer.from(path).equals(found.path)) throw new Fault("file-unreadable")
    await mkdir(join(root, folder), { recursive: true })
    const { terms, patterns, options, faces, allPages } = input
    const { report, pages, boxes, picturesLeftOut } = await redactFile(
      context,
      {
        ...{
          terms,
          patterns,
          options,
          faces,
          allPages,
          areas: [],
          asText: false,
          name,
          media: { spans: [], droppedTracks: [] },
        },
        file: context.tokens.offer(path),
        target: context.tokens.offer(join(root, folder)),
      },
      { recordings: false },
    )
    const file = join(folder, name).split(sep).join("/")
    return { number, source, file, fault: null, pages, boxes, picturesLeftOut, checks: report.checks }
  } catch (error) {
    if (isFault(error) && error.code === "cancelled") throw error
    const fault = isFault(error) ? error.code : "internal"
    return { number, source, file: null, fault, pages: 0, boxes: 0, picturesLeftOut: 0, checks: [] }
  }
}

const jsonBytes = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/** What leaves beside the copies: originals' names only where they were asked for. */
const reportOf = (outcomes: readonly Outcome[]): Uint8Array =>
  jsonBytes({
    reviewed: false,
    files: outcomes.map(({ source: _, ...outcome }) => outcome),
  })

/** Which number was which file: outside the folder that leaves. @throws Fault "bad-input" */
const writeKeyList = async (
  context: EngineContext,
  input: FolderInput,
  outcomes: readonly Outcome[],
): Promise<void> => {
  if (input.keyList === null) return
  const folder = context.tokens.resolve(input.keyList.folder)
  await writeNew(
    folder,
    input.keyList.name,
    jsonBytes(outcomes.map(({ number, source, file }) => ({ number, source, file }))),
  )
}

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`))
}

const redactFolder = async (context: EngineContext, input: FolderInput): Promise<Output<"redaction.folder">> => {
  const source = context.tokens.resolve(input.folder)
  const root = context.tokens.resolve(input.target)
  const terms = input.terms.filter((term) => term.trim() !== "")
  if (terms.length + input.patterns.length === 0 && input.faces !== "cover")
    throw new Fault("nothing-chosen", { kind: "term" })
  const index = indexNeedles(needlesOfTerms(terms, "", "inflected").needles)
  if (
    isInside(root, source) ||
    (input.keyList !== null && isInside(context.tokens.resolve(input.keyList.folder), root))
  )
    throw new Fault("bad-input", { field: "target" })
  if (matchesIn(fold(basename(root)), index, 1).length > 0) throw new Fault("redaction-leak", { checks: "file-name" })
  const { files, refused } = await walk([source])
  if (files.length + refused.length === 0) throw new Fault("nothing-chosen", { kind: "file" })
  await emptyFolder(root)
  const naming = makeNaming(input, index)
  const outcomes: Outcome[] = []
  for (const found of files) {
    const number = outcomes.length + 1
    const folder = naming.folderOf(below(found.folder))
    const name = naming.fileOf(found, folder, number)
    outcomes.push(await redactOne(context, input, found, { number, root, folder, name }))
  }
  for (const { name, folder, fault } of refused) {
    const place = [below(folder), name].filter((part) => part !== "").join("/")
    const nothing = { file: null, pages: 0, boxes: 0, picturesLeftOut: 0, checks: [] }
    outcomes.push({ number: outcomes.length + 1, source: place, fault, ...nothing })
  }
  await writeNew(root, reportName, reportOf(outcomes))
  await writeKeyList(context, input, outcomes)
  return { outcomes, report: reportName, reviewed: false }
}

export const redactionFolderHandlers = (context: EngineContext): Pick<Handlers, "redaction.folder"> => ({
  "redaction.folder": (input) => redactFolder(context, input),
})
