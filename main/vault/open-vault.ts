import { join } from "node:path"
import { isFault } from "../../shared/faults.ts"
import type { RandomBytes } from "../crypto/random.ts"
import { wipe } from "../crypto/bytes.ts"
import { ed25519Signer } from "../crypto/sign.ts"
import type { Clock } from "../engine/clock.ts"
import { checkChainFrom, trustOf } from "./audit-chain.ts"
import type { ChainId } from "./audit-entry.ts"
import { currentHeads, type Heads, headsAt, noHeads } from "./audit-heads.ts"
import { openBlobStore } from "./blobs.ts"
import type { Db } from "./db.ts"
import { deviceChain, type HeadFile, judgeHead, openHeadFile } from "./heads.ts"
import { settleHolders } from "./holders.ts"
import { type HeaderState, type UnlockedKeys, unlockHeader, type UnlockSecret, wipeKeys } from "./keyring.ts"
import { quarantineStrays } from "./quarantine.ts"
import { readTx } from "./read-tx.ts"
import { openRecords } from "./records.ts"
import { holdReserve } from "./reserve.ts"
import { openUpToDate } from "./upgrade.ts"
import { databaseName, reserveName, type Vault, type VaultNotice, vaultOf } from "./vault.ts"

export interface OpenVaultOptions {
  readonly folder: string
  readonly secret: UnlockSecret
  readonly clock: Clock
  readonly random: RandomBytes
  /** The app's own folder, outside every vault: holds the seen heads. */
  readonly stateFolder: string
}

export interface OpenedVault {
  readonly vault: Vault
  /** What a person must know before anything is shown. */
  readonly notices: VaultNotice[]
}

/** Everything that is known once the header is unlocked and the database open. */
export interface Unlocked extends Omit<OpenVaultOptions, "secret"> {
  readonly keys: UnlockedKeys
  readonly header: HeaderState
  /** What the slot calls the one who opened it. */
  readonly label: string
  readonly db: Db
}

/** Entries whose signatures are checked at unlock when no head is known; the rest is for `auditVerify`. */
const entriesWithoutHead = 200

interface Chain {
  readonly heads: Heads
  readonly device: ChainId
  readonly headFile: HeadFile
  /** Nothing can be appended after an end that cannot be read. */
  readonly intact: boolean
  readonly notices: VaultNotice[]
}

const remember = (headFile: HeadFile, device: ChainId, heads: Heads): void => {
  if (heads.newest === "") return
  const sequence = heads.chains.get(device)?.sequence ?? 0
  headFile.write({ position: heads.position, hash: heads.newest, chain: device, sequence })
}

const audited = (db: Db, work: () => readonly string[]): readonly string[] => {
  try {
    return work()
  } catch (error) {
    if (!isFault(error) || error.code !== "audit-broken") throw error
    return [error.code]
  }
}

const endOfChain = (db: Db): { heads: Heads; intact: boolean } => {
  try {
    const heads = currentHeads(db)
    return { heads, intact: heads.position > 0 }
  } catch (error) {
    if (!isFault(error) || error.code !== "audit-broken") throw error
    return { heads: noHeads, intact: false }
  }
}

/** The chain against the head that this device saw last, and from there on against itself. */
const lookAtChain = ({ db, keys, random, stateFolder }: Unlocked): Chain => {
  const headFile = openHeadFile(stateFolder, keys.vaultId, keys.headKey, random)
  const device = deviceChain(stateFolder, keys.headKey, random)
  const { heads, intact } = endOfChain(db)
  const notices: VaultNotice[] = []
  const seen = headFile.read()
  const verdict = judgeHead(db, seen, heads)
  if (verdict.kind !== "known") {
    const missing = (seen?.position ?? heads.position) - heads.position
    notices.push({ kind: verdict.kind, count: verdict.kind === "older-than-seen" ? missing : heads.position })
  }
  const faults = audited(db, () => {
    const position = verdict.kind === "known" ? verdict.position : Math.max(0, heads.position - entriesWithoutHead)
    const start = position === 0 ? noHeads : headsAt(db, position)
    return checkChainFrom(db, start, trustOf(db, keys.vaultId, { ...keys, publicKey: keys.holderPublicKey }))
  })
  if (faults.length > 0 || !intact) notices.push({ kind: "audit-broken", count: Math.max(1, faults.length) })
  // A head that is not in this copy stays remembered until somebody writes here: the warning comes again till then.
  if (intact && (verdict.kind === "known" || verdict.kind === "head-unknown")) remember(headFile, device, heads)
  return { heads, device, headFile, intact, notices }
}

/** Puts the open vault together; `db` and `keys` are its own from here on. */
export const assembleVault = async (unlocked: Unlocked): Promise<OpenedVault> => {
  const { folder, db, keys, header, clock, random } = unlocked
  const chain = lookAtChain(unlocked)
  const readOnly = !header.macValid || !chain.intact
  const { vaultId, holderId } = keys
  const sign = ed25519Signer(keys.holderSigningSeed)
  const records = openRecords({
    db,
    acting: { vaultId, holderId, chain: chain.device, sign },
    clock,
    random,
    heads: chain.heads,
    committed: (heads) => remember(chain.headFile, chain.device, heads),
  })
  const blobs = openBlobStore(folder, keys.blobKey, random)
  const notices = [...chain.notices]
  if (!readOnly) {
    settleHolders(records, unlocked)
    await blobs.sweep()
    const strays = await quarantineStrays(readTx(db), blobs)
    if (strays > 0) notices.push({ kind: "quarantined-blobs", count: strays })
    await holdReserve(join(folder, reserveName))
  }
  return { vault: vaultOf({ folder, readOnly, db, records, blobs, keys, header, clock, random }), notices }
}

/**
 * Opens the vault in `folder` for this process alone.
 * @throws Fault "wrong-passphrase", "recovery-code-mistyped", "not-a-vault", "vault-newer", "vault-in-use",
 * "header-damaged", "header-stale", "kdf-out-of-bounds", "database-damaged", "permission-denied", "io-error"
 */
export const openVault = async (options: OpenVaultOptions): Promise<OpenedVault> => {
  const { keys, header, label, notices } = await unlockHeader(options.folder, options.secret)
  let db: Db | undefined
  try {
    const readOnly = !header.macValid
    db = await openUpToDate(join(options.folder, databaseName), keys.databaseKey, { readOnly })
    wipe(keys.databaseKey)
    const opened = await assembleVault({ ...options, keys, header, label, db })
    const ofHeader = notices.map((kind) => ({ kind, count: 1 }))
    return { vault: opened.vault, notices: [...ofHeader, ...opened.notices] }
  } catch (error) {
    db?.close()
    wipeKeys(keys)
    throw error
  }
}
