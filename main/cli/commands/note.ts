import type { Note } from "../../../shared/contract/note.ts"
import type { Command, OptionSpec } from "../command.ts"
import { findActor, findCase, findEvidence, findIncident } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { table } from "../print.ts"
import type { Work } from "../work.ts"

type Subject = Pick<Note, "subjectKind" | "subjectId">

const subjectOptions: Readonly<Record<string, OptionSpec>> = {
  case: { takes: "CASE", help: "about this case; with another of these: where to look it up" },
  incident: { takes: "INCIDENT", help: "about this incident" },
  actor: { takes: "ACTOR", help: "about this person" },
  evidence: { takes: "EVIDENCE", help: "about this item" },
}

const subjectOf = async (work: Work, given: Given): Promise<Subject> => {
  const [incident, actor, evidence] = [given.text("incident"), given.text("actor"), given.text("evidence")]
  if ([incident, actor, evidence].filter((one) => one !== undefined).length > 1) {
    throw new UsageError("A note is about one thing.")
  }
  if (incident !== undefined)
    return { subjectKind: "incident", subjectId: (await findIncident(work, given, incident)).id }
  if (actor !== undefined) return { subjectKind: "actor", subjectId: (await findActor(work, given, actor)).id }
  if (evidence !== undefined)
    return { subjectKind: "evidence", subjectId: (await findEvidence(work, given, evidence)).id }
  return { subjectKind: "case", subjectId: (await findCase(work, given.required("case"))).id }
}

const add: Command = {
  name: "note add",
  summary: "write a note about a case, an incident, a person or an item",
  operands: ["TEXT"],
  options: subjectOptions,
  examples: ['note add "Ask the neighbour again." --incident "The office is searched" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const result = await work.call("note.add", { ...(await subjectOf(work, given)), text: given.operand(0) })
    return { result, lines: [result.id] }
  },
}

const list: Command = {
  name: "note list",
  summary: "list the notes about one thing",
  operands: [],
  options: subjectOptions,
  examples: ["note list --evidence E-003 --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { subjectId } = await subjectOf(work, given)
    const result = await work.call("note.list", { subjectId })
    const rows = result.notes.map((one) => [one.createdAt, one.text, one.id])
    return { result, lines: table(["WRITTEN", "NOTE", "ID"], rows, "There are no notes.") }
  },
}

export const noteCommands: readonly Command[] = [add, list]
