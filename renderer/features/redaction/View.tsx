import "./redaction.css"
import { Columns2 } from "lucide-react"
import { useEffect } from "react"
import { mediaKinds } from "../../../shared/model/evidence.ts"
import { clearanceReasons, type RedactionBox, redactionReasons } from "../../../shared/model/redaction.ts"
import { copyText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Failed, Skeleton } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import type { KeyName } from "../../keys/table.ts"
import { explain } from "../../session/explain.ts"
import { setAudience, useMask } from "../../session/names.ts"
import { type Place, refine } from "../../session/navigation.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { useT } from "../../session/preferences.ts"
import { AudienceForm } from "../dossier/AudienceForm.tsx"
import { goToPage, openItem, setZoom, useViewer } from "../viewer/store.ts"
import { Thumbs } from "../viewer/Thumbs.tsx"
import { ZoomButtons, zoomBy } from "../viewer/Toolbar.tsx"
import { Alike } from "./Alike.tsx"
import { closePolygon, dropCorners, dropLastCorner, removeBox, setTool, toggleBoxTool } from "./cover.ts"
import { CoverBar, coverPage } from "./CoverBar.tsx"
import { Left } from "./Left.tsx"
import { Queue } from "./Queue.tsx"
import { Recording } from "./Recording.tsx"
import { Spread } from "./Spread.tsx"
import { acceptPage, clearBoxes, decideBoxes, dismissBox, namesSomebody } from "./decisions.ts"
import {
  loadHidden,
  openAlike,
  openLeft,
  pendingPlace,
  openPlan,
  stepUndecided,
  toggleLook,
  useRedaction,
} from "./store.ts"
import { ThumbSign } from "./ThumbSign.tsx"

interface Props {
  readonly place: Extract<Place, { view: "redaction" }>
}

/** Original and what leaves, side by side; one key per decision. */
export const RedactionView = ({ place }: Props) => {
  const { id, audience } = place
  if (audience === "") {
    return (
      <AudienceForm
        caseId={place.caseId}
        onChoose={(chosen) => {
          setAudience(chosen)
          refine({ ...place, audience: chosen })
        }}
      />
    )
  }
  return <Item key={`${id} ${audience}`} place={place} />
}

const isMedia = (kind: string): boolean => mediaKinds.some((one) => one === kind)

/** Recordings have spans, everything else has pages. */
const Item = ({ place }: Props) => {
  const { id, audience } = place
  const evidence = useViewer((state) => state.evidence)
  useEffect(() => {
    setAudience(audience)
    void openItem(id, pendingPlace(), true)
  }, [id, audience])
  if (evidence?.id === id && isMedia(evidence.kind)) return <Recording evidence={evidence} audience={audience} />
  return <Review place={place} />
}

const Review = ({ place }: Props) => {
  const t = useT()
  const { id, audience } = place
  const [width, setWidth] = useInspectorWidth()
  const { plan, failure } = useRedaction()
  const { sizes, page, failure: pagesFailure } = useViewer()
  const shown = useViewer((state) => state.evidence?.id === id)
  useEffect(() => {
    if (!shown) return
    void openPlan(id, audience)
    void loadHidden(id)
  }, [id, audience, shown])
  useReviewKeys()
  const broken = failure ?? pagesFailure
  return (
    <>
      <ReviewDialogs />
      <Panes
        label={t("common.resizePane")}
        width={width}
        onWidth={setWidth}
        main={
          <div className="viewer">
            <Thumbs
              id={id}
              sizes={sizes}
              page={page}
              onPage={goToPage}
              leaving
              badge={(number) => <ThumbSign plan={plan} page={number} />}
            />
            <div className="viewer-main">
              <Tools audience={audience} />
              <CoverBar />
              {broken !== undefined ? (
                <div className="viewer-state">
                  <Failed
                    sentence={explain(t, broken)}
                    code={broken.code}
                    copyLabel={t("common.copyCode")}
                    onCopy={(code) => void copyText(code)}
                  />
                </div>
              ) : plan === undefined || sizes.length === 0 ? (
                <Skeleton label={t("common.loading")} />
              ) : (
                <Spread id={id} audience={audience} plan={plan} />
              )}
            </div>
          </div>
        }
        side={plan === undefined ? <Skeleton label={t("common.loading")} /> : <Queue place={place} plan={plan} />}
      />
    </>
  )
}

const ReviewDialogs = () => {
  const dialog = useRedaction((state) => state.dialog)
  if (dialog === undefined) return null
  return dialog.kind === "alike" ? <Alike boxes={dialog.boxes} /> : <Left items={dialog.items} />
}

const Tools = ({ audience }: { readonly audience: string }) => {
  const t = useT()
  const mask = useMask()
  const look = useRedaction((state) => state.look)
  const { zoom, page, sizes, evidence } = useViewer()
  return (
    <header className="head-bar viewer-bar">
      <h1 className="truncate">{mask(evidence?.title ?? "")}</h1>
      <span className="quiet for-whom">{t("redaction.for", { audience })}</span>
      <span className="grow" />
      <ZoomButtons zoom={zoom} onZoom={setZoom} onStep={zoomBy} />
      <span className="quiet page-count">{t("redaction.pageOf", { page, total: sizes.length })}</span>
      <Button icon={Columns2} look="quiet" tip={t("key.sideBySide")} keyName="sideBySide" onPress={toggleLook}>
        {t(`redaction.look.${look}`)}
      </Button>
    </header>
  )
}

const currentBox = () => {
  const { plan, current } = useRedaction.getState()
  return plan?.boxes.find((box) => box.id === current)
}

type OnCurrent = (work: (box: RedactionBox) => void) => () => void

/** One key says why and decides: 1 to 6 cover for a reason, 7 and 8 leave a name for a reason. */
const reasonKeys = (onCurrent: OnCurrent): Partial<Record<KeyName, () => void>> =>
  Object.fromEntries([
    ...redactionReasons.map((reason) => [
      `reason.${reason}`,
      onCurrent((box) => void decideBoxes([box], "accepted", reason)),
    ]),
    ...clearanceReasons.map((reason) => [
      `clearance.${reason}`,
      onCurrent((box) => {
        if (namesSomebody(box)) void clearBoxes([box], reason)
      }),
    ]),
  ]) as Partial<Record<KeyName, () => void>>

const toolKeys: Partial<Record<KeyName, () => void>> = {
  boxTool: toggleBoxTool,
  coverWords: () => setTool("words"),
  coverLine: () => setTool("line"),
  coverPolygon: () => setTool("polygon"),
  coverExcept: () => setTool("except"),
  coverRegion: () => setTool("region"),
  coverPage,
}

const useReviewKeys = (): void => {
  const onCurrent = (work: (box: RedactionBox) => void) => () => {
    const box = currentBox()
    if (box !== undefined) work(box)
    else stepUndecided(1)
  }
  const removeCurrent = onCurrent((box) => {
    if (box.origin === "hand") void removeBox(box)
  })
  useKeys({
    nextUndecided: () => stepUndecided(1),
    previousUndecided: () => stepUndecided(-1),
    accept: onCurrent((box) => void decideBoxes([box], "accepted")),
    dismiss: onCurrent((box) => void dismissBox(box)),
    acceptAlike: onCurrent((box) => void openAlike(box)),
    ...reasonKeys(onCurrent),
    whatIsLeft: () => void openLeft(),
    removeBox: () => {
      if (!dropLastCorner()) removeCurrent()
    },
    ...toolKeys,
    sideBySide: toggleLook,
    acceptPage: () => {
      if (!closePolygon()) void acceptPage(useViewer.getState().page, true)
    },
    zoomIn: () => zoomBy(1),
    zoomOut: () => zoomBy(-1),
    fitWidth: () => setZoom("width"),
    fitPage: () => setZoom("page"),
    pageNext: () => goToPage(useViewer.getState().page + 1),
    pagePrevious: () => goToPage(useViewer.getState().page - 1),
    close: () => {
      if (dropCorners()) return true
      if (useRedaction.getState().current === undefined) return false
      useRedaction.setState({ current: undefined })
      return true
    },
  })
}
