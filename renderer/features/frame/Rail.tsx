import {
  FileStack,
  LayoutDashboard,
  type LucideIcon,
  PackageCheck,
  Settings,
  ShieldCheck,
  TriangleAlert,
  Users,
} from "lucide-react"
import type { TextKey } from "../../../shared/i18n/translate.ts"
import type { Case } from "../../../shared/model/case.ts"
import { formatNumber } from "../../../shared/i18n/translate.ts"
import { chordsOf, type KeyName } from "../../keys/table.ts"
import { keyCaps } from "../../keys/chord.ts"
import { go, type Place, useNavigation, type View } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useCase } from "../cases/store.ts"

interface Item {
  readonly view: View
  readonly icon: LucideIcon
  readonly count?: (current: Case) => number
  readonly keyName: KeyName
}

const parts: readonly { readonly title: TextKey; readonly items: readonly Item[] }[] = [
  {
    title: "rail.gather",
    items: [
      { view: "overview", icon: LayoutDashboard, keyName: "goOverview" },
      { view: "incidents", icon: TriangleAlert, count: (one) => one.counts.incidents, keyName: "goIncidents" },
      { view: "evidence", icon: FileStack, count: (one) => one.counts.evidence, keyName: "goEvidence" },
      { view: "people", icon: Users, count: (one) => one.counts.actors, keyName: "goPeople" },
    ],
  },
  { title: "rail.leave", items: [{ view: "dossiers", icon: PackageCheck, keyName: "goDossiers" }] },
]

const keeping: readonly Item[] = [
  { view: "audit", icon: ShieldCheck, keyName: "sheet" },
  { view: "settings", icon: Settings, keyName: "settings" },
]

export const Rail = () => {
  const t = useT()
  const caseId = useNavigation((state) => state.caseId)
  const current = useCase(caseId)
  return (
    <nav className="rail" aria-label={t("rail.label")} data-pane="">
      {caseId !== undefined &&
        parts.map(({ title, items }) => (
          <ul key={title} aria-label={t(title)}>
            {title !== "rail.gather" && (
              <li className="rail-title" aria-hidden>
                {t(title)}
              </li>
            )}
            {items.map((item) => (
              <RailItem key={item.view} item={item} current={current} to={{ view: item.view, caseId } as Place} />
            ))}
          </ul>
        ))}
      <ul aria-label={t("rail.keep")}>
        {caseId !== undefined && (
          <li className="rail-title" aria-hidden>
            {t("rail.keep")}
          </li>
        )}
        {caseId === undefined && (
          <RailItem
            item={{ view: "cases", icon: LayoutDashboard, keyName: "back" }}
            current={undefined}
            to={{ view: "cases" }}
          />
        )}
        {keeping.map((item) => (
          <RailItem key={item.view} item={item} current={undefined} to={{ view: item.view } as Place} />
        ))}
      </ul>
    </nav>
  )
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
  const { icon: Icon, view } = item
  const count = current === undefined ? undefined : item.count?.(current)
  const label = view === "cases" ? t("frame.cases") : view === "viewer" || view === "redaction" ? "" : t(`rail.${view}`)
  const chord =
    item.keyName.startsWith("go") || item.keyName === "settings" ? keyCaps(chordsOf(item.keyName)[0] ?? "") : []
  return (
    <li>
      <button
        type="button"
        className={here ? "rail-item here" : "rail-item"}
        aria-current={here ? "page" : undefined}
        title={chord.join(" ")}
        onClick={() => go(to)}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className="grow truncate">{label}</span>
        {count !== undefined && count > 0 && <span className="rail-count">{formatNumber(language, count)}</span>}
      </button>
    </li>
  )
}
