import { Flag, Link2 } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { mediaAddress } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { showSpan } from "../../session/moments.ts"
import { useT } from "../../session/preferences.ts"
import { select, startLinking, useViewer } from "./store.ts"

/** What the player's frame says; it is another origin and is believed only these shapes. */
const readMessage = (data: unknown): { kind: string; seconds?: number } | undefined => {
  if (typeof data !== "object" || data === null || !("kind" in data) || typeof data.kind !== "string") return undefined
  const seconds = "seconds" in data && typeof data.seconds === "number" ? data.seconds : undefined
  return seconds === undefined ? { kind: data.kind } : { kind: data.kind, seconds }
}

/** Audio and video in a sandboxed frame of another origin. A span is marked by two presses while it plays. */
export const Media = ({ evidence }: { readonly evidence: Evidence }) => {
  const t = useT()
  const frame = useRef<HTMLIFrameElement>(null)
  const [nowMs, setNowMs] = useState(0)
  const [startMs, setStartMs] = useState<number | undefined>(undefined)
  const [failed, setFailed] = useState(false)
  const target = useViewer((state) => state.target)

  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      if (event.source !== frame.current?.contentWindow) return
      const message = readMessage(event.data)
      if (message?.kind === "time" && message.seconds !== undefined) setNowMs(Math.round(message.seconds * 1000))
      if (message?.kind === "failed") setFailed(true)
    }
    window.addEventListener("message", onMessage)
    return () => window.removeEventListener("message", onMessage)
  }, [])
  useEffect(() => {
    const place = target?.place
    if (place?.kind === "time")
      frame.current?.contentWindow?.postMessage({ kind: "seek", seconds: place.startMs / 1000 }, "*")
  }, [target])

  const finish = (x: number, y: number) => {
    if (startMs === undefined) return
    const place = { kind: "time", startMs: Math.min(startMs, nowMs), endMs: Math.max(startMs, nowMs) } as const
    setStartMs(undefined)
    select({ place, at: { x, y } })
    startLinking()
  }
  return (
    <div className="media">
      {failed ? (
        <p className="media-failed">{t("viewer.mediaFailed")}</p>
      ) : (
        <iframe
          ref={frame}
          className={evidence.kind === "audio" ? "media-frame audio" : "media-frame"}
          sandbox="allow-scripts"
          allow="autoplay; fullscreen"
          title={evidence.title}
          src={mediaAddress(evidence.id)}
        />
      )}
      <div className="row media-bar">
        <span className="media-time">{showSpan(nowMs)}</span>
        {startMs === undefined ? (
          <Button icon={Flag} onPress={() => setStartMs(nowMs)}>
            {t("viewer.spanStart")}
          </Button>
        ) : (
          <Button icon={Link2} look="primary" onPress={() => finish(window.innerWidth / 2, window.innerHeight / 3)}>
            {t("viewer.spanEnd", { span: `${showSpan(startMs)}–${showSpan(nowMs)}` })}
          </Button>
        )}
      </div>
    </div>
  )
}
