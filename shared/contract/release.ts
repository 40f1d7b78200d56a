import { z } from "zod"
import { call } from "./call.ts"
import { HolderSecret } from "./holder.ts"

/** Null: the whole vault. */
const audience = z.string().trim().min(1).max(200).nullable()

export const releaseCalls = {
  /** For whom nothing leaves before a second person has confirmed it. */
  "release.rules": call({
    input: z.strictObject({}),
    output: z.strictObject({ wholeVault: z.boolean(), audiences: z.array(z.string()) }),
    faults: ["vault-locked"],
  }),
  "release.require": call({
    input: z.strictObject({ audience }),
    output: z.strictObject({}),
    faults: ["vault-locked", "vault-read-only", "holder-alone", "disk-full"],
  }),
  /** Lifting a rule takes a second person, too, as long as there is one: `secret` is theirs. */
  "release.lift": call({
    input: z.strictObject({ audience, secret: HolderSecret.nullable().default(null) }),
    output: z.strictObject({}),
    faults: [
      "vault-locked",
      "vault-read-only",
      "not-found",
      "not-confirmed",
      "own-review",
      "wrong-passphrase",
      "recovery-code-mistyped",
      "bad-input",
      "header-stale",
      "disk-full",
      "io-error",
    ],
  }),
} as const
