import type { Identifier } from "../../shared/model/actor.ts"
import type { ActorId } from "../../shared/model/ids.ts"
import { type Sql, sql } from "../vault/sql.ts"
import type { Row, SqlValue, WriteTx } from "../vault/tx.ts"

type Columns = Readonly<Record<string, SqlValue>>
type PartTable = "actor_names" | "actor_identifiers"

const stored: Readonly<Record<PartTable, (actorId: ActorId) => Sql>> = {
  actor_names: (actorId) => sql`SELECT * FROM actor_names WHERE actor_id = ${actorId} ORDER BY position`,
  actor_identifiers: (actorId) => sql`SELECT * FROM actor_identifiers WHERE actor_id = ${actorId} ORDER BY position`,
}

const isSame = (row: Row, wanted: Columns): boolean =>
  Object.entries(wanted).every(([column, value]) => row[column] === value)

/** Makes the rows of one actor be `wanted`, in that order. What stays keeps its id; what goes stays in the history. */
const setParts = (tx: WriteTx, table: PartTable, actorId: ActorId, wanted: readonly Columns[], newId: () => string) => {
  const left = tx.all(stored[table](actorId))
  wanted.forEach((part, position) => {
    const index = left.findIndex((row) => isSame(row, part))
    const [kept] = index < 0 ? [] : left.splice(index, 1)
    if (kept === undefined) tx.insert(table, { id: newId(), actor_id: actorId, position, ...part })
    else tx.update(table, String(kept["id"]), { position })
  })
  for (const row of left) tx.remove(table, String(row["id"]))
}

export interface NameInput {
  readonly text: string
  readonly kind: string
  readonly language: string
}

/** The first is the one shown. */
export const setNames = (tx: WriteTx, actorId: ActorId, names: readonly NameInput[], newId: () => string): void =>
  setParts(
    tx,
    "actor_names",
    actorId,
    names.map(({ text, kind, language }) => ({ text, kind, language })),
    newId,
  )

export const setIdentifiers = (
  tx: WriteTx,
  actorId: ActorId,
  identifiers: readonly Identifier[],
  newId: () => string,
): void =>
  setParts(
    tx,
    "actor_identifiers",
    actorId,
    identifiers.map(({ kind, text }) => ({ kind, text })),
    newId,
  )
