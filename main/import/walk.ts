import type { Stats } from "node:fs"
import { lstat, readdir, realpath, stat } from "node:fs/promises"
import path from "node:path"
import { Fault, type FaultCode, type FaultDetail } from "../../shared/faults.ts"
import { shownName, shownText } from "./names.ts"

/** A regular file that was found. Paths are bytes: a name need not be text. */
export interface FoundFile {
  readonly path: Buffer
  /** Safe to show; see names.ts. */
  readonly name: string
  /** "/"-separated from the offered folder's own name on; "" for a file that was offered by itself. */
  readonly folder: string
  readonly sizeBytes: number
  /** Device and inode: what is opened later must be the same file. */
  readonly device: number
  readonly inode: number
}

/** Something that cannot be taken in, and why. */
export interface RefusedEntry {
  readonly name: string
  readonly folder: string
  readonly fault: FaultCode
  readonly detail: FaultDetail
}

export interface Walked {
  readonly files: FoundFile[]
  readonly refused: RefusedEntry[]
}

export interface WalkOptions {
  /** Folders that are never entered: the vault itself. */
  readonly except?: readonly string[]
  readonly signal?: AbortSignal
}

interface Place {
  readonly path: Buffer
  readonly name: string
  readonly folder: string
}

const separator = Buffer.from(path.sep)

/** What a failed look at a file means to the person who offered it. */
export const fileFault = (error: unknown): FaultCode => {
  const code = error instanceof Error && "code" in error ? error.code : ""
  if (code === "ENOENT" || code === "ENOTDIR") return "file-vanished"
  if (code === "ELOOP") return "link-loop"
  return "file-unreadable"
}

const whatItIs = (stats: Stats): string => {
  if (stats.isSymbolicLink()) return "link"
  if (stats.isFIFO()) return "pipe"
  if (stats.isSocket()) return "socket"
  return "device"
}

/**
 * A link is never followed: it may lead out of what was offered. One that leads back to a folder it stands in, or
 * nowhere but to itself, is called a loop.
 */
const linkFault = async (link: Buffer): Promise<FaultCode> => {
  try {
    if (!(await stat(link)).isDirectory()) return "not-a-regular-file"
    const target = await realpath(link, "buffer")
    // Latin-1 gives every byte back as it was.
    const parent = await realpath(Buffer.from(path.dirname(link.toString("latin1")), "latin1"), "buffer")
    const within = target.equals(separator) ? target : Buffer.concat([target, separator])
    return parent.equals(target) || parent.subarray(0, within.length).equals(within)
      ? "link-loop"
      : "not-a-regular-file"
  } catch (error) {
    return fileFault(error) === "link-loop" ? "link-loop" : "not-a-regular-file"
  }
}

/**
 * Everything in the offered files and folders, folders entered to any depth and sorted by the bytes of their names.
 * Nothing is opened. What is no regular file is listed as refused, with its reason; the walk goes on.
 * @throws Fault "cancelled"
 */
export const walk = async (offered: readonly string[], options: WalkOptions = {}): Promise<Walked> => {
  const walked: Walked = { files: [], refused: [] }
  const except = new Set(await Promise.all((options.except ?? []).map(identity)))
  // Last in, first out, so that files come in the order in which a person sees them.
  const open: Place[] = offered
    .map((given) => ({
      path: Buffer.from(path.resolve(given)),
      name: shownText(path.basename(path.resolve(given))),
      folder: "",
    }))
    .reverse()
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (options.signal?.aborted === true) throw new Fault("cancelled")
    open.push(...(await look(place, walked, except)).reverse())
  }
  return walked
}

const identity = async (folder: string): Promise<string> => {
  const stats = await stat(folder)
  return `${stats.dev}:${stats.ino}`
}

/** Files one place away: records it, or gives what is inside it. */
const look = async (place: Place, walked: Walked, except: ReadonlySet<string>): Promise<Place[]> => {
  const refuse = (fault: FaultCode, detail: FaultDetail = {}): Place[] => {
    walked.refused.push({ name: place.name, folder: place.folder, fault, detail })
    return []
  }
  try {
    const stats = await lstat(place.path)
    if (stats.isFile()) {
      walked.files.push({ ...place, sizeBytes: stats.size, device: stats.dev, inode: stats.ino })
      return []
    }
    if (stats.isSymbolicLink()) return refuse(await linkFault(place.path), { what: "link" })
    if (!stats.isDirectory()) return refuse("not-a-regular-file", { what: whatItIs(stats) })
    if (except.has(`${stats.dev}:${stats.ino}`)) return refuse("not-a-regular-file", { what: "vault" })
    return await inside(place)
  } catch (error) {
    return refuse(fileFault(error))
  }
}

const inside = async (place: Place): Promise<Place[]> => {
  const names = await readdir(place.path, { encoding: "buffer" })
  const folder = place.folder === "" ? place.name : `${place.folder}/${place.name}`
  return names
    .sort((left, right) => left.compare(right))
    .map((name) => ({ path: Buffer.concat([place.path, separator, name]), name: shownName(name), folder }))
}
