import "./agenda.css"
import { CalendarArrowDown, CalendarPlus } from "lucide-react"
import { useEffect, useState } from "react"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty, Skeleton } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { onRecords } from "../../session/changes.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { DeadlineForm } from "../deadlines/Form.tsx"
import { InspectorOf } from "../records/InspectorOf.tsx"
import { CalendarDialog } from "./CalendarDialog.tsx"
import { Rows } from "./Rows.tsx"
import { choose, loadAgenda, narrow, today, useAgenda } from "./store.ts"
import { byWeek } from "./weeks.ts"

const nouns = ["deadline", "task", "hearing", "consent", "decision", "submission", "record", "case"]

/** What falls due: what has passed first, then week by week. */
export const AgendaView = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const [width, setWidth] = useInspectorWidth()
  const chosen = useAgenda((state) => state.chosen)
  useEffect(() => {
    void loadAgenda(caseId)
    return onRecords(nouns, () => void loadAgenda(caseId))
  }, [caseId])
  return (
    <Panes
      label={t("common.resizePane")}
      width={width}
      onWidth={setWidth}
      main={<Main caseId={caseId} />}
      side={
        chosen === undefined ? (
          <Empty title={t("agenda.choose")} />
        ) : (
          <InspectorOf key={chosen.id} of={chosen} onGone={() => choose(undefined)} />
        )
      }
    />
  )
}

const Main = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useT()
  const { listed, everyCase } = useAgenda()
  const [adding, setAdding] = useState(false)
  const now = today()
  useKeys({ add: () => setAdding(true) })
  return (
    <div className="list">
      <Head caseId={caseId} onAdd={() => setAdding(true)} />
      {adding && <DeadlineForm caseId={caseId} of={null} onClose={() => setAdding(false)} />}
      {listed === undefined ? (
        <Skeleton label={t("common.loading")} />
      ) : listed.items.length === 0 ? (
        <Empty title={t("agenda.empty")} />
      ) : (
        <div className="agenda" tabIndex={0} role="region" aria-label={t("rail.agenda")}>
          {byWeek(listed.items, now).map((group) => (
            <Rows key={`${group.when} ${group.monday}`} caseId={caseId} group={group} today={now} cases={everyCase} />
          ))}
        </div>
      )}
    </div>
  )
}

const Head = ({ caseId, onAdd }: { readonly caseId: CaseId; readonly onAdd: () => void }) => {
  const t = useT()
  const mask = useMask()
  const { listed, everyCase, who } = useAgenda()
  const [writing, setWriting] = useState(false)
  const people = listed?.people ?? []
  const names = who === "" || people.includes(who) ? people : [...people, who]
  return (
    <header className="head-bar">
      <h1>{t("rail.agenda")}</h1>
      {listed !== undefined && listed.items.length > 0 && <span className="count">{listed.items.length}</span>}
      <Choice
        label={t("agenda.scope")}
        hideLabel
        small
        value={everyCase ? "all" : "case"}
        options={(["case", "all"] as const).map((value) => ({ value, label: t(`agenda.scope.${value}`) }))}
        onChange={(value) => void narrow(caseId, { everyCase: value === "all" })}
      />
      {names.length > 0 && (
        <Choice
          label={t("agenda.who")}
          hideLabel
          small
          value={who}
          options={[
            { value: "", label: t("agenda.who.all") },
            ...names.map((name) => ({ value: name, label: mask(name) })),
          ]}
          onChange={(name) => void narrow(caseId, { who: name })}
        />
      )}
      <span className="grow" />
      <Button icon={CalendarArrowDown} tip={t("agenda.calendar.heading")} onPress={() => setWriting(true)}>
        {t("agenda.calendar")}
      </Button>
      <Button icon={CalendarPlus} look="primary" keyName="add" showKey onPress={onAdd}>
        {t("deadline.add")}
      </Button>
      {writing && <CalendarDialog caseId={caseId} onClose={() => setWriting(false)} />}
    </header>
  )
}
