import "./incidents.css"
import { Plus } from "lucide-react"
import { useEffect } from "react"
import type { CaseId, IncidentId } from "../../../shared/model/ids.ts"
import type { Incident } from "../../../shared/model/incident.ts"
import { Button } from "../../components/Button.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { onRecords } from "../../session/changes.ts"
import { hasDraft } from "../../session/drafts.ts"
import { refine } from "../../session/navigation.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { useT } from "../../session/preferences.ts"
import { dropOnIncident } from "../evidence/import.ts"
import { ImportDialog } from "../evidence/ImportDialog.tsx"
import { carriesEvidence, linkDropped } from "../links/drag.ts"
import { ListBody } from "../lists/ListBody.tsx"
import { ListHead } from "../lists/ListHead.tsx"
import { AddRow } from "./AddRow.tsx"
import { useColumns } from "./columns.tsx"
import { Inspector } from "./Inspector.tsx"
import { choose, incidents, openIncidents, showAdding, useIncidents } from "./store.ts"

interface Props {
  readonly caseId: CaseId
  readonly id: IncidentId | undefined
}

export const IncidentsView = ({ caseId, id }: Props) => {
  const t = useT()
  const columns = useColumns()
  const [width, setWidth] = useInspectorWidth()
  const { chosen, adding } = useIncidents()
  useEffect(() => {
    openIncidents(caseId)
    // The incident one was writing when the vault locked is there again.
    if (hasDraft(`incident.add ${caseId}`)) showAdding(true)
    return onRecords(["incident", "link", "involvement"], () => void incidents.reload())
  }, [caseId])
  useEffect(() => void choose(id), [id])
  useKeys({ add: () => showAdding(true) })
  const add = (
    <Button icon={Plus} look="primary" keyName="add" showKey onPress={() => showAdding(true)}>
      {t("incidents.add")}
    </Button>
  )
  const pickRow = (row: Incident) => refine({ view: "incidents", caseId, id: row.id })
  return (
    <>
      <Panes
        label={t("common.resizePane")}
        width={width}
        onWidth={setWidth}
        main={
          <div className="list">
            <ListHead
              list={incidents}
              title={t("incidents.title")}
              filterLabel={t("incidents.filterHint")}
              columns={columns}
            >
              {add}
            </ListHead>
            {adding && <AddRow caseId={caseId} />}
            <ListBody
              list={incidents}
              label={t("incidents.title")}
              columns={columns}
              chosen={id}
              onChoose={pickRow}
              onOpen={pickRow}
              empty={adding ? <span /> : <Empty title={t("incidents.empty")}>{add}</Empty>}
              onDropOn={(row, data) => {
                if (carriesEvidence(data)) linkDropped(data, { kind: "incident", id: row.id })
                else void dropOnIncident(caseId, row.id, [...data.files])
              }}
            />
            <p className="list-foot">{t("incidents.dropHint")}</p>
          </div>
        }
        side={
          chosen === undefined ? (
            <Empty title={t("incidents.choose")} />
          ) : (
            <Inspector key={chosen.id} incident={chosen} />
          )
        }
      />
      <ImportDialog />
    </>
  )
}
