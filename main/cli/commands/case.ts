import type { Command } from "../command.ts"
import { table } from "../print.ts"

const add: Command = {
  name: "case add",
  summary: "open a new case",
  operands: ["TITLE"],
  options: {
    reference: { takes: "TEXT", help: "your own number for it" },
    summary: { takes: "TEXT", help: "what it is about" },
  },
  examples: ['case add "Search of the office" --reference 2017/12 --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const result = await work.call("case.add", {
      title: given.operand(0),
      reference: given.text("reference") ?? "",
      summary: given.text("summary") ?? "",
    })
    return { result, lines: [result.id] }
  },
}

const list: Command = {
  name: "case list",
  summary: "list the cases",
  operands: [],
  options: {},
  examples: ["case list --vault ~/matters"],
  vault: "option",
  run: async (work) => {
    const result = await work.call("case.list", {})
    const rows = result.cases.map((one) => [
      one.title,
      one.reference,
      one.status,
      one.counts.incidents,
      one.counts.evidence,
      one.counts.actors,
      one.id,
    ])
    const headings = ["TITLE", "REFERENCE", "STATUS", "INCIDENTS", "EVIDENCE", "PEOPLE", "ID"]
    return { result, lines: table(headings, rows, "There are no cases yet.") }
  },
}

export const caseCommands: readonly Command[] = [add, list]
