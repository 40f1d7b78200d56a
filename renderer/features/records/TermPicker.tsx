import { useState } from "react"
import { termLists } from "../../../shared/lists/all.ts"
import { findTerms, pathOf, termByCode } from "../../../shared/lists/find.ts"
import type { ListId } from "../../../shared/lists/list-ids.ts"
import { labelOf, type Term } from "../../../shared/lists/term.ts"
import { Finder } from "../../components/Finder.tsx"
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

/** A term by its words in any language. What is not in the list can be added to it. */
export const TermPicker = ({ list, label, onPick, onClose }: Props) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const [query, setQuery] = useState("")
  const offered = useOffered(list, query)
  const addOwn = async () => {
    const added = await act("term.add", { list, [language]: query.trim() })
    if (added === undefined) return
    await loadTerms()
    onPick(added.code)
  }
  return (
    <Finder
      label={label}
      query={query}
      onQuery={setQuery}
      entries={offered.map((term, index) => ({
        key: `${term.code} ${index}`,
        label: labelOf(term, language),
        detail: pathOf(termLists[list], term)
          .map((one) => labelOf(one, language))
          .join(" › "),
      }))}
      onPick={(index) => {
        const term = offered[index]
        if (term !== undefined) onPick(term.code)
      }}
      onClose={onClose}
      onNothing={() => {
        if (query.trim() !== "") void addOwn()
      }}
      nothing={
        <button
          type="button"
          className="finder-none link-like"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => void addOwn()}
        >
          {t("records.ownTerm", { term: query.trim() })}
        </button>
      }
    />
  )
}
