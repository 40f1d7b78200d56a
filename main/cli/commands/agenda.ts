import { existsSync } from "node:fs"
import { basename, dirname } from "node:path"
import type { Input } from "../../../shared/contract/contract.ts"
import { showEdtf } from "../../../shared/dates.ts"
import { Fault } from "../../../shared/faults.ts"
import { translate } from "../../../shared/i18n/translate.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { table } from "../print.ts"
import type { Work } from "../work.ts"

const partWords = {
  // The day has passed: whether that is late, an unchecked rule cannot say.
  overdue: "PASSED",
  "days-7": "within 7 days",
  "days-30": "within 30 days",
  "days-90": "within 90 days",
  later: "later",
} as const

const write = async (work: Work, given: Given, caseId: Input<"agenda.export">["caseId"], ics: string) => {
  const to = work.absolute(ics)
  if (!existsSync(dirname(to))) throw new Fault("not-found", { kind: "folder" })
  const withNames = given.flag("with-names")
  const made = await work.call("agenda.export", {
    caseId,
    today: work.today,
    who: given.text("who") ?? "",
    withNames,
    target: work.offer(dirname(to)),
    name: basename(to),
  })
  const file = work.pathOf(made.file)
  const lines = [
    `${made.events} entries written to ${file}, unencrypted.`,
    withNames
      ? "WARNING: titles, cases and names are in it as recorded. A calendar that synchronises hands them on."
      : "Without titles and names: what sort of thing is due, and the case's reference.",
  ]
  return { result: { ...made, file }, lines }
}

export const agendaCommand: Command = {
  name: "agenda",
  summary: "list what falls due: deadlines, tasks, hearings, consents that end and follow-ups; overdue first",
  operands: [],
  options: {
    ...caseOption,
    who: { takes: "NAME", help: "only what this person does" },
    ics: { takes: "FILE", help: "write it as a calendar (iCalendar) to a new file instead; logged" },
    "with-names": { takes: null, help: "with --ics: titles and names too; without it neutral words" },
  },
  examples: [
    "agenda --vault ~/matters",
    'agenda --case "Newsroom" --who Aigerim --vault ~/matters --json',
    "agenda --ics ~/agenda.ics --vault ~/matters",
  ],
  vault: "option",
  run: async (work, given) => {
    const caseId = given.text("case") === undefined ? null : (await chosenCase(work, given)).id
    const ics = given.text("ics")
    if (ics !== undefined) return write(work, given, caseId, ics)
    if (given.flag("with-names")) throw new UsageError("--with-names goes with --ics.")
    const result = await work.call("agenda.list", { caseId, today: work.today, who: given.text("who") ?? "" })
    const rows = result.items.map(({ record, due, part, who, verdict, caseReference, caseTitle }) => [
      partWords[part],
      showEdtf(due.edtf, "en"),
      record.kind,
      record.title || record.state,
      who,
      verdict === "" || verdict === "open" ? "" : translate("en", `agenda.verdict.${verdict}`),
      caseReference || caseTitle,
    ])
    return { result, lines: table(["WHEN", "DATE", "KIND", "WHAT", "WHO", "", "CASE"], rows, "Nothing is due.") }
  },
}
