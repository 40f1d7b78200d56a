import type { ActorId, CaseId } from "../../shared/model/ids.ts"
import { sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { inflected } from "./inflect.ts"

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

/** What only adds letters to a name is found by the name itself, from this many letters on. */
const leastStemLength = 4

const addsLetters = (longer: string, text: string): boolean =>
  letters(text) >= leastStemLength && /^\S+$/u.test(longer.startsWith(text) ? longer.slice(text.length) : "")

const withoutLonger = (texts: readonly string[]): string[] =>
  texts.filter((text) => !texts.some((other) => addsLetters(text, other)))

/** The stem of a longer word finds its other cases (redaction/inflect.ts); several words have no stem. */
const hasStem = (text: string): boolean => !/\s/u.test(text) && letters(text) >= leastStemLength + 2

/**
 * A name's spellings, and their other cases. A name whose words all stand alone needs no cases as a whole: its words have
 * them.
 */
export const spellingsInflected = (name: string): string[] => {
  const own = spellings(name)
  const [whole = "", ...parts] = own
  const standsApart = whole.split(/[\s,]+/u).every((part) => parts.includes(part))
  const forms = withoutLonger([
    ...own,
    ...(standsApart ? parts : own).filter((text) => !hasStem(text)).flatMap(inflected),
  ])
  return [...new Set([...own, ...forms])]
}

/** A telephone number of Kazakhstan or Russia is written with +7, with 8, or with neither. */
export const identifierSpellings = (identifier: string): string[] => {
  const digits = identifier.replace(/\D/gu, "")
  const isPhone = /^[78]\d{10}$/u.test(digits) && /^[+\d\s().\u2010-\u2015-]+$/u.test(identifier.trim())
  return isPhone ? [identifier, digits.slice(1)] : [identifier]
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
      const names = textsOf(tx, "actor_names", id).flatMap(spellingsInflected)
      const identifiers = textsOf(tx, "actor_identifiers", id).flatMap(identifierSpellings)
      const terms = [...names, ...identifiers].filter((term) => letters(term) > 1 || /\d{2}/.test(term))
      return { actorId: id as ActorId, terms: [...new Set(terms)], label: String(row["label"] ?? "") }
    })
