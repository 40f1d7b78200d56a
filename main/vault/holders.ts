/** Who opens the vault: their secrets in the header, their public keys and names in the database. The header decides. */
import type { HolderId } from "../../shared/model/ids.ts"
import type { RandomBytes } from "../crypto/random.ts"
import { ed25519Signer } from "../crypto/sign.ts"
import { append } from "./audit.ts"
import { addHolderToHeader, asHolder, removeHolderFromHeader, renewRecoveryCodeInHeader } from "./header-change.ts"
import { compareHeader, recordHeader } from "./header-record.ts"
import type { HeaderState, UnlockedKeys, UnlockSecret } from "./keyring.ts"
import type { Records } from "./records.ts"
import { sql } from "./sql.ts"
import type { ReadTx, WriteTx } from "./tx.ts"

const say = (tx: WriteTx, verb: string, id: HolderId): void =>
  append(tx, { verb, subjectKind: "holder", subjectId: id })

interface NewRow {
  readonly id: HolderId
  readonly label: string
  readonly signingKey: Uint8Array
  readonly sealingKey: Uint8Array
}

const insertRow = (tx: WriteTx, { id, label, signingKey, sealingKey }: NewRow): void =>
  tx.insert("holders", { id, label, signing_key: signingKey, sealing_key: sealingKey })

const standing = (tx: ReadTx): HolderId[] =>
  tx.all(sql`SELECT id FROM holders WHERE removed_on IS NULL`).map((row) => row["id"] as HolderId)

const takeRowOut = (tx: WriteTx, id: HolderId): void => {
  tx.update("holders", id, { removed_on: tx.now })
  say(tx, "holder.removed", id)
}

interface Settling {
  readonly header: HeaderState
  readonly keys: UnlockedKeys
  /** As the slot has it. */
  readonly label: string
}

/**
 * Makes the database say what the header says, where a kill came between the two: whose slots are gone, and the row of
 * the one who opens. A further person who was added in that moment is written down when they open for the first time.
 * @throws Fault "header-stale"
 */
export const settleHolders = (records: Records, { header, keys, label }: Settling): void => {
  const newer = records.read((tx) => compareHeader(tx, header)) === "newer"
  const unknown = !records.read(standing).includes(keys.holderId)
  if (!newer && !unknown) return
  records.write((tx) => {
    if (newer) {
      for (const id of standing(tx)) if (!header.holderIds.includes(id)) takeRowOut(tx, id)
      recordHeader(tx, header, "vault.header-recorded")
    }
    if (!unknown) return
    const { holderId: id, holderPublicKey: signingKey, holderAgreementPublicKey: sealingKey } = keys
    insertRow(tx, { id, label, signingKey, sealingKey })
    say(tx, "holder.recorded", id)
  })
}

/** What an open vault can do about its holders. Each needs the acting holder's own secret but `writeAs`. */
export interface HolderCalls {
  /** @throws Fault "wrong-passphrase", "holder-other", "passphrase-taken", "slots-full", "vault-read-only", "disk-full" */
  addHolder(added: {
    readonly secret: UnlockSecret
    readonly label: string
    readonly passphrase: string
  }): Promise<HolderId>
  /** @throws Fault "holder-self", "not-found", "wrong-passphrase", "holder-other", "vault-read-only", "disk-full" */
  removeHolder(removed: { readonly secret: UnlockSecret; readonly holderId: HolderId }): Promise<void>
  /** The new code, told once. @throws Fault "wrong-passphrase", "holder-other", "slots-full", "vault-read-only" */
  renewRecoveryCode(secret: UnlockSecret): Promise<string>
  /**
   * One transaction by whoever this secret belongs to, signed with their key: another holder acts in this window.
   * @throws Fault "wrong-passphrase", "vault-read-only", and what `work` throws
   */
  writeAs<T>(secret: UnlockSecret, work: (tx: WriteTx) => T): Promise<T>
}

export interface HolderParts {
  readonly folder: string
  readonly random: RandomBytes
  readonly records: Records
  readonly header: () => HeaderState
  readonly setHeader: (header: HeaderState) => void
  /** @throws Fault "vault-locked", "vault-read-only" */
  readonly writable: () => void
}

export const holderCalls = (parts: HolderParts): HolderCalls => {
  const { folder, random, records, header, setHeader, writable } = parts
  return {
    addHolder: async ({ secret, label, passphrase }) => {
      writable()
      const added = await addHolderToHeader(folder, header(), { secret, label, passphrase, random })
      setHeader(added.header)
      records.write((tx) => {
        insertRow(tx, { ...added.result, label })
        say(tx, "holder.added", added.result.id)
        recordHeader(tx, added.header, "vault.header-recorded")
      })
      return added.result.id
    },
    removeHolder: async ({ secret, holderId }) => {
      writable()
      const after = await removeHolderFromHeader(folder, header(), { secret, holderId, random })
      setHeader(after)
      records.write((tx) => {
        if (standing(tx).includes(holderId)) takeRowOut(tx, holderId)
        recordHeader(tx, after, "vault.header-recorded")
      })
    },
    renewRecoveryCode: async (secret) => {
      writable()
      const renewed = await renewRecoveryCodeInHeader(folder, header(), { secret, random })
      setHeader(renewed.header)
      records.write((tx) => recordHeader(tx, renewed.header, "vault.recovery-code-renewed"))
      return renewed.result
    },
    writeAs: async (secret, work) => {
      writable()
      return asHolder(folder, header(), secret, ({ holderId, holderSigningSeed }) => {
        writable()
        return records.write(work, { holderId, sign: ed25519Signer(holderSigningSeed) })
      })
    },
  }
}
