import { type ComponentType, useEffect, useState } from "react"
import { Button } from "../../components/Button.tsx"
import { Failed, Skeleton } from "../../components/States.tsx"
import { copyText } from "../../bridge/shell.ts"
import { useT } from "../../session/preferences.ts"

/** A part of the window whose code comes when it is first shown, or before by `load`. */
export interface Later<Props extends object> {
  readonly Part: ComponentType<Props>
  /** Brings the code along without showing it. Rejects where the built file is missing. */
  readonly load: () => Promise<void>
}

/**
 * Splits a part off the page's script: `later(async () => (await import("../graph/View.tsx")).GraphView)`.
 * Subtle: not React's `lazy`, which holds back what it reveals for 300 ms, and hides for a moment even what is loaded.
 */
export const later = <Props extends object>(bring: () => Promise<ComponentType<Props>>): Later<Props> => {
  let loaded: ComponentType<Props> | undefined
  const load = async (): Promise<void> => {
    loaded ??= await bring()
  }
  const Part = (props: Props) => {
    const [state, setState] = useState<"coming" | "here" | "failed">(loaded === undefined ? "coming" : "here")
    useEffect(() => {
      if (state !== "coming") return
      let left = false
      const tell = (next: "here" | "failed") => () => {
        if (!left) setState(next)
      }
      load().then(tell("here"), tell("failed"))
      return () => {
        left = true
      }
    }, [state])
    if (loaded !== undefined) {
      const Loaded = loaded
      return <Loaded {...props} />
    }
    return <Waiting failed={state === "failed"} again={() => setState("coming")} />
  }
  return { Part, load }
}

const Waiting = ({ failed, again }: { readonly failed: boolean; readonly again: () => void }) => {
  const t = useT()
  if (!failed) return <Skeleton label={t("common.loading")} />
  return (
    <Failed
      sentence={t("fault.internal")}
      code="internal"
      copyLabel={t("common.copyCode")}
      onCopy={(code) => void copyText(code)}
    >
      <Button small onPress={again}>
        {t("common.tryAgain")}
      </Button>
    </Failed>
  )
}
