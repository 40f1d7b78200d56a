import { showEdtf } from "../../../shared/dates.ts"
import { placePrecisions, verifications } from "../../../shared/model/incident.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { caseOption, countLine, listInput, listOptions } from "../listing.ts"
import { table } from "../print.ts"

const add: Command = {
  name: "incident add",
  summary: "record something that happened",
  operands: ["TITLE"],
  options: {
    ...caseOption,
    dates: { takes: "DATE", help: 'EDTF or plain words: "4–9 March 2017", "март 2017", "about 2014"' },
    place: { takes: "TEXT", help: "where" },
    "place-precision": { takes: "HOW", help: placePrecisions.join(", "), oneOf: placePrecisions },
    narrative: { takes: "TEXT", help: "what happened" },
    right: { takes: "TEXT", help: "a right affected; may be given again", many: true },
    verification: { takes: "HOW", help: verifications.join(", "), oneOf: verifications },
  },
  examples: ['incident add "The office is searched" --dates "4 March 2017" --place Almaty --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const result = await work.call("incident.add", {
      caseId,
      title: given.operand(0),
      dates: given.text("dates") ?? "",
      place: given.text("place") ?? "",
      placePrecision: (given.text("place-precision") ?? "unknown") as (typeof placePrecisions)[number],
      narrative: given.text("narrative") ?? "",
      rights: [...given.all("right")],
      verification: (given.text("verification") ?? "unverified") as (typeof verifications)[number],
    })
    return { result, lines: [result.id] }
  },
}

const list: Command = {
  name: "incident list",
  summary: "list the incidents of a case by date",
  operands: [],
  options: listOptions(["dates", "title", "place", "verification", "changedAt"]),
  examples: [
    "incident list --case 2017/12 --query Almaty --vault ~/matters",
    'incident list --where "when=spring 2017" --where verification=likely,confirmed --where act.type=liberty --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const result = await work.call("incident.list", await listInput(work, given, caseId, "incident"))
    const rows = result.rows.map((one) => [
      showEdtf(one.dates.edtf, "en"),
      one.title,
      one.place,
      one.verification,
      one.counts.evidence,
      one.id,
    ])
    const headings = ["DATE", "TITLE", "PLACE", "VERIFICATION", "EVIDENCE", "ID"]
    const lines = table(headings, rows, "There are no incidents here.")
    return { result, lines: [...lines, ...countLine(result.rows.length, result.total, result.all)] }
  },
}

export const incidentCommands: readonly Command[] = [add, list]
