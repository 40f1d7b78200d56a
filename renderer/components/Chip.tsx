import type { ReactNode } from "react"

export type Tone = "plain" | "good" | "warn" | "bad" | "accent" | "protected"

/** A small word with a colour; the colour is never the only sign. */
export const Chip = ({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`chip ${tone}`}>{children}</span>
)
