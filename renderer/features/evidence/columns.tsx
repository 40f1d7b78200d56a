import { CircleAlert } from "lucide-react"
import type { Evidence } from "../../../shared/model/evidence.ts"
import type { Column } from "../../components/Grid.tsx"
import { showDay, showSize, showSpan } from "../../session/moments.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { kindIcon } from "./kinds.ts"

export const useColumns = (): readonly Column<Evidence>[] => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  return [
    {
      id: "reference",
      header: t("evidence.reference"),
      track: "70px",
      sortable: true,
      cell: (row) => <span className="cell-quiet">{row.reference}</span>,
    },
    {
      id: "title",
      header: t("evidence.name"),
      track: "minmax(200px, 1fr)",
      sortable: true,
      cell: (row) => {
        const Icon = kindIcon(row.kind)
        return (
          <span className="cell-icon">
            <Icon size={15} strokeWidth={1.75} aria-hidden />
            <span className="cell-strong truncate">{mask(row.title)}</span>
          </span>
        )
      },
    },
    {
      id: "kind",
      header: t("evidence.kind"),
      track: "98px",
      sortable: true,
      cell: (row) => <span className="cell-quiet">{t(`evidence.kind.${row.kind}`)}</span>,
    },
    {
      id: "pages",
      header: t("evidence.pages"),
      track: "58px",
      align: "end",
      cell: (row) => (row.durationMs === null ? (row.pageCount ?? "") : showSpan(row.durationMs)),
    },
    {
      id: "reading",
      header: t("evidence.reading"),
      track: "98px",
      cell: (row) => <ReadingState row={row} />,
    },
    {
      id: "sizeBytes",
      header: t("evidence.size"),
      track: "78px",
      align: "end",
      sortable: true,
      cell: (row) => <span className="cell-quiet">{showSize(language, row.sizeBytes)}</span>,
    },
    {
      id: "receivedAt",
      header: t("evidence.received"),
      track: "108px",
      sortable: true,
      cell: (row) => <span className="cell-quiet">{showDay(language, row.receivedAt)}</span>,
    },
    {
      id: "links",
      header: t("evidence.links"),
      track: "54px",
      align: "end",
      cell: (row) => row.counts.links || "",
    },
  ]
}

const ReadingState = ({ row }: { readonly row: Evidence }) => {
  const t = useT()
  const { state } = row.reading
  if (state === "failed") {
    return (
      <span className="cell-icon bad-text">
        <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
        {t("evidence.reading.failed")}
      </span>
    )
  }
  return <span className={state === "read" ? "cell-quiet" : "hint"}>{t(`evidence.reading.${state}`)}</span>
}
