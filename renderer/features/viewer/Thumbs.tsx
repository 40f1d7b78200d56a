import { useVirtualizer } from "@tanstack/react-virtual"
import { type ReactNode, useEffect, useRef } from "react"
import type { EvidenceId } from "../../../shared/model/ids.ts"
import { useT } from "../../session/preferences.ts"
import type { PageSize } from "./layout.ts"
import { PageCanvas } from "./PageCanvas.tsx"
import { pageSource } from "./pictures.ts"

interface Props {
  readonly id: EvidenceId
  readonly sizes: readonly PageSize[]
  readonly page: number
  readonly onPage: (page: number) => void
  /** The pages in which the item leaves. */
  readonly leaving?: boolean
  /** A sign on the page's picture: decided, to decide. */
  readonly badge?: (page: number) => ReactNode
}

const thumbWidth = 56
const gap = 12
const thumbDpi = 18

/** The pages at a glance. */
export const Thumbs = ({ id, sizes, page, onPage, leaving = false, badge }: Props) => {
  const t = useT()
  const scroller = useRef<HTMLDivElement>(null)
  const heightOf = (index: number) => {
    const size = sizes[index]
    return size === undefined || size.width === 0
      ? 72
      : Math.min(110, Math.round((thumbWidth * size.height) / size.width))
  }
  const virtual = useVirtualizer({
    count: sizes.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(index) + gap,
    overscan: 3,
    paddingStart: gap,
  })
  useEffect(() => {
    virtual.scrollToIndex(page - 1, { align: "auto" })
  }, [page, virtual])
  return (
    <nav className="thumbs" ref={scroller} aria-label={t("viewer.pages")} data-pane="">
      <div style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const number = index + 1
          return (
            <button
              key={index}
              type="button"
              className={number === page ? "thumb here" : "thumb"}
              style={{ top: start, width: thumbWidth, height: heightOf(index) }}
              aria-current={number === page ? "page" : undefined}
              onClick={() => onPage(number)}
            >
              <PageCanvas
                pictureKey={`${id} ${number} ${thumbDpi} ${leaving ? "leaving" : ""}`}
                source={pageSource(id, number, thumbDpi, leaving)}
                width={thumbWidth - 2}
                height={heightOf(index) - 2}
                label=""
              />
              <span className="unseen">{t("links.page", { page: number })}</span>
              <span className="thumb-badge">{badge?.(number)}</span>
              <span className="thumb-number" aria-hidden>
                {number}
              </span>
            </button>
          )
        })}
      </div>
    </nav>
  )
}
