import { openBox, sealBox } from "../crypto/aead.ts"
import { readUint16, writeUint16, writeUint64, concat } from "../crypto/bytes.ts"
import { labels } from "../crypto/keys.ts"
import type { RandomBytes } from "../crypto/random.ts"
import { slotCount, type SlotType, slotTypeOf, slotTypes } from "./slots.ts"

/**
 * Which slots are in use, for whoever holds the header key; the slots themselves do not tell.
 *
 *   184 bytes, in a box under the header key: eight entries of 20 bytes, then 24 zeros
 *   entry   0  2   type of the slot, 0 = unused
 *           2  2   zero
 *           4  16  holder id, zeros when unused
 */
const entryBytes = 20
const plainBytes = 184

export interface DirectoryEntry {
  type: SlotType
  /** 16 bytes. */
  holderId: Uint8Array
}

/** By slot number; undefined: unused. */
export type Directory = readonly (DirectoryEntry | undefined)[]

const boxInput = (headerKey: Uint8Array, fixedPart: Uint8Array, epoch: number) => {
  const epochBytes = new Uint8Array(8)
  writeUint64(epochBytes, 0, epoch)
  return {
    secret: headerKey,
    salt: new Uint8Array(),
    label: labels.headerDirectory,
    context: new Uint8Array(),
    additionalData: concat([fixedPart, epochBytes]),
  }
}

/** 244 bytes. The additional data are the header's first 80 bytes, epoch included. */
export const sealDirectory = (
  directory: Directory,
  place: { headerKey: Uint8Array; fixedPart: Uint8Array; epoch: number },
  random: RandomBytes,
): Uint8Array => {
  const bytes = new Uint8Array(plainBytes)
  for (const [index, entry] of directory.entries()) {
    if (entry === undefined) continue
    writeUint16(bytes, index * entryBytes, slotTypes[entry.type])
    bytes.set(entry.holderId, index * entryBytes + 4)
  }
  return sealBox(boxInput(place.headerKey, place.fixedPart, place.epoch), bytes, random)
}

/** Undefined when it was changed or belongs to another header. */
export const openDirectory = (
  box: Uint8Array,
  place: { headerKey: Uint8Array; fixedPart: Uint8Array; epoch: number },
): Directory | undefined => {
  const bytes = openBox(boxInput(place.headerKey, place.fixedPart, place.epoch), box)
  if (bytes === undefined) return undefined
  return Array.from({ length: slotCount }, (_, index) => {
    const start = index * entryBytes
    const type = readUint16(bytes, start)
    if (type === 0) return undefined
    return { type: slotTypeOf(type), holderId: bytes.slice(start + 4, start + entryBytes) }
  })
}
