import "./people.css"
import { Plus } from "lucide-react"
import { useEffect } from "react"
import type { Actor } from "../../../shared/model/actor.ts"
import type { ActorId, CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { onRecords } from "../../session/changes.ts"
import { hasDraft } from "../../session/drafts.ts"
import { refine } from "../../session/navigation.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { useT } from "../../session/preferences.ts"
import { linkDropped } from "../links/drag.ts"
import { ListBody } from "../lists/ListBody.tsx"
import { ListHead } from "../lists/ListHead.tsx"
import { AddRow } from "./AddRow.tsx"
import { useColumns } from "./columns.tsx"
import { Inspector } from "./Inspector.tsx"
import { choose, people, showAdding, usePeople } from "./store.ts"

interface Props {
  readonly caseId: CaseId
  readonly id: ActorId | undefined
}

export const PeopleView = ({ caseId, id }: Props) => {
  const t = useT()
  const columns = useColumns()
  const [width, setWidth] = useInspectorWidth()
  const { chosen, adding } = usePeople()
  useEffect(() => {
    people.open(caseId)
    if (hasDraft(`actor.add ${caseId}`)) showAdding(true)
    return onRecords(["actor", "link", "involvement"], () => void people.reload())
  }, [caseId])
  useEffect(() => void choose(id), [id])
  useKeys({ add: () => showAdding(true) })
  const add = (
    <Button icon={Plus} look="primary" keyName="add" showKey onPress={() => showAdding(true)}>
      {t("people.add")}
    </Button>
  )
  const pickRow = (row: Actor) => refine({ view: "people", caseId, id: row.id })
  return (
    <Panes
      label={t("common.resizePane")}
      width={width}
      onWidth={setWidth}
      main={
        <div className="list">
          <ListHead list={people} title={t("people.title")} filterLabel={t("incidents.filterHint")} columns={columns}>
            {add}
          </ListHead>
          {adding && <AddRow caseId={caseId} />}
          <ListBody
            list={people}
            label={t("people.title")}
            columns={columns}
            chosen={id}
            onChoose={pickRow}
            onOpen={pickRow}
            onDropOn={(row, data) => linkDropped(data, { kind: "actor", id: row.id })}
            empty={adding ? <span /> : <Empty title={t("people.empty")}>{add}</Empty>}
          />
        </div>
      }
      side={chosen === undefined ? <Empty title={t("people.choose")} /> : <Inspector key={chosen.id} actor={chosen} />}
    />
  )
}
