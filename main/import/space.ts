import * as files from "node:fs/promises"
import { Fault } from "../../shared/faults.ts"

const spareBytes = 64 * 1024 * 1024
const sealingFactor = 1.05

/** What sealing a file of `sizeBytes` may take on the disk, database and journal included. */
export const neededBytes = (sizeBytes: number): number => Math.ceil(sizeBytes * sealingFactor) + spareBytes

/** Free bytes of the disk that `folder` is on, for this user; Infinity where the system does not say. */
const freeBytes = async (folder: string): Promise<number> => {
  // Subtle: Node before 18.15 (Electron 22) has no statfs; there a full disk is found out when writing fails.
  const statfs = (files as { statfs?: typeof files.statfs }).statfs
  if (statfs === undefined) return Infinity
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

export const hasSpace = async (folder: string, sizeBytes: number): Promise<boolean> =>
  (await freeBytes(folder)) >= neededBytes(sizeBytes)

/** @throws Fault "disk-full" before a byte is written, so that the vault always has room to close */
export const requireSpace = async (folder: string, sizeBytes: number): Promise<void> => {
  const free = await freeBytes(folder)
  const needed = neededBytes(sizeBytes)
  if (free < needed) throw new Fault("disk-full", { neededBytes: needed, freeBytes: free })
}
