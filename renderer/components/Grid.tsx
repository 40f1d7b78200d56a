import { useVirtualizer } from "@tanstack/react-virtual"
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight } from "lucide-react"
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from "react"

export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** A CSS grid track: "120px", "minmax(160px, 1fr)". */
  readonly track: string
  readonly cell: (row: Row) => ReactNode
  readonly sortable?: boolean
  readonly align?: "end"
}

export interface GridProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly count: number
  readonly rowAt: (index: number) => Row | undefined
  readonly rowKey: (row: Row) => string
  readonly chosen: string | undefined
  readonly onChoose: (row: Row) => void
  readonly onOpen: (row: Row) => void
  readonly onRange: (first: number, last: number) => void
  readonly sort: string
  readonly descending: boolean
  readonly onSort: (column: string) => void
  readonly rowClass?: (row: Row) => string
  /** What is dropped on a row: files, or what another row's `onDragRow` put there. */
  readonly onDropOn?: (row: Row, data: DataTransfer) => void
  /** Lets rows be dragged to where they can be dropped. */
  readonly onDragRow?: (row: Row, data: DataTransfer) => void
  /** Rows taken together: Ctrl+click toggles one, Shift+click takes all between. */
  readonly selected?: ReadonlySet<string>
  readonly onPick?: (index: number, how: "one" | "toggle" | "range") => void
  /** A line that is no row but the header of those beneath it. */
  readonly headerAt?: (index: number) => GridHeader | undefined
  /** The person drew a column that wide. */
  readonly onResize?: (column: string, widthPx: number) => void
  readonly resizeLabel?: (header: string) => string
}

export interface GridHeader {
  readonly words: string
  readonly count: string
  readonly folded: boolean
  readonly onToggle: () => void
}

const rowHeight = 38

const moves: Readonly<Record<string, (at: number, last: number, page: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, last, page) => Math.min(last, at + page),
  PageUp: (at, _last, page) => Math.max(0, at - page),
  Home: () => 0,
  End: (_at, last) => last,
}

/** A table whose rows exist only while they are on the screen: 100,000 scroll like ten. */
export const Grid = <Row,>(props: GridProps<Row>) => {
  const { columns, count, rowAt, rowKey, chosen, onChoose, onRange } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const first = items.at(0)?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (count > 0) onRange(first, last)
  }, [first, last, count, onRange])

  // Arrows work at once where nothing else has the focus.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [])

  const tracks = columns.map((column) => column.track).join(" ")
  const chosenIndex = useRef(-1)
  for (const { index } of items) {
    const row = rowAt(index)
    if (row !== undefined && rowKey(row) === chosen) chosenIndex.current = index
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2)
    let next = moves[event.key]?.(chosenIndex.current, count - 1, page)
    if (next === undefined) return
    const step = next < chosenIndex.current || event.key === "End" ? -1 : 1
    while (props.headerAt?.(next) !== undefined && next + step >= 0 && next + step < count) next += step
    event.preventDefault()
    virtual.scrollToIndex(next)
    const row = rowAt(next)
    if (row !== undefined) {
      chosenIndex.current = next
      onChoose(row)
      props.onPick?.(next, event.shiftKey ? "range" : "one")
    }
  }

  return (
    <div className="grid" role="grid" aria-label={props.label} aria-rowcount={count + 1} aria-colcount={columns.length}>
      <div role="rowgroup">
        <div className="grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} {...props} />
          ))}
        </div>
      </div>
      <div
        className="grid-scroll"
        ref={scroller}
        role="rowgroup"
        tabIndex={0}
        aria-label={props.label}
        data-grid=""
        onKeyDown={onKeyDown}
      >
        <div className="grid-space" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const header = props.headerAt?.(index)
            return header === undefined ? (
              <MemoRow key={index} index={index} start={start} tracks={tracks} row={rowAt(index)} {...props} />
            ) : (
              <HeaderRow key={index} index={index} start={start} span={columns.length} {...header} />
            )
          })}
        </div>
      </div>
    </div>
  )
}

const narrowestPx = 44

/** The line between two heads: drawn with the pointer, or moved with arrows. */
const Resizer = <Row,>({ column, onResize, resizeLabel }: GridProps<Row> & { readonly column: Column<Row> }) => {
  if (onResize === undefined) return null
  const widthOf = (from: Element): number => from.parentElement?.getBoundingClientRect().width ?? narrowestPx
  const set = (widthPx: number) => onResize(column.id, Math.max(narrowestPx, Math.round(widthPx)))
  return (
    <span
      className="grid-resize"
      role="separator"
      aria-orientation="vertical"
      aria-label={resizeLabel?.(column.header)}
      aria-valuenow={0}
      tabIndex={-1}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        const begin = { x: event.clientX, width: widthOf(event.currentTarget) }
        event.currentTarget.onpointermove = (moved) => set(begin.width + moved.clientX - begin.x)
      }}
      onPointerUp={(event) => {
        event.currentTarget.onpointermove = null
      }}
    />
  )
}

const HeadCell = <Row,>(props: GridProps<Row> & { readonly column: Column<Row> }) => {
  const { column, sort, descending, onSort } = props
  const sorted = sort === column.id
  const className = column.align === "end" ? "grid-cell end" : "grid-cell"
  if (column.sortable !== true) {
    return (
      <div className={className} role="columnheader">
        {column.header}
        <Resizer {...props} />
      </div>
    )
  }
  const Arrow = descending ? ArrowDown : ArrowUp
  return (
    <div
      className={className}
      role="columnheader"
      aria-sort={sorted ? (descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" className="grid-sort" onClick={() => onSort(column.id)}>
        {column.header}
        {sorted && <Arrow size={12} strokeWidth={2} aria-hidden />}
      </button>
      <Resizer {...props} />
    </div>
  )
}

interface HeaderProps extends GridHeader {
  readonly index: number
  readonly start: number
  readonly span: number
}

const HeaderRow = ({ index, start, span, words, count, folded, onToggle }: HeaderProps) => (
  <div
    className="grid-row grid-group"
    role="row"
    aria-rowindex={index + 2}
    style={{ transform: `translateY(${start}px)` }}
  >
    <div role="gridcell" aria-colspan={span} className="grid-cell">
      <button type="button" className="grid-fold" aria-expanded={!folded} onClick={onToggle}>
        {folded ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
        <span className="truncate">{words}</span>
        <span className="count">{count}</span>
      </button>
    </div>
  </div>
)

interface RowProps<Row> extends GridProps<Row> {
  readonly index: number
  readonly start: number
  readonly tracks: string
  readonly row: Row | undefined
}

const GridRow = <Row,>({ index, start, tracks, row, columns, rowKey, chosen, ...props }: RowProps<Row>) => {
  const isChosen = row !== undefined && rowKey(row) === chosen
  const isSelected = row !== undefined && props.selected?.has(rowKey(row)) === true
  const extra = row === undefined ? "" : (props.rowClass?.(row) ?? "")
  const { onDropOn, onDragRow } = props
  const droppable = onDropOn !== undefined && row !== undefined
  return (
    <div
      className={`grid-row ${isChosen ? "chosen" : ""} ${isSelected ? "selected" : ""} ${extra}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen || isSelected}
      style={{ gridTemplateColumns: tracks, transform: `translateY(${start}px)` }}
      onPointerDown={(event) => {
        if (event.button !== 0 || row === undefined) return
        const how = event.ctrlKey || event.metaKey ? "toggle" : event.shiftKey ? "range" : "one"
        if (how === "one") props.onChoose(row)
        props.onPick?.(index, how)
      }}
      onDoubleClick={() => {
        if (row !== undefined) props.onOpen(row)
      }}
      onDragOver={(event) => {
        if (!droppable) return
        event.preventDefault()
        event.currentTarget.classList.add("drop-target")
      }}
      onDragLeave={(event) => event.currentTarget.classList.remove("drop-target")}
      onDrop={(event) => {
        event.currentTarget.classList.remove("drop-target")
        if (!droppable) return
        event.preventDefault()
        event.stopPropagation()
        onDropOn(row, event.dataTransfer)
      }}
      draggable={onDragRow !== undefined && row !== undefined}
      onDragStart={(event) => {
        if (row !== undefined) onDragRow?.(row, event.dataTransfer)
      }}
    >
      {row === undefined ? (
        <div className="grid-cell" role="gridcell">
          <span className="skeleton-bar" />
        </div>
      ) : (
        columns.map((column) => (
          <div key={column.id} role="gridcell" className={column.align === "end" ? "grid-cell end" : "grid-cell"}>
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  )
}

// While scrolling only the rows that come into sight are drawn: the others' properties have not changed.
const MemoRow = memo(GridRow) as typeof GridRow
