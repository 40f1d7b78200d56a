import { expect, test } from "vitest"
import { fromHex, toHex } from "../../../main/crypto/bytes.ts"
import {
  ed25519PublicKey,
  ed25519Sign,
  ed25519Verify,
  x25519Agree,
  x25519PublicKey,
} from "../../../main/crypto/sign.ts"

// RFC 8032, section 7.1, test 2.
const seed = fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
const publicKey = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
const message = fromHex("72")
const signature =
  "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"

test("Ed25519 gives the key and signature of RFC 8032", () => {
  expect(toHex(ed25519PublicKey(seed))).toBe(publicKey)
  expect(toHex(ed25519Sign(seed, message))).toBe(signature)
})

test("a signature fits its own message and key only", () => {
  const good = fromHex(signature)
  expect(ed25519Verify(fromHex(publicKey), message, good)).toBe(true)
  expect(ed25519Verify(fromHex(publicKey), fromHex("73"), good)).toBe(false)
  expect(ed25519Verify(ed25519PublicKey(fromHex("01".repeat(32))), message, good)).toBe(false)
  good[10] = (good[10] ?? 0) ^ 1
  expect(ed25519Verify(fromHex(publicKey), message, good)).toBe(false)
  expect(ed25519Verify(fromHex("00"), message, good)).toBe(false)
})

test("X25519 gives the shared secret of RFC 7748", () => {
  // RFC 7748, section 6.1.
  const bob = fromHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")
  expect(toHex(x25519PublicKey(bob))).toBe("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")
  const alicePublic = fromHex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
  expect(toHex(x25519Agree(bob, alicePublic) ?? new Uint8Array())).toBe(
    "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
  )
})

test("a public key of small order agrees on nothing", () => {
  expect(x25519Agree(seed, new Uint8Array(32))).toBeUndefined()
})
