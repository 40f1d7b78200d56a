/** An item made here from another one: sealed, recorded, and bound to what it was made from. */
import { Readable } from "node:stream"
import { randomUuid } from "../crypto/random.ts"
import { hmacSha256 } from "../crypto/hash.ts"
import { fromHex } from "../crypto/bytes.ts"
import * as evidence from "../domain/evidence.ts"
import type { CaseId, CustodyId, EvidenceId, JobId } from "../../shared/model/ids.ts"
import { kindsOf, unknownKind } from "./kinds.ts"
import type { ImportParts } from "./seal-file.ts"

export interface DerivedFile {
  readonly caseId: CaseId
  readonly from: EvidenceId
  readonly name: string
  readonly bytes: Uint8Array
}

/** @throws Fault "disk-full", "io-error", "vault-read-only" */
export const keepDerived = async (
  { vault, parsers, random, clock }: ImportParts,
  { caseId, from, name, bytes }: DerivedFile,
): Promise<evidence.Received> => {
  const receivedAt = clock.now()
  const [found = unknownKind] = await kindsOf(
    parsers,
    [{ head: bytes, tail: new Uint8Array() }],
    new AbortController().signal,
  )
  const ref = await vault.blobs.write(Readable.from([bytes]), { name, receivedAt, sync: "each" })
  const file = {
    ...found,
    id: randomUuid(random) as EvidenceId,
    custodyId: randomUuid(random) as CustodyId,
    jobId: randomUuid(random) as JobId,
    name,
    folder: "",
    sizeBytes: ref.sizeBytes,
    sha256: ref.sha256,
    duplicateHmac: hmacSha256(vault.keys.duplicateKey, fromHex(ref.sha256)),
    blobId: ref.id,
    blobCommitmentHex: ref.commitmentHex,
    fileModifiedAt: "",
    receivedAt,
    provenance: { receivedFrom: "", receivedOn: "", how: "" },
  }
  try {
    const received = vault.write((tx) => evidence.derive(tx, caseId, from, file))
    if (received.duplicate) await vault.blobs.remove(ref.id).catch(() => undefined)
    return received
  } catch (error) {
    await vault.blobs.remove(ref.id).catch(() => undefined)
    throw error
  }
}
