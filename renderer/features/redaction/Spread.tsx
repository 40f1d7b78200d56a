import { useEffect, useMemo } from "react"
import { cssPixelsPerPoint } from "../../../shared/geometry.ts"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import type { RedactionBox, RedactionPlan } from "../../../shared/model/redaction.ts"
import { call } from "../../bridge/client.ts"
import { useT } from "../../session/preferences.ts"
import { dpiFor, type PageSlot } from "../viewer/layout.ts"
import { NameCovers } from "../viewer/NameCovers.tsx"
import { PageCanvas } from "../viewer/PageCanvas.tsx"
import { Mark } from "../viewer/Pages.tsx"
import { pageSource, type Source } from "../viewer/pictures.ts"
import type { Word } from "../viewer/selection.ts"
import { loadWords, setPage, setZoom, useViewer } from "../viewer/store.ts"
import { useColumn } from "../viewer/useColumn.ts"
import { BoxMark, Trace } from "./BoxMark.tsx"
import { dropCorners, useCover } from "./cover.ts"
import { useDrawing } from "./drawing.ts"
import { burnKey } from "./queue.ts"
import { useRedaction } from "./store.ts"

/** Points between the two pages of a pair. */
const between = 18

interface Props {
  readonly id: EvidenceId
  readonly audience: string
  readonly plan: RedactionPlan
}

/** Pairs of pages in one column, so that both scroll together. */
export const Spread = ({ id, audience, plan }: Props) => {
  const t = useT()
  const { sizes, zoom, page, target } = useViewer()
  const look = useRedaction((state) => state.look)
  const sideBySide = look === "both"
  // Corners that were left open belong to this document.
  useEffect(() => () => void dropCorners(), [id])
  const pairs = useMemo(
    () => sizes.map(({ width, height }) => ({ width: sideBySide ? width * 2 + between : width, height })),
    [sizes, sideBySide],
  )
  const column = useColumn({ sizes: pairs, zoom, page, onPage: setPage, onZoom: setZoom, target })
  return (
    <>
      <p className={sideBySide ? "spread-heads" : "spread-heads one"}>
        {look !== "leaves" && <span>{t("redaction.original")}</span>}
        {look !== "original" && <span>{t("redaction.leaves")}</span>}
      </p>
      <div className="page-scroll" ref={column.scroller} onScroll={column.onScroll} tabIndex={0} data-grid="">
        <div className="page-column" style={{ height: column.height }}>
          {column.visible.map((slot) => (
            <Pair key={slot.page} slot={slot} zoom={column.zoom} {...{ id, audience, plan, look }} />
          ))}
        </div>
      </div>
    </>
  )
}

interface PairProps extends Props {
  readonly slot: PageSlot
  readonly zoom: number
  readonly look: "both" | "original" | "leaves"
}

const previewDpi = 110

const Pair = ({ slot, zoom, id, audience, plan, look }: PairProps) => {
  const t = useT()
  const size = useViewer((state) => state.sizes[slot.page - 1])
  if (size === undefined) return null
  const width = Math.round(size.width * cssPixelsPerPoint * zoom)
  const burned = burnKey(plan.boxes, slot.page)
  const source: Source = async () => {
    const reply = await call("redaction.preview", { evidenceId: id, audience, page: slot.page, dpi: previewDpi })
    return reply.ok ? { ok: true, png: reply.result.png } : { ok: false, failure: reply.fault }
  }
  return (
    <div className="pair" style={{ top: slot.top, width: slot.width, height: slot.height }} data-page={slot.page}>
      {look !== "leaves" && <Original id={id} page={slot.page} zoom={zoom} size={size} boxes={plan.boxes} />}
      {look !== "original" && (
        <div className="page leaving" style={{ width, height: slot.height }}>
          <PageCanvas
            pictureKey={`leaves ${id} ${audience} ${slot.page} ${burned}`}
            source={source}
            width={width}
            height={slot.height}
            label={`${t("redaction.leaves")}, ${t("links.page", { page: slot.page })}`}
          />
        </div>
      )}
    </div>
  )
}

interface OriginalProps {
  readonly id: EvidenceId
  readonly page: number
  readonly zoom: number
  readonly size: { readonly width: number; readonly height: number }
  readonly boxes: readonly RedactionBox[]
}

const none: readonly Word[] = []

const Original = ({ id, page, zoom, size, boxes }: OriginalProps) => {
  const t = useT()
  const known = useViewer((state) => state.words[page])
  const words = known ?? none
  const tracing = useCover((state) => state.corners?.page === page)
  const { tool, live, hover, pointer } = useDrawing({ page, zoom, size, words })
  useEffect(() => void loadWords(page), [page])
  const dpi = dpiFor(zoom, window.devicePixelRatio)
  const width = Math.round(size.width * cssPixelsPerPoint * zoom)
  const height = Math.round(size.height * cssPixelsPerPoint * zoom)
  return (
    <div
      className={`page ${tool === "words" ? "with-words" : "drawing"} ${tracing ? "tracing" : ""}`}
      style={{ width, height }}
      {...pointer}
    >
      <PageCanvas
        pictureKey={`${id} ${page} ${dpi} leaving`}
        source={pageSource(id, page, dpi, true)}
        width={width}
        height={height}
        label={`${t("redaction.original")}, ${t("links.page", { page })}`}
      />
      {boxes
        .filter((box) => box.page === page)
        .map((box) => (
          <BoxMark key={box.id} box={box} zoom={zoom} />
        ))}
      <NameCovers words={known} zoom={zoom} />
      {(live ?? []).map((rect, index) => (
        <Mark key={index} rect={rect} zoom={zoom} look={tool === "except" ? "keeping" : "drawing"} />
      ))}
      <Trace page={page} zoom={zoom} hover={hover} />
    </div>
  )
}
