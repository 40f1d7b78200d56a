import type { Output } from "../../shared/contract/contract.ts"
import { termLists } from "../../shared/lists/all.ts"
import { ActorId, type CaseId } from "../../shared/model/ids.ts"
import { type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import * as cases from "./case.ts"
import { type Consent, type Naming, naming } from "./naming.ts"
import { fieldsOf } from "./record-store.ts"

interface Known {
  readonly actorId: ActorId
  readonly kind: string
  readonly label: string
  readonly protected: boolean
  readonly fields: Consent["fields"]
  readonly atRisk: boolean
  readonly consents: readonly Consent[]
}

type Json = string | null

const partsOf = (tx: ReadTx, caseId: string, kind: "consent" | "risk") =>
  tx.all(
    sql`SELECT id, parent_id, fields FROM records WHERE case_id = ${caseId} AND kind = ${kind} ORDER BY created_at, id`,
  )

const peopleOf = (tx: ReadTx, caseId: string): Known[] => {
  const consents = new Map<string, Consent[]>()
  for (const row of partsOf(tx, caseId, "consent")) {
    const of = String(row["parent_id"])
    const consent = { id: String(row["id"]), fields: fieldsOf(row["fields"] as Json) }
    consents.set(of, [...(consents.get(of) ?? []), consent])
  }
  const atRisk = new Set(partsOf(tx, caseId, "risk").map((row) => String(row["parent_id"])))
  return tx
    .all(sql`SELECT id, kind, label, protected, fields FROM actors WHERE case_id = ${caseId}
      ORDER BY label_sort, id`)
    .map((row) => {
      const actorId = ActorId.parse(row["id"])
      return {
        actorId,
        kind: String(row["kind"]),
        label: String(row["label"]),
        protected: row["protected"] === 1,
        fields: fieldsOf(row["fields"] as Json),
        atRisk: atRisk.has(actorId),
        consents: consents.get(actorId) ?? [],
      }
    })
}

const ownAudiences = (tx: ReadTx): string[] =>
  tx
    .all(sql`SELECT code FROM list_terms WHERE list = 'consent-audiences' AND retired = 0 ORDER BY created_at, id`)
    .map((row) => String(row["code"]))

/** People × audiences: who may be named where, and why not. @throws Fault "not-found" */
export const matrix = (tx: ReadTx, caseId: CaseId, on: string): Output<"consent.matrix"> => {
  cases.mustExist(tx, caseId)
  const audiences = [...termLists["consent-audiences"].terms.map(({ code }) => code), ...ownAudiences(tx)]
  const persons = peopleOf(tx, caseId).filter(({ kind }) => kind === "person")
  const people = persons.map((person) => ({
    actorId: person.actorId,
    label: person.label,
    protected: person.protected,
    atRisk: person.atRisk,
    cells: audiences.map((audience) =>
      naming(person, person.consents, { audience, recipient: "", purpose: "be-named", on }),
    ),
  }))
  return { on, audiences, people }
}

/**
 * People of the whole vault who are to be hidden from a recipient as protected ones are, though nobody marked them: for
 * whom a risk or a consent is recorded, and whose consents do not let them be named to it. Fails closed.
 */
export const withheld = (tx: ReadTx, recipient: string, on: string): ReadonlySet<ActorId> => {
  const where: Naming = { audience: "", recipient, purpose: "be-named", on }
  const found = new Set<ActorId>()
  for (const row of tx.all(sql`SELECT id FROM cases`))
    for (const person of peopleOf(tx, String(row["id"])))
      if ((person.atRisk || person.consents.length > 0) && !naming(person, person.consents, where).allowed)
        found.add(person.actorId)
  return found
}

/** As a condition on actors: protected, or withheld from this recipient. */
export const guarded = (held: ReadonlySet<ActorId>): Sql =>
  held.size === 0
    ? sql`a.protected = 1`
    : sql`(a.protected = 1 OR a.id IN (SELECT value FROM json_each(${JSON.stringify([...held])})))`
