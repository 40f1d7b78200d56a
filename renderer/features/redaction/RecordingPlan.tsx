import { Ear, EyeOff, Eye, Scissors, Undo2, VolumeX } from "lucide-react"
import type { MediaPlan, MediaSpan, MediaTrack } from "../../../shared/model/media.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { Toggle } from "../../components/Toggle.tsx"
import { showSpan } from "../../session/moments.ts"
import { useT } from "../../session/preferences.ts"
import { removeSpan } from "../viewer/spans.ts"
import { jumpTo } from "../viewer/store.ts"
import { accept, keepTrack, reload, useRecording } from "./recording.ts"

const icons = { mute: VolumeX, black: EyeOff, cut: Scissors } as const

/** What goes out of a recording, and a person's word that it may leave. */
export const RecordingPlan = ({ plan }: { readonly plan: MediaPlan }) => {
  const t = useT()
  return (
    <div className="queue">
      <div className="queue-scroll">
        <h2 className="queue-title">{t("recording.spans")}</h2>
        {plan.spans.length === 0 && <p className="queue-none quiet">{t("recording.noSpans")}</p>}
        <ul>
          {plan.spans.map((span) => (
            <SpanRow key={span.id} span={span} />
          ))}
        </ul>
        <h2 className="queue-title">{t("recording.tracks")}</h2>
        <ul>
          {plan.tracks.map((track) => (
            <TrackRow key={track.index} track={track} dropped={plan.droppedTracks.includes(track.index)} />
          ))}
        </ul>
        <aside className="blind">
          <p className="blind-title">
            <Eye size={15} strokeWidth={1.75} aria-hidden />
            {t("recording.blindTitle")}
          </p>
          <p>{t("recording.blindText")}</p>
        </aside>
      </div>
      <footer className="queue-foot">
        {plan.accepted ? (
          <>
            <Chip tone="good">{t("recording.accepted")}</Chip>
            <Button icon={Undo2} look="quiet" onPress={() => void accept(false)}>
              {t("recording.reopen")}
            </Button>
          </>
        ) : (
          <Button icon={Ear} look="primary" onPress={() => void accept(true)}>
            {t("recording.accept")}
          </Button>
        )}
      </footer>
    </div>
  )
}

const SpanRow = ({ span }: { readonly span: MediaSpan }) => {
  const t = useT()
  const subject = useRecording((state) => state.subject)
  const Icon = icons[span.action]
  const { startMs, endMs } = span
  const takeBack = async () => {
    if (subject === undefined) return
    await removeSpan(subject, span)
    await reload()
  }
  return (
    <li className="box-row row">
      <button type="button" className="box-open grow" onClick={() => jumpTo({ kind: "time", startMs, endMs })}>
        <span className="row">
          <Icon size={14} strokeWidth={1.75} aria-hidden />
          <strong className="strong grow">
            {t("recording.span", { from: showSpan(startMs), to: showSpan(endMs) })}
          </strong>
          <Chip tone="accent">{t(`recording.action.${span.action}`)}</Chip>
        </span>
        <span className="quiet">{t(`reason.${span.reason}`)}</span>
      </button>
      <Button icon={Undo2} look="quiet" small tip={t("recording.remove")} onPress={() => void takeBack()} />
    </li>
  )
}

const TrackRow = ({ track, dropped }: { readonly track: MediaTrack; readonly dropped: boolean }) => {
  const t = useT()
  const words = (
    <span className="grow">
      {t(`recording.track.${track.kind}`)}{" "}
      <span className="quiet">
        {track.codec} {track.detail}
      </span>
    </span>
  )
  const mayLeave = track.kind === "sound" || track.kind === "picture"
  return (
    <li className="box-row track-row row">
      {mayLeave ? (
        <Toggle on={!dropped} onChange={(kept) => void keepTrack(track, kept)}>
          {words}
        </Toggle>
      ) : (
        <>
          {words}
          <Chip tone="plain">{t("recording.neverLeaves")}</Chip>
        </>
      )}
    </li>
  )
}
