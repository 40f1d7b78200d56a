import { showEdtf } from "../../../shared/dates.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { caseOption } from "../listing.ts"
import { table } from "../print.ts"

const partWords = {
  overdue: "OVERDUE",
  "days-7": "within 7 days",
  "days-30": "within 30 days",
  "days-90": "within 90 days",
  later: "later",
} as const

export const agendaCommand: Command = {
  name: "agenda",
  summary: "list what falls due: deadlines, tasks, hearings, consents that end and follow-ups; overdue first",
  operands: [],
  options: caseOption,
  examples: ["agenda --vault ~/matters", 'agenda --case "Newsroom" --vault ~/matters --json'],
  vault: "option",
  run: async (work, given) => {
    const caseId = given.text("case") === undefined ? null : (await chosenCase(work, given)).id
    const result = await work.call("agenda.list", { caseId, today: work.today })
    const rows = result.items.map(({ record, due, part, caseReference, caseTitle }) => [
      partWords[part],
      showEdtf(due.edtf, "en"),
      record.kind,
      record.title || record.state,
      caseReference || caseTitle,
    ])
    return { result, lines: table(["WHEN", "DATE", "KIND", "WHAT", "CASE"], rows, "Nothing is due.") }
  },
}
