import { type KeyboardEvent, useEffect, useId, useState } from "react"
import type { RecordRef } from "../../../shared/model/field.ts"
import type { CaseId, Language } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { call } from "../../bridge/client.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences } from "../../session/preferences.ts"
import { isRecordKind } from "./store.ts"
import { recordTitle } from "./words.ts"

interface Props {
  readonly caseId: CaseId
  readonly kinds: readonly RecordRef["kind"][]
  readonly label: string
  readonly onPick: (ref: RecordRef) => void
  readonly onClose: () => void
}

interface Found {
  readonly ref: RecordRef
  readonly label: string
}

const perKind = 8

const findKind = async (
  caseId: CaseId,
  kind: RecordRef["kind"],
  query: string,
  language: Language,
): Promise<Found[]> => {
  const input = { caseId, query, limit: perKind }
  if (kind === "incident") {
    const reply = await call("incident.list", input)
    return reply.ok ? reply.result.rows.map(({ id, title }) => ({ ref: { kind, id }, label: title })) : []
  }
  if (kind === "actor") {
    const reply = await call("actor.list", input)
    return reply.ok
      ? reply.result.rows.map(({ id, names }) => ({ ref: { kind, id }, label: names[0]?.text ?? "" }))
      : []
  }
  if (kind === "evidence") {
    const reply = await call("evidence.list", input)
    const rows = reply.ok ? reply.result.rows : []
    return rows.map(({ id, reference, title }) => ({ ref: { kind, id }, label: `${reference} ${title}` }))
  }
  if (!isRecordKind(kind)) return []
  const reply = await call("record.list", { ...input, kind })
  return reply.ok
    ? reply.result.rows.map((row) => ({ ref: { kind, id: row.id }, label: recordTitle(row, language) }))
    : []
}

const useFound = (caseId: CaseId, kinds: readonly RecordRef["kind"][], query: string): readonly Found[] => {
  const language = usePreferences((state) => state.language)
  const [found, setFound] = useState<readonly Found[]>([])
  const wanted = kinds.join(" ")
  useEffect(() => {
    let stale = false
    const ask = async () => {
      const all: Found[] = []
      for (const kind of wanted.split(" ") as RecordRef["kind"][])
        all.push(...(await findKind(caseId, kind, query, language)))
      if (!stale) setFound(all)
    }
    void ask()
    return () => {
      stale = true
    }
  }, [caseId, wanted, query, language])
  return found
}

/** Any record of the given kinds: type a few letters, arrow to it, Enter. */
export const RefPicker = ({ caseId, kinds, label, onPick, onClose }: Props) => {
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const listId = useId()
  const [query, setQuery] = useState("")
  const [chosen, setChosen] = useState(0)
  const found = useFound(caseId, kinds, query)
  const at = Math.min(chosen, found.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setChosen((at + step + found.length) % Math.max(1, found.length))
    }
    if (event.key === "Escape") {
      event.stopPropagation()
      onClose()
    }
    const one = found[at]
    if (event.key === "Enter" && one !== undefined) {
      event.preventDefault()
      onPick(one.ref)
    }
  }
  return (
    <div className="finder">
      <input
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found[at] === undefined ? undefined : `${listId}-${at}`}
        aria-label={label}
        placeholder={label}
        value={query}
        autoFocus
        spellCheck={false}
        onBlur={onClose}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={label} className="finder-list">
        {found.map(({ ref, label: words }, index) => (
          <div
            key={ref.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className="finder-entry"
            onPointerMove={() => setChosen(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(ref)}
          >
            <span className="grow truncate">{mask(words)}</span>
            <span className="finder-detail">{kindOf(ref.kind).label[language]}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
