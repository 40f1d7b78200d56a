import { ChevronRight } from "lucide-react"
import { type ReactNode, useState } from "react"

interface Props {
  readonly title: string
  readonly count?: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
  readonly startsClosed?: boolean
}

/** A part of the inspector that folds away. */
export const Section = ({ title, count, action, children, startsClosed = false }: Props) => {
  const [open, setOpen] = useState(!startsClosed)
  return (
    <section className="section">
      <header className="section-head">
        <button type="button" className="section-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={12} strokeWidth={2} aria-hidden className={open ? "turned" : ""} />
          <h3>{title}</h3>
        </button>
        {count !== undefined && <span className="section-count">{count}</span>}
        {action}
      </header>
      {open && <div className="section-body">{children}</div>}
    </section>
  )
}
