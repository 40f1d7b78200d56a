import type { Graph } from "../../../shared/contract/graph.ts"
import { showEdtf } from "../../../shared/dates.ts"
import { type RecordKind, recordKinds } from "../../../shared/model/field.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { table } from "../print.ts"
import { findRecord, type Looking } from "../record-fields.ts"
import { whereOf, whereOption } from "../where.ts"
import type { Work } from "../work.ts"

/** Kinds that a graph shows as points; the others are its lines, or tools of work. */
const points: readonly RecordKind[] = recordKinds.filter(
  (kind) =>
    !["case", "involvement", "link", "relation", "affiliation", "party", "support", "view", "template"].includes(kind),
)

const looking = async (work: Work, given: Given): Promise<Looking> => {
  const { id: caseId } = await chosenCase(work, given)
  return { work, given, caseId }
}

const named = ({ kind, title, state, id }: Graph["nodes"][number]): string => `${kind} ${title || state || id}`

const shownEdges = ({ nodes, edges }: Graph): string[] => {
  const names = new Map(nodes.map((node) => [node.id, named(node)]))
  const rows = edges.map(({ from, to, what }) => [
    names.get(from) ?? from,
    [what.kind === "involvement" || what.kind === "link" ? what.kind : `${what.kind}.${what.field}`, what.code]
      .join(" ")
      .trim(),
    names.get(to) ?? to,
  ])
  return table(["FROM", "HOW", "TO"], rows, "Nothing hangs together with it.")
}

const depthOf = (given: Given): 1 | 2 | 3 => {
  const depth = given.number("depth", 1) ?? 1
  if (depth !== 1 && depth !== 2 && depth !== 3) throw new UsageError("The depth is 1, 2 or 3.")
  return depth
}

const around: Command = {
  name: "graph around",
  summary: "show what hangs together with a record",
  operands: ["RECORD"],
  options: {
    ...caseOption,
    depth: { takes: "N", help: "in so many steps, 1 to 3 (default 1)" },
    kind: { takes: "KIND", help: "only records of that kind; may be given again", many: true },
    ...whereOption,
    limit: { takes: "N", help: "at most so many records (default 300)" },
  },
  examples: ['graph around "The office is searched" --depth 2 --kind actor --kind incident --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const where = await looking(work, given)
    const record = await findRecord(where, points, given.operand(0))
    const kinds = given.all("kind").map((text) => {
      const kind = points.find((one) => one === text)
      if (kind === undefined) throw new UsageError(`The kind is one of: ${points.join(", ")}.`)
      return kind
    })
    const limit = given.number("limit", 1) ?? 300
    const result = await work.call("graph.around", {
      caseId: where.caseId,
      filter: await whereOf(where, points),
      record,
      depth: depthOf(given),
      kinds,
      limit,
    })
    return { result, lines: [...shownEdges(result), ...(result.cut ? ["There is more: raise --limit."] : [])] }
  },
}

const path: Command = {
  name: "graph path",
  summary: "show the shortest way from one record to another",
  operands: ["FROM", "TO"],
  options: caseOption,
  examples: ['graph path "actor:Dana Testova" "The office is searched" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const where = await looking(work, given)
    const from = await findRecord(where, points, given.operand(0))
    const to = await findRecord(where, points, given.operand(1))
    const result = await work.call("graph.path", { from, to })
    if (result.nodes.length > 0) return { result, lines: result.nodes.map(named) }
    const none = result.cut ? "None was found as far as was looked." : "Nothing leads from one to the other."
    return { result, lines: [none] }
  },
}

const map: Command = {
  name: "map list",
  summary: "show where incidents and acts took place, how exactly that is known, and what is on no map",
  operands: [],
  options: { ...caseOption, ...whereOption },
  examples: ["map list --where place=Almaty --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const where = await looking(work, given)
    const filter = await whereOf(where, ["incident", "act"])
    const result = await work.call("map.list", { caseId: where.caseId, filter })
    const rows = result.points.map(({ record, dates, latitude, longitude, precision, place }) => [
      showEdtf(dates.edtf, "en"),
      record.title || record.state,
      `${latitude.toFixed(4)} ${longitude.toFixed(4)}`,
      precision,
      place,
    ])
    const lines = table(["DATE", "TITLE", "WHERE", "HOW EXACTLY", "PLACE"], rows, "There is nothing on the map.")
    const off = result.off.map(({ record, reason }) => `Not on the map: ${record.title || record.state} (${reason})`)
    return { result, lines: [...lines, ...off] }
  },
}

export const graphCommands: readonly Command[] = [around, path, map]
