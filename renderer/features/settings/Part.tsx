import type { ReactNode } from "react"

/** A group of settings under its heading. */
export const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="settings-part">
    <h2>{title}</h2>
    <div className="settings-items">{children}</div>
  </section>
)
