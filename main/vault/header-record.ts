import { Fault } from "../../shared/faults.ts"
import type { HeaderState } from "./keyring.ts"
import { sql } from "./sql.ts"
import type { ReadTx, WriteTx } from "./tx.ts"

/**
 * What the database knows of the header: "same", or "newer" when a change of the header was cut off before the
 * database learnt of it.
 * @throws Fault "header-stale": an older header would bring back a passphrase or a person that was removed
 */
export const compareHeader = (tx: ReadTx, header: HeaderState): "same" | "newer" => {
  const known = tx.one(sql`SELECT epoch, sha256 FROM vault_header WHERE id = ${header.vaultId}`)
  const epoch = known?.["epoch"]
  if (typeof epoch !== "number") throw new Fault("database-damaged", { part: "header" })
  if (header.epoch > epoch) return "newer"
  if (header.epoch === epoch && header.sha256 === known?.["sha256"]) return "same"
  throw new Fault("header-stale", { epoch: header.epoch, known: epoch })
}

/** Writes down the newest header, with its line in the log. */
export const recordHeader = (tx: WriteTx, header: HeaderState, verb: string): void => {
  const { vaultId, epoch, sha256 } = header
  tx.update("vault_header", vaultId, { epoch, sha256 })
  tx.append({ verb, subjectKind: "vault", subjectId: vaultId })
}
