import { Fault, type FaultCode, isFault } from "../../shared/faults.ts"

/** SQLite's result codes, longest match first: extended codes carry their family's name in front. */
const codes: readonly (readonly [string, FaultCode])[] = [
  ["SQLITE_BUSY", "vault-in-use"],
  ["SQLITE_LOCKED", "vault-in-use"],
  ["SQLITE_NOTADB", "database-damaged"],
  ["SQLITE_CORRUPT", "database-damaged"],
  ["SQLITE_FULL", "disk-full"],
  ["SQLITE_CONSTRAINT_FOREIGNKEY", "record-in-use"],
  ["SQLITE_PERM", "permission-denied"],
  ["SQLITE_READONLY", "permission-denied"],
  ["SQLITE_CANTOPEN", "io-error"],
  ["SQLITE_IOERR", "io-error"],
]

const sqliteCode = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : ""

/** Turns what SQLCipher throws into a Fault; a Fault stays as it is. SQL text and values are never carried along. */
export const databaseFault = (error: unknown): Fault => {
  if (isFault(error)) return error
  const code = sqliteCode(error)
  const known = codes.find(([prefix]) => code.startsWith(prefix))
  return new Fault(known?.[1] ?? "internal", code === "" ? {} : { sqlite: code }, error)
}
