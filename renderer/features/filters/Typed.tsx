import { useId, useState } from "react"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Filter } from "../../../shared/model/filter.ts"
import { call } from "../../bridge/client.ts"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"

interface Props {
  readonly caseId: CaseId
  readonly label: string
  readonly isDate: boolean
  readonly onSay: (words: string) => void
}

/** A word or a date to narrow by; a date that cannot be read stays, with the reason beneath. */
export const Typed = ({ caseId, label, isDate, onSay }: Props) => {
  const t = useT()
  const reasonId = useId()
  const [words, setWords] = useState("")
  const [reason, setReason] = useState("")
  const say = async () => {
    const said = words.trim().slice(0, 200)
    if (said === "") return
    // The engine reads dates; it is asked before the whole list is.
    const tried = isDate
      ? await call("incident.list", { caseId, filter: Filter.parse({ when: said }), limit: 1 })
      : undefined
    if (tried?.ok === false) setReason(explain(t, tried.fault))
    else onSay(said)
  }
  return (
    <span className="filter-typed">
      <input
        aria-label={label}
        placeholder={isDate ? t("filters.whenHint") : label}
        value={words}
        autoFocus
        spellCheck={false}
        aria-invalid={reason !== ""}
        {...(reason === "" ? {} : { "aria-describedby": reasonId })}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setReason("")
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") void say()
        }}
      />
      {reason !== "" && (
        <span className="filter-reason" id={reasonId} role="alert">
          {reason}
        </span>
      )}
    </span>
  )
}
