import "./graph.css"
import { List, Network, Route, X } from "lucide-react"
import { useEffect, useMemo, useState } from "react"
import { type RecordKind, recordKinds, type RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty } from "../../components/States.tsx"
import { useReloadOnFilter } from "../../session/filter.ts"
import { useMask } from "../../session/names.ts"
import { refine } from "../../session/navigation.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { FilterBar } from "../filters/FilterBar.tsx"
import { NoneOrNoMatch } from "../filters/NoneOrNoMatch.tsx"
import { InspectorOf } from "../records/InspectorOf.tsx"
import { RefPicker } from "../records/RefPicker.tsx"
import { AskKinds } from "./AskKinds.tsx"
import type { Drawn, Told } from "./canvas.ts"
import { ListForm } from "./ListForm.tsx"
import { Sheet } from "./Sheet.tsx"
import {
  chooseNode,
  dropAt,
  expand,
  findWay,
  forgetWay,
  layOut,
  openGraph,
  reloadGraph,
  setDepth,
  toggleKind,
  useGraph,
} from "./store.ts"
import { edgeWords, hiddenCount, lookOf, nodeWords } from "./words.ts"

interface Props {
  readonly caseId: CaseId
  readonly record: RecordRef | undefined
}

/** Kinds that one begins with or looks for a way to. */
const begins: readonly RecordKind[] = ["incident", "actor", "evidence", "claim", "proceeding"]
const reload = (): void => void reloadGraph()
const told: Told = {
  onChoose: chooseNode,
  onExpand: (id) => void expand(id),
  onDrop: dropAt,
  onLaidOut: layOut,
}

const useShown = () => {
  const nodes = useGraph((state) => state.nodes)
  const edges = useGraph((state) => state.edges)
  const without = useGraph((state) => state.without)
  return useMemo(() => {
    const shown = Object.values(nodes).filter(({ kind }) => !without.includes(kind))
    const ids = new Set(shown.map(({ id }) => id))
    return { nodes: shown, edges: Object.values(edges).filter(({ from, to }) => ids.has(from) && ids.has(to)) }
  }, [nodes, edges, without])
}

const useDrawn = (): Drawn => {
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { nodes, edges } = useShown()
  const spots = useGraph((state) => state.spots)
  const pinned = useGraph((state) => state.pinned)
  const chosen = useGraph((state) => state.chosen)
  const way = useGraph((state) => state.way)
  return {
    nodes: nodes.map((node) => {
      const hidden = hiddenCount(node)
      const title = mask(nodeWords(node, language))
      const short = title.length > 60 ? `${title.slice(0, 59)}…` : title
      const label = hidden === 0 ? short : `${short}  +${hidden}`
      return { id: node.id, label, guarded: node.protected, ...lookOf(node.kind) }
    }),
    edges: edges.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, label: edgeWords(edge, language) })),
    spots,
    pinned,
    chosen,
    way,
  }
}

export const GraphView = ({ caseId, record }: Props) => {
  const t = useT()
  const [width, setWidth] = useInspectorWidth()
  const [asList, setAsList] = useState(false)
  const { chosen, nodes, asking, ready } = useGraph()
  const shown = useShown()
  const drawn = useDrawn()
  useEffect(() => void openGraph(caseId, record), [caseId, record])
  useReloadOnFilter(reload)
  const node = chosen === undefined ? undefined : nodes[chosen]
  return (
    <>
      <Panes
        label={t("common.resizePane")}
        width={width}
        onWidth={setWidth}
        main={
          <div className="list">
            <Head caseId={caseId} record={record} asList={asList} onAsList={setAsList} />
            <FilterBar caseId={caseId} kinds={begins} hint={t("filters.textHint")} />
            <Kinds />
            {ready && shown.nodes.length === 0 && <NoneOrNoMatch empty={t("graph.empty")} />}
            {asList ? (
              <ListForm nodes={shown.nodes} edges={shown.edges} chosen={chosen} />
            ) : (
              <Sheet drawn={drawn} told={told} label={t("graph.sheet", { count: shown.nodes.length })} />
            )}
            <Foot />
          </div>
        }
        side={
          node === undefined ? (
            <Empty title={t("graph.choose")} />
          ) : (
            <Side caseId={caseId} of={{ kind: node.kind, id: node.id }} />
          )
        }
      />
      {asking !== undefined && <AskKinds node={asking} />}
    </>
  )
}

interface HeadProps extends Props {
  readonly asList: boolean
  readonly onAsList: (asList: boolean) => void
}

const Head = ({ caseId, record, asList, onAsList }: HeadProps) => {
  const t = useT()
  const depth = useGraph((state) => state.depth)
  const count = useGraph((state) => Object.keys(state.nodes).length)
  const [picking, setPicking] = useState(false)
  return (
    <header className="head-bar">
      <h1>{t("graph.title")}</h1>
      <span className="count">{count}</span>
      <span className="grow" />
      <label className="graph-depth">
        {t("graph.depth")}
        <input
          type="range"
          min={1}
          max={3}
          value={depth}
          onChange={(event) => void setDepth(Number(event.currentTarget.value) as 1 | 2 | 3)}
        />
        <span className="count">{depth}</span>
      </label>
      {picking ? (
        <RefPicker
          caseId={caseId}
          kinds={begins}
          label={t("graph.begin")}
          onPick={(ref) => {
            setPicking(false)
            refine({ view: "graph", caseId, record: ref })
          }}
          onClose={() => setPicking(false)}
        />
      ) : (
        <Button onPress={() => setPicking(true)}>{t("graph.begin")}</Button>
      )}
      {record !== undefined && (
        <Button look="quiet" onPress={() => refine({ view: "graph", caseId })}>
          {t("graph.wholeCase")}
        </Button>
      )}
      <Button
        icon={asList ? Network : List}
        tip={asList ? t("graph.asSheet") : t("graph.asList")}
        pressed={asList}
        onPress={() => onAsList(!asList)}
      />
    </header>
  )
}

/** What is drawn, by kind: each can be left out. */
const Kinds = () => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const nodes = useGraph((state) => state.nodes)
  const without = useGraph((state) => state.without)
  const all = Object.values(nodes)
  const there = recordKinds.filter((kind) => all.some((node) => node.kind === kind))
  if (there.length === 0) return null
  return (
    <div className="graph-filter" role="group" aria-label={t("graph.kinds")}>
      {there.map((kind) => (
        <button
          key={kind}
          type="button"
          className="graph-kind"
          aria-pressed={!without.includes(kind)}
          onClick={() => toggleKind(kind)}
        >
          <span className={`graph-sign ${lookOf(kind).shape} ${lookOf(kind).colour.slice(2)}`} aria-hidden />
          {kindOf(kind).plural[language]}
          <span className="count">{all.filter((node) => node.kind === kind).length}</span>
        </button>
      ))}
    </div>
  )
}

const Foot = () => {
  const t = useT()
  const cut = useGraph((state) => state.cut)
  return <p className="list-foot">{cut ? `${t("graph.cut")} ${t("graph.hint")}` : t("graph.hint")}</p>
}

/** The chosen record, and what to do from it. */
const Side = ({ caseId, of }: { readonly caseId: CaseId; readonly of: RecordRef }) => {
  const t = useT()
  const hidden = useGraph((state) => {
    const node = state.nodes[of.id]
    return node === undefined ? 0 : hiddenCount(node)
  })
  const way = useGraph((state) => state.way)
  const [picking, setPicking] = useState(false)
  const [none, setNone] = useState(false)
  const look = async (ref: RecordRef) => {
    setPicking(false)
    setNone(!(await findWay(ref)))
  }
  return (
    <>
      <div className="graph-acts">
        {hidden > 0 && (
          <Button small onPress={() => void expand(of.id)}>
            {t("graph.showHidden", { count: hidden })}
          </Button>
        )}
        <Button small onPress={() => refine({ view: "graph", caseId, record: of })}>
          {t("graph.beginHere")}
        </Button>
        {way.length > 0 ? (
          <Button small icon={X} onPress={forgetWay}>
            {t("graph.forgetWay")}
          </Button>
        ) : (
          <Button small icon={Route} onPress={() => setPicking(true)}>
            {t("graph.way")}
          </Button>
        )}
        {none && <p role="status">{t("graph.noWay")}</p>}
        {picking && (
          <RefPicker
            caseId={caseId}
            kinds={begins}
            label={t("graph.wayTo")}
            onPick={(ref) => void look(ref)}
            onClose={() => setPicking(false)}
          />
        )}
      </div>
      <InspectorOf of={of} onGone={() => chooseNode(undefined)} />
    </>
  )
}
