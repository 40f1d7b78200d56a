import { z } from "zod"
import { sha256Hex } from "../crypto/hash.ts"
import { ed25519PublicKey, ed25519Sign, ed25519Verify } from "../crypto/sign.ts"

/** `signature.json`: who signed is for the recipient to find out; the key is made for one dossier and used once. */
export const SignatureFile = z.strictObject({
  format: z.literal("saqta-dossier-signature-1"),
  algorithm: z.literal("Ed25519"),
  publicKeyHex: z.string().regex(/^[0-9a-f]{64}$/),
  signedFile: z.literal("tagmanifest-sha256.txt"),
  signatureHex: z.string().regex(/^[0-9a-f]{128}$/),
})
export type SignatureFile = z.infer<typeof SignatureFile>

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

/** SHA-256 of the public key, in eight groups of four: what two people read to each other over the telephone. */
export const fingerprint = (publicKey: Uint8Array): string =>
  (sha256Hex(publicKey).slice(0, 32).match(/.{4}/g) ?? []).join(" ")

export const sign = (tagManifest: Uint8Array, seed: Uint8Array): SignatureFile => ({
  format: "saqta-dossier-signature-1",
  algorithm: "Ed25519",
  publicKeyHex: hex(ed25519PublicKey(seed)),
  signedFile: "tagmanifest-sha256.txt",
  signatureHex: hex(ed25519Sign(seed, tagManifest)),
})

export const isSignedBy = (file: SignatureFile, tagManifest: Uint8Array): boolean =>
  ed25519Verify(Buffer.from(file.publicKeyHex, "hex"), tagManifest, Buffer.from(file.signatureHex, "hex"))
