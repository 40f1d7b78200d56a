import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject, sign, verify } from "node:crypto"
import { concat, fromHex } from "./bytes.ts"

/**
 * Ed25519 signatures (RFC 8032) and X25519 agreement (RFC 7748) over raw 32-byte keys.
 * Node wants keys in DER; for both curves that is a fixed prefix (RFC 8410) and the raw bytes.
 */
const privatePrefix = {
  ed25519: fromHex("302e020100300506032b657004220420"),
  x25519: fromHex("302e020100300506032b656e04220420"),
} as const
const publicPrefix = {
  ed25519: fromHex("302a300506032b6570032100"),
  x25519: fromHex("302a300506032b656e032100"),
} as const

type Curve = keyof typeof privatePrefix

const privateKeyOf = (curve: Curve, raw: Uint8Array): KeyObject => {
  const der = Buffer.from(concat([privatePrefix[curve], raw]))
  try {
    return createPrivateKey({ key: der, format: "der", type: "pkcs8" })
  } finally {
    der.fill(0)
  }
}

const publicKeyOf = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(concat([publicPrefix[curve], raw])), format: "der", type: "spki" })

const rawPublicKey = (curve: Curve, secret: Uint8Array): Uint8Array =>
  createPublicKey(privateKeyOf(curve, secret)).export({ format: "der", type: "spki" }).subarray(-32)

/** 32 bytes. */
export const ed25519PublicKey = (seed: Uint8Array): Uint8Array => rawPublicKey("ed25519", seed)

/** 64 bytes. */
export const ed25519Sign = (seed: Uint8Array, message: Uint8Array): Uint8Array =>
  sign(null, message, privateKeyOf("ed25519", seed))

/** Keeps the parsed key, for many signatures in a row. Subtle: it cannot be wiped; it goes with its process. */
export const ed25519Signer = (seed: Uint8Array): ((message: Uint8Array) => Uint8Array) => {
  const key = privateKeyOf("ed25519", seed)
  return (message) => sign(null, message, key)
}

/** False for any other message, key or signature, and for keys of a wrong length. */
export const ed25519Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  if (publicKey.byteLength !== 32 || signature.byteLength !== 64) return false
  try {
    return verify(null, message, publicKeyOf("ed25519", publicKey), signature)
  } catch {
    return false
  }
}

/** Keeps the parsed key, for many signatures in a row (verifying a chain parses its public key once). */
export const ed25519Verifier = (publicKey: Uint8Array): ((message: Uint8Array, signature: Uint8Array) => boolean) => {
  const key = publicKeyOf("ed25519", publicKey)
  return (message, signature) => signature.byteLength === 64 && verify(null, message, key, signature)
}

/** 32 bytes. */
export const x25519PublicKey = (privateKey: Uint8Array): Uint8Array => rawPublicKey("x25519", privateKey)

/** 32 bytes, or undefined for a public key of small order, which both libraries refuse. */
export const x25519Agree = (privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array | undefined => {
  try {
    return diffieHellman({
      privateKey: privateKeyOf("x25519", privateKey),
      publicKey: publicKeyOf("x25519", publicKey),
    })
  } catch {
    return undefined
  }
}
