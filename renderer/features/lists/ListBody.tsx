import type { ReactNode } from "react"
import { copyText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { type Column, Grid } from "../../components/Grid.tsx"
import { Empty, Failed, Skeleton } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { explain } from "../../session/explain.ts"
import { type List, rowAt } from "../../session/list.ts"
import { useT } from "../../session/preferences.ts"

interface Props<Row> {
  readonly list: List<Row>
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly chosen: string | undefined
  readonly onChoose: (row: Row) => void
  readonly onOpen: (row: Row) => void
  readonly empty: ReactNode
  readonly onDropOn?: (row: Row, files: readonly File[]) => void
}

/** A list in each of its states: loading, failed, empty, nothing that matches, rows. */
export const ListBody = <Row extends { readonly id: string }>(props: Props<Row>) => {
  const { list, chosen, onOpen, empty, onDropOn } = props
  const t = useT()
  const state = list.use()
  useKeys({
    edit: () => document.querySelector<HTMLElement>(".inspector .editable")?.click(),
    open: () => {
      const rows = Object.values(state.blocks).flat()
      const row = rows.find((one) => one.id === chosen)
      if (row === undefined) return false
      onOpen(row)
      return true
    },
  })
  if (state.failure !== undefined) {
    return (
      <div className="list-state">
        <Failed
          sentence={explain(t, state.failure)}
          code={state.failure.code}
          copyLabel={t("common.copyCode")}
          onCopy={(code) => void copyText(code)}
        >
          <Button small onPress={() => void list.reload()}>
            {t("common.tryAgain")}
          </Button>
        </Failed>
      </div>
    )
  }
  if (state.status !== "ready") return <Skeleton label={t("common.loading")} rows={12} />
  if (state.all === 0) return <>{empty}</>
  if (state.total === 0) {
    return (
      <Empty title={t("common.noMatch", { query: state.query })}>
        <Button onPress={() => list.narrow({ query: "" })}>{t("common.clearFilter")}</Button>
      </Empty>
    )
  }
  return (
    <Grid
      label={props.label}
      columns={props.columns}
      count={state.total}
      rowAt={(index) => rowAt(state, index)}
      rowKey={(row) => row.id}
      chosen={chosen}
      onChoose={props.onChoose}
      onOpen={onOpen}
      onRange={list.need}
      sort={state.sort}
      descending={state.descending}
      onSort={(sort) => list.narrow({ sort, descending: state.sort === sort && !state.descending })}
      {...(onDropOn === undefined ? {} : { onDropOn })}
    />
  )
}
