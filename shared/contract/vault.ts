import { z } from "zod"
import { FileToken, HolderId, Instant, Sha256Hex, VaultId } from "../model/ids.ts"
import { call } from "./call.ts"
import { HolderSecret } from "./holder.ts"

const Passphrase = z.string().min(1).max(1024)

export const VaultInfo = z.strictObject({
  vaultId: VaultId,
  folderName: z.string(),
  formatVersion: z.int(),
  headerEpoch: z.int(),
  createdAt: Instant,
  readOnly: z.boolean(),
  /** Slots in use: a passphrase of each holder, and recovery codes. */
  slots: z.array(z.enum(["passphrase", "recovery-code"])),
  /** Who opened it; the name is empty until they give one. */
  holder: z.strictObject({ id: HolderId, label: z.string() }),
  /** How many people open it. */
  holders: z.int(),
  kdf: z.strictObject({ memoryMiB: z.int(), passes: z.int(), lanes: z.int() }),
  cases: z.int(),
  evidence: z.int(),
  evidenceBytes: z.int(),
  audit: z.strictObject({ entries: z.int(), head: Sha256Hex }),
})
export type VaultInfo = z.infer<typeof VaultInfo>

/** What was found on opening that a person must know before anything is shown. Keys of i18n under `vault.notice.`. */
export const VaultNotice = z.strictObject({
  kind: z.enum([
    "head-unknown",
    "older-than-seen",
    "forked",
    "header-copy-repaired",
    "header-mac-failed",
    "quarantined-blobs",
    "interrupted-work-resumed",
    "audit-broken",
  ]),
  count: z.int(),
})
export type VaultNotice = z.infer<typeof VaultNotice>

const Opened = z.strictObject({ info: VaultInfo, notices: z.array(VaultNotice) })

export const vaultCalls = {
  "vault.status": call({
    input: z.strictObject({}),
    output: z.strictObject({ open: z.boolean(), info: VaultInfo.nullable() }),
    faults: [],
  }),
  /** Makes a vault inside `parent` (a folder of its own, random name unless given). The recovery code is told once. */
  "vault.create": call({
    input: z.strictObject({
      parent: FileToken,
      /** The vault's folder inside `parent`; null: a random name. */
      folderName: z.string().min(1).max(200).nullable().default(null),
      passphrase: Passphrase,
    }),
    output: z.strictObject({ info: VaultInfo, folder: FileToken, recoveryCode: z.string() }),
    faults: [
      "vault-exists",
      "passphrase-weak",
      "disk-full",
      "io-error",
      "permission-denied",
      "bad-input",
      "vault-in-use",
    ],
  }),
  "vault.unlock": call({
    input: z.strictObject({
      folder: FileToken,
      secret: HolderSecret,
    }),
    output: Opened,
    faults: [
      "wrong-passphrase",
      "recovery-code-mistyped",
      "not-a-vault",
      "vault-newer",
      "vault-in-use",
      "header-damaged",
      "header-stale",
      "kdf-out-of-bounds",
      "database-damaged",
      "io-error",
      "permission-denied",
    ],
  }),
  /** Closes the database and ends the engine; the host ends the other processes that saw plaintext. */
  "vault.lock": call({ input: z.strictObject({}), output: z.strictObject({}), faults: [] }),
  "vault.info": call({ input: z.strictObject({}), output: VaultInfo, faults: ["vault-locked"] }),
  /** Reads everything: both headers, the database's pages, every blob, every row against the audit chain. */
  "vault.verify": call({
    input: z.strictObject({}),
    output: z.strictObject({
      passed: z.boolean(),
      checks: z.array(
        z.strictObject({ name: z.string(), passed: z.boolean(), looked: z.int(), faults: z.array(z.string()) }),
      ),
    }),
    faults: ["vault-locked"],
  }),
  "vault.changePassphrase": call({
    input: z.strictObject({ current: Passphrase, next: Passphrase }),
    output: z.strictObject({}),
    faults: [
      "vault-locked",
      "wrong-passphrase",
      "holder-other",
      "passphrase-taken",
      "passphrase-weak",
      "vault-read-only",
      "header-stale",
      "bad-input",
      "disk-full",
      "io-error",
      "permission-denied",
    ],
  }),
  /** Vaults opened on this machine before, if the person lets Saqta remember them. */
  "vault.recent": call({
    input: z.strictObject({}),
    output: z.strictObject({
      vaults: z.array(z.strictObject({ folder: FileToken, folderName: z.string(), lastOpenedAt: Instant })),
    }),
    faults: [],
  }),
  "vault.forget": call({ input: z.strictObject({ folder: FileToken }), output: z.strictObject({}), faults: [] }),
  "passphrase.strength": call({
    input: z.strictObject({ passphrase: z.string().max(1024) }),
    output: z.strictObject({
      /** 0 (guessed at once) to 4 (out of reach). */
      score: z.int().min(0).max(4),
      /** log10 of the guesses an informed attacker needs. */
      guessesLog10: z.number(),
      /** Keys of i18n under `passphrase.warning.`. */
      warnings: z.array(z.string()),
      accepted: z.boolean(),
    }),
    faults: [],
  }),
  "passphrase.generate": call({
    input: z.strictObject({
      language: z.enum(["en", "ru", "kk"]).default("en"),
      words: z.int().min(5).max(12).default(6),
    }),
    output: z.strictObject({ passphrase: z.string(), bits: z.number() }),
    faults: [],
  }),
} as const
