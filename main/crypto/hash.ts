import { createHash, createHmac } from "node:crypto"
import type { Sha256Hex } from "../../shared/model/ids.ts"

/** SHA-256 of bytes: 32 bytes. */
export const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest()

/** SHA-256 of bytes, lower-case hex. */
export const sha256Hex = (bytes: Uint8Array): Sha256Hex => sha256(bytes).toString("hex") as Sha256Hex

/** HMAC-SHA-256 of bytes under a key: 32 bytes. */
export const hmacSha256 = (key: Uint8Array, bytes: Uint8Array): Buffer =>
  createHmac("sha256", key).update(bytes).digest()
