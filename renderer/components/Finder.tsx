import "./finder.css"
import type { LucideIcon } from "lucide-react"
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react"

export interface FinderEntry {
  readonly key: string
  readonly label: string
  readonly detail: string
  readonly icon?: LucideIcon
  /** A protected person: in their own colour, beside the sign. */
  readonly guarded?: boolean
}

interface Props {
  readonly label: string
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly entries: readonly FinderEntry[]
  readonly onPick: (index: number) => void
  /** The entries still answer what was typed before: Enter waits for those that answer what is typed now. */
  readonly stale?: boolean
  /** Escape, and leaving the finder, end it; without it the finder stays. */
  readonly onClose?: (() => void) | undefined
  /** Enter where nothing answers. */
  readonly onNothing?: () => void
  /** What stands beneath, where nothing answers. */
  readonly nothing?: ReactNode
  readonly autoFocus?: boolean
}

/** Type a few letters, arrow to it, Enter. What is found, and where, is the caller's. */
export const Finder = ({ label, query, onQuery, entries, onPick, onClose, autoFocus = true, ...props }: Props) => {
  const listId = useId()
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, entries.length - 1)
  const entered = useRef(false)
  const { stale = false } = props
  useEffect(() => {
    if (stale || !entered.current) return
    entered.current = false
    if (entries.length > 0) onPick(0)
  }, [stale])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setChosen((at + step + entries.length) % Math.max(1, entries.length))
    }
    if (event.key === "Escape" && onClose !== undefined) {
      event.stopPropagation()
      onClose()
    }
    if (event.key !== "Enter") return
    event.preventDefault()
    if (stale) entered.current = true
    else if (at >= 0) onPick(at)
    else props.onNothing?.()
  }
  return (
    <div
      className="finder"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose?.()
      }}
    >
      <input
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
        aria-label={label}
        placeholder={label}
        value={query}
        autoFocus={autoFocus}
        spellCheck={false}
        onChange={(event) => {
          onQuery(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={label} className="finder-list">
        {entries.map((entry, index) => (
          <Entry
            key={entry.key}
            id={`${listId}-${index}`}
            entry={entry}
            here={index === at}
            onPoint={() => setChosen(index)}
            onPick={() => onPick(index)}
          />
        ))}
      </div>
      {entries.length === 0 && query.trim() !== "" && props.nothing}
    </div>
  )
}

interface EntryProps {
  readonly id: string
  readonly entry: FinderEntry
  readonly here: boolean
  readonly onPoint: () => void
  readonly onPick: () => void
}

const Entry = ({ id, entry: { label, detail, icon: Icon, guarded }, here, onPoint, onPick }: EntryProps) => (
  <div
    id={id}
    role="option"
    aria-selected={here}
    className={guarded === true ? "finder-entry guarded" : "finder-entry"}
    onPointerMove={onPoint}
    // Subtle: the field keeps the focus, or leaving it would end the finder before the click.
    onPointerDown={(event) => event.preventDefault()}
    onClick={onPick}
  >
    {Icon !== undefined && <Icon size={14} strokeWidth={1.75} aria-hidden />}
    <span className="grow truncate">{label}</span>
    <span className="finder-detail">{detail}</span>
  </div>
)
