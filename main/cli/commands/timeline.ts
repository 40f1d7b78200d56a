import { timelineLanes } from "../../../shared/contract/timeline.ts"
import { showEdtf } from "../../../shared/dates.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { table } from "../print.ts"
import { whereOf, whereOption } from "../where.ts"

export const timelineCommand: Command = {
  name: "timeline",
  summary: "list incidents, acts, hearings, decisions and deadlines in the order of their time",
  operands: [],
  options: {
    ...caseOption,
    from: { takes: "DAY", help: "only what may lie on or after this day, as 2017-03-04" },
    to: { takes: "DAY", help: "only what may lie on or before this day" },
    ...whereOption,
    lanes: { takes: "BY", help: "group by person, right or place" },
  },
  examples: ["timeline --from 2017-01-01 --lanes person --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const filter = await whereOf({ work, given, caseId }, ["incident", "act", "hearing", "decision", "deadline"])
    const asked = given.text("lanes") ?? "none"
    const lanes = timelineLanes.find((one) => one === asked)
    if (lanes === undefined) throw new UsageError(`The lanes are one of: ${timelineLanes.join(", ")}.`)
    const [from, to] = [given.text("from") ?? "", given.text("to") ?? ""]
    const result = await work.call("timeline.list", { caseId, filter, from, to, lanes })
    const titles = new Map(result.lanes.map(({ id, title }) => [id, title]))
    const rows = result.events.map(({ record, dates, lanes: mine }) => [
      showEdtf(dates.edtf, "en"),
      record.kind,
      record.title || record.state,
      mine.map((id) => titles.get(id) ?? id).join(", "),
    ])
    const lines = table(["DATE", "KIND", "TITLE", "LANES"], rows, "Nothing has a date yet.")
    const aside = result.undated.map(({ record }) => `No date: ${record.kind} ${record.title || record.state}`)
    return { result, lines: [...lines, ...aside, ...(result.cut ? ["There is more: narrow with --from, --to."] : [])] }
  },
}
