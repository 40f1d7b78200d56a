/**
 * Every view there is: its code, which comes when first shown, and how one gets there. The rail, the palette and the
 * keys are drawn from this table. What a place is made of is said in `session/navigation.ts`.
 */
import {
  CalendarClock,
  ChartGantt,
  FileStack,
  Handshake,
  LayoutDashboard,
  type LucideIcon,
  Map as MapIcon,
  Network,
  PackageCheck,
  Rows3,
  Scale,
  Settings,
  ShieldCheck,
  TriangleAlert,
  Users,
} from "lucide-react"
import type { ComponentType, Key, ReactNode } from "react"
import type { TextKey } from "../../../shared/i18n/translate.ts"
import type { Case } from "../../../shared/model/case.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import type { KeyName } from "../../keys/table.ts"
import type { Place, View } from "../../session/navigation.ts"
import { later } from "./later.tsx"

type PlaceOf<V extends View> = Extract<Place, { readonly view: V }>

interface Screen<V extends View> {
  readonly show: (place: PlaceOf<V>) => ReactNode
  readonly load: () => Promise<void>
}

/** How a view stands in the rail, in the palette and under the keys. */
export interface RailEntry {
  readonly part: "gather" | "leave" | "keep"
  readonly label: TextKey
  readonly icon: LucideIcon
  readonly count?: (current: Case) => number
  readonly keyName?: KeyName
}

interface ViewEntry<V extends View> {
  readonly screen: Screen<V>
  readonly rail?: RailEntry
  /** Takes the place of the rail too. */
  readonly wide?: boolean
  /** Brings a large library: loaded when asked for, not when the window has nothing to do. */
  readonly large?: boolean
}

/** `propsOf` gives the view's props; with another `key` the view begins anew. */
const screen = <V extends View, Props extends object>(
  bring: () => Promise<ComponentType<Props>>,
  propsOf: (place: PlaceOf<V>) => Props,
  keyOf: (place: PlaceOf<V>) => Key = ({ view }) => view,
): Screen<V> => {
  const { Part, load } = later(bring)
  return { show: (place) => <Part key={keyOf(place)} {...propsOf(place)} />, load }
}

const byCase = ({ caseId }: { readonly caseId: CaseId }): CaseId => caseId
const none = () => ({})

const views: { readonly [V in View]: ViewEntry<V> } = {
  cases: { screen: screen(async () => (await import("../cases/View.tsx")).CasesView, none) },
  overview: {
    screen: screen(
      async () => (await import("../overview/View.tsx")).OverviewView,
      ({ caseId }) => ({ caseId }),
      byCase,
    ),
    rail: { part: "gather", label: "rail.overview", icon: LayoutDashboard, keyName: "goOverview" },
  },
  incidents: {
    screen: screen(
      async () => (await import("../incidents/View.tsx")).IncidentsView,
      ({ caseId, id }) => ({ caseId, id }),
      byCase,
    ),
    rail: {
      part: "gather",
      label: "rail.incidents",
      icon: TriangleAlert,
      count: ({ counts }) => counts.incidents,
      keyName: "goIncidents",
    },
  },
  evidence: {
    screen: screen(
      async () => (await import("../evidence/View.tsx")).EvidenceView,
      ({ caseId, id }) => ({ caseId, id }),
      byCase,
    ),
    rail: {
      part: "gather",
      label: "rail.evidence",
      icon: FileStack,
      count: ({ counts }) => counts.evidence,
      keyName: "goEvidence",
    },
  },
  people: {
    screen: screen(
      async () => (await import("../people/View.tsx")).PeopleView,
      ({ caseId, id }) => ({ caseId, id }),
      byCase,
    ),
    rail: {
      part: "gather",
      label: "rail.people",
      icon: Users,
      count: ({ counts }) => counts.actors,
      keyName: "goPeople",
    },
  },
  claims: {
    screen: screen(
      async () => (await import("../claims/View.tsx")).ClaimsView,
      ({ caseId, id }) => ({ caseId, id }),
      byCase,
    ),
    rail: { part: "gather", label: "rail.claims", icon: Scale },
  },
  consents: {
    screen: screen(
      async () => (await import("../consents/View.tsx")).ConsentsView,
      ({ caseId }) => ({ caseId }),
      byCase,
    ),
    rail: { part: "gather", label: "rail.consents", icon: Handshake },
  },
  records: {
    screen: screen(
      async () => (await import("../records/View.tsx")).RecordsView,
      ({ caseId, kind, id }) => ({ caseId, kind: kind ?? "act", id }),
      ({ caseId, kind }) => `${caseId} ${kind ?? ""}`,
    ),
    rail: { part: "gather", label: "rail.records", icon: Rows3, keyName: "goRecords" },
  },
  graph: {
    screen: screen(
      async () => (await import("../graph/View.tsx")).GraphView,
      ({ caseId, record }) => ({ caseId, record }),
      byCase,
    ),
    large: true,
    rail: { part: "gather", label: "rail.graph", icon: Network, keyName: "goGraph" },
  },
  map: {
    screen: screen(
      async () => (await import("../map/View.tsx")).MapView,
      ({ caseId }) => ({ caseId }),
      byCase,
    ),
    large: true,
    rail: { part: "gather", label: "rail.map", icon: MapIcon, keyName: "goMap" },
  },
  timeline: {
    screen: screen(
      async () => (await import("../timeline/View.tsx")).TimelineView,
      ({ caseId }) => ({ caseId }),
      byCase,
    ),
    rail: { part: "gather", label: "rail.timeline", icon: ChartGantt },
  },
  agenda: {
    screen: screen(
      async () => (await import("../agenda/View.tsx")).AgendaView,
      ({ caseId }) => ({ caseId }),
      byCase,
    ),
    rail: { part: "gather", label: "rail.agenda", icon: CalendarClock },
  },
  viewer: {
    screen: screen(
      async () => (await import("../viewer/View.tsx")).ViewerView,
      (place) => ({ place }),
      ({ id }) => id,
    ),
    wide: true,
  },
  redaction: {
    screen: screen(
      async () => (await import("../redaction/View.tsx")).RedactionView,
      (place) => ({ place }),
      ({ id, audience }) => `${id} ${audience}`,
    ),
    wide: true,
  },
  dossiers: {
    screen: screen(
      async () => (await import("../dossier/View.tsx")).DossiersView,
      ({ caseId }) => ({ caseId }),
      byCase,
    ),
    rail: { part: "leave", label: "rail.dossiers", icon: PackageCheck, keyName: "goDossiers" },
  },
  audit: {
    screen: screen(async () => (await import("../audit/View.tsx")).AuditView, none),
    rail: { part: "keep", label: "rail.audit", icon: ShieldCheck },
  },
  settings: {
    screen: screen(async () => (await import("../settings/View.tsx")).SettingsView, none),
    rail: { part: "keep", label: "rail.settings", icon: Settings, keyName: "settings" },
  },
}

export const entryOf = <V extends View>(view: V): ViewEntry<V> => views[view]

export const showPlace = <V extends View>(place: PlaceOf<V>): ReactNode => entryOf<V>(place.view).screen.show(place)

export interface RailItem extends RailEntry {
  readonly view: View
  /** Where it leads; undefined where it needs a case and none is open. */
  readonly placeIn: (caseId: CaseId | undefined) => Place | undefined
}

/** What the rail holds, in its order. */
export const railItems: readonly RailItem[] = (Object.keys(views) as View[]).flatMap((view) => {
  const rail = entryOf(view).rail
  if (rail === undefined) return []
  const placeIn = (caseId: CaseId | undefined): Place | undefined => {
    if (rail.part === "keep") return { view } as Place
    return caseId === undefined ? undefined : ({ view, caseId } as Place)
  }
  return [{ ...rail, view, placeIn }]
})

/** Brings the everyday views' code, one after another, while the window has nothing else to do. */
export const loadQuietly = async (): Promise<void> => {
  for (const { screen: part, large } of Object.values(views)) {
    if (large === true) continue
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve()))
    // One that is missing says so when it is shown.
    await part.load().catch(() => undefined)
  }
}
