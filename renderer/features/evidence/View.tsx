import "./evidence.css"
import { FilePlus2, FolderPlus, Link2 } from "lucide-react"
import { type DragEvent, type ReactNode, useEffect, useState } from "react"
import type { Evidence } from "../../../shared/model/evidence.ts"
import type { CaseId, EvidenceId } from "../../../shared/model/ids.ts"
import { linkedKinds } from "../../../shared/model/link.ts"
import { Button } from "../../components/Button.tsx"
import { Panes } from "../../components/Panes.tsx"
import { Empty } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { onRecords } from "../../session/changes.ts"
import { go, refine } from "../../session/navigation.ts"
import { useInspectorWidth } from "../../session/panes.ts"
import { useT } from "../../session/preferences.ts"
import { asTarget, dragEvidence } from "../links/drag.ts"
import { linkAll } from "../links/store.ts"
import { ListBody } from "../lists/ListBody.tsx"
import { ListHead } from "../lists/ListHead.tsx"
import { RefPicker } from "../records/RefPicker.tsx"
import { useColumns } from "./columns.tsx"
import { dropOnList, pickAndImport } from "./import.ts"
import { ImportDialog } from "./ImportDialog.tsx"
import { Inspector } from "./Inspector.tsx"
import { choose, evidenceList, useEvidence } from "./store.ts"

interface Props {
  readonly caseId: CaseId
  readonly id: EvidenceId | undefined
}

export const EvidenceView = ({ caseId, id }: Props) => {
  const t = useT()
  const columns = useColumns()
  const [width, setWidth] = useInspectorWidth()
  const chosen = useEvidence((state) => state.chosen)
  useEffect(() => {
    evidenceList.open(caseId)
    return onRecords(["evidence", "link"], () => void evidenceList.reload())
  }, [caseId])
  useEffect(() => void choose(id), [id])
  const addFiles = () => void pickAndImport(caseId, "files")
  const addFolder = () => void pickAndImport(caseId, "folder")
  useKeys({ add: addFiles, folder: addFolder })
  const buttons = (
    <>
      <Button icon={FolderPlus} tip={t("evidence.addFolder")} keyName="folder" onPress={addFolder} />
      <Button icon={FilePlus2} look="primary" keyName="add" showKey onPress={addFiles}>
        {t("evidence.addFiles")}
      </Button>
    </>
  )
  const open = (row: Evidence) => go({ view: "viewer", caseId, id: row.id })
  return (
    <>
      <Panes
        label={t("common.resizePane")}
        width={width}
        onWidth={setWidth}
        main={
          <DropZone caseId={caseId}>
            <ListHead
              list={evidenceList}
              title={t("evidence.title")}
              filterLabel={t("incidents.filterHint")}
              columns={columns}
            >
              {buttons}
            </ListHead>
            <ListBody
              list={evidenceList}
              label={t("evidence.title")}
              columns={columns}
              chosen={id}
              onChoose={(row) => refine({ view: "evidence", caseId, id: row.id })}
              onOpen={open}
              onDragRow={(row, data) => dragEvidence(row.id, data)}
              bulk={(rows, done) => <LinkSeveral caseId={caseId} rows={rows} done={done} />}
              empty={
                <Empty title={t("evidence.empty")}>
                  <span className="state-actions">{buttons}</span>
                </Empty>
              }
            />
          </DropZone>
        }
        side={
          chosen === undefined ? (
            <Empty title={t("evidence.choose")} />
          ) : (
            <Inspector key={chosen.id} evidence={chosen} />
          )
        }
      />
      <ImportDialog />
    </>
  )
}

/** The list takes files dropped anywhere on it, and says what will happen. */
const DropZone = ({ caseId, children }: { readonly caseId: CaseId; readonly children: ReactNode }) => {
  const t = useT()
  const [over, setOver] = useState(false)
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void dropOnList(caseId, [...event.dataTransfer.files])
  }
  return (
    <div className="list drop-zone" onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      {children}
      {over && <p className="drop-words">{t("evidence.drop")}</p>}
    </div>
  )
}

interface LinkSeveralProps {
  readonly caseId: CaseId
  readonly rows: readonly Evidence[]
  readonly done: () => void
}

const LinkSeveral = ({ caseId, rows, done }: LinkSeveralProps) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <Button icon={Link2} small onPress={() => setOpen(true)}>
        {t("bulk.link")}
      </Button>
    )
  }
  const ids = rows.map(({ id }) => id)
  return (
    <div className="bulk-find">
      <RefPicker
        caseId={caseId}
        kinds={["incident", "actor", ...linkedKinds]}
        label={t("viewer.linkTo")}
        onClose={() => setOpen(false)}
        onPick={(ref) => {
          const target = asTarget(ref)
          done()
          if (target !== undefined) void linkAll(ids, target)
        }}
      />
    </div>
  )
}
