import {
  AlignLeft,
  FileText,
  Maximize,
  MoveHorizontal,
  Search,
  SquareDashed,
  SquareMousePointer,
  ZoomIn,
  ZoomOut,
} from "lucide-react"
import { type KeyboardEvent, type RefObject, useState } from "react"
import { Button } from "../../components/Button.tsx"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { openFind } from "./find.ts"
import { stepZoom, type Zoom } from "./layout.ts"
import { redactSelection } from "./redact.ts"
import { goToPage, setMode, setZoom, toggleArea, useViewer } from "./store.ts"

interface Props {
  readonly pageBox: RefObject<HTMLInputElement | null>
}

export const zoomBy = (direction: 1 | -1): void => {
  const { zoom } = useViewer.getState()
  setZoom(stepZoom(typeof zoom === "number" ? zoom : shownZoom(), direction))
}

/** The zoom that is on the screen: what "fit" came to. */
const shownZoom = (): number => {
  const page = document.querySelector<HTMLElement>("[data-page]")
  const { sizes } = useViewer.getState()
  const size = sizes[Number(page?.dataset["page"] ?? 1) - 1]
  return page === null || size === undefined ? 1 : page.clientWidth / (size.width * (96 / 72))
}

export const Toolbar = ({ pageBox }: Props) => {
  const t = useT()
  const mask = useMask()
  const { evidence, mode, sizes, zoom, areaTool } = useViewer()
  return (
    <header className="head-bar viewer-bar">
      <h1 className="truncate">{mask(evidence?.title ?? "")}</h1>
      <span className="quiet">{evidence?.reference}</span>
      <span className="grow" />
      {mode === "pages" && (
        <>
          <PageBox pageBox={pageBox} />
          <ZoomButtons zoom={zoom} onZoom={setZoom} onStep={zoomBy} />
          <Button
            icon={SquareMousePointer}
            look="quiet"
            pressed={areaTool}
            tip={t("viewer.area")}
            keyName="area"
            onPress={toggleArea}
          />
          <Button icon={Search} look="quiet" tip={t("key.find")} keyName="find" onPress={openFind} />
        </>
      )}
      {sizes.length > 0 && (
        <Button
          icon={mode === "text" ? FileText : AlignLeft}
          look="quiet"
          tip={mode === "text" ? t("viewer.pages") : t("viewer.text")}
          keyName="textView"
          onPress={() => setMode(mode === "text" ? "pages" : "text")}
        />
      )}
      {(sizes.length > 0 || mode === "media") && (
        <Button icon={SquareDashed} keyName="redact" showKey onPress={() => void redactSelection()}>
          {t("viewer.redact")}
        </Button>
      )}
    </header>
  )
}

interface ZoomProps {
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly onStep: (direction: 1 | -1) => void
}

export const ZoomButtons = ({ zoom, onZoom, onStep }: ZoomProps) => {
  const t = useT()
  return (
    <div className="tool-group">
      <Button icon={ZoomOut} look="quiet" tip={t("key.zoomOut")} keyName="zoomOut" onPress={() => onStep(-1)} />
      <Button icon={ZoomIn} look="quiet" tip={t("key.zoomIn")} keyName="zoomIn" onPress={() => onStep(1)} />
      <Button
        icon={MoveHorizontal}
        look="quiet"
        pressed={zoom === "width"}
        tip={t("key.fitWidth")}
        keyName="fitWidth"
        onPress={() => onZoom("width")}
      />
      <Button
        icon={Maximize}
        look="quiet"
        pressed={zoom === "page"}
        tip={t("key.fitPage")}
        keyName="fitPage"
        onPress={() => onZoom("page")}
      />
    </div>
  )
}

const PageBox = ({ pageBox }: Props) => {
  const t = useT()
  const { page, sizes } = useViewer()
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") goToPage(Number(typed ?? page))
    if (event.key === "Enter" || event.key === "Escape") {
      setTyped(undefined)
      event.currentTarget.blur()
    }
  }
  return (
    <label className="page-box">
      <span className="unseen">{t("key.pageBox")}</span>
      <input
        ref={pageBox}
        inputMode="numeric"
        value={typed ?? String(page)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped(undefined)}
        onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, ""))}
        onKeyDown={onKeyDown}
      />
      <span className="quiet">/ {sizes.length}</span>
    </label>
  )
}
