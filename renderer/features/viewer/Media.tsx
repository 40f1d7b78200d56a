import { Flag, Link2 } from "lucide-react"
import { useEffect } from "react"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { Button } from "../../components/Button.tsx"
import { showSpan } from "../../session/moments.ts"
import { useT } from "../../session/preferences.ts"
import { beginMark, clearMark, markedSpan, setNow, useMark } from "./mark.ts"
import { Player } from "./Player.tsx"
import { select, startLinking } from "./store.ts"

/** A recording. A span is marked by two presses while it plays: to link it, or to take it out. */
export const Media = ({ evidence }: { readonly evidence: Evidence }) => {
  const t = useT()
  const mark = useMark()
  const { nowMs, beginMs } = mark
  useEffect(() => {
    clearMark()
    setNow(0)
  }, [evidence.id])
  const finish = (x: number, y: number) => {
    const span = markedSpan(mark)
    clearMark()
    select({ place: { kind: "time", startMs: nowMs, endMs: nowMs, ...span }, at: { x, y } })
    startLinking()
  }
  return (
    <div className="media">
      <Player key={evidence.id} evidence={evidence} />
      <div className="row media-bar">
        <span className="media-time">{showSpan(nowMs)}</span>
        {beginMs === undefined ? (
          <Button icon={Flag} onPress={beginMark}>
            {t("viewer.spanStart")}
          </Button>
        ) : (
          <Button icon={Link2} look="primary" onPress={() => finish(window.innerWidth / 2, window.innerHeight / 3)}>
            {t("viewer.spanEnd", { span: `${showSpan(beginMs)}–${showSpan(nowMs)}` })}
          </Button>
        )}
      </div>
    </div>
  )
}
