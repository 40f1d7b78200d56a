import { z } from "zod"
import { DossierOptions, DossierResult, DossierVerdict } from "../model/dossier.ts"
import { ActorId, CaseId, DossierId, EvidenceId, FileToken, Instant } from "../model/ids.ts"
import { call } from "./call.ts"

export const DossierRecord = z.strictObject({
  id: DossierId,
  caseId: CaseId,
  title: z.string(),
  audience: z.string(),
  builtAt: Instant,
  pages: z.int(),
  annexes: z.int(),
  keyFingerprint: z.string(),
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
    }),
    faults: ["vault-locked", "not-found", "nothing-chosen", "term-too-short"],
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
