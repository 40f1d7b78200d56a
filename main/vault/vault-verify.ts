import { Fault, isFault } from "../../shared/faults.ts"
import { sha256Hex } from "../crypto/hash.ts"
import type { AuditVerdict } from "./audit-verify.ts"
import { type BlobRef, type BlobStore } from "./blobs.ts"
import type { Db } from "./db.ts"
import { copyNames, readCopies } from "./header-copies.ts"
import type { HeaderState } from "./keyring.ts"
import type { Records } from "./records.ts"
import { sql } from "./sql.ts"

export interface VaultCheck {
  readonly name: "headers" | "database" | "blobs" | "audit-chain" | "audit-rows"
  readonly passed: boolean
  /** How many copies, pages, blobs, entries or rows were looked at. */
  readonly looked: number
  /** Codes and ids, never content. */
  readonly faults: string[]
}

export interface VaultVerdict {
  readonly passed: boolean
  readonly checks: VaultCheck[]
}

export interface VerifyOptions {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface VerifyParts {
  readonly folder: string
  readonly db: Db
  readonly blobs: BlobStore
  readonly header: HeaderState
  readonly records: Records
  readonly auditVerify: () => Promise<AuditVerdict>
}

const check = (name: VaultCheck["name"], looked: number, faults: string[]): VaultCheck => ({
  name,
  passed: faults.length === 0,
  looked,
  faults,
})

const verifyHeaders = async (folder: string, header: HeaderState): Promise<VaultCheck> => {
  const faults: string[] = []
  try {
    const { onDisk } = await readCopies(folder)
    for (const name of copyNames) {
      const bytes = onDisk.get(name)
      if (bytes === undefined) faults.push(`header-missing ${name}`)
      else if (sha256Hex(bytes) !== header.sha256) faults.push(`header-damaged ${name}`)
    }
  } catch (error) {
    if (!isFault(error)) throw error
    faults.push(error.code)
  }
  if (!header.macValid) faults.push("header-mac-failed")
  return check("headers", copyNames.length, faults)
}

const textOf = (row: object): string => Object.values(row).map(String).join(" ")

/** Every page's own code, then the b-trees in them. A Fault here is an answer, not a failure of the check. */
export const verifyDatabase = (db: Db): VaultCheck => {
  const faults: string[] = []
  let pages = 0
  try {
    // Subtle: with pages still in the log cipher_integrity_check reported damage where there was none.
    db.pragma("wal_checkpoint(TRUNCATE)")
    pages = db.pragma("page_count")[0]?.["page_count"] as number
    faults.push(...db.pragma("cipher_integrity_check").map((row) => `database-page ${textOf(row)}`))
    const integrity = db.pragma("integrity_check").map(textOf)
    faults.push(...integrity.filter((line) => line !== "ok").map(() => "database-structure"))
    faults.push(...db.pragma("foreign_key_check").map((row) => `database-reference ${String(row["table"])}`))
  } catch (error) {
    if (!isFault(error)) throw error
    faults.push(error.code)
  }
  return check("database", pages, [...new Set(faults)])
}

interface StoredBlob {
  readonly evidenceId: string
  readonly ref: BlobRef
}

const storedBlobs = ({ records }: VerifyParts): StoredBlob[] =>
  records
    .read((tx) => tx.all(sql`SELECT id, blob_id, blob_commitment, size_bytes, sha256 FROM evidence ORDER BY id`))
    .map((row) => ({
      evidenceId: row["id"] as string,
      ref: {
        id: row["blob_id"] as BlobRef["id"],
        commitmentHex: row["blob_commitment"] as string,
        sizeBytes: row["size_bytes"] as number,
        sha256: row["sha256"] as BlobRef["sha256"],
      },
    }))

const verifyBlobs = async (parts: VerifyParts, { onProgress, signal }: VerifyOptions): Promise<VaultCheck> => {
  const faults: string[] = []
  const stored = storedBlobs(parts)
  for (const [index, { evidenceId, ref }] of stored.entries()) {
    if (signal?.aborted === true) throw new Fault("cancelled")
    try {
      await parts.blobs.verify(ref)
    } catch (error) {
      if (!isFault(error)) throw error
      faults.push(`${error.code} evidence ${evidenceId}`)
    }
    onProgress?.(index + 1, stored.length)
  }
  return check("blobs", stored.length, faults)
}

const verifyChain = async ({ auditVerify }: VerifyParts): Promise<VaultCheck[]> => {
  const { entries, rows, faults } = await auditVerify()
  const ofRows = faults.filter((fault) => fault.startsWith("row-"))
  const ofEntries = faults.filter((fault) => !fault.startsWith("row-"))
  return [check("audit-chain", entries, ofEntries), check("audit-rows", rows, ofRows)]
}

/** A damaged page may make any reading fail: that is a fault of the check, and the others still run. */
const guarded = async (name: VaultCheck["name"], work: () => Promise<VaultCheck[]>): Promise<VaultCheck[]> => {
  try {
    return await work()
  } catch (error) {
    if (!isFault(error) || error.code === "cancelled") throw error
    return [check(name, 0, [error.code])]
  }
}

/** Both headers, the database's pages and structure, every blob, every audit entry, every row against it. */
export const verifyVault = async (parts: VerifyParts, options: VerifyOptions): Promise<VaultVerdict> => {
  const checks = [
    await verifyHeaders(parts.folder, parts.header),
    verifyDatabase(parts.db),
    ...(await guarded("blobs", async () => [await verifyBlobs(parts, options)])),
    ...(await guarded("audit-chain", () => verifyChain(parts))),
  ]
  return { passed: checks.every(({ passed }) => passed), checks }
}
