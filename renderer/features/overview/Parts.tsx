import { FilePlus2, type LucideIcon, PackageCheck, ShieldUser, TriangleAlert, UserPlus } from "lucide-react"
import type { Evidence } from "../../../shared/model/evidence.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import type { Incident } from "../../../shared/model/incident.ts"
import { Button } from "../../components/Button.tsx"
import { showDates } from "../../session/dates.ts"
import { useMask, useNames } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { pickAndImport } from "../evidence/import.ts"
import { kindIcon } from "../evidence/kinds.ts"

/** As many rows as can be read at a glance. */
export const shown = 6

export const Latest = ({ caseId, incidents }: { readonly caseId: CaseId; readonly incidents: readonly Incident[] }) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  return (
    <section>
      <h2 className="overview-label">{t("overview.latest")}</h2>
      <ul className="rows">
        {incidents.map((row) => (
          <li key={row.id}>
            <button type="button" className="rows-item" onClick={() => go({ view: "incidents", caseId, id: row.id })}>
              <span className="rows-when">{showDates(language, row.dates) || t("incidents.noDate")}</span>
              <span className="grow truncate strong">{mask(row.title)}</span>
              <span className="quiet">{mask(row.place)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const Loose = ({ caseId, loose }: { readonly caseId: CaseId; readonly loose: readonly Evidence[] }) => {
  const t = useT()
  const mask = useMask()
  return (
    <section>
      <h2 className="overview-label">
        {t("overview.unlinked")} {loose.length > 0 && <span className="count">{loose.length}</span>}
      </h2>
      {loose.length === 0 ? (
        <p className="quiet">{t("overview.allLinked")}</p>
      ) : (
        <ul className="rows">
          {loose.slice(0, shown).map((row) => {
            const Icon = kindIcon(row.kind)
            return (
              <li key={row.id}>
                <button type="button" className="rows-item" onClick={() => go({ view: "viewer", caseId, id: row.id })}>
                  <Icon size={15} strokeWidth={1.75} aria-hidden />
                  <span className="grow truncate">{mask(row.title)}</span>
                  <span className="quiet">{row.reference}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

export const Next = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const steps: readonly { icon: LucideIcon; label: string; run: () => void }[] = [
    { icon: FilePlus2, label: t("overview.addEvidence"), run: () => void pickAndImport(caseId, "files") },
    { icon: TriangleAlert, label: t("overview.addIncident"), run: () => go({ view: "incidents", caseId }) },
    { icon: UserPlus, label: t("overview.addPerson"), run: () => go({ view: "people", caseId }) },
    { icon: PackageCheck, label: t("overview.build"), run: () => go({ view: "dossiers", caseId }) },
  ]
  return (
    <section>
      <h2 className="overview-label">{t("overview.nextTitle")}</h2>
      <div className="next">
        {steps.map(({ icon, label, run }) => (
          <Button key={label} icon={icon} onPress={run}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  )
}

export const Guarded = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const mask = useMask()
  const people = useNames((state) => state.people)
  return (
    <section>
      <h2 className="overview-label">{t("overview.protected")}</h2>
      {people.length === 0 ? (
        <p className="quiet">{t("overview.noneProtected")}</p>
      ) : (
        <ul className="row wrap">
          {people.map((actor) => (
            <li key={actor.id}>
              <button
                type="button"
                className="chip protected"
                onClick={() => go({ view: "people", caseId, id: actor.id })}
              >
                <ShieldUser size={13} strokeWidth={1.75} aria-hidden />
                {mask(actor.names[0]?.text ?? "")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
