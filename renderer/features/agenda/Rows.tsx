import { Check } from "lucide-react"
import type { AgendaItem } from "../../../shared/contract/agenda.ts"
import { addDays, type Day, daysBetween } from "../../../shared/deadlines/day.ts"
import { showEdtf } from "../../../shared/dates.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Chip } from "../../components/Chip.tsx"
import { showDates } from "../../session/dates.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { recordTitle } from "../records/words.ts"
import { VerdictChip } from "../deadlines/VerdictChip.tsx"
import { choose, tickOff, useAgenda } from "./store.ts"
import type { Group } from "./weeks.ts"

interface Props {
  readonly caseId: CaseId
  readonly group: Group
  readonly today: Day
  /** Whether the case is said, too. */
  readonly cases: boolean
}

export const Rows = ({ caseId, group, today, cases }: Props) => {
  const title = useGroupTitle(group, today)
  return (
    <section>
      <h2 className={group.when === "passed" ? "agenda-when passed" : "agenda-when"}>
        {title} <span className="count">{group.items.length}</span>
      </h2>
      <ul>
        {group.items.map((item) => (
          <Row key={item.record.id} caseId={caseId} item={item} today={today} cases={cases} />
        ))}
      </ul>
    </section>
  )
}

const useGroupTitle = ({ when, monday }: Group, today: Day): string => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const days = monday === "" ? "" : showEdtf(`${monday}/${addDays(monday, 6)}`, language)
  switch (when) {
    case "passed":
      return t("agenda.passed")
    case "today":
      return `${t("agenda.today")} · ${showEdtf(today, language)}`
    case "this-week":
      return `${t("agenda.thisWeek")} · ${days}`
    case "next-week":
      return `${t("agenda.nextWeek")} · ${days}`
    case "week":
      return t("agenda.week", { days })
  }
}

const useDistance = (due: Day, today: Day): string => {
  const t = useT()
  const days = daysBetween(today, due)
  if (days === 0) return t("agenda.today")
  return days < 0 ? t("agenda.daysAgo", { count: -days }) : t("agenda.inDays", { count: days })
}

const Row = ({ caseId, item, today, cases }: Omit<Props, "group"> & { readonly item: AgendaItem }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const here = useAgenda((state) => state.chosen?.id === item.record.id)
  const title = mask(recordTitle(item.record, language))
  const distance = useDistance(item.due.earliest, today)
  return (
    <li className={here ? "agenda-row here" : "agenda-row"}>
      {item.canBeDone ? (
        <button
          type="button"
          className="agenda-tick"
          aria-label={t("agenda.done", { what: title })}
          title={t("agenda.done", { what: title })}
          onClick={() => void tickOff(caseId, item)}
        >
          <Check size={12} strokeWidth={3} aria-hidden />
        </button>
      ) : (
        <span className="agenda-tick none" aria-hidden />
      )}
      <button
        type="button"
        className="agenda-open"
        aria-current={here ? "true" : undefined}
        onClick={() => choose({ kind: item.record.kind, id: item.record.id })}
      >
        <span className="agenda-date">
          <span>{showDates(language, item.due)}</span>
          <span className="quiet">{distance}</span>
        </span>
        <span className="agenda-what">
          <span className="agenda-title">{title}</span>
          <span className="agenda-facts">
            <span>{kindOf(item.record.kind).label[language]}</span>
            {item.who !== "" && <span>{mask(item.who)}</span>}
            {cases && <span>{mask(item.caseReference === "" ? item.caseTitle : item.caseReference)}</span>}
          </span>
        </span>
        {item.verdict === "" ? (
          item.part === "days-7" && <Chip tone="warn">{distance}</Chip>
        ) : (
          <VerdictChip verdict={item.verdict} />
        )}
      </button>
    </li>
  )
}
