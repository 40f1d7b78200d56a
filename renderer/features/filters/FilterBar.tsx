import "./filters.css"
import { ListFilter, Plus } from "lucide-react"
import { useState } from "react"
import type { RecordKind } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { useKeys } from "../../keys/bind.ts"
import { clearFilter, narrowBy, useFilter, useNarrow } from "../../session/filter.ts"
import { useT } from "../../session/preferences.ts"
import { AddCondition } from "./AddCondition.tsx"
import { Chips } from "./Chips.tsx"

interface Props {
  readonly caseId: CaseId
  /** What this view lists. */
  readonly kinds: readonly RecordKind[]
  /** What its words are looked for in. */
  readonly hint: string
}

/** Words, chips and what can be added: the same in every view, and the same filter. */
export const FilterBar = ({ caseId, kinds, hint }: Props) => {
  const t = useT()
  const narrow = useNarrow()
  const text = useFilter((state) => state.filter.text)
  const [adding, setAdding] = useState(false)
  useKeys({ filter: () => document.querySelector<HTMLElement>(".filter-bar input")?.focus() })
  return (
    <div className="filter-bar" role="search" aria-label={t("common.filter")}>
      <span className="filter">
        <ListFilter size={14} strokeWidth={1.75} aria-hidden />
        <input
          aria-label={hint}
          placeholder={hint}
          value={text}
          spellCheck={false}
          onChange={(event) => narrowBy({ text: event.currentTarget.value.slice(0, 500) })}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return
            narrowBy({ text: "" })
            event.currentTarget.blur()
          }}
        />
      </span>
      <Chips kinds={kinds} />
      {adding ? (
        <AddCondition caseId={caseId} kinds={kinds} onDone={() => setAdding(false)} />
      ) : (
        <Button icon={Plus} look="quiet" small onPress={() => setAdding(true)}>
          {t("filters.add")}
        </Button>
      )}
      {narrow && (
        <Button look="quiet" small onPress={clearFilter}>
          {t("filters.clear")}
        </Button>
      )}
    </div>
  )
}
