import { Eye, EyeOff } from "lucide-react"
import { type Ref, useEffect, useState } from "react"
import { Button } from "../../components/Button.tsx"
import { Field } from "../../components/Field.tsx"
import { useT } from "../../session/preferences.ts"

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly shown: boolean
  readonly onShown?: (shown: boolean) => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

/** A secret with show and hide, and a word when Caps Lock is on. */
export const PassphraseField = ({ shown, onShown, ...props }: Props) => {
  const t = useT()
  const [capsLock, setCapsLock] = useState(false)
  useEffect(() => {
    const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"))
    document.addEventListener("keydown", look)
    document.addEventListener("keyup", look)
    return () => {
      document.removeEventListener("keydown", look)
      document.removeEventListener("keyup", look)
    }
  }, [])
  return (
    <div className="big-field">
      <Field
        {...props}
        type={shown ? "text" : "password"}
        {...(capsLock ? { hint: <span className="caps">{t("unlock.capsLock")}</span> } : {})}
        after={
          onShown && (
            <Button
              icon={shown ? EyeOff : Eye}
              look="quiet"
              tip={shown ? t("unlock.hide") : t("unlock.show")}
              onPress={() => onShown(!shown)}
              className="in-field"
            />
          )
        }
      />
    </div>
  )
}
