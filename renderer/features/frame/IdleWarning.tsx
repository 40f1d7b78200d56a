import { Button } from "../../components/Button.tsx"
import { stayOpen, useIdle, warnSeconds } from "../../session/idle.ts"
import { useT } from "../../session/preferences.ts"

export const IdleWarning = () => {
  const t = useT()
  const seconds = useIdle((state) => state.secondsLeft)
  if (seconds === null || seconds > warnSeconds) return null
  return (
    <div className="idle" role="alert">
      <p className="grow">{t("frame.idleWarning", { count: seconds })}</p>
      <Button look="primary" onPress={stayOpen}>
        {t("frame.stayOpen")}
      </Button>
    </div>
  )
}
