/** Every way in which Saqta can fail, by code. Words for people stand in `shared/i18n` under `fault.<code>`. */
export const faultCodes = [
  // The call itself
  "bad-input",
  "internal",
  "cancelled",
  "not-found",
  "ambiguous",
  "usage",
  // The vault
  "vault-locked",
  "vault-in-use",
  "vault-exists",
  "vault-newer",
  "not-a-vault",
  "wrong-passphrase",
  "passphrase-weak",
  "recovery-code-mistyped",
  "passphrase-taken",
  "holder-other",
  "holder-self",
  "slots-full",
  "name-taken",
  "kdf-out-of-bounds",
  "header-damaged",
  "header-stale",
  "database-damaged",
  "vault-read-only",
  "audit-broken",
  "blob-missing",
  "blob-damaged",
  // The disk
  "disk-full",
  "io-error",
  "target-exists",
  "permission-denied",
  // Files that come in
  "file-vanished",
  "file-changed",
  "file-unreadable",
  "file-empty",
  "not-a-regular-file",
  "link-loop",
  "some-failed",
  // What is in a file
  "kind-unsupported",
  "file-encrypted",
  "file-broken",
  "file-too-large",
  "parser-crashed",
  "parser-timeout",
  "parser-memory",
  // Records
  "date-unreadable",
  "record-in-use",
  "record-changed",
  "record-circle",
  "start-open",
  "rule-incomplete",
  "beyond-calendar",
  "legal-hold",
  "case-exists",
  "case-json-refused",
  "case-file-missing",
  "nothing-to-undo",
  "undo-stale",
  // What leaves
  "term-too-short",
  "terms-unreadable",
  "boxes-unreadable",
  "not-reviewed",
  "not-confirmed",
  "own-review",
  "holder-alone",
  "redaction-leak",
  "redaction-unproven",
  "cannot-redact-kind",
  "some-not-redacted",
  "nothing-chosen",
  "annex-not-ready",
  "verification-failed",
  "not-a-dossier",
  // The window
  "no-display",
] as const

export type FaultCode = (typeof faultCodes)[number]

/** Facts for the sentence: numbers, kinds, page numbers, file names that the person chose. Never content or keys. */
export type FaultDetail = Readonly<Record<string, string | number | boolean>>

/** The one error that `main` throws on purpose. A thrown fault rolls its transaction back. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly detail: FaultDetail

  constructor(code: FaultCode, detail: FaultDetail = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = "Fault"
    this.code = code
    this.detail = detail
  }
}

export const isFault = (value: unknown): value is Fault => value instanceof Fault
