import { AudioLines, Camera, EyeOff, Flag, FlagOff, Scissors, VolumeX, X } from "lucide-react"
import { useEffect } from "react"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { redactionReasons } from "../../../shared/model/redaction.ts"
import { copyText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Failed, Skeleton } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { onRecords } from "../../session/changes.ts"
import { explain } from "../../session/explain.ts"
import { showSpan } from "../../session/moments.ts"
import { useMask } from "../../session/names.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { useT } from "../../session/preferences.ts"
import { beginMark, clearMark, endMark, markedSpan, useMark } from "../viewer/mark.ts"
import { Player } from "../viewer/Player.tsx"
import { keepStill, openRecording, reload, setReason, takeOut, toggleAsItLeaves, useRecording } from "./recording.ts"
import { RecordingPlan } from "./RecordingPlan.tsx"

interface Props {
  readonly evidence: Evidence
  readonly audience: string
}

/** A recording: what is heard and seen, and beside it what goes. */
export const Recording = ({ evidence, audience }: Props) => {
  const t = useT()
  const [width, setWidth] = useInspectorWidth()
  const { plan, failure, asItLeaves } = useRecording()
  const { id: evidenceId } = evidence
  useEffect(() => {
    void openRecording({ evidenceId, audience })
    return onRecords(["media"], () => void reload())
  }, [evidenceId, audience])
  useRecordingKeys(evidence.kind === "video")
  return (
    <Panes
      label={t("common.resizePane")}
      width={width}
      onWidth={setWidth}
      main={
        <div className="viewer">
          <div className="viewer-main">
            <Head evidence={evidence} audience={audience} />
            {failure === undefined ? (
              <div className="media">
                <Player evidence={evidence} {...(asItLeaves && plan !== undefined ? { spans: plan.spans } : {})} />
                <Marking isFilm={evidence.kind === "video"} />
              </div>
            ) : (
              <div className="viewer-state">
                <Failed
                  sentence={explain(t, failure)}
                  code={failure.code}
                  copyLabel={t("common.copyCode")}
                  onCopy={(code) => void copyText(code)}
                />
              </div>
            )}
          </div>
        </div>
      }
      side={plan === undefined ? <Skeleton label={t("common.loading")} /> : <RecordingPlan plan={plan} />}
    />
  )
}

const Head = ({ evidence, audience }: Props) => {
  const t = useT()
  const mask = useMask()
  const { reason, asItLeaves } = useRecording()
  return (
    <header className="head-bar viewer-bar">
      <h1 className="truncate">{mask(evidence.title)}</h1>
      <span className="quiet for-whom">{t("redaction.for", { audience })}</span>
      <span className="grow" />
      <Choice
        label={t("redaction.reason")}
        hideLabel
        small
        value={reason}
        options={redactionReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        onChange={setReason}
      />
      {evidence.kind === "video" && (
        <Button icon={Camera} tip={t("recording.stillTip")} onPress={() => void keepStill()}>
          {t("recording.still")}
        </Button>
      )}
      <Button
        icon={AudioLines}
        look="quiet"
        pressed={asItLeaves}
        tip={t("recording.asItLeavesTip")}
        onPress={toggleAsItLeaves}
      >
        {t("recording.asItLeaves")}
      </Button>
    </header>
  )
}

/** Two presses choose a span, a third says what becomes of it. */
const Marking = ({ isFilm }: { readonly isFilm: boolean }) => {
  const t = useT()
  const mark = useMark()
  const span = markedSpan(mark)
  return (
    <div className="row media-bar">
      <span className="media-time">{showSpan(mark.nowMs)}</span>
      <Button icon={Flag} keyName="spanBegins" showKey onPress={beginMark}>
        {t("recording.begins")}
      </Button>
      <Button icon={FlagOff} keyName="spanEnds" showKey onPress={endMark}>
        {t("recording.ends")}
      </Button>
      {span !== undefined && (
        <>
          <strong className="strong media-span">
            {t("recording.span", { from: showSpan(span.startMs), to: showSpan(span.endMs) })}
          </strong>
          <Button icon={VolumeX} look="primary" keyName="muteSpan" showKey onPress={() => void takeOut("mute")}>
            {t("recording.mute")}
          </Button>
          {isFilm && (
            <Button icon={EyeOff} keyName="blackSpan" showKey onPress={() => void takeOut("black")}>
              {t("recording.black")}
            </Button>
          )}
          <Button icon={Scissors} keyName="cutSpan" showKey onPress={() => void takeOut("cut")}>
            {t("recording.cut")}
          </Button>
          <Button icon={X} look="quiet" tip={t("common.cancel")} onPress={clearMark} />
        </>
      )}
    </div>
  )
}

const useRecordingKeys = (isFilm: boolean): void =>
  useKeys({
    spanBegins: beginMark,
    spanEnds: endMark,
    muteSpan: () => void takeOut("mute"),
    blackSpan: () => {
      if (isFilm) void takeOut("black")
    },
    cutSpan: () => void takeOut("cut"),
    close: () => {
      if (markedSpan() === undefined) return false
      clearMark()
      return true
    },
  })
