import { lstat, mkdir, rename, rm } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { Fault } from "../../shared/faults.ts"
import { toHex, wipe } from "../crypto/bytes.ts"
import type { KdfParameters } from "../crypto/kdf.ts"
import type { RandomBytes } from "../crypto/random.ts"
import { ed25519Signer } from "../crypto/sign.ts"
import type { Clock } from "../engine/clock.ts"
import { noHeads } from "./audit-heads.ts"
import { openDatabase } from "./db.ts"
import { diskFault, errnoOf, openNew, syncFolder } from "./durable.ts"
import { deviceChain } from "./heads.ts"
import { createHeader, type HeaderState, type UnlockedKeys, wipeKeys } from "./keyring.ts"
import { migrate } from "./migrate.ts"
import { assembleVault, type OpenedVault } from "./open-vault.ts"
import { openRecords } from "./records.ts"
import { holdReserve } from "./reserve.ts"
import { databaseName, reserveName, type Vault } from "./vault.ts"

export interface CreateVaultOptions {
  /** The folder to be made; its parent exists. */
  readonly folder: string
  readonly passphrase: string
  readonly kdf: KdfParameters
  readonly clock: Clock
  readonly random: RandomBytes
  readonly stateFolder: string
}

const folderLetters = "abcdefghijkmnpqrstuvwxyz23456789"

/** A name that says nothing: ten letters and digits at random, no date and no word. */
export const randomFolderName = (random: RandomBytes): string =>
  Array.from(random(10), (byte) => folderLetters.charAt(byte % folderLetters.length)).join("")

const refuseExisting = async (folder: string): Promise<void> => {
  try {
    await lstat(folder)
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return
    throw diskFault(error)
  }
  throw new Fault("vault-exists", { name: basename(folder) })
}

type Making = CreateVaultOptions & { readonly keys: UnlockedKeys; readonly header: HeaderState }

/** The first entry of the chain: who made the vault, and which header belongs to it. */
const writeFirstRows = (making: Making, path: string): void => {
  const { keys, header, clock, random, stateFolder } = making
  const { vaultId, holderId } = keys
  const sign = ed25519Signer(keys.holderSigningSeed)
  const db = openDatabase(path, keys.databaseKey, { create: true })
  try {
    migrate(db)
    const acting = { vaultId, holderId, chain: deviceChain(stateFolder, keys.headKey, random), sign }
    const records = openRecords({ db, acting, clock, random, heads: noHeads, committed: () => undefined })
    records.write((tx) => {
      const { holderPublicKey, holderAgreementPublicKey } = keys
      tx.insert("holders", {
        id: holderId,
        label: "",
        signing_key: holderPublicKey,
        sealing_key: holderAgreementPublicKey,
      })
      tx.insert("vault_header", { id: vaultId, epoch: header.epoch, sha256: header.sha256 })
      tx.append({ verb: "vault.created", subjectKind: "vault", subjectId: vaultId })
    })
  } finally {
    db.close()
  }
}

/** Everything that a vault starts with, in `folder`, durable. */
const fill = async (making: Making, folder: string): Promise<void> => {
  const path = join(folder, databaseName)
  // Made here and not by SQLite, so that nobody else may ever read it; its log takes over the mode.
  await (await openNew(path)).close()
  writeFirstRows(making, path)
  await holdReserve(join(folder, reserveName))
  await syncFolder(folder)
}

/**
 * Makes a vault and opens it. It is built in a folder beside its place and renamed when it is whole and durable, so a
 * killed creation leaves no half vault. The recovery code is told once and kept nowhere.
 * @throws Fault "vault-exists", "bad-input", "kdf-out-of-bounds", "disk-full", "permission-denied", "io-error"
 */
export const createVault = async (options: CreateVaultOptions): Promise<{ vault: Vault; recoveryCode: string }> => {
  const { folder, random } = options
  await refuseExisting(folder)
  const parent = dirname(folder)
  const making = join(parent, `.creating-${toHex(random(8))}`)
  let keys: UnlockedKeys | undefined
  try {
    await mkdir(making, { mode: 0o700 })
    const created = await createHeader(making, options)
    keys = created.keys
    await fill({ ...options, keys, header: created.header }, making)
    await refuseExisting(folder)
    await rename(making, folder)
    await syncFolder(parent)
    const { vault } = await openCreated({ ...options, keys, header: created.header })
    return { vault, recoveryCode: created.recoveryCode }
  } catch (error) {
    if (keys !== undefined) wipeKeys(keys)
    await rm(making, { recursive: true, force: true })
    throw diskFault(error)
  }
}

const openCreated = async (made: Making): Promise<OpenedVault> => {
  const db = openDatabase(join(made.folder, databaseName), made.keys.databaseKey, { create: false })
  try {
    wipe(made.keys.databaseKey)
    return await assembleVault({ ...made, label: "", db })
  } catch (error) {
    db.close()
    throw error
  }
}
