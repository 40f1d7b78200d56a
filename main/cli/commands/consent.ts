import { termLists } from "../../../shared/lists/all.ts"
import { termByCode } from "../../../shared/lists/find.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { caseOption } from "../listing.ts"
import { table } from "../print.ts"

const matrix: Command = {
  name: "consent matrix",
  summary: "show who may be named to whom, and why not",
  operands: [],
  options: {
    ...caseOption,
    on: { takes: "DAY", help: "as consents stand on that day (default today), as 2017-03-04" },
  },
  examples: ["consent matrix --json --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const result = await work.call("consent.matrix", { caseId, on: given.text("on") ?? "" })
    const audience = (code: string) => termByCode(termLists["consent-audiences"], code)?.en ?? code
    const rows = result.people.flatMap((person) =>
      person.cells.map((cell, index) => [
        person.label,
        audience(result.audiences[index] ?? ""),
        cell.allowed ? "yes" : "no",
        cell.recipient === "" ? cell.why : `${cell.why} (only ${cell.recipient})`,
      ]),
    )
    return { result, lines: table(["PERSON", "AUDIENCE", "NAMED", "WHY"], rows, "There are no people here.") }
  },
}

export const consentCommands: readonly Command[] = [matrix]
