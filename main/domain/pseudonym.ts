import type { Output } from "../../shared/contract/contract.ts"
import type { ActorKind } from "../../shared/model/actor.ts"
import type { ActorId, CaseId } from "../../shared/model/ids.ts"
import { append } from "../vault/audit.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx, Row, WriteTx } from "../vault/tx.ts"
import { guarded } from "./consent.ts"

type Pseudonyms = Output<"pseudonym.list">["pseudonyms"]

/** A number from 0 to below `below`, each as likely as the other. */
export type Draw = (below: number) => number

export interface Drawing {
  readonly caseId: CaseId
  readonly audience: string
  /** Hidden from this audience for want of consent, though nobody marked them. */
  readonly held: ReadonlySet<ActorId>
  readonly newId: () => string
  readonly draw: Draw
}

/** The same audience, however it was spaced. */
export const audienceKey = (audience: string): string => audience.normalize("NFC").trim().replace(/\s+/gu, " ")

export const list = (tx: ReadTx, caseId: CaseId, audience: string): Pseudonyms =>
  tx
    .all(
      sql`SELECT actor_id, text FROM pseudonyms WHERE case_id = ${caseId} AND audience = ${audienceKey(audience)}
          ORDER BY text, actor_id`,
    )
    .map((row) => ({ actorId: row["actor_id"] as ActorId, text: String(row["text"]) }))

/** Actors of the case who are hidden from this audience and have no pseudonym for it yet. */
export const missing = (tx: ReadTx, caseId: CaseId, audience: string, held: ReadonlySet<ActorId>): Row[] =>
  tx.all(
    sql`SELECT a.id, a.kind FROM actors a WHERE a.case_id = ${caseId} AND ${guarded(held)} AND NOT EXISTS (
          SELECT 1 FROM pseudonyms p WHERE p.case_id = a.case_id AND p.audience = ${audienceKey(audience)}
          AND p.actor_id = a.id) ORDER BY a.id`,
  )

/**
 * Numbers of this audience that nobody has any more, since a person was removed, or merged with another: somebody may
 * have read them.
 */
const given = (tx: ReadTx, caseId: CaseId, audience: string): string[] =>
  tx
    .all(sql`SELECT json_extract(before, '$.text') AS text FROM history WHERE table_name = 'pseudonyms' AND after IS NULL
      AND json_extract(before, '$.case_id') = ${caseId} AND json_extract(before, '$.audience') = ${audienceKey(audience)}`)
    .map((row) => String(row["text"]))

const words: Readonly<Record<ActorKind, string>> = { person: "Person", group: "Group", institution: "Institution" }

const smallestRange = 20

/**
 * Gives every protected actor of the case that lacks one a pseudonym for this audience, such as "Person 7".
 * The number is drawn among twice as many and more, free of those already given: it says nothing about order, name,
 * id, or how many people there are. Once drawn it stays.
 */
export const drawMissing = (tx: WriteTx, { caseId, audience, held, newId, draw }: Drawing): void => {
  const without = missing(tx, caseId, audience, held)
  if (without.length === 0) return
  const known = list(tx, caseId, audience)
  const texts = new Set([...known.map(({ text }) => text), ...given(tx, caseId, audience)])
  const taken = new Set([...texts].map((text) => Number(/\d+$/.exec(text)?.[0])))
  const range = Math.max(smallestRange, 2 * (texts.size + without.length))
  for (const row of without) {
    let number = 1 + draw(range)
    while (taken.has(number)) number = 1 + draw(range)
    taken.add(number)
    const text = `${words[row["kind"] as ActorKind]} ${number}`
    const id = newId()
    tx.insert("pseudonyms", { id, case_id: caseId, audience: audienceKey(audience), actor_id: String(row["id"]), text })
    append(tx, { verb: "pseudonym.drawn", subjectKind: "actor", subjectId: String(row["id"]) })
  }
}
