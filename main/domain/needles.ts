import type { ActorId, CaseId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"

/** One protected actor's spellings: what must not leave. */
export interface ProtectedActor {
  readonly actorId: ActorId
  readonly terms: readonly string[]
  /** Pseudonym for the audience; "" for people of other cases, who have none there. */
  readonly label: string
}

/** Words of a name that are long enough to tell somebody by: a surname, a rare first name. */
const leastPartLength = 5

const letters = (text: string): number => [...text.matchAll(/\p{L}/gu)].length

/** A name and the parts of it that stand alone in documents ("Сейтқали Д." beside "Дана Сейтқали"). */
export const spellings = (name: string): string[] => {
  const parts = name.split(/[\s,]+/u).filter((part) => letters(part) >= leastPartLength)
  return [...new Set([name.trim(), ...parts])]
}

const textsOf = (tx: ReadTx, table: "actor_names" | "actor_identifiers", actorId: string): string[] =>
  tx
    .all(
      table === "actor_names"
        ? sql`SELECT text FROM actor_names WHERE actor_id = ${actorId} ORDER BY position`
        : sql`SELECT text FROM actor_identifiers WHERE actor_id = ${actorId} ORDER BY position`,
    )
    .map((row) => String(row["text"]))

/**
 * Every protected actor of the whole vault, not of the case alone: a name from another case must not leave either.
 * Names of one letter are left out, since nothing could be searched by them.
 */
export const protectedActors = (tx: ReadTx, caseId: CaseId, audience: string): ProtectedActor[] =>
  tx
    .all(
      sql`SELECT a.id, p.text AS label FROM actors a LEFT JOIN pseudonyms p
          ON p.actor_id = a.id AND p.case_id = ${caseId} AND p.audience = ${audience}
          WHERE a.protected = 1 ORDER BY a.id`,
    )
    .map((row) => {
      const id = String(row["id"])
      const names = textsOf(tx, "actor_names", id).flatMap(spellings)
      const terms = [...names, ...textsOf(tx, "actor_identifiers", id)].filter(
        (term) => letters(term) > 1 || /\d{2}/.test(term),
      )
      return { actorId: id as ActorId, terms: [...new Set(terms)], label: String(row["label"] ?? "") }
    })
