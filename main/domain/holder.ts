/** What the database knows of the people who open the vault. Who does is the header's to say. */
import type { Holder } from "../../shared/contract/holder.ts"
import type { HolderId, Instant } from "../../shared/model/ids.ts"
import { Fault } from "../../shared/faults.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, WriteTx } from "../vault/tx.ts"

interface Known {
  readonly acting: HolderId
  /** By the header's directory. */
  readonly opening: readonly HolderId[]
}

/** The acting one first, then the others as they came, then those who no longer open the vault. */
export const list = (tx: ReadTx, { acting, opening }: Known): Holder[] => {
  const rows = tx
    .all(sql`SELECT id, label, created_at, removed_on FROM holders ORDER BY created_at, id`)
    .map((row) => ({
      id: row["id"] as HolderId,
      label: String(row["label"]),
      since: row["created_at"] as Instant,
      removedAt: row["removed_on"] as Instant | null,
      acting: row["id"] === acting,
    }))
  const unwritten = opening
    .filter((id) => !rows.some((row) => row.id === id))
    .map((id) => ({ id, label: "", since: null, removedAt: null, acting: id === acting }))
  const rank = (one: Holder): number => (one.acting ? 0 : one.removedAt === null ? 1 : 2)
  return [...rows, ...unwritten].sort((left, right) => rank(left) - rank(right))
}

/** Two people of one name could not be told apart in the log. @throws Fault "name-taken" */
export const mustBeFree = (tx: ReadTx, label: string): void => {
  const taken = tx
    .all(sql`SELECT label FROM holders WHERE removed_on IS NULL`)
    .some((row) => String(row["label"]).toLocaleLowerCase() === label.toLocaleLowerCase())
  if (taken) throw new Fault("name-taken")
}

/** @throws Fault "name-taken" */
export const rename = (tx: WriteTx, id: HolderId, label: string): void => {
  if (labelOf(tx, id) === label) return
  mustBeFree(tx, label)
  tx.update("holders", id, { label })
  append(tx, { verb: "holder.renamed", subjectKind: "holder", subjectId: id })
}

export const labelOf = (tx: ReadTx, id: string): string =>
  String(tx.one(sql`SELECT label FROM holders WHERE id = ${id}`)?.["label"] ?? "")
