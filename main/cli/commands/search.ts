import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { caseOption } from "../listing.ts"
import { table } from "../print.ts"

export const searchCommand: Command = {
  name: "record search",
  summary: "find records of every kind by words of their titles and names, in any order",
  operands: ["WORDS"],
  options: { ...caseOption, limit: { takes: "N", help: "at most so many (default 20)" } },
  examples: ['record search "testova dana" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const limit = given.number("limit", 1) ?? 20
    const result = await work.call("record.search", { caseId, query: given.operand(0), limit })
    const rows = result.found.map(({ kind, title, state, id }) => [kind, title || state, id])
    return { result, lines: table(["KIND", "TITLE", "ID"], rows, "Nothing is called so.") }
  },
}
