/*
 * A vault is a folder:
 *
 *   header.a, header.b   two copies of the header (docs/decisions/0001)
 *   vault.db             the database, SQLCipher (docs/decisions/0002); vault.db-wal while it is open
 *   blobs/               sealed blobs; quarantine/ those that no record names
 *   reserve              bytes held back, so that a vault on a full disk closes cleanly
 */
import { basename, join } from "node:path"
import type { z } from "zod"
import type { VaultInfo as VaultInfoSchema, VaultNotice as VaultNoticeSchema } from "../../shared/contract/vault.ts"
import { Fault } from "../../shared/faults.ts"
import type { HolderId } from "../../shared/model/ids.ts"
import type { RandomBytes } from "../crypto/random.ts"
import type { Clock } from "../engine/clock.ts"
import { trustOf } from "./audit-chain.ts"
import type { AuditPage } from "./audit-log.ts"
import { auditPage } from "./audit-log.ts"
import { type AuditVerdict, verifyAudit } from "./audit-verify.ts"
import type { BlobStore } from "./blobs.ts"
import type { Db } from "./db.ts"
import { changePassphraseInHeader } from "./header-change.ts"
import { recordHeader } from "./header-record.ts"
import { type HolderCalls, holderCalls } from "./holders.ts"
import { type HeaderState, type UnlockedKeys, wipeKeys } from "./keyring.ts"
import { newestVersion } from "./migrate.ts"
import type { Records } from "./records.ts"
import { closeCleanly } from "./reserve.ts"
import { sql } from "./sql.ts"
import type { ReadTx, WriteTx } from "./tx.ts"
import { type VaultVerdict, type VerifyOptions, verifyVault } from "./vault-verify.ts"

export type VaultInfo = z.infer<typeof VaultInfoSchema>
export type VaultNotice = z.infer<typeof VaultNoticeSchema>

/** An open vault. After `close` every call throws Fault "vault-locked". */
export interface Vault extends HolderCalls {
  readonly folder: string
  /** True when the header's MAC or the end of the audit chain does not hold: looking is possible, writing is not. */
  readonly readOnly: boolean
  readonly blobs: BlobStore
  readonly keys: Pick<UnlockedKeys, "vaultId" | "holderId" | "duplicateKey">
  /** Synchronous; sees one state of the database. */
  read<T>(work: (tx: ReadTx) => T): T
  /** Synchronous; one durable transaction, or nothing. @throws Fault "vault-read-only", "disk-full", "io-error" */
  write<T>(work: (tx: WriteTx) => T): T
  info(): VaultInfo
  /** Everybody whose secret opens the vault now. */
  headerHolders(): readonly HolderId[]
  /** Told after every commit that appended to the chain. Must not throw. */
  onWritten: Records["onWritten"]
  /** Newest first; of one record when `subjectId` is given. */
  auditLog(page: { offset: number; limit: number; subjectId?: string | undefined }): AuditPage
  auditVerify(): Promise<AuditVerdict>
  /** Reads everything there is. Long; gives way to other calls. */
  verify(options?: VerifyOptions): Promise<VaultVerdict>
  /** @throws Fault "wrong-passphrase", "vault-read-only", "header-stale", "disk-full", "io-error" */
  changePassphrase(current: string, next: string): Promise<void>
  /** Closes the database and forgets the keys; calling it again does nothing. */
  close(): Promise<void>
}

/** What an open vault is made of; `open-vault.ts` puts it together. */
export interface VaultParts {
  readonly folder: string
  readonly readOnly: boolean
  readonly db: Db
  readonly records: Records
  readonly blobs: BlobStore
  readonly keys: UnlockedKeys
  readonly header: HeaderState
  readonly random: RandomBytes
  readonly clock: Clock
}

export const databaseName = "vault.db"
export const reserveName = "reserve"

const labelOf = (db: Db, holderId: string): string =>
  String(db.one(sql`SELECT label FROM holders WHERE id = ${holderId}`)?.["label"] ?? "")

const infoOf = ({ db, folder, readOnly, records }: VaultParts, header: HeaderState): VaultInfo => {
  const counts = db.one(
    sql`SELECT (SELECT count(*) FROM cases) AS cases, count(*) AS evidence, coalesce(sum(size_bytes), 0) AS bytes
        FROM evidence`,
  )
  const heads = records.heads()
  return {
    vaultId: header.vaultId,
    folderName: basename(folder),
    formatVersion: newestVersion,
    headerEpoch: header.epoch,
    createdAt: header.createdAt,
    readOnly,
    slots: header.slots,
    holder: { id: header.holderId, label: labelOf(db, header.holderId) },
    holders: header.holderIds.length,
    kdf: { memoryMiB: Math.round(header.kdf.memoryKiB / 1024), passes: header.kdf.passes, lanes: header.kdf.lanes },
    cases: counts?.["cases"] as number,
    evidence: counts?.["evidence"] as number,
    evidenceBytes: counts?.["bytes"] as number,
    audit: { entries: heads.position, head: heads.newest as VaultInfo["audit"]["head"] },
  }
}

/** The vault's calls over its parts. */
export const vaultOf = (parts: VaultParts): Vault => {
  const { folder, readOnly, db, records, blobs, keys, random } = parts
  const { vaultId, holderId, duplicateKey } = keys
  let { header } = parts
  let open = true
  const opened = (): void => {
    if (!open) throw new Fault("vault-locked")
  }
  const writable = (): void => {
    opened()
    if (readOnly) throw new Fault("vault-read-only")
  }
  const trust = () => trustOf(db, vaultId, { holderId, publicKey: keys.holderPublicKey })
  const auditVerify = async (): Promise<AuditVerdict> => {
    opened()
    return verifyAudit(db, trust())
  }
  return {
    folder,
    readOnly,
    blobs,
    keys: { vaultId, holderId, duplicateKey },
    read: (work) => {
      opened()
      return records.read(work)
    },
    write: (work) => {
      writable()
      return records.write(work)
    },
    ...holderCalls({
      folder,
      random,
      records,
      header: () => header,
      setHeader: (changed) => void (header = changed),
      writable,
    }),
    headerHolders: () => header.holderIds,
    onWritten: (listener) => records.onWritten(listener),
    info: () => {
      opened()
      return infoOf(parts, header)
    },
    auditLog: ({ offset, limit, subjectId }) => {
      opened()
      return auditPage(db, offset, limit, subjectId)
    },
    auditVerify,
    verify: async (options = {}) => {
      opened()
      return verifyVault({ folder, db, blobs, header, auditVerify, records }, options)
    },
    changePassphrase: async (current, next) => {
      writable()
      header = await changePassphraseInHeader(folder, header, { current, next, random })
      records.write((tx) => recordHeader(tx, header, "vault.passphrase-changed"))
    },
    close: async () => {
      if (!open) return
      open = false
      await blobs.close()
      await closeCleanly(db, join(folder, reserveName))
      wipeKeys(keys)
    },
  }
}
