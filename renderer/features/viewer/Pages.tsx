import { type ReactNode, useEffect } from "react"
import { type PageRect, pageToView } from "../../../shared/geometry.ts"
import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import type { Link } from "../../../shared/model/link.ts"
import { useT } from "../../session/preferences.ts"
import { NameCovers } from "./NameCovers.tsx"
import { dpiFor, type PageSlot } from "./layout.ts"
import { PageCanvas } from "./PageCanvas.tsx"
import { pageSource } from "./pictures.ts"
import type { Word } from "./selection.ts"
import { type Hit, loadWords, setPage, setZoom, useViewer } from "./store.ts"
import { useColumn } from "./useColumn.ts"
import { useDrag } from "./useDrag.ts"

interface Props {
  readonly links: readonly Link[]
  readonly activeLink: string | undefined
  readonly onLink: (link: Link) => void
}

/** The document as pages: only those on the screen exist. */
export const Pages = ({ links, activeLink, onLink }: Props) => {
  const { sizes, zoom, page, target, selection, find } = useViewer()
  const column = useColumn({ sizes, zoom, page, onPage: setPage, onZoom: setZoom, target })
  const marked = selection?.place ?? target?.place
  return (
    <div className="page-scroll" ref={column.scroller} onScroll={column.onScroll} tabIndex={0} data-grid="">
      <div className="page-column" style={{ height: column.height }}>
        {column.visible.map((slot) => (
          <Page
            key={slot.page}
            slot={slot}
            zoom={column.zoom}
            marked={marked}
            hits={find?.hits.filter((hit) => hit.page === slot.page) ?? []}
            currentHit={find === undefined ? undefined : find.hits[find.at]}
          >
            {links.map((link) => (
              <LinkMark
                key={link.id}
                link={link}
                page={slot.page}
                zoom={column.zoom}
                active={link.id === activeLink}
                onLink={onLink}
              />
            ))}
          </Page>
        ))}
      </div>
    </div>
  )
}

interface PageProps {
  readonly slot: PageSlot
  readonly zoom: number
  readonly marked: AnchorPlace | undefined
  readonly hits: readonly Hit[]
  readonly currentHit: Hit | undefined
  readonly children: ReactNode
}

const none: readonly Word[] = []

const Page = ({ slot, zoom, marked, hits, currentHit, children }: PageProps) => {
  const t = useT()
  const evidence = useViewer((state) => state.evidence)
  const known = useViewer((state) => state.words[slot.page])
  const words = known ?? none
  const size = useViewer((state) => state.sizes[slot.page - 1])
  const { live, pointer } = useDrag(slot.page, zoom, words, size ?? { width: 0, height: 0 })
  useEffect(() => void loadWords(slot.page), [slot.page])
  if (evidence === undefined) return null
  const dpi = dpiFor(zoom, window.devicePixelRatio)
  const rects = live ?? (marked?.kind === "page" && marked.page === slot.page ? marked.rects : [])
  return (
    <div
      className={words.length > 0 ? "page with-words" : "page"}
      style={{ top: slot.top, width: slot.width, height: slot.height }}
      data-page={slot.page}
      {...pointer}
    >
      <PageCanvas
        pictureKey={`${evidence.id} ${slot.page} ${dpi}`}
        source={pageSource(evidence.id, slot.page, dpi)}
        width={slot.width}
        height={slot.height}
        label={`${evidence.reference}, ${t("links.page", { page: slot.page })}`}
      />
      {hits.map((hit) =>
        hit.rects.map((rect, index) => (
          <Mark
            key={`${rect.x} ${rect.y} ${index}`}
            rect={rect}
            zoom={zoom}
            look={hit === currentHit ? "hit current" : "hit"}
          />
        )),
      )}
      {children}
      <NameCovers words={known} zoom={zoom} />
      {rects.map((rect, index) => (
        <Mark key={index} rect={rect} zoom={zoom} look="selected" />
      ))}
    </div>
  )
}

export const Mark = ({
  rect,
  zoom,
  look,
}: {
  readonly rect: PageRect
  readonly zoom: number
  readonly look: string
}) => {
  const { x, y, width, height } = pageToView(rect, zoom)
  return <span className={`mark ${look}`} style={{ left: x, top: y, width, height }} />
}

interface LinkMarkProps {
  readonly link: Link
  readonly page: number
  readonly zoom: number
  readonly active: boolean
  readonly onLink: (link: Link) => void
}

const LinkMark = ({ link, page, zoom, active, onLink }: LinkMarkProps) => {
  const { place } = link.anchor
  if (place.kind !== "page" || place.page !== page) return null
  return place.rects.map((rect, index) => {
    const { x, y, width, height } = pageToView(rect, zoom)
    return (
      <button
        key={index}
        type="button"
        tabIndex={index === 0 ? 0 : -1}
        className={active ? "mark linked active" : "mark linked"}
        style={{ left: x, top: y, width, height }}
        aria-label={link.targetLabel}
        title={link.targetLabel}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => onLink(link)}
      />
    )
  })
}
