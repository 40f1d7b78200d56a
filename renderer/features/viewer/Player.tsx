import { useEffect, useRef, useState } from "react"
import type { MediaSpanPlace } from "../../../shared/model/media.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { mediaAddress } from "../../bridge/shell.ts"
import { hideNames, useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { lock } from "../../session/vault.ts"
import { setNow } from "./mark.ts"
import { useViewer } from "./store.ts"

/** What the player's frame says; it is another origin and is believed only these shapes. */
interface Message {
  readonly kind: string
  readonly seconds?: number
  readonly code?: string
}

const readMessage = (data: unknown): Message | undefined => {
  if (typeof data !== "object" || data === null || !("kind" in data) || typeof data.kind !== "string") return undefined
  return {
    kind: data.kind,
    ...("seconds" in data && typeof data.seconds === "number" ? { seconds: data.seconds } : {}),
    ...("code" in data && typeof data.code === "string" ? { code: data.code } : {}),
  }
}

/** Keys that mark a passage, also while the frame has the focus. Nothing that accepts, releases or leaves. */
const passedOn = new Set(["KeyI", "KeyO", "KeyM", "KeyB", "KeyX"])

const pressInPage = (code: string): void => {
  if (passedOn.has(code))
    document.dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true, cancelable: true }))
}

interface Props {
  readonly evidence: Evidence
  /** Played silent, black and passed over; none: as it is. */
  readonly spans?: readonly MediaSpanPlace[]
}

const none: readonly MediaSpanPlace[] = []

/** Audio and video in a sandboxed frame of another origin; where it stands goes to `useMark`. */
export const Player = ({ evidence, spans = none }: Props) => {
  const t = useT()
  const mask = useMask()
  const frame = useRef<HTMLIFrameElement>(null)
  const [failed, setFailed] = useState(false)
  const [ready, setReady] = useState(0)
  const target = useViewer((state) => state.target)
  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      if (event.source !== frame.current?.contentWindow) return
      const message = readMessage(event.data)
      if (message?.kind === "time" && message.seconds !== undefined) setNow(Math.round(message.seconds * 1000))
      if (message?.kind === "key" && message.code !== undefined) pressInPage(message.code)
      if (message?.kind === "lock") void lock()
      if (message?.kind === "hideNames") hideNames()
      if (message?.kind === "ready") setReady((count) => count + 1)
      if (message?.kind === "failed") setFailed(true)
    }
    window.addEventListener("message", onMessage)
    return () => window.removeEventListener("message", onMessage)
  }, [])
  useEffect(() => {
    const place = target?.place
    if (place?.kind === "time")
      frame.current?.contentWindow?.postMessage({ kind: "seek", seconds: place.startMs / 1000 }, "*")
  }, [target, ready])
  useEffect(() => {
    const plain = spans.map(({ startMs, endMs, action }) => ({ startMs, endMs, action }))
    frame.current?.contentWindow?.postMessage({ kind: "spans", spans: plain }, "*")
  }, [spans, ready])
  if (failed) return <p className="media-failed">{t("viewer.mediaFailed")}</p>
  return (
    <iframe
      ref={frame}
      className={evidence.kind === "audio" ? "media-frame audio" : "media-frame"}
      sandbox="allow-scripts"
      allow="autoplay; fullscreen"
      title={mask(evidence.title)}
      src={mediaAddress(evidence.id)}
    />
  )
}
