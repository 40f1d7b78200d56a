import { LayoutDashboard, type LucideIcon } from "lucide-react"
import { type DragEvent, useEffect, useRef } from "react"
import type { TextKey } from "../../../shared/i18n/translate.ts"
import type { Case } from "../../../shared/model/case.ts"
import { formatNumber } from "../../../shared/i18n/translate.ts"
import { chordsOf } from "../../keys/table.ts"
import { keyCaps } from "../../keys/chord.ts"
import { go, type Place, useNavigation } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useCase } from "../cases/store.ts"
import { type RailEntry, type RailItem as Item, railItems } from "./views.tsx"

const titles: readonly { readonly part: RailEntry["part"]; readonly title: TextKey }[] = [
  { part: "gather", title: "rail.gather" },
  { part: "leave", title: "rail.leave" },
  { part: "keep", title: "rail.keep" },
]

const cases: Item = {
  view: "cases",
  part: "keep",
  label: "frame.cases",
  icon: LayoutDashboard,
  placeIn: () => ({ view: "cases" }),
}

export const Rail = () => {
  const t = useT()
  const caseId = useNavigation((state) => state.caseId)
  const current = useCase(caseId)
  const shown = caseId === undefined ? [cases, ...railItems] : railItems
  return (
    <nav className="rail" aria-label={t("rail.label")} data-pane="">
      {titles.map(({ part, title }) => {
        const items = shown.flatMap((item) => {
          const to = item.part === part ? item.placeIn(caseId) : undefined
          return to === undefined ? [] : [{ item, to }]
        })
        if (items.length === 0) return null
        return (
          <ul key={part} aria-label={t(title)}>
            {part !== "gather" && caseId !== undefined && (
              <li className="rail-title" aria-hidden>
                {t(title)}
              </li>
            )}
            {items.map(({ item, to }) => (
              <RailItem key={item.view} item={item} current={item.part === "keep" ? undefined : current} to={to} />
            ))}
          </ul>
        )
      })}
    </nav>
  )
}

const springMs = 600

/** Something dragged and held over a view opens it, so that it can be dropped on what is there. */
const useSpring = (open: (() => void) | undefined) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = () => clearTimeout(timer.current)
  useEffect(() => stop, [])
  return {
    onDragEnter: () => {
      stop()
      if (open !== undefined) timer.current = setTimeout(open, springMs)
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) stop()
    },
    onDrop: stop,
  }
}

interface RailItemProps {
  readonly item: Item
  readonly current: Case | undefined
  readonly to: Place
}

const RailItem = ({ item, current, to }: RailItemProps) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const here = useNavigation((state) => state.place.view === item.view)
  const Icon: LucideIcon = item.icon
  const count = current === undefined ? undefined : item.count?.(current)
  const spring = useSpring(here ? undefined : () => go(to))
  const chord = item.keyName === undefined ? [] : keyCaps(chordsOf(item.keyName)[0] ?? "")
  return (
    <li>
      <button
        type="button"
        className={here ? "rail-item here" : "rail-item"}
        aria-current={here ? "page" : undefined}
        title={chord.join(" ")}
        onClick={() => go(to)}
        {...spring}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className="grow truncate">{t(item.label)}</span>
        {count !== undefined && count > 0 && <span className="rail-count">{formatNumber(language, count)}</span>}
      </button>
    </li>
  )
}
