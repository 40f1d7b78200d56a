import "./consents.css"
import { Check, ShieldUser, X } from "lucide-react"
import { useEffect, useState } from "react"
import type { NamingVerdict } from "../../../shared/contract/consent.ts"
import type { Output } from "../../../shared/contract/contract.ts"
import { showEdtf } from "../../../shared/dates.ts"
import type { ActorId, CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty } from "../../components/States.tsx"
import { onRecords } from "../../session/changes.ts"
import { useMask } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { termWords } from "../records/words.ts"
import { loadMatrix, useConsents } from "./store.ts"

type Matrix = Output<"consent.matrix">
type Person = Matrix["people"][number]
interface Chosen {
  readonly actorId: ActorId
  readonly audience: string
}

/** People × audiences: who may be named where; the reason beside it. */
export const ConsentsView = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const matrix = useConsents((state) => state.matrix)
  const [width, setWidth] = useInspectorWidth()
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined)
  useEffect(() => {
    void loadMatrix(caseId)
    return onRecords(["actor", "consent", "risk", "record", "term"], () => void loadMatrix(caseId))
  }, [caseId])
  if (matrix === undefined) return null
  const person = matrix.people.find(({ actorId }) => actorId === chosen?.actorId)
  const cell = person?.cells[matrix.audiences.indexOf(chosen?.audience ?? "")]
  return (
    <Panes
      label={t("common.resizePane")}
      width={width}
      onWidth={setWidth}
      main={
        <div className="list">
          <header className="head-bar">
            <h1>{t("rail.consents")}</h1>
            <span className="grow" />
            <span className="quiet">{t("consents.asOf", { on: matrix.on })}</span>
          </header>
          {matrix.people.length === 0 ? (
            <Empty title={t("consents.empty")} />
          ) : (
            <MatrixTable matrix={matrix} chosen={chosen} onChoose={setChosen} />
          )}
        </div>
      }
      side={
        person === undefined || cell === undefined || chosen === undefined ? (
          <Empty title={t("consents.choose")} />
        ) : (
          <Reason caseId={caseId} person={person} audience={chosen.audience} cell={cell} />
        )
      }
    />
  )
}

interface TableProps {
  readonly matrix: Matrix
  readonly chosen: Chosen | undefined
  readonly onChoose: (chosen: Chosen) => void
}

const MatrixTable = ({ matrix, chosen, onChoose }: TableProps) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const audienceWords = (audience: string): string => termWords("consent-audiences", audience, language, [])
  return (
    <div className="matrix-frame" tabIndex={0} role="region" aria-label={t("rail.consents")}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{t("consents.person")}</th>
            {matrix.audiences.map((audience) => (
              <th key={audience} scope="col">
                {audienceWords(audience)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.people.map((person) => (
            <tr key={person.actorId} className={person.protected ? "guarded" : ""}>
              <th scope="row">
                {person.protected && <ShieldUser size={14} strokeWidth={1.75} aria-label={t("consents.protected")} />}{" "}
                {mask(person.label)}
                {person.atRisk && <span className="quiet"> · {t("consents.atRisk")}</span>}
              </th>
              {person.cells.map((cell, index) => {
                const audience = matrix.audiences[index] ?? ""
                const here = chosen?.actorId === person.actorId && chosen.audience === audience
                return (
                  <td key={audience}>
                    <Cell cell={cell} here={here} onPress={() => onChoose({ actorId: person.actorId, audience })} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Cell = ({ cell, here, onPress }: { cell: NamingVerdict; here: boolean; onPress: () => void }) => {
  const t = useT()
  const Sign = cell.allowed ? Check : X
  return (
    <button
      type="button"
      className={`matrix-cell ${cell.allowed ? "yes" : "no"} ${here ? "here" : ""}`}
      aria-pressed={here}
      onClick={onPress}
    >
      <Sign size={13} strokeWidth={2} aria-hidden />
      <span>{t(`consents.short.${cell.why}`)}</span>
    </button>
  )
}

interface ReasonProps {
  readonly caseId: CaseId
  readonly person: Person
  readonly audience: string
  readonly cell: NamingVerdict
}

/** Why somebody may, or may not, be named there; and the way to the consent. */
const Reason = ({ caseId, person, audience, cell }: ReasonProps) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  return (
    <article className="inspector">
      <header className="inspector-head">
        <h2>{mask(person.label)}</h2>
        <span className="quiet">{termWords("consent-audiences", audience, language, [])}</span>
      </header>
      <div className="consent-reason">
        <p>
          <strong>{t(cell.allowed ? "consents.may" : "consents.mayNot")}</strong>
        </p>
        <p>{t(`consents.why.${cell.why}`)}</p>
        {cell.recipient !== "" && <p>{t("consents.onlyFor", { recipient: cell.recipient })}</p>}
        {cell.until !== "" && <p>{t("consents.until", { until: showEdtf(cell.until, language) })}</p>}
        {!cell.allowed && person.atRisk && <p>{t("consents.pseudonymised")}</p>}
        {cell.consentId !== "" && (
          <Button small onPress={() => go({ view: "records", caseId, kind: "consent", id: cell.consentId })}>
            {t("consents.open")}
          </Button>
        )}
        <Button look="quiet" small onPress={() => go({ view: "people", caseId, id: person.actorId })}>
          {t("consents.openPerson")}
        </Button>
      </div>
    </article>
  )
}
