import { X } from "lucide-react"
import {
  conditionReaches,
  type FieldCondition,
  type FilterPart,
  filterParts,
  isSet,
  reaches,
} from "../../../shared/model/filter.ts"
import type { RecordKind } from "../../../shared/model/field.ts"
import { dropCondition, dropPart, useFilter } from "../../session/filter.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { conditionWords, partWords } from "./words.ts"

interface ChipProps {
  readonly words: string
  /** It says nothing of what this view lists. */
  readonly idle: boolean
  readonly onDrop: () => void
}

const FilterChip = ({ words, idle, onDrop }: ChipProps) => {
  const t = useT()
  return (
    <span
      className={idle ? "filter-chip idle" : "filter-chip"}
      {...(idle ? { title: t("filters.idle") } : {})}
      role="listitem"
    >
      <span className="truncate">{words}</span>
      {idle && <span className="unseen">{t("filters.idle")}</span>}
      <button type="button" aria-label={t("filters.drop", { what: words })} onClick={onDrop}>
        <X size={12} strokeWidth={2} aria-hidden />
      </button>
    </span>
  )
}

/** Every condition as a chip that can be taken away; those that say nothing of these kinds are dimmed, and say so. */
export const Chips = ({ kinds }: { readonly kinds: readonly RecordKind[] }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { filter, called } = useFilter()
  const masked = Object.fromEntries(Object.entries(called).map(([id, words]) => [id, mask(words)]))
  const parts = filterParts.filter((part) => isSet(filter, part))
  const idlePart = (part: FilterPart) => !kinds.some((kind) => reaches(part, kind))
  const idle = (condition: FieldCondition) => !kinds.some((kind) => conditionReaches(condition, kind))
  if (parts.length + filter.where.length === 0) return null
  return (
    <span className="filter-chips" role="list" aria-label={t("filters.now")}>
      {parts.map((part) => (
        <FilterChip
          key={part}
          words={`${t(`filters.${part}`)}: ${partWords(filter, part, masked, language)}`}
          idle={idlePart(part)}
          onDrop={() => dropPart(part)}
        />
      ))}
      {filter.where.map((condition) => (
        <FilterChip
          key={JSON.stringify(condition)}
          words={conditionWords(condition, masked, language)}
          idle={idle(condition)}
          onDrop={() => dropCondition(condition)}
        />
      ))}
    </span>
  )
}
