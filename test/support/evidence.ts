import { randomUuid, systemRandom } from "../../main/crypto/random.ts"
import { append } from "../../main/vault/audit.ts"
import type { BlobRef } from "../../main/vault/blobs.ts"
import type { Vault } from "../../main/vault/vault.ts"

/** A case to hang test evidence on; gives its id. */
export const addCase = (vault: Vault, title: string): string => {
  const id = randomUuid(systemRandom)
  vault.write((tx) => {
    tx.insert("cases", { id, title })
    append(tx, { verb: "case.added", subjectKind: "case", subjectId: id })
  })
  return id
}

async function* once(content: Uint8Array) {
  yield await Promise.resolve(content)
}

export interface TestEvidence {
  readonly caseId: string
  readonly number: number
  readonly content: Uint8Array
}

/** Seals `content` and records it, in the order of the format: blob durable, then one transaction. */
export const addEvidence = async (
  vault: Vault,
  { caseId, number, content }: TestEvidence,
): Promise<{ evidenceId: string; ref: BlobRef }> => {
  const receivedAt = new Date().toISOString()
  const ref = await vault.blobs.write(once(content), { name: "note.txt", receivedAt, sync: "each" })
  const evidenceId = randomUuid(systemRandom)
  vault.write((tx) => {
    tx.insert("evidence", {
      id: evidenceId,
      case_id: caseId,
      number,
      title: `Note ${number}`,
      kind: "text",
      media_type: "text/plain",
      original_name: "note.txt",
      size_bytes: ref.sizeBytes,
      sha256: ref.sha256,
      duplicate_hmac: systemRandom(32),
      blob_id: ref.id,
      blob_commitment: ref.commitmentHex,
      received_at: receivedAt,
    })
    tx.insert("custody", { id: randomUuid(systemRandom), evidence_id: evidenceId, verb: "received", at: tx.now })
    append(tx, { verb: "evidence.added", subjectKind: "evidence", subjectId: evidenceId })
  })
  return { evidenceId, ref }
}
