import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs"
import { join } from "node:path"
import { findNeedles, type Needle } from "./needles.ts"

/** Every file below `folder`; sockets and pipes are named too, but hold nothing to read. */
const pathsBelow = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? [path, ...pathsBelow(path)] : [path]
    })
  } catch {
    // A browser's files come and go.
    return []
  }
}

const contentOf = (path: string): Buffer => {
  try {
    const stat = lstatSync(path)
    if (stat.isSymbolicLink()) return Buffer.from(readlinkSync(path))
    return stat.isFile() ? readFileSync(path) : Buffer.alloc(0)
  } catch {
    return Buffer.alloc(0)
  }
}

/** Where in a folder's names and contents the needles are: "path: name" for every find. */
export const scanFolder = (folder: string, needles: readonly Needle[]): string[] =>
  pathsBelow(folder).flatMap((path) => [
    ...findNeedles(Buffer.from(path), needles).map((name) => `${path}: ${name} in its name`),
    ...findNeedles(contentOf(path), needles).map((name) => `${path}: ${name}`),
  ])

/** Bytes of all files below `folder`. */
export const folderBytes = (folder: string): number =>
  pathsBelow(folder).reduce((sum, path) => {
    try {
      const stat = lstatSync(path)
      return stat.isFile() ? sum + stat.size : sum
    } catch {
      return sum
    }
  }, 0)
