import "./views.css"
import { ChevronDown, SlidersHorizontal } from "lucide-react"
import { useEffect } from "react"
import type { CaseId } from "../../../shared/model/ids.ts"
import { groupings } from "../../../shared/model/grouping.ts"
import { Choice } from "../../components/Choice.tsx"
import { Drop } from "../../components/Drop.tsx"
import { Tick } from "../../components/Toggle.tsx"
import { onRecords } from "../../session/changes.ts"
import { changeLayout, useLayout } from "../../session/layout.ts"
import type { List } from "../../session/list.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { groupingWords } from "../lists/group-words.ts"
import { Saved } from "./Saved.tsx"
import { loadViews, useViews } from "./store.ts"

interface Props<Row> {
  readonly caseId: CaseId
  readonly list: List<Row>
  readonly columns: readonly { readonly id: string; readonly header: string }[]
}

/** How the list is looked at: saved views, grouping, columns. */
export const ViewMenu = <Row,>({ caseId, list, columns }: Props<Row>) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const layout = useLayout(list.kind)
  const { views, current } = useViews()
  useEffect(() => {
    void loadViews(caseId)
    return onRecords(["view"], () => void loadViews(caseId))
  }, [caseId])
  const now = views.find(({ record }) => record.id === current[list.kind])
  const group = (by: string) => {
    changeLayout(list.kind, { group: by })
    void list.reload()
  }
  return (
    <Drop
      label={t("views.menu")}
      className="views-menu"
      button={
        <>
          <SlidersHorizontal size={15} strokeWidth={1.75} aria-hidden />
          <span className="truncate view-now">{now?.title ?? t("views.view")}</span>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </>
      }
    >
      <Saved caseId={caseId} list={list} />
      <Choice
        label={t("views.group")}
        value={layout.group}
        options={[
          { value: "", label: t("views.noGrouping") },
          ...groupings(list.kind).map((by) => ({ value: by, label: groupingWords(list.kind, by, language) })),
        ]}
        onChange={group}
      />
      <section aria-label={t("views.columns")}>
        <h2 className="field-label">{t("views.columns")}</h2>
        {columns.slice(1).map(({ id, header }) => (
          <Tick
            key={id}
            on={!layout.hidden.includes(id)}
            onChange={(on) =>
              changeLayout(list.kind, {
                hidden: on ? layout.hidden.filter((one) => one !== id) : [...layout.hidden, id],
              })
            }
          >
            {header}
          </Tick>
        ))}
        {Object.keys(layout.widths).length > 0 && (
          <button type="button" className="choose-link" onClick={() => changeLayout(list.kind, { widths: {} })}>
            {t("views.plainWidths")}
          </button>
        )}
      </section>
    </Drop>
  )
}
