import "./lists.css"
import { ListFilter, X } from "lucide-react"
import { type ReactNode, useRef, useState } from "react"
import { Button } from "../../components/Button.tsx"
import { useKeys } from "../../keys/bind.ts"
import type { List } from "../../session/list.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { formatNumber } from "../../../shared/i18n/translate.ts"

interface Props<Row> {
  readonly list: List<Row>
  readonly title: string
  readonly filterLabel: string
  readonly children: ReactNode
}

/** A list's title, its honest count, its filter, and what can be added. */
export const ListHead = <Row,>({ list, title, filterLabel, children }: Props<Row>) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const { total, all, query, status } = list.use()
  const [open, setOpen] = useState(query !== "")
  const field = useRef<HTMLInputElement>(null)
  const show = () => {
    setOpen(true)
    requestAnimationFrame(() => field.current?.focus())
  }
  const clear = () => {
    setOpen(false)
    list.narrow({ query: "" })
  }
  useKeys({ filter: show })
  const number = (value: number) => formatNumber(language, value)
  return (
    <header className="head-bar">
      <h1>{title}</h1>
      {status === "ready" && all > 0 && (
        <span className="count">
          {query === "" ? number(all) : t("common.ofAll", { total: number(total), all: number(all) })}
        </span>
      )}
      <span className="grow" />
      {open ? (
        <div className="filter">
          <ListFilter size={14} strokeWidth={1.75} aria-hidden />
          <input
            ref={field}
            aria-label={filterLabel}
            placeholder={filterLabel}
            value={query}
            spellCheck={false}
            onChange={(event) => list.narrow({ query: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === "Escape") clear()
            }}
          />
          <Button icon={X} look="quiet" small tip={t("common.clearFilter")} onPress={clear} />
        </div>
      ) : (
        all > 0 && (
          <Button icon={ListFilter} tip={filterLabel} keyName="filter" onPress={show}>
            {t("common.filter")}
          </Button>
        )
      )}
      {children}
    </header>
  )
}
