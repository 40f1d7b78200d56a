import type { CaseJson } from "../../shared/model/case-json.ts"

/** One entity of FollowTheMoney, by the names of its public schema. */
interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

const said = (properties: Record<string, readonly string[]>): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(properties)
      .map(([name, values]) => [name, values.filter((value) => value !== "")] as const)
      .filter(([, values]) => values.length > 0),
  )

const actorSchemas = { person: "Person", group: "Organization", institution: "PublicBody" } as const

const identifiersOf = ({ identifiers }: CaseJson["actors"][number]): Record<string, string[]> => {
  const of = (...kinds: string[]) => identifiers.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)
  return { phone: of("phone"), email: of("email"), idNumber: of("iin", "document"), notes: of("plate", "other") }
}

const actorEntity = (actor: CaseJson["actors"][number], free: (text: string) => string): Entity => ({
  id: actor.id,
  schema: actorSchemas[actor.kind],
  properties: said({
    name: actor.names.slice(0, 1).map(({ text }) => text),
    alias: actor.names.slice(1).map(({ text }) => text),
    ...identifiersOf(actor),
    description: [free(actor.description)],
  }),
})

/** FollowTheMoney has dates of ISO 8601 alone: what EDTF says beyond that stays in words. */
const isoDates = (edtf: string): { date: string[]; inWords: string[] } =>
  /^\d{4}(-\d\d(-\d\d)?)?$/.test(edtf) ? { date: [edtf], inWords: [] } : { date: [], inWords: [edtf] }

/**
 * A case as entities: Person, Organization, PublicBody, Event, Document. People under protection are left out, and so is
 * their part in events; titles and texts, which may name anybody, then go as numbers or not at all.
 */
export const ftmEntities = (document: CaseJson, withProtected: boolean): { entities: Entity[]; leftOut: number } => {
  const actors = document.actors.filter((actor) => withProtected || !actor.protected)
  const leftOut = document.actors.length - actors.length
  const free = (text: string): string => (leftOut === 0 ? text : "")
  const shown = new Set(actors.map(({ id }) => id))
  const events = document.incidents.map(({ id, title, dates, place, narrative }, index): Entity => {
    const { date, inWords } = isoDates(dates)
    const involved = document.involvements.filter((one) => one.incidentId === id && shown.has(one.actorId))
    const involvedIds = [...new Set(involved.map(({ actorId }) => actorId))]
    return {
      id,
      schema: "Event",
      properties: said({
        name: [free(title) || `Event ${index + 1}`],
        date,
        notes: inWords,
        location: [free(place)],
        description: [free(narrative)],
        involved: involvedIds,
      }),
    }
  })
  const documents = document.evidence.map(
    ({ id, number, title, originalName, mediaType, sizeBytes, description }): Entity => ({
      id,
      schema: "Document",
      properties: said({
        title: [leftOut === 0 ? title : `E-${String(number).padStart(3, "0")}`],
        fileName: [free(originalName)],
        mimeType: [mediaType],
        fileSize: [String(sizeBytes)],
        description: [free(description)],
      }),
    }),
  )
  return { entities: [...actors.map((actor) => actorEntity(actor, free)), ...events, ...documents], leftOut }
}
