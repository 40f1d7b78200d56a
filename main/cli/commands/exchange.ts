import { basename, dirname } from "node:path"
import type { Command } from "../command.ts"
import { findCase } from "../find.ts"
import { facts } from "../print.ts"

const exportCase: Command = {
  name: "case export",
  summary: "write a whole case to a JSON file: unredacted, and logged",
  operands: ["CASE"],
  options: {
    to: { takes: "FILE", required: true, help: "a new file" },
    "with-files": { takes: null, help: "originals too, in the clear, in a folder beside it" },
    ftm: { takes: null, help: "as FollowTheMoney entities instead, without protected people" },
    "with-protected": { takes: null, help: "with --ftm: protected people as well" },
  },
  examples: [
    "case export 2017/12 --to ~/2017-12.json --with-files --vault ~/matters",
    "case export 2017/12 --ftm --to ~/2017-12.ftm.json --vault ~/matters",
  ],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await findCase(work, given.operand(0))
    const to = work.absolute(given.required("to"))
    const ftm = given.flag("ftm")
    const made = await work.longCall("exchange.exportCase", {
      caseId,
      target: work.offer(dirname(to)),
      name: basename(to),
      format: ftm ? "ftm" : "saqta",
      withFiles: given.flag("with-files"),
      withProtected: given.flag("with-protected"),
    })
    const file = work.pathOf(made.file)
    const warning = ftm
      ? `${made.leftOut} protected people were left out. Nothing else was redacted.`
      : "It is not redacted: it names everybody. Keep it as you keep the vault."
    const lines = facts([
      ["Written", file],
      ["Originals", made.files === 0 ? "none" : `${made.files} in ${made.filesFolder}`],
    ])
    return { result: { ...made, file }, lines: [...lines, warning] }
  },
}

const importCase: Command = {
  name: "case import",
  summary: "take in a case from a JSON file that case export wrote: all of it or nothing",
  operands: ["FILE"],
  options: { "as-new": { takes: null, help: "as a new case, beside the one that is here" } },
  examples: ["case import ~/2017-12.json --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const file = work.offer(given.operand(0))
    const result = await work.longCall("exchange.importCase", { file, asNew: given.flag("as-new") })
    const { incidents, actors, evidence, records } = result
    const counts = `${incidents} incidents, ${actors} people, ${evidence} items, ${records} other records.`
    return { result, lines: [result.id, counts] }
  },
}

export const exchangeCommands: readonly Command[] = [exportCase, importCase]
