import { timingSafeEqual } from "node:crypto"

/** All integers of our formats are unsigned and big-endian. */

export const concat = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

export const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8")

export const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")

export const fromHex = (hex: string): Uint8Array => Buffer.from(hex, "hex")

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const readUint16 = (bytes: Uint8Array, offset: number): number => view(bytes).getUint16(offset)
export const readUint32 = (bytes: Uint8Array, offset: number): number => view(bytes).getUint32(offset)

/** Reads 8 bytes; above 2^53 the result is not exact, so callers compare with `Number.isSafeInteger`. */
export const readUint64 = (bytes: Uint8Array, offset: number): number => Number(view(bytes).getBigUint64(offset))

export const writeUint16 = (bytes: Uint8Array, offset: number, value: number): void =>
  view(bytes).setUint16(offset, value)
export const writeUint32 = (bytes: Uint8Array, offset: number, value: number): void =>
  view(bytes).setUint32(offset, value)
export const writeUint64 = (bytes: Uint8Array, offset: number, value: number): void =>
  view(bytes).setBigUint64(offset, BigInt(value))

/** The 16 bytes that a UUID stands for, in the order in which its digits are written. */
export const uuidBytes = (uuid: string): Uint8Array => fromHex(uuid.replaceAll("-", ""))

export const uuidText = (bytes: Uint8Array): string => {
  const hex = toHex(bytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-")
}

/** Compares without telling, by the time taken, where two values differ. Lengths are no secret. */
export const equalInConstantTime = (left: Uint8Array, right: Uint8Array): boolean =>
  left.byteLength === right.byteLength && timingSafeEqual(left, right)

/** Overwrites what we still hold. JavaScript may have made copies: locking ends the process for that reason. */
export const wipe = (...secrets: readonly Uint8Array[]): void => {
  for (const secret of secrets) secret.fill(0)
}
