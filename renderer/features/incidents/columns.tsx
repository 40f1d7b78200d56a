import type { Incident, Verification } from "../../../shared/model/incident.ts"
import { Chip, type Tone } from "../../components/Chip.tsx"
import type { Column } from "../../components/Grid.tsx"
import { showDates } from "../../session/dates.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { rightWords } from "./words.ts"

const verificationTone: Readonly<Record<Verification, Tone>> = {
  unverified: "plain",
  confirmed: "good",
  likely: "accent",
  possible: "warn",
  unlikely: "bad",
}

/** Long dates are cut in the narrow column; the whole stands in the tooltip. */
const WhenCell = ({ words }: { readonly words: string }) => {
  const t = useT()
  return words === "" ? (
    <span className="hint">{t("incidents.noDate")}</span>
  ) : (
    <span className="cell-quiet" title={words}>
      {words}
    </span>
  )
}

export const useColumns = (): readonly Column<Incident>[] => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  return [
    {
      id: "dates",
      header: t("incidents.when"),
      track: "minmax(132px, 0.42fr)",
      sortable: true,
      cell: (row) => <WhenCell words={showDates(language, row.dates)} />,
    },
    {
      id: "title",
      header: t("incidents.what"),
      track: "minmax(190px, 1fr)",
      sortable: true,
      cell: (row) => <span className="cell-strong">{mask(row.title)}</span>,
    },
    {
      id: "place",
      header: t("incidents.where"),
      track: "minmax(84px, 0.3fr)",
      sortable: true,
      cell: (row) => <span className="cell-quiet">{mask(row.place) || t("common.unknown")}</span>,
    },
    {
      id: "rights",
      header: t("incidents.rights"),
      track: "minmax(92px, 0.4fr)",
      cell: (row) => {
        const words = rightWords(language, row.rights)
        return (
          <span className="cell-quiet" title={words}>
            {words}
          </span>
        )
      },
    },
    {
      id: "evidence",
      header: t("incidents.evidence"),
      track: "44px",
      align: "end",
      cell: (row) => (row.counts.evidence === 0 ? "" : row.counts.evidence),
    },
    {
      id: "verification",
      header: t("incidents.verified"),
      track: "100px",
      sortable: true,
      cell: (row) => <Chip tone={verificationTone[row.verification]}>{t(`verification.${row.verification}`)}</Chip>,
    },
  ]
}
