import path from "node:path"
import type { AgendaItem } from "../../../shared/contract/agenda.ts"
import type { Output, Parsed } from "../../../shared/contract/contract.ts"
import { showEdtf } from "../../../shared/dates.ts"
import { translate } from "../../../shared/i18n/translate.ts"
import { toHex, utf8, wipe } from "../../crypto/bytes.ts"
import { hmacSha256 } from "../../crypto/hash.ts"
import { hkdf, labels } from "../../crypto/keys.ts"
import { exportBegins, list } from "../../domain/agenda.ts"
import { type CalendarEvent, writeCalendar } from "../../exchange/icalendar.ts"
import { writeNewFile } from "../../import/export-file.ts"
import { safeFileName } from "../../import/names.ts"
import type { EngineContext, HandlersOf } from "../context.ts"

const once = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(utf8(text))
}

type Wanted = Pick<Parsed<"agenda.export">, "withNames" | "language">

/** Without names: what sort of thing it is, and the reference, which people choose to be neutral. */
const summaryOf = (item: AgendaItem, { withNames, language }: Wanted): string => {
  const sort = translate(language, `agenda.neutral.${item.record.kind as "deadline"}`)
  const what = withNames && item.record.title !== "" ? `${sort}: ${item.record.title}` : sort
  const whose = withNames ? [item.caseReference, item.caseTitle] : [item.caseReference]
  return [what, ...whose].filter((text) => text !== "").join(" · ")
}

/** The date in words where it is no plain day; with names also who does it; and that a rule is not checked. */
const descriptionOf = ({ due, who, verdict }: AgendaItem, { withNames, language }: Wanted): string =>
  [
    due.earliest === due.latest ? "" : showEdtf(due.edtf, language),
    verdict === "check-law" ? translate(language, "agenda.verdict.check-law") : "",
    withNames ? who : "",
  ]
    .filter((text) => text !== "")
    .join("\n")

/** One entry keeps its UID from file to file, and nobody without the vault's keys can tell of which record it is. */
const uidsOf = (context: EngineContext, items: readonly AgendaItem[]): string[] => {
  const secret = context.vault().keys.duplicateKey
  const key = hkdf({ secret, salt: new Uint8Array(), label: labels.calendar, length: 32 })
  try {
    return items.map(({ record }) => toHex(hmacSha256(key, utf8(`${record.kind} ${record.id}`))).slice(0, 32))
  } finally {
    wipe(key)
  }
}

const exportAgenda =
  (context: EngineContext) =>
  async (input: Parsed<"agenda.export">): Promise<Output<"agenda.export">> => {
    const vault = context.vault()
    const { items } = vault.read((tx) => list(tx, input))
    const uids = uidsOf(context, items)
    const events = items.map(
      (item, index): CalendarEvent => ({
        uid: uids[index] ?? "",
        day: item.due.earliest,
        summary: summaryOf(item, input),
        description: descriptionOf(item, input),
        remindDays: item.remindDays,
      }),
    )
    const name = safeFileName(input.name ?? `${translate(input.language, "rail.agenda")} ${input.today}.ics`)
    const file = path.join(context.tokens.resolve(input.target), name)
    vault.write((tx) => exportBegins(tx, input.caseId))
    await writeNewFile(file, once(writeCalendar(events, input.today)))
    return { file: context.tokens.offer(file), name, events: events.length }
  }

export const agendaHandlers = (context: EngineContext): HandlersOf<"agenda"> => ({
  "agenda.list": (input) => context.vault().read((tx) => list(tx, input)),
  "agenda.export": exportAgenda(context),
})
