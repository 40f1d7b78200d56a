import { createHash, createHmac } from "node:crypto"
import type { Sha256Hex } from "../../shared/model/ids.ts"

/** 32 bytes. */
export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Lower-case hex. */
export const sha256Hex = (...parts: readonly Uint8Array[]): Sha256Hex => {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return hash.digest("hex") as Sha256Hex
}

/** SHA-256 over what arrives piece by piece; `digest` ends it. */
export interface RunningSha256 {
  update(part: Uint8Array): void
  digest(): Uint8Array
}

export const startSha256 = (): RunningSha256 => {
  const hash = createHash("sha256")
  return {
    update: (part) => {
      hash.update(part)
    },
    digest: () => hash.digest(),
  }
}

/** HMAC-SHA-256 (RFC 2104), 32 bytes. */
export const hmacSha256 = (key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array => {
  const hmac = createHmac("sha256", key)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}
