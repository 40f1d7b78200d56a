import type { ReactNode, Ref } from "react"
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components"

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly type?: "text" | "password"
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly lines?: number
  readonly hideLabel?: boolean
  readonly autoComplete?: string
  readonly disabled?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly after?: ReactNode
  readonly mono?: boolean
  readonly onBlur?: () => void
}

/** A labelled field of one or more lines, with its hint and its error beneath. */
export const Field = (props: Props) => {
  const { label, value, onChange, hint, error, type = "text", lines, hideLabel, after } = props
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== undefined}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      autoComplete={props.autoComplete ?? "off"}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      spellCheck="false"
    >
      <Label className={hideLabel === true ? "unseen" : "field-label"}>{label}</Label>
      <div className="field-box">
        {lines === undefined ? (
          <Input
            ref={props.inputRef ?? null}
            className={props.mono === true ? "input mono" : "input"}
            placeholder={props.placeholder ?? ""}
          />
        ) : (
          <TextArea className="input" rows={lines} placeholder={props.placeholder ?? ""} />
        )}
        {after}
      </div>
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}
