import type { Command } from "../command.ts"
import { table } from "../print.ts"

const log: Command = {
  name: "audit log",
  summary: "what was done, newest first: ids and verbs, never content",
  operands: [],
  options: {
    subject: { takes: "ID", help: "only what was done to this record" },
    limit: { takes: "N", help: "at most so many (default 200)" },
    offset: { takes: "N", help: "leave out so many from the newest" },
  },
  examples: ["audit log --limit 20 --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const subjectId = given.text("subject")
    const result = await work.call("audit.log", {
      offset: given.number("offset", 0) ?? 0,
      limit: given.number("limit", 1) ?? 200,
      ...(subjectId !== undefined && { subjectId }),
    })
    const rows = result.entries.map((one) => [
      one.sequence,
      one.at,
      one.verb,
      one.holder === "" ? one.holderId.slice(0, 8) : one.holder,
      one.subjectId,
      one.rows,
      one.hash.slice(0, 16),
    ])
    const lines = table(["ENTRY", "AT", "WHAT", "WHO", "RECORD", "ROWS", "HASH"], rows, "There are no entries.")
    return { result, lines: [...lines, `${result.entries.length} of ${result.total} entries.`] }
  },
}

const verify: Command = {
  name: "audit verify",
  summary: "check every hash, every signature, and every record against its newest entry (exit 3 where one fails)",
  operands: [],
  options: {},
  examples: ["audit verify --vault ~/matters"],
  vault: "option",
  run: async (work) => {
    const result = await work.longCall("audit.verify", {})
    const looked = `${result.entries} entries and ${result.rows} records were checked; the head is ${result.head}.`
    return {
      result,
      lines: [looked, ...(result.passed ? ["Everything holds."] : ["It does not hold:", ...result.faults])],
      ...(result.passed ? {} : { failure: { code: "verification-failed" } as const }),
    }
  },
}

export const auditCommands: readonly Command[] = [log, verify]
