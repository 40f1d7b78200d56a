import {
  AlignJustify,
  Crop,
  type LucideIcon,
  Pentagon,
  RectangleVertical,
  SquareDashed,
  Stamp,
  TextSelect,
} from "lucide-react"
import { Toolbar } from "react-aria-components"
import { redactionReasons } from "../../../shared/model/redaction.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Tick } from "../../components/Toggle.tsx"
import { type KeyName, keyLabel } from "../../keys/table.ts"
import { useT } from "../../session/preferences.ts"
import { useViewer } from "../viewer/store.ts"
import { coverArea, setLabel, setPages, setTool, type Tool, tools, useCover } from "./cover.ts"
import { setReason, useRedaction } from "./store.ts"

const faces: Readonly<Record<Tool, readonly [LucideIcon, KeyName]>> = {
  rectangle: [SquareDashed, "boxTool"],
  words: [TextSelect, "coverWords"],
  line: [AlignJustify, "coverLine"],
  polygon: [Pentagon, "coverPolygon"],
  except: [Crop, "coverExcept"],
  region: [Stamp, "coverRegion"],
}

export const coverPage = (): void => void coverArea({ kind: "page", page: useViewer.getState().page })

/** Ways to cover by hand, why, and what stands inside. */
export const CoverBar = () => {
  const t = useT()
  const { tool, label } = useCover()
  const reason = useRedaction((state) => state.reason)
  return (
    <div className="cover-bar">
      <Toolbar className="tool-group" aria-label={t("redaction.tools")}>
        {tools.map((one) => {
          const [icon, keyName] = faces[one]
          const tip = t(keyLabel(keyName))
          const pressed = tool === one
          return <Button key={one} look="quiet" {...{ icon, keyName, tip, pressed }} onPress={() => setTool(one)} />
        })}
        <Button
          icon={RectangleVertical}
          look="quiet"
          tip={t("key.coverPage")}
          keyName="coverPage"
          onPress={coverPage}
        />
      </Toolbar>
      <Choice
        label={t("redaction.reason")}
        hideLabel
        small
        value={reason}
        options={redactionReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        onChange={setReason}
      />
      <input
        className="cover-label"
        aria-label={t("redaction.label")}
        placeholder={t("redaction.label")}
        maxLength={40}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {tool === "region" && <RegionPages />}
      <p className="quiet cover-hint" role="status">
        {t(`redaction.hint.${tool}`)}
      </p>
    </div>
  )
}

const RegionPages = () => {
  const t = useT()
  const pages = useCover((state) => state.pages)
  const last = useViewer((state) => state.sizes.length)
  return (
    <div className="row cover-pages">
      <Tick on={pages === undefined} onChange={(all) => setPages(all ? undefined : { from: 1, to: last })}>
        {t("redaction.allPages")}
      </Tick>
      {pages !== undefined &&
        (["from", "to"] as const).map((end) => (
          <input
            key={end}
            inputMode="numeric"
            aria-label={t(end === "from" ? "redaction.fromPage" : "redaction.toPage")}
            value={pages[end] === 0 ? "" : pages[end]}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              const typed = Number(event.currentTarget.value.replace(/\D/g, "").slice(0, 6))
              setPages({ ...pages, [end]: typed })
            }}
          />
        ))}
    </div>
  )
}
