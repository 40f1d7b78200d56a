import type { LucideIcon } from "lucide-react"
import type { ReactNode } from "react"
import { Button as AriaButton, Tooltip, TooltipTrigger } from "react-aria-components"
import { keyCaps } from "../keys/chord.ts"
import { chordsOf, type KeyName } from "../keys/table.ts"
import { Keys } from "./Keys.tsx"

type ButtonLook = "plain" | "primary" | "quiet" | "danger" | "protected"

interface Props {
  readonly children?: ReactNode
  readonly icon?: LucideIcon
  readonly look?: ButtonLook
  readonly onPress?: () => void
  readonly disabled?: boolean
  /** The name where there is no text, and the tooltip. */
  readonly tip?: string
  readonly keyName?: KeyName
  /** Shows the key inside the button, too. */
  readonly showKey?: boolean
  readonly pressed?: boolean
  readonly type?: "button" | "submit"
  readonly autoFocus?: boolean
  readonly className?: string
  readonly small?: boolean
}

const classes = ({ look = "plain", icon, children, pressed, className = "", small }: Props): string =>
  [
    "button",
    look,
    children === undefined && icon !== undefined ? "icon-only" : "",
    pressed === true ? "pressed" : "",
    small === true ? "small" : "",
    className,
  ]
    .filter(Boolean)
    .join(" ")

/** A button; with `tip` it explains itself after a moment, with its key. */
export const Button = (props: Props) => {
  const { children, icon: Icon, onPress, disabled = false, tip, keyName, showKey, pressed, type = "button" } = props
  const button = (
    <AriaButton
      className={classes(props)}
      type={type}
      isDisabled={disabled}
      autoFocus={props.autoFocus ?? false}
      {...(onPress === undefined ? {} : { onPress })}
      {...(tip !== undefined && children === undefined ? { "aria-label": tip } : {})}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
    >
      {Icon !== undefined && <Icon size={15} strokeWidth={1.75} aria-hidden />}
      {children}
      {showKey === true && keyName !== undefined && <Keys of={keyName} />}
    </AriaButton>
  )
  if (tip === undefined) return button
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {button}
      <Tooltip className="tooltip" offset={6}>
        {tip}
        {keyName !== undefined && <span className="tooltip-key">{keyCaps(chordsOf(keyName)[0] ?? "").join(" ")}</span>}
      </Tooltip>
    </TooltipTrigger>
  )
}
