import { useMemo, useState } from "react"
import { formatNumber } from "../../../shared/i18n/translate.ts"
import type { RecordKind } from "../../../shared/model/field.ts"
import type { GridHeader } from "../../components/Grid.tsx"
import { type Group, groupedLines, type Lines, plainLines } from "../../session/groups.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences } from "../../session/preferences.ts"
import { groupWords } from "./group-words.ts"

interface Grouping {
  readonly lines: Lines
  readonly headerAt: (index: number) => GridHeader | undefined
}

/** A list's lines: its rows, under headers where it is grouped. What is folded is forgotten with the grouping. */
export const useGrouping = (
  kind: RecordKind,
  by: string,
  total: number,
  groups: readonly Group[] | undefined,
): Grouping => {
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const [folds, setFolds] = useState<{ readonly by: string; readonly keys: ReadonlySet<string> }>({
    by,
    keys: new Set(),
  })
  const folded = useMemo(() => (folds.by === by ? folds.keys : new Set<string>()), [folds, by])
  const lines = useMemo(
    () => (groups === undefined ? plainLines(total) : groupedLines(groups, folded)),
    [groups, folded, total],
  )
  return {
    lines,
    headerAt: (index) => {
      if (groups === undefined) return undefined
      const line = lines.at(index)
      if (line.kind === "row") return undefined
      const { key } = line.group
      const toggle = () => {
        const keys = new Set(folded)
        if (!keys.delete(key)) keys.add(key)
        setFolds({ by, keys })
      }
      return {
        words: mask(groupWords(kind, by, line.group, language)),
        count: formatNumber(language, line.group.count),
        folded: folded.has(key),
        onToggle: toggle,
      }
    },
  }
}
