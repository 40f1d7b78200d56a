import { FilterX } from "lucide-react"
import { type RedactionPlan, redactionReasons } from "../../../shared/model/redaction.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Tick } from "../../components/Toggle.tsx"
import { useT } from "../../session/preferences.ts"
import { noFilter } from "./queue.ts"
import { setFilter, useRedaction } from "./store.ts"

/** Which of the proposals one looks at; people by the pseudonym that stands in their boxes. */
export const Filters = ({ plan }: { readonly plan: RedactionPlan }) => {
  const t = useT()
  const filter = useRedaction((state) => state.filter)
  const people = new Map(
    plan.boxes.flatMap(({ actorId, label }) => (actorId === null ? [] : [[actorId as string, label] as const])),
  )
  return (
    <div className="row queue-filters">
      <Choice
        label={t("redaction.filterReason")}
        hideLabel
        small
        value={filter.reason}
        options={[
          { value: "all" as const, label: t("redaction.everyReason") },
          ...redactionReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
        ]}
        onChange={(reason) => setFilter({ ...filter, reason })}
      />
      <Choice
        label={t("redaction.filterPerson")}
        hideLabel
        small
        value={filter.person}
        options={[
          { value: "all", label: t("redaction.everyPerson") },
          ...[...people].map(([value, label]) => ({ value, label })),
        ]}
        onChange={(person) => setFilter({ ...filter, person })}
      />
      <Tick on={filter.doubtful} onChange={(doubtful) => setFilter({ ...filter, doubtful })}>
        {t("redaction.onlyDoubtful")}
      </Tick>
      {filter !== noFilter && (
        <Button icon={FilterX} look="quiet" small tip={t("redaction.noFilter")} onPress={() => setFilter(noFilter)} />
      )}
    </div>
  )
}
