import { type ReactNode, useCallback, useEffect, useState } from "react"
import { copyText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { type Column, Grid } from "../../components/Grid.tsx"
import { Empty, Failed, Skeleton } from "../../components/States.tsx"
import { useKeys } from "../../keys/bind.ts"
import { explain } from "../../session/explain.ts"
import { clearFilter, useFilter, useReloadOnFilter } from "../../session/filter.ts"
import { changeLayout, type Layout, useLayout } from "../../session/layout.ts"
import { type List, rowAt } from "../../session/list.ts"
import { useT } from "../../session/preferences.ts"
import { nothingSelected, pickRow } from "../../session/selection.ts"
import { BulkEdit } from "../bulk/BulkEdit.tsx"
import { useGrouping } from "./useGrouping.ts"

interface Props<Row> {
  readonly list: List<Row>
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly chosen: string | undefined
  readonly onChoose: (row: Row) => void
  readonly onOpen: (row: Row) => void
  readonly empty: ReactNode
  readonly onDropOn?: (row: Row, data: DataTransfer) => void
  readonly onDragRow?: (row: Row, data: DataTransfer) => void
  /** What can be done with several rows at once. */
  readonly bulk?: (rows: readonly Row[], done: () => void) => ReactNode
}

const shownColumns = <Row,>(columns: readonly Column<Row>[], { hidden, widths }: Layout): readonly Column<Row>[] =>
  columns
    .filter(({ id }, index) => index === 0 || !hidden.includes(id))
    .map((column) => {
      const width = widths[column.id]
      return width === undefined ? column : { ...column, track: `${width}px` }
    })

/** A list in each of its states: loading, failed, empty, nothing that matches, rows. */
export const ListBody = <Row extends { readonly id: string }>(props: Props<Row>) => {
  const { list, chosen, onOpen, empty, onDropOn } = props
  const t = useT()
  const state = list.use()
  const [selection, setSelection] = useState(nothingSelected)
  // Subtle: rows of another question are other rows; nothing hidden may stay selected.
  const layout = useLayout(list.kind)
  const grouping = useGrouping(list.kind, layout.group, state.total, state.groups)
  const filter = useFilter((now) => now.filter)
  const question = `${JSON.stringify(filter)} ${state.query} ${state.sort} ${state.descending}`
  useEffect(() => setSelection(nothingSelected), [question])
  useReloadOnFilter(list.reloadSoon)
  // Subtle: a grouped list asks for the places that are in sight, which lie apart where groups are folded.
  const { lines: shown } = grouping
  const need = useCallback(
    (first: number, last: number) => {
      for (let index = first; index <= last; index += 1) {
        const line = shown.at(index)
        if (line.kind === "row") list.need(line.offset, line.offset)
      }
    },
    [shown, list],
  )
  const clear = () => {
    setSelection(nothingSelected)
    // The button that was pressed goes with its bar; the keyboard goes on in the list.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".grid-scroll")?.focus({ preventScroll: true }))
  }
  useKeys({
    close: () => {
      if (selection.ids.size === 0) return false
      clear()
      return true
    },
    selectRow: () => {
      if (chosen === undefined) return false
      setSelection(({ ids, from }) => {
        const next = new Set(ids)
        if (!next.delete(chosen)) next.add(chosen)
        return { ids: next, from }
      })
      return true
    },
    selectAll: () =>
      void list.everything().then((rows) => setSelection({ ids: new Set(rows.map(({ id }) => id)), from: -1 })),
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
      <Empty title={t("filters.noMatch")}>
        <Button onPress={clearFilter}>{t("filters.clear")}</Button>
      </Empty>
    )
  }
  const { lines, headerAt } = grouping
  const offsetAt = (index: number): number => {
    const line = lines.at(index)
    return line.kind === "row" ? line.offset : -1
  }
  const rowOf = (index: number): Row | undefined => rowAt(state, offsetAt(index))
  const picked = Object.values(state.blocks)
    .flat()
    .filter((row) => selection.ids.has(row.id))
  return (
    <>
      {selection.ids.size > 0 && (
        <div className="bulk" role="group" aria-label={t("bulk.selected", { count: selection.ids.size })}>
          <strong className="strong">{t("bulk.selected", { count: selection.ids.size })}</strong>
          {state.caseId !== undefined && (
            <BulkEdit caseId={state.caseId} list={list} ids={[...selection.ids]} done={clear} />
          )}
          {picked.length === selection.ids.size && props.bulk?.(picked, clear)}
          <Button look="quiet" small keyName="close" showKey onPress={clear}>
            {t("bulk.clear")}
          </Button>
        </div>
      )}
      <Grid
        label={props.label}
        columns={shownColumns(props.columns, layout)}
        count={lines.count}
        rowAt={rowOf}
        headerAt={headerAt}
        onResize={(column, widthPx) => changeLayout(list.kind, { widths: { ...layout.widths, [column]: widthPx } })}
        resizeLabel={(header) => t("views.resize", { what: header })}
        rowKey={(row) => row.id}
        chosen={chosen}
        onChoose={props.onChoose}
        onOpen={onOpen}
        onRange={need}
        sort={state.sort}
        descending={state.descending}
        onSort={(sort) => list.narrow({ sort, descending: state.sort === sort && !state.descending })}
        {...(onDropOn === undefined ? {} : { onDropOn })}
        {...(props.onDragRow === undefined ? {} : { onDragRow: props.onDragRow })}
        selected={selection.ids}
        onPick={(index, how) => setSelection((now) => pickRow(now, index, how, (at) => rowOf(at)?.id))}
      />
    </>
  )
}
