import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { toHex, uuidBytes } from "../main/crypto/bytes.ts"
import { sha256 } from "../main/crypto/hash.ts"
import { deriveAttemptKey, passphraseBytes, recoveryCodeBytes } from "../main/crypto/kdf.ts"
import { hkdf, labels } from "../main/crypto/keys.ts"
import { blobCommitment, sealWhole, startBlob } from "../main/crypto/seal.ts"
import { createHeader } from "../main/vault/keyring.ts"
import { formatRecoveryCode, parseRecoveryCode } from "../main/vault/recovery-code.ts"
import { countedRandom, type Vectors } from "../test/support/vectors.ts"

/**
 * Writes `test/vectors/`: a small vault without a database, and what each step of opening it must give.
 * Everything follows from fixed randomness, so running it again changes nothing unless the format has changed.
 */
const vectorsFolder = fileURLToPath(new URL("../test/vectors", import.meta.url))
const seed = "saqta format 1"
const createdAt = "2026-01-02T03:04:05.678Z"
const passphrase = "Ąжурный ﬁле ё 12 құс"
const kdf = { memoryKiB: 64 * 1024, passes: 2, lanes: 2 }

const contents: Record<string, { name: string; content: Uint8Array }> = {
  "6f0d2f1c-52a4-4c1e-8f43-5d0f5b1f9a01": { name: "empty", content: new Uint8Array() },
  "c2b6a7d0-0b1e-4f6a-a0c5-2d7e8f9a0b1c": { name: "Сұхбат №3.txt", content: Buffer.from("Қордай, 2020\n") },
  // Two chunks, the first of them full.
  "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d": {
    name: "two chunks.bin",
    content: Uint8Array.from({ length: 66_000 }, (_, index) => index % 251),
  },
}

const makeHeader = async () => {
  const folder = mkdtempSync(join(tmpdir(), "saqta-vectors-"))
  try {
    const clock = { now: () => createdAt, monotonicMs: () => 0 }
    const made = await createHeader(folder, { passphrase, kdf, random: countedRandom(seed), clock })
    const bytes = readFileSync(join(folder, "header.a"))
    return { made, bytes }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const { made, bytes } = await makeHeader()
const salt = bytes.subarray(40, 72)
const code = parseRecoveryCode(made.recoveryCode)
const attempt = async (secret: Uint8Array) => toHex(await deriveAttemptKey(secret, salt, kdf))
const vaultId = made.keys.vaultId

const blobs = Object.entries(contents).map(([id, { name, content }], index) => {
  const blobSalt = sha256(Buffer.from(`salt ${index}`))
  const blob = startBlob(made.keys.blobKey, id, blobSalt)
  const receivedAtMs = Date.parse(createdAt) + index
  const file = sealWhole(blob, content, { name, receivedAtMs, sha256: sha256(content) })
  const folder = join(vectorsFolder, "vault-1", "blobs", id.slice(0, 1))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, id), file)
  return {
    id,
    saltHex: toHex(blobSalt),
    keyHex: toHex(blob.key),
    commitmentHex: toHex(blobCommitment(blob.header)),
    name,
    receivedAt: new Date(receivedAtMs).toISOString(),
    sizeBytes: content.byteLength,
    sha256: toHex(sha256(content)),
    contentBase64: Buffer.from(content).toString("base64"),
    fileBase64: Buffer.from(file).toString("base64"),
  }
})

const hex = {
  databaseKey: toHex(made.keys.databaseKey),
  blobKey: toHex(made.keys.blobKey),
  duplicateKey: toHex(made.keys.duplicateKey),
  headerKey: toHex(made.keys.headerKey),
  headKey: toHex(made.keys.headKey),
  holderSigningSeed: toHex(made.keys.holderSigningSeed),
  holderPublicKey: toHex(made.keys.holderPublicKey),
  holderAgreementPublicKey: toHex(made.keys.holderAgreementPublicKey),
}

const vectors: Vectors = {
  about: "Format 1 of docs/decisions/0001-vault-format.md; written by tools/make-vectors.ts, never by hand",
  seed,
  header: {
    passphrase,
    passphraseBytesHex: toHex(passphraseBytes(passphrase)),
    recoveryCode: made.recoveryCode,
    recoveryCodeBytesHex: toHex(recoveryCodeBytes(code)),
    passphraseAttemptKeyHex: await attempt(passphraseBytes(passphrase)),
    recoveryAttemptKeyHex: await attempt(recoveryCodeBytes(code)),
    kdf,
    saltHex: toHex(salt),
    vaultId,
    holderId: made.keys.holderId,
    createdAt,
    epoch: 1,
    sha256: made.header.sha256,
    keysHex: hex,
    headerMacKeyHex: toHex(
      hkdf({ secret: made.keys.headerKey, salt: new Uint8Array(), label: labels.headerMac, length: 32 }),
    ),
    fileBase64: bytes.toString("base64"),
  },
  recoveryCodes: ["00", "ff", "a5", "10"].map((byte, index) => {
    const codeBytes = Uint8Array.from({ length: 16 }, (_, place) => (parseInt(byte, 16) + index * place) & 255)
    return { bytesHex: toHex(codeBytes), code: formatRecoveryCode(codeBytes) }
  }),
  hkdf: Object.values(labels).map((label) => ({
    label,
    keyHex: toHex(hkdf({ secret: new Uint8Array(32).fill(1), salt: uuidBytes(vaultId), label, length: 64 })),
  })),
  blobs,
}

for (const name of ["header.a", "header.b"]) writeFileSync(join(vectorsFolder, "vault-1", name), bytes)
writeFileSync(join(vectorsFolder, "format-1.json"), `${JSON.stringify(vectors, null, 2)}\n`)
