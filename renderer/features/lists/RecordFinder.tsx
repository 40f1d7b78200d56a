import "./finder.css"
import { ShieldUser, TriangleAlert, User } from "lucide-react"
import { type KeyboardEvent, useEffect, useId, useState } from "react"
import type { ActorId, CaseId, IncidentId } from "../../../shared/model/ids.ts"
import { call } from "../../bridge/client.ts"
import { showDates } from "../../session/dates.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"

export type Found = { readonly label: string; readonly detail: string; readonly guarded: boolean } & (
  | { readonly kind: "incident"; readonly id: IncidentId }
  | { readonly kind: "actor"; readonly id: ActorId }
)

interface Props {
  readonly caseId: CaseId
  readonly kinds: readonly Found["kind"][]
  readonly label: string
  readonly onPick: (found: Found) => void
  readonly autoFocus?: boolean
}

const perKind = 7

const useFound = (caseId: CaseId, kinds: readonly Found["kind"][], query: string): readonly Found[] => {
  const language = usePreferences((state) => state.language)
  const [found, setFound] = useState<readonly Found[]>([])
  const wanted = kinds.join(" ")
  useEffect(() => {
    let stale = false
    const ask = async () => {
      const input = { caseId, query, limit: perKind }
      const incidents = wanted.includes("incident") ? await call("incident.list", input) : undefined
      const actors = wanted.includes("actor") ? await call("actor.list", input) : undefined
      if (stale) return
      const first = (incidents?.ok === true ? incidents.result.rows : []).map(
        (row): Found => ({
          kind: "incident",
          id: row.id,
          label: row.title,
          detail: showDates(language, row.dates),
          guarded: false,
        }),
      )
      const second = (actors?.ok === true ? actors.result.rows : []).map(
        (row): Found => ({
          kind: "actor",
          id: row.id,
          label: row.names[0]?.text ?? "",
          detail: row.names[1]?.text ?? "",
          guarded: row.protected,
        }),
      )
      setFound([...first, ...second])
    }
    void ask()
    return () => {
      stale = true
    }
  }, [caseId, wanted, query, language])
  return found
}

/** Type a few letters, arrow to it, Enter. */
export const RecordFinder = ({ caseId, kinds, label, onPick, autoFocus = true }: Props) => {
  const t = useT()
  const mask = useMask()
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
    const one = found[at]
    if (event.key === "Enter" && one !== undefined) {
      event.preventDefault()
      onPick(one)
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
        autoFocus={autoFocus}
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={label} className="finder-list">
        {found.length === 0 && query !== "" && <p className="finder-none">{t("common.noMatch", { query })}</p>}
        {found.map((one, index) => {
          const Icon = one.kind === "incident" ? TriangleAlert : one.guarded ? ShieldUser : User
          return (
            <div
              key={one.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className={one.guarded ? "finder-entry guarded" : "finder-entry"}
              onPointerMove={() => setChosen(index)}
              onClick={() => onPick(one)}
            >
              <Icon size={14} strokeWidth={1.75} aria-hidden />
              <span className="grow truncate">{mask(one.label)}</span>
              <span className="finder-detail">{mask(one.detail)}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
