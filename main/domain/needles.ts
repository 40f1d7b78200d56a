import { ActorId, type CaseId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { guarded } from "./consent.ts"

/** What is recorded of one protected actor: what must not leave, in whatever form. */
export interface ProtectedActor {
  readonly actorId: ActorId
  readonly names: readonly string[]
  readonly identifiers: readonly string[]
  /** Names of groups and institutions: they have no given names and surnames. */
  readonly terms: readonly string[]
  /** Pseudonym for the audience; "" for people of other cases, who have none there. */
  readonly label: string
}

const canBeFound = (text: string): boolean => [...text.matchAll(/\p{L}/gu)].length > 1 || /\d{2}/.test(text)

const textsOf = (tx: ReadTx, table: "actor_names" | "actor_identifiers", actorId: string): string[] =>
  tx
    .all(
      table === "actor_names"
        ? sql`SELECT text FROM actor_names WHERE actor_id = ${actorId} ORDER BY position`
        : sql`SELECT text FROM actor_identifiers WHERE actor_id = ${actorId} ORDER BY position`,
    )
    .map((row) => String(row["text"]))
    .filter(canBeFound)

/**
 * `held`: who is hidden from this audience likewise, for want of consent (consent.ts).
 * Every protected actor of the whole vault, not of the case alone: a name from another case must not leave either.
 * Names of one letter are left out, since nothing could be searched by them.
 */
export const protectedActors = (
  tx: ReadTx,
  caseId: CaseId,
  audience: string,
  held: ReadonlySet<ActorId>,
): ProtectedActor[] =>
  tx
    .all(
      sql`SELECT a.id, a.kind, p.text AS label FROM actors a LEFT JOIN pseudonyms p
          ON p.actor_id = a.id AND p.case_id = ${caseId} AND p.audience = ${audience}
          WHERE ${guarded(held)} ORDER BY a.id`,
    )
    .map((row) => {
      const id = String(row["id"])
      const names = textsOf(tx, "actor_names", id)
      const isPerson = row["kind"] === "person"
      return {
        actorId: ActorId.parse(id),
        names: isPerson ? names : [],
        terms: isPerson ? [] : names,
        identifiers: textsOf(tx, "actor_identifiers", id),
        label: String(row["label"] ?? ""),
      }
    })
