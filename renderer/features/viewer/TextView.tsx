import { type PointerEvent, useEffect, useMemo, useRef } from "react"
import type { Link } from "../../../shared/model/link.ts"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { Empty, Skeleton } from "../../components/States.tsx"
import { select, useViewer } from "./store.ts"
import { cutText, type Piece, type Stretch } from "./textPieces.ts"

/** The extracted text for long reading; a passage chosen here is a place in the text. */
export const TextView = ({ links }: { readonly links: readonly Link[] }) => {
  const t = useT()
  const mask = useMask()
  const { text, target } = useViewer()
  const box = useRef<HTMLDivElement>(null)
  const stretches = useMemo((): readonly Stretch[] => {
    const marked = links.flatMap(({ anchor: { place } }): Stretch[] =>
      place.kind === "text" ? [{ start: place.start, end: place.end, look: "linked" }] : [],
    )
    const place = target?.place
    return place?.kind === "text" ? [...marked, { start: place.start, end: place.end, look: "selected" }] : marked
  }, [links, target])
  const blocks = useMemo(() => cutText(text ?? "", stretches), [text, stretches])
  useEffect(() => {
    box.current?.querySelector(".selected")?.scrollIntoView({ block: "center" })
  }, [blocks])
  if (text === undefined) return <Skeleton label={t("common.loading")} />
  if (text.trim() === "") return <Empty title={t("viewer.noText")} />

  const onPointerUp = (event: PointerEvent) => {
    const range = chosenRange()
    if (range === undefined) {
      select(undefined)
      return
    }
    const { start, end } = range
    const place = { kind: "text", start, end, quote: text.slice(start, end).slice(0, 20_000) } as const
    select({ place, at: { x: event.clientX, y: event.clientY } })
  }
  return (
    <div className="text-scroll" ref={box} tabIndex={0} data-grid="" aria-label={t("viewer.text")} role="document">
      <div className="text-column serif selectable" onPointerUp={onPointerUp}>
        {blocks.map((block, index) => (
          <p key={index} className="text-block">
            {block.map((piece) => (
              <TextPiece key={piece.start} piece={piece} text={mask(piece.text)} />
            ))}
          </p>
        ))}
      </div>
    </div>
  )
}

const TextPiece = ({ piece, text }: { readonly piece: Piece; readonly text: string }) =>
  piece.look === undefined ? (
    <span data-start={piece.start}>{text}</span>
  ) : (
    <mark className={piece.look} data-start={piece.start}>
      {text}
    </mark>
  )

const offsetOf = (node: Node | null, offset: number): number | undefined => {
  const element = node?.parentElement?.closest<HTMLElement>("[data-start]")
  if (element === null || element === undefined || node?.nodeType !== Node.TEXT_NODE) return undefined
  return Number(element.dataset["start"]) + offset
}

/** The selected offsets in the whole text, or undefined where nothing is selected. */
const chosenRange = (): { start: number; end: number } | undefined => {
  const selection = window.getSelection()
  if (selection === null || selection.isCollapsed) return undefined
  const a = offsetOf(selection.anchorNode, selection.anchorOffset)
  const b = offsetOf(selection.focusNode, selection.focusOffset)
  if (a === undefined || b === undefined || a === b) return undefined
  return { start: Math.min(a, b), end: Math.max(a, b) }
}
