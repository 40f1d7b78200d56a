import { z } from "zod"
import { Fault } from "../../shared/faults.ts"
import type { Actor } from "../../shared/model/actor.ts"
import type { Case } from "../../shared/model/case.ts"
import type { Evidence } from "../../shared/model/evidence.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import type { Incident } from "../../shared/model/incident.ts"
import type { Given } from "./given.ts"
import type { Work } from "./work.ts"

/*
 * Records by what a person calls them: the id, the reference (E-003), or the whole title or name, whatever its case.
 * More than one answer is a fault, never a guess.
 */

const isId = (text: string): boolean => z.uuid().safeParse(text).success

const fold = (text: string): string => text.normalize("NFC").trim().toLowerCase()

const only = <T>(kind: string, found: readonly T[]): T => {
  const [first, ...more] = found
  if (first === undefined) throw new Fault("not-found", { kind })
  if (more.length > 0) throw new Fault("ambiguous", { kind, count: found.length })
  return first
}

const enough = 1000

const answersTo =
  (wanted: string) =>
  (...names: readonly string[]): boolean =>
    names.some((name) => name !== "" && fold(name) === fold(wanted))

export const findCase = async (work: Work, wanted: string): Promise<Case> => {
  if (isId(wanted)) return work.call("case.show", { id: wanted })
  const { cases } = await work.call("case.list", {})
  const answers = answersTo(wanted)
  return only(
    "case",
    cases.filter((one) => answers(one.title, one.reference)),
  )
}

/** The case of --case; without it the vault's only one. */
export const chosenCase = async (work: Work, given: Given): Promise<Case> => {
  const wanted = given.text("case")
  if (wanted !== undefined) return findCase(work, wanted)
  const { cases } = await work.call("case.list", {})
  return only("case", cases)
}

/** Cases to look a name up in: that of --case, or all. */
const searched = async (work: Work, given: Given): Promise<readonly Case[]> => {
  const wanted = given.text("case")
  return wanted === undefined ? (await work.call("case.list", {})).cases : [await findCase(work, wanted)]
}

const everywhere = async <T>(
  work: Work,
  given: Given,
  rows: (caseId: CaseId) => Promise<readonly T[]>,
): Promise<T[]> => {
  const found: T[] = []
  for (const { id } of await searched(work, given)) found.push(...(await rows(id)))
  return found
}

const queried = (caseId: CaseId, query: string) => ({ caseId, query: query.slice(0, 500), limit: enough })

export const findIncident = async (work: Work, given: Given, wanted: string): Promise<Incident> => {
  if (isId(wanted)) return work.call("incident.show", { id: wanted })
  const answers = answersTo(wanted)
  const rows = await everywhere(work, given, async (caseId) => {
    const { rows } = await work.call("incident.list", queried(caseId, wanted))
    return rows.filter((one) => answers(one.title))
  })
  return only("incident", rows)
}

export const findActor = async (work: Work, given: Given, wanted: string): Promise<Actor> => {
  if (isId(wanted)) return work.call("actor.show", { id: wanted })
  const answers = answersTo(wanted)
  const rows = await everywhere(work, given, async (caseId) => {
    const { rows } = await work.call("actor.list", queried(caseId, wanted))
    return rows.filter((one) => answers(...one.names.map((name) => name.text)))
  })
  return only("actor", rows)
}

/** "e-3", "E-003" → "E-003": the number counts, not its zeros. */
const reference = (wanted: string): string | undefined => {
  const number = /^e-?0*(\d{1,9})$/i.exec(wanted)?.[1]
  return number === undefined ? undefined : `E-${number.padStart(3, "0")}`
}

export const findEvidence = async (work: Work, given: Given, wanted: string): Promise<Evidence> => {
  if (isId(wanted)) return work.call("evidence.show", { id: wanted })
  const numbered = reference(wanted)
  const answers = answersTo(numbered ?? wanted)
  const rows = await everywhere(work, given, async (caseId) => {
    const { rows } = await work.call("evidence.list", queried(caseId, numbered ?? wanted))
    return rows.filter((one) => answers(one.reference, one.title, one.originalName))
  })
  return only("evidence", rows)
}
