import { z } from "zod"
import { DossierOptions, DossierResult, DossierVerdict } from "../model/dossier.ts"
import { ActorId, CaseId, DossierId, EvidenceId, FileToken, Instant } from "../model/ids.ts"
import { call } from "./call.ts"
import { HolderSecret } from "./holder.ts"

export const DossierRecord = z.strictObject({
  id: DossierId,
  caseId: CaseId,
  title: z.string(),
  audience: z.string(),
  builtAt: Instant,
  pages: z.int(),
  annexes: z.int(),
  keyFingerprint: z.string(),
  /** Names of those who looked at its pages, as this vault has them. */
  reviewedBy: z.array(z.string()),
  /** Of the second person who confirmed it; null where no rule asked for one. */
  confirmedBy: z.string().nullable(),
  /** A source that it used was graded anew since it left: when, and why. */
  regraded: z.strictObject({ at: Instant, why: z.string() }).nullable(),
})
export type DossierRecord = z.infer<typeof DossierRecord>

export const dossierCalls = {
  /** What would leave, and what stands in the way: shown before building. */
  "dossier.check": call({
    input: z.strictObject({ caseId: CaseId, options: DossierOptions }),
    output: z.strictObject({
      annexes: z.array(
        z.strictObject({
          evidenceId: EvidenceId,
          reference: z.string(),
          title: z.string(),
          /** Sound or film, which has no pages. */
          recording: z.boolean(),
          pages: z.int(),
          acceptedPages: z.int(),
          undecided: z.int(),
          ready: z.boolean(),
        }),
      ),
      keptBack: z.array(z.strictObject({ reference: z.string(), why: z.string() })),
      people: z.array(
        z.strictObject({
          actorId: ActorId,
          label: z.string(),
          shownAs: z.string(),
          /** Shown by a pseudonym: protected, or withheld. */
          protected: z.boolean(),
          /** At risk, and no valid consent to be named to this audience. */
          withheld: z.boolean(),
        }),
      ),
      ready: z.boolean(),
      release: z.strictObject({
        /** A second person has to confirm before it leaves. */
        twoPeople: z.boolean(),
        /** Names of those who have accepted pages; "" where somebody gave none. */
        reviewers: z.array(z.string()),
        /** Who confirmed exactly this; null: nobody yet, or it has changed since. */
        confirmedBy: z.string().nullable(),
        /** The one who opened the vault has not reviewed any of it, so may confirm themself. */
        actingMayConfirm: z.boolean(),
      }),
    }),
    faults: ["vault-locked", "not-found", "nothing-chosen", "term-too-short"],
  }),
  /** A second person confirms exactly what would leave now: `secret` is theirs, null where they opened the vault. */
  "dossier.confirm": call({
    input: z.strictObject({ caseId: CaseId, options: DossierOptions, secret: HolderSecret.nullable().default(null) }),
    output: z.strictObject({ confirmedBy: z.string() }),
    faults: [
      ...["vault-locked", "vault-read-only", "not-found", "nothing-chosen", "annex-not-ready", "not-reviewed"],
      ...["own-review", "wrong-passphrase", "recovery-code-mistyped", "bad-input", "header-stale", "term-too-short"],
      ...["blob-missing", "blob-damaged", "file-broken", "file-encrypted", "file-too-large", "cannot-redact-kind"],
      ...["parser-crashed", "parser-timeout", "parser-memory", "disk-full", "io-error"],
    ] as const,
  }),
  /** Builds into a new folder inside `target`, proves every file, verifies the bag, records it. Progress by `job.list`. */
  "dossier.build": call({
    input: z.strictObject({
      caseId: CaseId,
      target: FileToken,
      folderName: z.string().min(1).max(200).nullable().default(null),
      options: DossierOptions,
    }),
    output: z.strictObject({ id: DossierId, result: DossierResult }),
    faults: [
      "vault-locked",
      "vault-read-only",
      "not-found",
      "nothing-chosen",
      "annex-not-ready",
      "not-reviewed",
      "not-confirmed",
      "redaction-leak",
      "redaction-unproven",
      "term-too-short",
      "target-exists",
      "disk-full",
      "io-error",
      "permission-denied",
      "cancelled",
      "blob-missing",
      "blob-damaged",
      "parser-crashed",
      "parser-timeout",
      "parser-memory",
      "verification-failed",
      "file-broken",
      "file-encrypted",
      "file-too-large",
      "cannot-redact-kind",
      "kind-unsupported",
      "bad-input",
    ],
  }),
  /** Needs no vault and no passphrase. */
  "dossier.verify": call({
    input: z.strictObject({ folder: FileToken, fingerprint: z.string().max(200).default("") }),
    output: DossierVerdict,
    faults: ["not-found", "io-error", "permission-denied", "not-a-dossier"],
  }),
  "dossier.list": call({
    input: z.strictObject({ caseId: CaseId }),
    output: z.strictObject({ dossiers: z.array(DossierRecord) }),
    faults: ["vault-locked"],
  }),
} as const
