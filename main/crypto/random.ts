import { randomBytes } from "node:crypto"

/** Randomness is an argument, so that tests and published vectors repeat. */
export type RandomBytes = (length: number) => Uint8Array

/** The operating system's generator, through Node (OpenSSL) or Electron (BoringSSL). */
export const systemRandom: RandomBytes = (length) => randomBytes(length)

/** A random UUID (version 4, RFC 9562), lower case. */
export const randomUuid = (random: RandomBytes): string => {
  const bytes = Buffer.from(random(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString("hex")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}
