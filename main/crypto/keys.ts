import { hkdfSync } from "node:crypto"
import { concat, utf8 } from "./bytes.ts"

/**
 * Every label of the format, in one place. HKDF-SHA-256 (RFC 5869); `info` is the label in ASCII followed by the
 * binary context. A changed meaning gets a new label, never an old one.
 */
export const labels = {
  databaseKey: "saqta/v1/database-key",
  blobKey: "saqta/v1/blob-key",
  duplicateKey: "saqta/v1/duplicate-key",
  headerKey: "saqta/v1/header-key",
  headKey: "saqta/v1/head-key",
  headerMac: "saqta/v1/header-mac",
  headerDirectory: "saqta/v1/header-directory",
  slotHolder: "saqta/v1/slot-holder",
  slotVaultKeys: "saqta/v1/slot-vault-keys",
  blob: "saqta/v1/blob",
  calendar: "saqta/v1/calendar",
} as const

export type Label = (typeof labels)[keyof typeof labels]

export interface HkdfInput {
  secret: Uint8Array
  salt: Uint8Array
  label: Label
  context?: Uint8Array
  length: number
}

/** `length` bytes; an empty salt stands for 32 zero bytes, as RFC 5869 has it. */
export const hkdf = ({ secret, salt, label, context = new Uint8Array(), length }: HkdfInput): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", secret, salt, concat([utf8(label), context]), length))

/** The five keys of 32 bytes that follow from the vault master key; the salt is the vault id's 16 bytes. */
export interface VaultKeys {
  databaseKey: Uint8Array
  blobKey: Uint8Array
  duplicateKey: Uint8Array
  headerKey: Uint8Array
  headKey: Uint8Array
}

export const deriveVaultKeys = (vaultMasterKey: Uint8Array, vaultId: Uint8Array): VaultKeys => {
  const derive = (label: Label) => hkdf({ secret: vaultMasterKey, salt: vaultId, label, length: 32 })
  return {
    databaseKey: derive(labels.databaseKey),
    blobKey: derive(labels.blobKey),
    duplicateKey: derive(labels.duplicateKey),
    headerKey: derive(labels.headerKey),
    headKey: derive(labels.headKey),
  }
}
