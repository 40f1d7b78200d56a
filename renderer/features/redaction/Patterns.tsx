import { ChevronDown, Fingerprint } from "lucide-react"
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components"
import { patternNames } from "../../../shared/model/redaction.ts"
import { Button } from "../../components/Button.tsx"
import { Tick } from "../../components/Toggle.tsx"
import { useT } from "../../session/preferences.ts"
import { setPatterns, useRedaction } from "./store.ts"

/** Which identifiers the next look proposes by their form. */
export const Patterns = () => {
  const t = useT()
  const patterns = useRedaction((state) => state.patterns)
  return (
    <DialogTrigger>
      <AriaButton className="button plain" aria-label={`${t("redaction.patterns")}: ${patterns.length}`}>
        <Fingerprint size={15} strokeWidth={1.75} aria-hidden />
        {patterns.length > 0 && (
          <span className="sign waiting" aria-hidden>
            {patterns.length}
          </span>
        )}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </AriaButton>
      <Popover className="popover patterns" offset={4} placement="bottom end">
        <Dialog aria-label={t("redaction.patterns")} className="patterns-list">
          <p className="quiet">{t("redaction.patternsTip")}</p>
          {patternNames.map((name) => (
            <Tick
              key={name}
              on={patterns.includes(name)}
              onChange={(on) => setPatterns(patternNames.filter((one) => (one === name ? on : patterns.includes(one))))}
            >
              {t(`redaction.pattern.${name}`)}
            </Tick>
          ))}
          <p className="row">
            <Button small onPress={() => setPatterns(patternNames)}>
              {t("redaction.patternsAll")}
            </Button>
            <Button small onPress={() => setPatterns([])}>
              {t("redaction.patternsNone")}
            </Button>
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
