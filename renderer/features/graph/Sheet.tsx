import type { Core } from "cytoscape"
import { useEffect, useRef } from "react"
import { Maximize, Minus, Plus } from "lucide-react"
import { Button } from "../../components/Button.tsx"
import { useT } from "../../session/preferences.ts"
import { type Drawn, draw, openSheet, pressed, type Told } from "./canvas.ts"

/** The drawn graph. Everything in it is in the list form, too. */
export const Sheet = ({
  drawn,
  told,
  label,
}: {
  readonly drawn: Drawn
  readonly told: Told
  readonly label: string
}) => {
  const t = useT()
  const holder = useRef<HTMLDivElement>(null)
  const sheet = useRef<Core | undefined>(undefined)
  const latest = useRef(told)
  useEffect(() => {
    latest.current = told
  })
  useEffect(() => {
    if (holder.current === null) return
    const opened = openSheet(holder.current, () => latest.current)
    sheet.current = opened.sheet
    return () => {
      sheet.current = undefined
      opened.end()
    }
  }, [])
  useEffect(() => {
    if (sheet.current !== undefined) draw(sheet.current, drawn, latest.current)
  }, [drawn])
  const press = (code: string): boolean => sheet.current !== undefined && pressed(sheet.current, code)
  return (
    <div className="graph-sheet">
      {/* The library looks for this mark before it adds a style element, which the page's policy would refuse. */}
      <span id="__________cytoscape_stylesheet" hidden />
      <div
        ref={holder}
        className="graph-canvas"
        role="application"
        aria-label={label}
        tabIndex={0}
        onKeyDown={(event) => {
          if (!event.ctrlKey && !event.altKey && press(event.code)) event.preventDefault()
        }}
      />
      <div className="graph-zoom">
        <Button icon={Plus} tip={t("graph.zoomIn")} onPress={() => void press("Equal")} />
        <Button icon={Minus} tip={t("graph.zoomOut")} onPress={() => void press("Minus")} />
        <Button icon={Maximize} tip={t("graph.all")} onPress={() => void press("Digit0")} />
      </div>
    </div>
  )
}
