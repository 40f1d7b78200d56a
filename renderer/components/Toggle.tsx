import { Check } from "lucide-react"
import type { ReactNode } from "react"
import {
  CheckboxButton,
  CheckboxField,
  RadioButton,
  RadioField,
  SwitchButton,
  SwitchField,
} from "react-aria-components"

interface Props {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
}

/** A setting that is on or off. Violet only where it protects a person. */
export const Toggle = ({ on, onChange, children, violet }: Props & { readonly violet?: boolean }) => (
  <SwitchField isSelected={on} onChange={onChange}>
    <SwitchButton className={violet === true ? "switch violet" : "switch"}>
      <span className="switch-track" />
      {children}
    </SwitchButton>
  </SwitchField>
)

/** One of many that go along or not. */
export const Tick = ({ on, onChange, children }: Props) => (
  <CheckboxField isSelected={on} onChange={onChange}>
    <CheckboxButton className="tick">
      <span className="tick-box">
        <Check size={12} strokeWidth={3} aria-hidden />
      </span>
      {children}
    </CheckboxButton>
  </CheckboxField>
)

interface PickProps {
  readonly value: string
  readonly className: string
  readonly lang?: string
  readonly children: ReactNode
}

/** One of a few that stand side by side, inside a RadioGroup. */
export const Pick = ({ value, className, lang, children }: PickProps) => (
  <RadioField value={value}>
    <RadioButton className={className} {...(lang === undefined ? {} : { lang })}>
      {children}
    </RadioButton>
  </RadioField>
)
