import { Copy, TriangleAlert } from "lucide-react"
import { type ReactNode, useEffect, useState } from "react"
import { Button } from "./Button.tsx"

/** Nothing here yet: one sentence, one button with its key. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="state">
    <p className="state-title">{title}</p>
    {children}
  </div>
)

const waitMs = 150

/** Grey bars in the place of rows, but only when loading takes long enough to be seen. */
export const Skeleton = ({ rows = 8, label }: { readonly rows?: number; readonly label: string }) => {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), waitMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {shown && Array.from({ length: rows }, (_, row) => <div key={row} className="skeleton-row" />)}
    </div>
  )
}

interface FailedProps {
  /** What happened, what was kept, what to do. */
  readonly sentence: string
  readonly code: string
  readonly copyLabel: string
  readonly onCopy: (code: string) => void
  readonly children?: ReactNode
}

export const Failed = ({ sentence, code, copyLabel, onCopy, children }: FailedProps) => (
  <div className="failed" role="alert">
    <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
    <div className="failed-text">
      <p>{sentence}</p>
      <p className="failed-code">
        <code className="mono">{code}</code>
        <Button icon={Copy} look="quiet" small tip={copyLabel} onPress={() => onCopy(code)} />
      </p>
      {children}
    </div>
  </div>
)
