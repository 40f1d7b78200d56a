import "./records.css"
import { Plus } from "lucide-react"
import { useEffect } from "react"
import type { RecordView } from "../../../shared/contract/record.ts"
import type { PlainKind } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import type { Column } from "../../components/Grid.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { onRecords } from "../../session/changes.ts"
import { showDates } from "../../session/dates.ts"
import { useMask } from "../../session/names.ts"
import { refine } from "../../session/navigation.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { asTarget, linkDropped } from "../links/drag.ts"
import { ListBody } from "../lists/ListBody.tsx"
import { ListHead } from "../lists/ListHead.tsx"
import { RecordInspector } from "./Inspector.tsx"
import { KindSwitch } from "./KindSwitch.tsx"
import { addRecord, listOfKind, loadRecord, loadTerms, useRecords } from "./store.ts"
import { recordTitle, termWords } from "./words.ts"

interface Props {
  readonly caseId: CaseId
  readonly kind: PlainKind
  readonly id: string | undefined
}

const useColumns = (kind: PlainKind): readonly Column<RecordView>[] => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { stateFrom, fields, dateFrom, parents } = kindOf(kind)
  const state = fields[stateFrom]
  const label = (row: RecordView) => row.labels.find(({ id }) => id === row.parent?.id)
  const columns: Column<RecordView>[] = [
    {
      id: "title",
      header: kindOf(kind).label[language],
      track: "minmax(180px, 1.4fr)",
      sortable: true,
      cell: (row) => <span className="cell-strong truncate">{mask(recordTitle(row, language))}</span>,
    },
  ]
  if (dateFrom !== "")
    columns.unshift({
      id: "date",
      header: fields[dateFrom]?.label[language] ?? t("incidents.when"),
      track: "minmax(110px, 150px)",
      sortable: true,
      cell: (row) => <span className="cell-quiet">{showDates(language, row.dates)}</span>,
    })
  if (state?.type === "term")
    columns.push({
      id: "state",
      header: state.label[language],
      track: "minmax(120px, 0.7fr)",
      sortable: true,
      cell: (row) => (
        <span className="cell-quiet truncate">
          {row.state === "" ? "" : termWords(state.list, row.state, language, [])}
        </span>
      ),
    })
  if (parents.length > 0)
    columns.push({
      id: "parent",
      header: t("records.partOf"),
      track: "minmax(140px, 0.9fr)",
      cell: (row) => {
        const whole = label(row)
        return (
          <span className="cell-quiet truncate">{whole === undefined ? "" : mask(recordTitle(whole, language))}</span>
        )
      },
    })
  return columns
}

/** Every record of one kind, as a list with an inspector. */
export const RecordsView = ({ caseId, kind, id }: Props) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const columns = useColumns(kind)
  const [width, setWidth] = useInspectorWidth()
  const list = listOfKind(kind)
  const chosen = useRecords((state) => (id === undefined ? undefined : state.byId[id]))
  useEffect(() => {
    void loadTerms()
    list.open(caseId)
    return onRecords([kind, "term"], () => void list.reload())
  }, [caseId, kind, list])
  useEffect(() => {
    if (id !== undefined) void loadRecord({ kind, id })
  }, [kind, id])
  const free = kindOf(kind).parents.length === 0
  const addOne = async () => {
    const added = await addRecord({ caseId, kind, parent: null, fields: {} })
    if (added !== undefined) refine({ view: "records", caseId, kind, id: added.id })
  }
  useKeys({
    add: () => {
      if (free) void addOne()
    },
  })
  const add = free && (
    <Button icon={Plus} look="primary" keyName="add" showKey onPress={() => void addOne()}>
      {t("records.add", { what: kindOf(kind).label[language] })}
    </Button>
  )
  const dropOn = (row: RecordView, data: DataTransfer) => {
    const target = asTarget({ kind, id: row.id })
    if (target !== undefined) linkDropped(data, target)
  }
  const pick = (row: RecordView) => refine({ view: "records", caseId, kind, id: row.id })
  return (
    <Panes
      label={t("common.resizePane")}
      width={width}
      onWidth={setWidth}
      main={
        <div className="list">
          <ListHead
            list={list}
            title={kindOf(kind).plural[language]}
            filterLabel={t("records.filterHint")}
            columns={columns}
          >
            <KindSwitch caseId={caseId} kind={kind} />
            {add}
          </ListHead>
          <ListBody
            list={list}
            label={kindOf(kind).plural[language]}
            columns={columns}
            chosen={id}
            onChoose={pick}
            onOpen={pick}
            {...(asTarget({ kind, id: "" }) === undefined ? {} : { onDropOn: dropOn })}
            empty={<Empty title={free ? t("records.empty") : t("records.emptyParts")}>{add}</Empty>}
          />
        </div>
      }
      side={
        chosen === undefined ? (
          <Empty title={t("records.choose1")} />
        ) : (
          <RecordInspector key={chosen.id} record={chosen} onGone={() => refine({ view: "records", caseId, kind })} />
        )
      }
    />
  )
}
