import "./lists.css"
import type { ReactNode } from "react"
import { formatNumber } from "../../../shared/i18n/translate.ts"
import { useNarrow } from "../../session/filter.ts"
import type { List } from "../../session/list.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { FilterBar } from "../filters/FilterBar.tsx"
import { ViewMenu } from "../views/ViewMenu.tsx"

interface Props<Row> {
  readonly list: List<Row>
  readonly title: string
  readonly filterLabel: string
  readonly columns: readonly { readonly id: string; readonly header: string }[]
  readonly children: ReactNode
}

/** A list's title, its honest count, its filter, and what can be added. */
export const ListHead = <Row,>({ list, title, filterLabel, columns, children }: Props<Row>) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const { total, all, status, caseId } = list.use()
  const narrow = useNarrow()
  const number = (value: number) => formatNumber(language, value)
  return (
    <>
      <header className="head-bar">
        <h1>{title}</h1>
        {status === "ready" && all > 0 && (
          <span className="count">
            {narrow ? t("common.ofAll", { total: number(total), all: number(all) }) : number(all)}
          </span>
        )}
        <span className="grow" />
        {caseId !== undefined && all > 0 && <ViewMenu caseId={caseId} list={list} columns={columns} />}
        {children}
      </header>
      {caseId !== undefined && all > 0 && <FilterBar caseId={caseId} kinds={[list.kind]} hint={filterLabel} />}
    </>
  )
}
