import { z } from "zod"
import { HolderId, Instant } from "../model/ids.ts"
import { call } from "./call.ts"

const Passphrase = z.string().min(1).max(1024)

/** What somebody opens with: theirs alone. */
export const HolderSecret = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("passphrase"), passphrase: Passphrase }),
  z.strictObject({ kind: z.literal("recovery-code"), code: z.string().min(1).max(200) }),
])
export type HolderSecret = z.infer<typeof HolderSecret>

export const HolderLabel = z.string().trim().min(1).max(60)

export const Holder = z.strictObject({
  id: HolderId,
  /** As they are called here; "" where nobody gave a name. */
  label: z.string(),
  /** When they were written down; null for somebody who was added in the moment of a crash and has not opened since. */
  since: Instant.nullable(),
  /** Since when they no longer open the vault; null while they do. */
  removedAt: Instant.nullable(),
  /** The one who opened the vault now. */
  acting: z.boolean(),
})
export type Holder = z.infer<typeof Holder>

const changing = [
  "vault-locked",
  "vault-read-only",
  "wrong-passphrase",
  "recovery-code-mistyped",
  "bad-input",
  "holder-other",
  "header-stale",
  "disk-full",
  "io-error",
  "permission-denied",
] as const

export const holderCalls = {
  /** Everybody who opens the vault, the acting one first; then those who once did. */
  "holder.list": call({
    input: z.strictObject({}),
    output: z.strictObject({ holders: z.array(Holder), freePlaces: z.int() }),
    faults: ["vault-locked"],
  }),
  /** What the acting holder is called. */
  "holder.rename": call({
    input: z.strictObject({ label: HolderLabel }),
    output: z.strictObject({}),
    faults: ["vault-locked", "vault-read-only", "disk-full"],
  }),
  /** A further person with a passphrase and keys of their own. `secret` is the acting holder's. */
  "holder.add": call({
    input: z.strictObject({ secret: HolderSecret, label: HolderLabel, passphrase: Passphrase }),
    output: z.strictObject({ id: HolderId }),
    faults: [...changing, "passphrase-weak", "passphrase-taken", "slots-full", "name-taken"],
  }),
  /** Their slots are written over. What they copied before still opens: nothing here can change that. */
  "holder.remove": call({
    input: z.strictObject({ secret: HolderSecret, id: HolderId }),
    output: z.strictObject({ recoveryCodeRemains: z.boolean() }),
    faults: [...changing, "not-found", "holder-self"],
  }),
  /** A new recovery code for the acting holder; their old one opens no longer. Told once. */
  "holder.renewCode": call({
    input: z.strictObject({ secret: HolderSecret }),
    output: z.strictObject({ recoveryCode: z.string() }),
    faults: [...changing, "slots-full", "passphrase-taken"],
  }),
} as const
