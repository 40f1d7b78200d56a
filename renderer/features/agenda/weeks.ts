import type { AgendaItem } from "../../../shared/contract/agenda.ts"
import { addDays, type Day, mondayOf } from "../../../shared/deadlines/day.ts"

/** What stands together: what has passed, today, then week by week. `monday`: of a week. */
export interface Group {
  readonly when: "passed" | "today" | "this-week" | "next-week" | "week"
  readonly monday: Day
  readonly items: readonly AgendaItem[]
}

const whenOf = ({ due, part }: AgendaItem, today: Day): Pick<Group, "when" | "monday"> => {
  if (part === "overdue") return { when: "passed", monday: "" }
  if (due.earliest === today) return { when: "today", monday: "" }
  const monday = mondayOf(due.earliest)
  if (monday === mondayOf(today)) return { when: "this-week", monday }
  return { when: monday === addDays(mondayOf(today), 7) ? "next-week" : "week", monday }
}

/** Items come in the order of their days, so that groups do. */
export const byWeek = (items: readonly AgendaItem[], today: Day): readonly Group[] => {
  const groups: { when: Group["when"]; monday: Day; items: AgendaItem[] }[] = []
  for (const item of items) {
    const { when, monday } = whenOf(item, today)
    const last = groups.at(-1)
    if (last?.when === when && last.monday === monday) last.items.push(item)
    else groups.push({ when, monday, items: [item] })
  }
  return groups
}
