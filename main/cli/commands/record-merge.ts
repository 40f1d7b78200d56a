import { type MergeKind, mergeKinds } from "../../../shared/contract/record.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { table } from "../print.ts"
import { findRecord } from "../record-fields.ts"

const mergeKind = (given: Given): MergeKind => {
  const found = mergeKinds.find((kind) => kind === given.operand(0))
  if (found === undefined) throw new UsageError(`The kind is one of: ${mergeKinds.join(", ")}.`)
  return found
}

/** Two that are the same, made one. */
export const mergeCommand: Command = {
  name: "record merge",
  summary: "make one of two people or incidents that are the same; without --yes it only shows where they differ",
  operands: ["KIND", "KEEP", "LOSE"],
  options: {
    ...caseOption,
    take: { takes: "FIELD", help: "keep the answer of LOSE to it; may be given again", many: true },
    yes: { takes: null, help: "do it" },
  },
  examples: ['record merge actor "Dana Testova" "D. Testova" --take description --yes --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const kind = mergeKind(given)
    const { id: caseId } = await chosenCase(work, given)
    const where = { work, given, caseId }
    const keep = (await findRecord(where, [kind], given.operand(1))).id
    const lose = (await findRecord(where, [kind], given.operand(2))).id
    if (!given.flag("yes")) {
      const result = await work.call("record.compare", { kind, keep, lose })
      const rows = result.conflicts.map((one) => [one.field, JSON.stringify(one.keep), JSON.stringify(one.lose)])
      const lines = table(["FIELD", "KEPT", "NOT KEPT"], rows, "They answer nothing differently.")
      return { result, lines: [...lines, "Nothing was merged. Add --yes to do it."] }
    }
    const sides = Object.fromEntries(given.all("take").map((field) => [field, "lose"] as const))
    const result = await work.call("record.merge", { kind, keep, lose, sides })
    return { result, lines: [`Merged. ${result.id} stays; what was not kept is in its history.`] }
  },
}
