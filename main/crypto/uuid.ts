import type { RandomBytes } from "./random.ts"

/** 16 bytes as a UUID of version 4 (RFC 9562): the six bits of version and variant are set, the rest kept. */
export const uuidFrom = (bytes: Uint8Array): string => {
  const id = Buffer.from(bytes.subarray(0, 16))
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x40
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80
  const hex = id.toString("hex")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}

/** A random id for a record. */
export const randomUuid = (random: RandomBytes): string => uuidFrom(random(16))
