import { hashRaw, type Options } from "@node-rs/argon2"
import { Fault } from "../../shared/faults.ts"
import type { KdfParameters } from "./kdf-parameters.ts"
import { concat, utf8 } from "./bytes.ts"

/**
 * From what a person types to the attempt key: Argon2id (RFC 9106), version 0x13, 32 bytes out, no secret, no
 * associated data. It runs once per attempt; every slot is then tried with keys derived from the one result.
 */
export { type KdfParameters, productKdf } from "./kdf-parameters.ts"

/** What a header may ask for: less would weaken, more would exhaust the machine. */
export const kdfBounds = {
  memoryKiB: { least: 64 * 1024, most: 1024 * 1024 },
  passes: { least: 1, most: 10 },
  lanes: { least: 1, most: 8 },
} as const

export const saltBytes = 32

// The package declares them as ambient enums, which type stripping cannot read at run time.
/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment */
const argon2id13: Options = { algorithm: 2, version: 1 }
/* eslint-enable @typescript-eslint/no-unsafe-enum-assignment */

/** Throws Fault `kdf-out-of-bounds`. */
export const checkKdf = (parameters: KdfParameters): void => {
  for (const name of ["memoryKiB", "passes", "lanes"] as const) {
    const value = parameters[name]
    const { least, most } = kdfBounds[name]
    if (!Number.isInteger(value) || value < least || value > most)
      throw new Fault("kdf-out-of-bounds", { parameter: name, value, least, most })
  }
}

/** 32 bytes from the secret's bytes and the vault's salt. Throws Fault `kdf-out-of-bounds` before any work is done. */
export const deriveAttemptKey = async (
  secretBytes: Uint8Array,
  salt: Uint8Array,
  parameters: KdfParameters,
): Promise<Uint8Array> => {
  checkKdf(parameters)
  return hashRaw(secretBytes, {
    ...argon2id13,
    memoryCost: parameters.memoryKiB,
    timeCost: parameters.passes,
    parallelism: parameters.lanes,
    outputLen: 32,
    salt,
  })
}

const loneSurrogate = /\p{Surrogate}/u

/** Argon2's input for a passphrase: UTF-8 of its NFKC form, nothing trimmed. Throws Fault `bad-input`. */
export const passphraseBytes = (passphrase: string): Uint8Array => {
  // Subtle: UTF-8 turns every lone surrogate into the same replacement character, so two passphrases would be one.
  if (passphrase.length === 0 || loneSurrogate.test(passphrase)) throw new Fault("bad-input", { field: "passphrase" })
  return utf8(passphrase.normalize("NFKC"))
}

const recoveryPrefix = utf8("saqta/v1/recovery-code:")

/** Argon2's input for a recovery code: a fixed prefix, so that no passphrase is the same bytes, and its 16 bytes. */
export const recoveryCodeBytes = (code: Uint8Array): Uint8Array => concat([recoveryPrefix, code])
