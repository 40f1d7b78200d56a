import { type KeyboardEvent, useEffect, useRef, useState } from "react"

interface Props {
  readonly value: string
  /** Resolves to an error sentence when the value was refused: the field stays, with the reason beneath. */
  readonly onSave: (value: string) => Promise<string | undefined>
  readonly label: string
  readonly placeholder?: string
  readonly multiline?: boolean
  readonly className?: string
  /** Shown instead of the value while not editing. */
  readonly display?: string
  readonly onTyping?: (value: string) => void
  readonly draft?: string | undefined
}

/** Text that turns into a field when clicked. Enter saves, Escape restores, leaving saves. */
export const EditableText = (props: Props) => {
  const { value, onSave, label, placeholder = "", multiline = false, className = "", display } = props
  const [text, setText] = useState<string | undefined>(props.draft)
  const [error, setError] = useState<string | undefined>(undefined)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const editing = text !== undefined

  useEffect(() => {
    if (editing) field.current?.focus()
  }, [editing])

  const save = async () => {
    if (text === undefined) return
    const refused = text === value ? undefined : await onSave(text)
    setError(refused)
    if (refused === undefined) setText(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation()
      setText(undefined)
      setError(undefined)
      props.onTyping?.(value)
    }
    if (event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    }
  }

  if (text === undefined) {
    const shown = display ?? value
    return (
      <button
        type="button"
        className={`editable ${className} ${shown === "" ? "hint" : ""}`}
        onClick={() => setText(value)}
        title={label}
      >
        <span className="unseen">{label}: </span>
        {shown === "" ? placeholder : shown}
      </button>
    )
  }
  const shared = {
    ref: field,
    className: `editable-field ${className}`,
    value: text,
    "aria-label": label,
    "aria-invalid": error !== undefined,
    placeholder,
    onChange: (event: { currentTarget: { value: string } }) => {
      setText(event.currentTarget.value)
      props.onTyping?.(event.currentTarget.value)
    },
    onBlur: () => void save(),
    onKeyDown,
  }
  return (
    <span className="editable-open">
      {multiline ? <textarea rows={Math.max(3, text.split("\n").length + 1)} {...shared} /> : <input {...shared} />}
      {error !== undefined && (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </span>
  )
}
