import { existsSync } from "node:fs"
import { basename, dirname } from "node:path"
import { sheetKinds } from "../../../shared/contract/custody.ts"
import { Fault } from "../../../shared/faults.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { facts, table } from "../print.ts"
import { findRecord } from "../record-fields.ts"
import type { Work } from "../work.ts"

const sheetRef = async (work: Work, given: Given) => {
  const kind = sheetKinds.find((one) => one === given.operand(0))
  if (kind === undefined) throw new UsageError(`The kind is one of: ${sheetKinds.join(", ")}.`)
  const { id: caseId } = await chosenCase(work, given)
  const { id } = await findRecord({ work, given, caseId }, [kind], given.operand(1))
  return { kind, id }
}

const show: Command = {
  name: "custody show",
  summary: "show the custody of a thing, or the inventory of a search, and what is amiss",
  operands: ["KIND", "RECORD"],
  options: caseOption,
  examples: ['custody show item "Laptop of the editor" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const result = await work.call("custody.sheet", await sheetRef(work, given))
    const rows = result.rows.map((row) => [
      row.on,
      row.verb === "" ? row.what : row.verb,
      [row.from, row.to].filter((name) => name !== "").join(" → "),
      [row.condition, row.seal].filter((word) => word !== "").join(", "),
      row.warnings.join(", "),
    ])
    const lines = table(["WHEN", "WHAT", "FROM → TO", "CONDITION, SEAL", "AMISS"], rows, "No step is recorded.")
    return { result, lines: [...lines, ...result.warnings.map((warning) => `! ${warning}`)] }
  },
}

const print: Command = {
  name: "custody sheet",
  summary: "write a custody sheet as PDF for printing, with the real names; logged",
  operands: ["KIND", "RECORD"],
  options: {
    ...caseOption,
    to: { takes: "FILE", required: true, help: "a new file" },
    language: { takes: "LANG", help: "en, ru or kk (default en)" },
  },
  examples: ['custody sheet act "Search of the newsroom" --to ~/sheet.pdf --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const ref = await sheetRef(work, given)
    const to = work.absolute(given.required("to"))
    if (!existsSync(dirname(to))) throw new Fault("not-found", { kind: "folder" })
    const language = given.text("language") ?? "en"
    if (language !== "en" && language !== "ru" && language !== "kk")
      throw new UsageError("The language is en, ru or kk.")
    const made = await work.call("custody.print", {
      ...ref,
      target: work.offer(dirname(to)),
      name: basename(to),
      language,
    })
    const file = work.pathOf(made.file)
    return { result: { ...made, file }, lines: facts([["Written", file]]) }
  },
}

export const custodyCommands: readonly Command[] = [show, print]
