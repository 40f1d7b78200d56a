import "./viewer.css"
import { useEffect, useRef, useState } from "react"
import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import type { Link } from "../../../shared/model/link.ts"
import { copyText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty, Failed, Skeleton } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { explain } from "../../session/explain.ts"
import type { Place } from "../../session/navigation.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { useT } from "../../session/preferences.ts"
import { loadLinks, useLinksOf } from "../links/store.ts"
import { copyCitation } from "./cite.ts"
import { FindBar } from "./FindBar.tsx"
import { closeFind, openFind } from "./find.ts"
import { linkAgain } from "./link.ts"
import { Media } from "./Media.tsx"
import { Pages } from "./Pages.tsx"
import { redactSelection } from "./redact.ts"
import { SelectionBar } from "./SelectionBar.tsx"
import { Side } from "./Side.tsx"
import { goToPage, jumpTo, openItem, select, setMode, setZoom, startLinking, toggleArea, useViewer } from "./store.ts"
import { TextView } from "./TextView.tsx"
import { Thumbs } from "./Thumbs.tsx"
import { Toolbar, zoomBy } from "./Toolbar.tsx"

interface Props {
  readonly place: Extract<Place, { view: "viewer" }>
}

/** A document, as it is, with what it proves beside it. */
export const ViewerView = ({ place }: Props) => {
  const t = useT()
  const { id, at } = place
  const [width, setWidth] = useInspectorWidth()
  const [active, setActive] = useState<string | undefined>(undefined)
  const pageBox = useRef<HTMLInputElement>(null)
  const links = useLinksOf(id)
  useOpening(id, at)
  useViewerKeys(() => pageBox.current?.focus())
  const { evidence, sizes, page, mode } = useViewer()
  const showLink = (link: Link) => {
    setActive(link.id)
    jumpTo(link.anchor.place)
  }
  return (
    <Panes
      label={t("common.resizePane")}
      width={width}
      onWidth={setWidth}
      main={
        <div className="viewer">
          {mode === "pages" && sizes.length > 1 && <Thumbs id={id} sizes={sizes} page={page} onPage={goToPage} />}
          <div className="viewer-main">
            <Toolbar pageBox={pageBox} />
            <FindBar />
            <Body links={links} active={active} onLink={(link) => setActive(link.id)} />
            <SelectionBar />
          </div>
        </div>
      }
      side={evidence !== undefined && <Side evidence={evidence} links={links} active={active} onShow={showLink} />}
    />
  )
}

const useOpening = (id: EvidenceId, at: AnchorPlace | undefined): void => {
  useEffect(() => {
    const open = useViewer.getState().evidence?.id === id
    if (open && at !== undefined) jumpTo(at)
    else void openItem(id, at)
    void loadLinks({ evidenceId: id })
  }, [id, at])
}

interface BodyProps {
  readonly links: readonly Link[]
  readonly active: string | undefined
  readonly onLink: (link: Link) => void
}

const Body = ({ links, active, onLink }: BodyProps) => {
  const t = useT()
  const { evidence, failure, mode, sizes } = useViewer()
  const [asked, setAsked] = useState(false)
  if (failure !== undefined) {
    return (
      <div className="viewer-state">
        <Failed
          sentence={explain(t, failure)}
          code={failure.code}
          copyLabel={t("common.copyCode")}
          onCopy={(code) => void copyText(code)}
        />
      </div>
    )
  }
  if (evidence === undefined) return <Skeleton label={t("common.loading")} />
  if (evidence.graphic && !asked) {
    return (
      <Empty title={t("viewer.graphic")}>
        <Button onPress={() => setAsked(true)}>{t("viewer.graphicShow")}</Button>
      </Empty>
    )
  }
  if (mode === "media") return <Media evidence={evidence} />
  if (mode === "text") return <TextView links={links} />
  if (mode === "none") return <Empty title={t("viewer.cannotShow")} />
  if (sizes.length === 0) return <Skeleton label={t("common.loading")} />
  return <Pages links={links} activeLink={active} onLink={onLink} />
}

const useViewerKeys = (focusPageBox: () => void): void => {
  const t = useT()
  const whenChosen = (work: () => void) => () => {
    if (useViewer.getState().selection === undefined) return false
    work()
    return true
  }
  const inPages = (work: () => void) => () => {
    if (useViewer.getState().mode !== "pages") return false
    work()
    return true
  }
  useKeys({
    zoomIn: inPages(() => zoomBy(1)),
    zoomOut: inPages(() => zoomBy(-1)),
    zoomActual: inPages(() => setZoom(1)),
    fitWidth: inPages(() => setZoom("width")),
    fitPage: inPages(() => setZoom("page")),
    pageNext: inPages(() => goToPage(useViewer.getState().page + 1)),
    pagePrevious: inPages(() => goToPage(useViewer.getState().page - 1)),
    pageBox: inPages(focusPageBox),
    area: inPages(toggleArea),
    find: inPages(openFind),
    textView: () => setMode(useViewer.getState().mode === "text" ? "pages" : "text"),
    link: () => {
      const { selection, evidence } = useViewer.getState()
      if (evidence === undefined) return
      // With nothing chosen, the whole item is meant.
      if (selection === undefined) select({ place: { kind: "whole" }, at: { x: innerWidth / 2, y: innerHeight / 3 } })
      startLinking()
    },
    linkAgain: whenChosen(() => void linkAgain()),
    redact: () => void redactSelection(),
    copyCitation: whenChosen(() => {
      const { evidence, selection } = useViewer.getState()
      if (evidence !== undefined && selection !== undefined) void copyCitation(t, evidence, selection.place)
    }),
    close: () => {
      const { selection, find } = useViewer.getState()
      if (selection !== undefined) {
        select(undefined)
        return
      }
      if (find !== undefined) {
        closeFind()
        return
      }
      return false
    },
  })
}
