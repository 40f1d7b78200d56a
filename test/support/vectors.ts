import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { toHex } from "../../main/crypto/bytes.ts"
import { deriveAttemptKey, type KdfParameters, passphraseBytes, recoveryCodeBytes } from "../../main/crypto/kdf.ts"
import { hkdf, labels } from "../../main/crypto/keys.ts"
import type { RandomBytes } from "../../main/crypto/random.ts"
import { blobCommitment, openWhole, sealWhole, startBlob } from "../../main/crypto/seal.ts"
import { createHeader, type UnlockedHeader, unlockHeader } from "../../main/vault/keyring.ts"
import { formatRecoveryCode, parseRecoveryCode } from "../../main/vault/recovery-code.ts"

/** The shape of `test/vectors/format-1.json`. */
export interface Vectors {
  about: string
  seed: string
  header: {
    passphrase: string
    passphraseBytesHex: string
    recoveryCode: string
    recoveryCodeBytesHex: string
    passphraseAttemptKeyHex: string
    recoveryAttemptKeyHex: string
    kdf: KdfParameters
    saltHex: string
    vaultId: string
    holderId: string
    createdAt: string
    epoch: number
    sha256: string
    keysHex: Record<KeyName, string>
    headerMacKeyHex: string
    fileBase64: string
  }
  recoveryCodes: { bytesHex: string; code: string }[]
  /** HKDF-SHA-256 of 32 bytes 01 under each label without context; the salt is the vault id; 64 bytes. */
  hkdf: { label: string; keyHex: string }[]
  blobs: {
    id: string
    saltHex: string
    keyHex: string
    commitmentHex: string
    name: string
    receivedAt: string
    sizeBytes: number
    sha256: string
    contentBase64: string
    fileBase64: string
  }[]
}

type KeyName =
  | "databaseKey"
  | "blobKey"
  | "duplicateKey"
  | "headerKey"
  | "headKey"
  | "holderSigningSeed"
  | "holderPublicKey"
  | "holderAgreementPublicKey"

/** Bytes that repeat: block i is SHA-256(seed ‖ " " ‖ i in decimal); every call starts a new block. */
export const countedRandom = (seed: string): RandomBytes => {
  let counter = 0
  return (length) => {
    const blocks: Buffer[] = []
    for (let filled = 0; filled < length; filled += 32)
      blocks.push(createHash("sha256").update(`${seed} ${counter++}`).digest())
    return Buffer.concat(blocks).subarray(0, length)
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64")
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"))
const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"))

type Check = (name: string, actual: unknown, expected: unknown) => void

const checkOpened = (check: Check, { keys, header, notices }: UnlockedHeader, expected: Vectors["header"]): void => {
  for (const [name, value] of Object.entries(expected.keysHex)) check(name, toHex(keys[name as KeyName]), value)
  check("vault id", keys.vaultId, expected.vaultId)
  check("holder id", keys.holderId, expected.holderId)
  check("created at", header.createdAt, expected.createdAt)
  check("epoch", header.epoch, expected.epoch)
  check("header hash", header.sha256, expected.sha256)
  check("MAC", header.macValid, true)
  check("slots", header.slots.join(), "passphrase,recovery-code")
  check("notices", notices.join(), "")
}

const checkHeader = async (check: Check, { header, seed }: Vectors): Promise<void> => {
  const salt = fromHex(header.saltHex)
  const passphrase = passphraseBytes(header.passphrase)
  const code = recoveryCodeBytes(parseRecoveryCode(header.recoveryCode))
  check("passphrase bytes", toHex(passphrase), header.passphraseBytesHex)
  check("recovery code bytes", toHex(code), header.recoveryCodeBytesHex)
  const attempt = async (secret: Uint8Array) => toHex(await deriveAttemptKey(secret, salt, header.kdf))
  check("attempt key of the passphrase", await attempt(passphrase), header.passphraseAttemptKeyHex)
  check("attempt key of the recovery code", await attempt(code), header.recoveryAttemptKeyHex)
  const folder = mkdtempSync(join(tmpdir(), "saqta-vectors-"))
  try {
    const clock = { now: () => header.createdAt, monotonicMs: () => 0 }
    const options = { passphrase: header.passphrase, kdf: header.kdf, random: countedRandom(seed), clock }
    const made = await createHeader(folder, options)
    check("recovery code made", made.recoveryCode, header.recoveryCode)
    for (const name of ["header.a", "header.b"])
      check(`${name} made`, readFileSync(join(folder, name)).toString("base64"), header.fileBase64)
    for (const name of ["header.a", "header.b"]) writeFileSync(join(folder, name), fromBase64(header.fileBase64))
    const { passphrase: typed, recoveryCode } = header
    checkOpened(check, await unlockHeader(folder, { kind: "passphrase", passphrase: typed }), header)
    checkOpened(check, await unlockHeader(folder, { kind: "recovery-code", code: recoveryCode }), header)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const checkBlob = (check: Check, blobKey: Uint8Array, vector: Vectors["blobs"][number]): void => {
  const file = fromBase64(vector.fileBase64)
  const { content, tail, commitment } = openWhole(blobKey, vector.id, file)
  check("content", base64(content), vector.contentBase64)
  check("name", tail.name, vector.name)
  check("received at", new Date(tail.receivedAtMs).toISOString(), vector.receivedAt)
  check("size", tail.sizeBytes, vector.sizeBytes)
  check("SHA-256", toHex(tail.sha256), vector.sha256)
  check("commitment", toHex(commitment), vector.commitmentHex)
  const blob = startBlob(blobKey, vector.id, fromHex(vector.saltHex))
  check("blob's key", toHex(blob.key), vector.keyHex)
  check("commitment made", toHex(blobCommitment(blob.header)), vector.commitmentHex)
  check("file made", base64(sealWhole(blob, content, tail)), vector.fileBase64)
  for (const offset of [0, 9, 20, 60, 90, file.byteLength - 1]) {
    const flipped = file.slice()
    flipped[offset] = (flipped[offset] ?? 0) ^ 1
    check(
      `flipped byte ${offset}`,
      codeOf(() => openWhole(blobKey, vector.id, flipped)),
      "blob-damaged",
    )
  }
}

const codeOf = (work: () => unknown): unknown => {
  try {
    work()
    return "opened"
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

/** Runs every published vector, without a test framework, so that it also runs inside Electron's BoringSSL. */
export const runVectors = async (vectorsJson: string): Promise<{ passed: number; failures: string[] }> => {
  const vectors = JSON.parse(vectorsJson) as Vectors
  const failures: string[] = []
  let passed = 0
  const checkIn =
    (part: string): Check =>
    (name, actual, expected) => {
      if (actual === expected) passed++
      else failures.push(`${part}: ${name}`)
    }
  const guarded = async (part: string, work: (check: Check) => Promise<void> | void) => {
    try {
      await work(checkIn(part))
    } catch (error) {
      failures.push(`${part}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
  await guarded("header", (check) => checkHeader(check, vectors))
  for (const { label, keyHex } of vectors.hkdf)
    await guarded(`HKDF ${label}`, (check) => {
      const known = Object.values(labels).find((one) => one === label)
      const salt = fromHex(vectors.header.vaultId.replace(/-/g, ""))
      const secret = new Uint8Array(32).fill(1)
      check("key", known && toHex(hkdf({ secret, salt, label: known, length: 64 })), keyHex)
    })
  for (const { bytesHex, code } of vectors.recoveryCodes)
    await guarded("recovery code", (check) => {
      check("written", formatRecoveryCode(fromHex(bytesHex)), code)
      check("read", toHex(parseRecoveryCode(code)), bytesHex)
    })
  const blobKey = fromHex(vectors.header.keysHex.blobKey)
  for (const vector of vectors.blobs) await guarded(`blob ${vector.id}`, (check) => checkBlob(check, blobKey, vector))
  return { passed, failures }
}
