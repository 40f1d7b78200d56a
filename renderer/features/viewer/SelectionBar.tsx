import { Copy, Link2, SquareDashed } from "lucide-react"
import { useLayoutEffect, useRef, useState } from "react"
import { Button } from "../../components/Button.tsx"
import { type Translate, useT } from "../../session/preferences.ts"
import { copyCitation } from "./cite.ts"
import { LinkForm } from "./LinkForm.tsx"
import { redactSelection } from "./redact.ts"
import { linkAgain } from "./link.ts"
import { startLinking, useLastTarget, useViewer } from "./store.ts"

/** What can be done with the passage just chosen. It comes when the pointer is lifted, not during the drag. */
export const SelectionBar = () => {
  const t = useT()
  const { selection, linking, evidence, mode } = useViewer()
  const last = useLastTarget((state) => state.last)
  const bar = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ left: 0, top: 0 })
  useLayoutEffect(() => {
    const box = bar.current?.getBoundingClientRect()
    if (selection === undefined || box === undefined) return
    const within = (value: number, size: number, most: number) => Math.max(8, Math.min(value, most - size - 8))
    setAt({
      left: within(selection.at.x - box.width / 2, box.width, window.innerWidth),
      top: within(selection.at.y + 14, box.height, window.innerHeight),
    })
  }, [selection, linking])
  if (selection === undefined || evidence === undefined) return null
  const { place } = selection
  return (
    <div
      ref={bar}
      className={linking ? "choose linking" : "choose"}
      style={at}
      role="group"
      aria-label={t("viewer.selection")}
    >
      {linking ? (
        <LinkForm evidence={evidence} place={place} />
      ) : (
        <>
          <Button icon={Link2} look="quiet" keyName="link" showKey onPress={startLinking}>
            {t("viewer.link")}
          </Button>
          {last !== undefined && (
            <Button
              look="quiet"
              keyName="linkAgain"
              showKey
              tip={lastTip(t, last.label)}
              onPress={() => void linkAgain()}
            >
              {t("viewer.again")}
            </Button>
          )}
          {mode === "pages" && (
            <Button icon={SquareDashed} look="quiet" keyName="redact" showKey onPress={() => void redactSelection()}>
              {t("viewer.redact")}
            </Button>
          )}
          <Button icon={Copy} look="quiet" keyName="copyCitation" onPress={() => void copyCitation(t, evidence, place)}>
            {t("viewer.copy")}
          </Button>
        </>
      )}
    </div>
  )
}

const lastTip = (t: Translate, name: string): string => t("viewer.againTo", { name })
