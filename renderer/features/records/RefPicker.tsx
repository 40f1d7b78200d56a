import { FileText, type LucideIcon, Scale, ShieldUser, TriangleAlert, User } from "lucide-react"
import { useState } from "react"
import type { RecordKind, RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Finder } from "../../components/Finder.tsx"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { type Found, useFound } from "./find.ts"

interface Props {
  readonly caseId: CaseId
  readonly kinds: readonly RecordKind[]
  readonly label: string
  readonly onPick: (ref: RecordRef, label: string) => void
  readonly onClose?: () => void
  readonly autoFocus?: boolean
}

const iconOf = ({ ref: { kind }, guarded }: Found): LucideIcon => {
  if (guarded) return ShieldUser
  if (kind === "actor") return User
  return kind === "incident" || kind === "act" ? TriangleAlert : kind === "evidence" ? FileText : Scale
}

/** Any record of the given kinds. */
export const RefPicker = ({ caseId, kinds, label, onPick, onClose, autoFocus = true }: Props) => {
  const t = useT()
  const mask = useMask()
  const [query, setQuery] = useState("")
  const { found, stale } = useFound(caseId, kinds, query)
  return (
    <Finder
      label={label}
      query={query}
      onQuery={setQuery}
      entries={found.map((one) => ({
        key: one.ref.id,
        label: mask(one.label),
        detail: mask(one.detail),
        icon: iconOf(one),
        guarded: one.guarded,
      }))}
      onPick={(index) => {
        const one = found[index]
        if (one !== undefined) onPick(one.ref, one.label)
      }}
      stale={stale}
      onClose={onClose}
      nothing={<p className="finder-none">{t("common.noMatch", { query })}</p>}
      autoFocus={autoFocus}
    />
  )
}
