import { Building2, ShieldUser, User, Users } from "lucide-react"
import type { Actor } from "../../../shared/model/actor.ts"
import { Chip } from "../../components/Chip.tsx"
import type { Column } from "../../components/Grid.tsx"
import { useMask, useNames } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"

const icons = { person: User, group: Users, institution: Building2 } as const

export const useColumns = (): readonly Column<Actor>[] => {
  const t = useT()
  const mask = useMask()
  const pseudonyms = useNames((state) => state.pseudonyms)
  return [
    {
      id: "name",
      header: t("people.name"),
      track: "minmax(180px, 1fr)",
      sortable: true,
      cell: (row) => {
        const Icon = row.protected ? ShieldUser : icons[row.kind]
        return (
          <span className={row.protected ? "cell-icon guarded" : "cell-icon"}>
            <Icon size={15} strokeWidth={1.75} aria-hidden />
            <span className="cell-strong truncate">{mask(row.names[0]?.text ?? "")}</span>
          </span>
        )
      },
    },
    {
      id: "otherNames",
      header: t("people.otherNames"),
      track: "minmax(140px, 0.9fr)",
      cell: (row) => (
        <span className="cell-quiet">
          {row.names
            .slice(1)
            .map(({ text }) => mask(text))
            .join(" · ")}
        </span>
      ),
    },
    {
      id: "kind",
      header: t("evidence.kind"),
      track: "104px",
      sortable: true,
      cell: (row) => <span className="cell-quiet">{t(`actor.kind.${row.kind}`)}</span>,
    },
    {
      id: "incidents",
      header: t("people.incidents"),
      track: "54px",
      align: "end",
      cell: (row) => row.counts.incidents || "",
    },
    {
      id: "evidence",
      header: t("people.evidence"),
      track: "54px",
      align: "end",
      cell: (row) => row.counts.evidence || "",
    },
    {
      id: "protected",
      header: t("people.protected"),
      track: "minmax(138px, 0.4fr)",
      sortable: true,
      cell: (row) => row.protected && <Chip tone="protected">{pseudonyms.get(row.id) ?? t("people.protected")}</Chip>,
    },
  ]
}
