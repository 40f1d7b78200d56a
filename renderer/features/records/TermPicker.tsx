import { type KeyboardEvent, useId, useState } from "react"
import { termLists } from "../../../shared/lists/all.ts"
import { findTerms, pathOf, termByCode } from "../../../shared/lists/find.ts"
import type { ListId } from "../../../shared/lists/list-ids.ts"
import { labelOf, type Term } from "../../../shared/lists/term.ts"
import { act } from "../../session/act.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { loadTerms, useRecords } from "./store.ts"

interface Props {
  readonly list: ListId
  readonly label: string
  readonly onPick: (code: string) => void
  readonly onClose: () => void
}

const shownAtOnce = 60

/** Terms used last first while nothing is typed; then what answers in any of the three languages. */
const useOffered = (list: ListId, query: string): readonly Term[] => {
  const language = usePreferences((state) => state.language)
  const { terms, recent } = useRecords((state) => state.terms)
  const extra = terms.filter((term) => term.list === list).map((term) => ({ ...term, huridocs: "" }))
  const found = findTerms(termLists[list], query, language, extra)
  if (query.trim() !== "") return found.slice(0, shownAtOnce)
  const last = (recent[list] ?? []).flatMap((code) => termByCode(termLists[list], code, extra) ?? [])
  return [...last, ...found.filter((term) => !last.includes(term))].slice(0, shownAtOnce + last.length)
}

/** Type a few letters in any language, arrow to it, Enter. What is not in the list can be added to it. */
export const TermPicker = ({ list, label, onPick, onClose }: Props) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const listId = useId()
  const [query, setQuery] = useState("")
  const [chosen, setChosen] = useState(0)
  const offered = useOffered(list, query)
  const at = Math.min(chosen, offered.length - 1)
  const addOwn = async () => {
    const added = await act("term.add", { list, [language]: query.trim() })
    if (added === undefined) return
    await loadTerms()
    onPick(added.code)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setChosen((at + step + offered.length) % Math.max(1, offered.length))
    }
    if (event.key === "Escape") {
      event.stopPropagation()
      onClose()
    }
    if (event.key !== "Enter") return
    event.preventDefault()
    const term = offered[at]
    if (term !== undefined) onPick(term.code)
    else if (query.trim() !== "") void addOwn()
  }
  return (
    <div className="finder">
      <input
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-activedescendant={offered[at] === undefined ? undefined : `${listId}-${at}`}
        aria-label={label}
        placeholder={label}
        value={query}
        autoFocus
        spellCheck={false}
        onBlur={(event) => {
          if (!(event.relatedTarget instanceof HTMLElement && event.relatedTarget.closest(".finder"))) onClose()
        }}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={label} className="finder-list">
        {offered.map((term, index) => (
          <div
            key={`${term.code} ${index}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className="finder-entry"
            onPointerMove={() => setChosen(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(term.code)}
          >
            <span className="grow truncate">{labelOf(term, language)}</span>
            <span className="finder-detail">
              {pathOf(termLists[list], term)
                .map((one) => labelOf(one, language))
                .join(" › ")}
            </span>
          </div>
        ))}
      </div>
      {offered.length === 0 && query.trim() !== "" && (
        <button
          type="button"
          className="finder-none link-like"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => void addOwn()}
        >
          {t("records.ownTerm", { term: query.trim() })}
        </button>
      )}
    </div>
  )
}
