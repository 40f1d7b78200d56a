import { Fault } from "../../shared/faults.ts"
import { CaseJson } from "../../shared/model/case-json.ts"
import { kindOf } from "../../shared/model/kinds.ts"

/** Where in the document, and why: never what stands there. */
export const refused = (place: string, reason: string): Fault => new Fault("case-json-refused", { place, reason })

/** Runs a step of the import and names its place in whatever fault it ends with. */
export const at = <T>(place: string, step: () => T): T => {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof Fault) || error.code === "case-json-refused") throw error
    const { field } = error.detail
    throw refused(field === undefined ? place : `${place}.${String(field)}`, error.code)
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw refused("", "not-json")
  }
}

/** What the rows of each list are; null: each says it itself. */
const kindIn = {
  incidents: "incident",
  actors: "actor",
  involvements: "involvement",
  evidence: "evidence",
  custody: "custody",
  anchors: "anchor",
  links: "link",
  notes: "note",
  records: null,
} as const
const rowLists = Object.keys(kindIn) as (keyof typeof kindIn)[]

/** Every id of the document with what it is the id of; one that stands twice is refused. */
export const idsOf = (document: CaseJson): Map<string, string> => {
  const ids = new Map<string, string>([[document.case.id, "case"]])
  const add = (id: string, kind: string, place: string): void => {
    if (ids.has(id)) throw refused(`${place}.id`, "twice")
    ids.set(id, kind)
  }
  for (const list of rowLists)
    document[list].forEach((row, index) => {
      add(row.id, kindIn[list] ?? (row as CaseJson["records"][number]).kind, `${list}.${index}`)
    })
  document.actors.forEach(({ names, identifiers }, index) => {
    for (const part of [...names, ...identifiers]) add(part.id, "part", `actors.${index}`)
  })
  return ids
}

/** What a row names must be in the document itself: an import touches nothing else of the vault. */
const checkEnds = (document: CaseJson): void => {
  const ids = idsOf(document)
  const must = (id: string, kind: string, place: string): void => {
    if (ids.get(id) !== kind) throw refused(place, "not-found")
  }
  document.involvements.forEach(({ incidentId, actorId }, index) => {
    must(incidentId, "incident", `involvements.${index}.incidentId`)
    must(actorId, "actor", `involvements.${index}.actorId`)
  })
  document.evidence.forEach(({ derivedFrom }, index) => {
    if (derivedFrom !== null) must(derivedFrom, "evidence", `evidence.${index}.derivedFrom`)
  })
  document.custody.forEach(({ evidenceId }, index) => must(evidenceId, "evidence", `custody.${index}.evidenceId`))
  document.anchors.forEach(({ evidenceId }, index) => must(evidenceId, "evidence", `anchors.${index}.evidenceId`))
  document.links.forEach(({ anchorId, target }, index) => {
    must(anchorId, "anchor", `links.${index}.anchorId`)
    must(target.id, target.kind, `links.${index}.target`)
  })
  document.notes.forEach(({ subjectKind, subjectId }, index) =>
    must(subjectId, subjectKind, `notes.${index}.subjectId`),
  )
  document.records.forEach(({ kind, parent }, index) => {
    const { parents } = kindOf(kind)
    const place = `records.${index}.parent`
    if (parent === null ? parents.length > 0 : !parents.includes(parent.kind)) throw refused(place, "bad-input")
    if (parent !== null) must(parent.id, parent.kind, place)
  })
}

const checkNumbers = ({ evidence }: CaseJson): void => {
  const numbers = new Set<number>()
  const before = new Set<string>()
  evidence.forEach(({ number, id, derivedFrom }, index) => {
    if (numbers.has(number)) throw refused(`evidence.${index}.number`, "twice")
    // What something was made from came before it; else two could be made from one another.
    if (derivedFrom !== null && !before.has(derivedFrom)) throw refused(`evidence.${index}.derivedFrom`, "not-found")
    numbers.add(number)
    before.add(id)
  })
}

/** A case document whose shape and ends are right. @throws Fault "case-json-refused" with the place */
export const readCase = (text: string): CaseJson => {
  const shape = CaseJson.safeParse(parsed(text))
  if (!shape.success) {
    const [issue] = shape.error.issues
    throw refused(issue?.path.join(".") ?? "", issue?.code ?? "")
  }
  checkEnds(shape.data)
  checkNumbers(shape.data)
  return shape.data
}

/** The same case under ids that no vault has: also those in links within text. Own terms keep theirs. */
export const withNewIds = (document: CaseJson, newId: () => string): CaseJson => {
  const fresh = new Map([...idsOf(document).keys()].map((id) => [id, newId()]))
  const { terms, ...rest } = document
  const text = JSON.stringify(rest).replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (id) => fresh.get(id) ?? id,
  )
  return { ...(JSON.parse(text) as Omit<CaseJson, "terms">), terms }
}
