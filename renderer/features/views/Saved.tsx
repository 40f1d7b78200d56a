import { Pencil, Save, Trash2 } from "lucide-react"
import { useState } from "react"
import type { CaseId } from "../../../shared/model/ids.ts"
import { Button } from "../../components/Button.tsx"
import type { List } from "../../session/list.ts"
import { useT } from "../../session/preferences.ts"
import { keepView, openView, removeView, renameView, type SavedView, saveView, useViews } from "./store.ts"

interface Props<Row> {
  readonly caseId: CaseId
  readonly list: List<Row>
}

/** Views saved for this list: switch, write over, rename, delete; and the one as it stands now, under a name. */
export const Saved = <Row,>({ caseId, list }: Props<Row>) => {
  const t = useT()
  const { views, current } = useViews()
  const mine = views.filter(({ record }) => record.state === list.kind)
  const [name, setName] = useState("")
  const save = () => {
    const title = name.trim()
    if (title === "") return
    setName("")
    void saveView(caseId, list, title)
  }
  return (
    <section aria-label={t("views.saved")}>
      <h2 className="field-label">{t("views.saved")}</h2>
      {mine.map((view) => (
        <Row
          key={view.record.id}
          caseId={caseId}
          list={list}
          view={view}
          here={current[list.kind] === view.record.id}
        />
      ))}
      <form
        className="views-save"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <input
          aria-label={t("views.name")}
          placeholder={t("views.name")}
          value={name}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button small type="submit" disabled={name.trim() === ""}>
          {t("views.save")}
        </Button>
      </form>
    </section>
  )
}

interface RowProps<Row> extends Props<Row> {
  readonly view: SavedView
  readonly here: boolean
}

const Row = <R,>({ caseId, list, view, here }: RowProps<R>) => {
  const t = useT()
  const [title, setTitle] = useState<string | undefined>(undefined)
  if (title !== undefined) {
    const rename = () => {
      setTitle(undefined)
      if (title.trim() !== "") void renameView(caseId, view, title.trim())
    }
    return (
      <form
        className="views-save"
        onSubmit={(event) => {
          event.preventDefault()
          rename()
        }}
      >
        <input
          aria-label={t("views.rename")}
          value={title}
          maxLength={200}
          autoFocus
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return
            event.stopPropagation()
            setTitle(undefined)
          }}
        />
        <Button small type="submit">
          {t("views.rename")}
        </Button>
      </form>
    )
  }
  return (
    <div className="views-row">
      <button
        type="button"
        className={here ? "views-open here" : "views-open"}
        aria-current={here}
        onClick={() => openView(list, view)}
      >
        <span className="truncate">{view.title}</span>
      </button>
      {here && (
        <Button
          small
          look="quiet"
          icon={Save}
          tip={t("views.keep")}
          onPress={() => void keepView(caseId, list, view)}
        />
      )}
      <Button small look="quiet" icon={Pencil} tip={t("views.rename")} onPress={() => setTitle(view.title)} />
      <Button small look="quiet" icon={Trash2} tip={t("views.remove")} onPress={() => void removeView(caseId, view)} />
    </div>
  )
}
