import {
  involvementRoles,
  type InvolvementRole,
  type Link,
  type LinkTarget,
  linkedKinds,
  linkRelations,
} from "../../../shared/model/link.ts"
import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import type { Command } from "../command.ts"
import { findActor, findEvidence, findIncident } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { placeOf, placeOptions } from "../place.ts"
import { table } from "../print.ts"
import type { Work } from "../work.ts"

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

const shownPlace = (place: AnchorPlace): string => {
  switch (place.kind) {
    case "whole":
      return "whole"
    case "page":
      return `page ${place.page}`
    case "text":
      return `“${place.quote}”`
    case "time":
      return `${seconds(place.startMs)}–${seconds(place.endMs)}`
  }
}

/** "claim:0f3c…": a record by its kind and id. @throws UsageError */
const recordTarget = (to: string): LinkTarget => {
  const [name = "", id = ""] = to.split(":")
  const kind = linkedKinds.find((one) => one === name)
  if (kind === undefined || id === "")
    throw new UsageError(`--to takes KIND:ID, the kind one of ${linkedKinds.join(", ")}.`)
  return { kind, id }
}

const targetOf = async (work: Work, given: Given): Promise<LinkTarget> => {
  const [incident, actor, to] = [given.text("incident"), given.text("actor"), given.text("to")]
  if ([incident, actor, to].filter((one) => one !== undefined).length !== 1)
    throw new UsageError("One of --incident, --actor and --to is needed.")
  if (to !== undefined) return recordTarget(to)
  if (incident !== undefined) return { kind: "incident", id: (await findIncident(work, given, incident)).id }
  return { kind: "actor", id: (await findActor(work, given, actor ?? "")).id }
}

const add: Command = {
  name: "link add",
  summary: "tie a passage of evidence to an incident, a person or another record",
  operands: ["EVIDENCE"],
  options: {
    ...caseOption,
    incident: { takes: "INCIDENT", help: "id or title" },
    actor: { takes: "ACTOR", help: "id or any name" },
    to: { takes: "KIND:ID", help: `another record: ${linkedKinds.join(", ")}` },
    reliability: { takes: "CODE", help: "of the source, A to F, where it is known" },
    credibility: { takes: "CODE", help: "of what is said, 1 to 6, where it is known" },
    relation: { takes: "HOW", help: linkRelations.join(", "), oneOf: linkRelations },
    comment: { takes: "TEXT", help: "why" },
    ...placeOptions,
  },
  examples: [
    'link add E-003 --incident "The office is searched" --page 2 --quote "without a warrant" --vault ~/matters',
    'link add E-007 --actor "Aigerim Sarsenova" --relation mentions --time 0:12-0:19 --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const { id: evidenceId } = await findEvidence(work, given, given.operand(0))
    const target = await targetOf(work, given)
    const place = await placeOf(work, given, evidenceId)
    const relation = (given.text("relation") ?? "supports") as (typeof linkRelations)[number]
    const comment = given.text("comment") ?? ""
    const grade = { reliability: given.text("reliability") ?? "", credibility: given.text("credibility") ?? "" }
    const result = await work.call("link.add", { evidenceId, place, target, relation, comment, grade })
    return { result, lines: [result.id] }
  },
}

const row = (one: Link) => [
  one.evidence.reference,
  one.evidence.title,
  shownPlace(one.anchor.place),
  one.relation,
  one.targetLabel,
  one.id,
]

const list: Command = {
  name: "link list",
  summary: "list the links of an item, an incident or a person",
  operands: [],
  options: {
    ...caseOption,
    evidence: { takes: "EVIDENCE", help: "id, number or title" },
    incident: { takes: "INCIDENT", help: "id or title" },
    actor: { takes: "ACTOR", help: "id or any name" },
  },
  examples: ["link list --evidence E-003 --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const [evidence, incident, actor] = [given.text("evidence"), given.text("incident"), given.text("actor")]
    if (evidence === undefined && incident === undefined && actor === undefined) {
      throw new UsageError("One of --evidence, --incident and --actor is needed.")
    }
    const result = await work.call("link.list", {
      ...(evidence !== undefined && { evidenceId: (await findEvidence(work, given, evidence)).id }),
      ...(incident !== undefined && { incidentId: (await findIncident(work, given, incident)).id }),
      ...(actor !== undefined && { actorId: (await findActor(work, given, actor)).id }),
    })
    const headings = ["NUMBER", "EVIDENCE", "PLACE", "RELATION", "TARGET", "ID"]
    return { result, lines: table(headings, result.links.map(row), "There are no links.") }
  },
}

const involve: Command = {
  name: "involvement add",
  summary: "say who was in an incident, as what",
  operands: ["ACTOR"],
  options: {
    ...caseOption,
    incident: { takes: "INCIDENT", required: true, help: "id or title" },
    role: { takes: "ROLE", required: true, help: involvementRoles.join(", "), oneOf: involvementRoles },
    note: { takes: "TEXT", help: "what should be known of it" },
  },
  examples: [
    'involvement add "Aigerim Sarsenova" --incident "The office is searched" --role witness --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const { id: actorId } = await findActor(work, given, given.operand(0))
    const { id: incidentId } = await findIncident(work, given, given.required("incident"))
    const role = given.required("role") as InvolvementRole
    const result = await work.call("involvement.add", { actorId, incidentId, role, note: given.text("note") ?? "" })
    return { result, lines: [result.id] }
  },
}

const involved: Command = {
  name: "involvement list",
  summary: "list who was in an incident, or in what a person was",
  operands: [],
  options: {
    ...caseOption,
    incident: { takes: "INCIDENT", help: "id or title" },
    actor: { takes: "ACTOR", help: "id or any name" },
  },
  examples: ['involvement list --incident "The office is searched" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const [incident, actor] = [given.text("incident"), given.text("actor")]
    if (incident === undefined && actor === undefined) throw new UsageError("One of --incident and --actor is needed.")
    const result = await work.call("involvement.list", {
      ...(incident !== undefined && { incidentId: (await findIncident(work, given, incident)).id }),
      ...(actor !== undefined && { actorId: (await findActor(work, given, actor)).id }),
    })
    const rows = result.involvements.map((one) => [one.actorLabel, one.role, one.incidentLabel, one.note, one.id])
    return { result, lines: table(["ACTOR", "ROLE", "INCIDENT", "NOTE", "ID"], rows, "Nobody is recorded there.") }
  },
}

export const linkCommands: readonly Command[] = [add, list]
export const involvementCommands: readonly Command[] = [involve, involved]
