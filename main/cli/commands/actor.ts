import { actorKinds, identifierKinds, type Identifier, nameKinds } from "../../../shared/model/actor.ts"
import type { Command } from "../command.ts"
import { chosenCase, findActor } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption, countLine, listInput, listOptions } from "../listing.ts"
import { table } from "../print.ts"

type NameKind = (typeof nameKinds)[number]

const isNameKind = (kind: string): kind is NameKind => (nameKinds as readonly string[]).includes(kind)

/** "alias=Ayka" is an alias; a name alone is the legal one. */
const nameOf = (text: string): { text: string; kind: NameKind } => {
  const [kind = "", ...rest] = text.split("=")
  return rest.length > 0 && isNameKind(kind) ? { text: rest.join("="), kind } : { text, kind: "alias" }
}

const identifiersOf = (given: Given): Identifier[] =>
  given.all("identifier").map((text) => {
    const [kind = "", ...rest] = text.split("=")
    const known = identifierKinds.find((one) => one === kind)
    if (known === undefined || rest.length === 0) {
      throw new UsageError(`--identifier is KIND=TEXT, where KIND is one of: ${identifierKinds.join(", ")}.`)
    }
    return { kind: known, text: rest.join("=") }
  })

const add: Command = {
  name: "actor add",
  summary: "record a person, group or institution",
  operands: ["NAME"],
  options: {
    ...caseOption,
    kind: { takes: "KIND", help: actorKinds.join(", "), oneOf: actorKinds },
    "also-named": { takes: "[KIND=]NAME", help: `another name; KIND: ${nameKinds.join(", ")}`, many: true },
    identifier: { takes: "KIND=TEXT", help: `KIND: ${identifierKinds.join(", ")}`, many: true },
    description: { takes: "TEXT", help: "who this is" },
    protected: { takes: null, help: "never to be named in what leaves" },
  },
  examples: [
    'actor add "Aigerim Sarsenova" --also-named "transliteration=Айгерим Сарсенова" --protected --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const result = await work.call("actor.add", {
      caseId,
      kind: (given.text("kind") ?? "person") as (typeof actorKinds)[number],
      names: [{ text: given.operand(0) }, ...given.all("also-named").map(nameOf)],
      identifiers: identifiersOf(given),
      description: given.text("description") ?? "",
      protected: given.flag("protected"),
    })
    return { result, lines: [result.id] }
  },
}

const list: Command = {
  name: "actor list",
  summary: "list the people, groups and institutions of a case",
  operands: [],
  options: listOptions(["name", "kind", "protected", "changedAt"]),
  examples: ["actor list --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const result = await work.call("actor.list", await listInput(work, given, caseId, "actor"))
    const rows = result.rows.map((one) => [
      one.names[0]?.text ?? "",
      one.names
        .slice(1)
        .map((name) => name.text)
        .join(", "),
      one.kind,
      one.protected ? "protected" : "",
      one.counts.incidents,
      one.counts.evidence,
      one.id,
    ])
    const headings = ["NAME", "ALSO", "KIND", "PROTECTED", "INCIDENTS", "EVIDENCE", "ID"]
    const lines = table(headings, rows, "There is nobody here yet.")
    return { result, lines: [...lines, ...countLine(result.rows.length, result.total, result.all)] }
  },
}

const propose: Command = {
  name: "actor propose",
  summary: "propose further spellings of a person's names; nothing is recorded",
  operands: ["ACTOR"],
  options: { ...caseOption },
  examples: ['actor propose "Айгерим Сарсенова" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { id } = await findActor(work, given, given.operand(0))
    const result = await work.call("actor.proposeNames", { id })
    const rows = result.names.map(({ text, kind }) => [text, kind])
    return { result, lines: table(["NAME", "KIND"], rows, "There is nothing to propose.") }
  },
}

const pseudonyms: Command = {
  name: "pseudonym list",
  summary: "the key list of one audience: who stands behind which pseudonym; it never leaves the vault",
  operands: [],
  options: { ...caseOption, audience: { takes: "TEXT", required: true, help: "for whom; each audience has its own" } },
  examples: ['pseudonym list --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const result = await work.call("pseudonym.list", { caseId, audience: given.required("audience") })
    const rows = []
    for (const { actorId, text } of result.pseudonyms) {
      const actor = await work.call("actor.show", { id: actorId })
      rows.push([text, actor.names[0]?.text ?? "", actorId])
    }
    return { result, lines: table(["SHOWN AS", "NAME", "ID"], rows, "Nobody in this case is protected.") }
  },
}

export const actorCommands: readonly Command[] = [add, list, propose, pseudonyms]
