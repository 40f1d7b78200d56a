import { type ReactNode, useEffect, useId, useRef, useState } from "react"

interface Props {
  readonly label: string
  readonly className: string
  /** What stands on the button. */
  readonly button: ReactNode
  readonly children: ReactNode
}

/** A panel under its button, in its place on the page: Escape, or a press elsewhere, folds it. */
export const Drop = ({ label, className, button, children }: Props) => {
  const [open, setOpen] = useState(false)
  const panelId = useId()
  const whole = useRef<HTMLSpanElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const onPress = ({ target }: PointerEvent) => {
      // Lists that open out of the panel lie outside of it on the page.
      if (!(target instanceof Element) || whole.current?.contains(target) === true) return
      if (target.closest(".popover, [data-testid=underlay]") === null) setOpen(false)
    }
    document.addEventListener("pointerdown", onPress)
    return () => document.removeEventListener("pointerdown", onPress)
  }, [open])
  return (
    <span
      className="drop"
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open || event.defaultPrevented) return
        event.stopPropagation()
        setOpen(false)
        opener.current?.focus()
      }}
    >
      <button
        type="button"
        ref={opener}
        className="button plain"
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      >
        <span className="unseen">{label}: </span>
        {button}
      </button>
      <span className={`drop-panel ${className}`} id={panelId} role="group" aria-label={label} hidden={!open}>
        {open && children}
      </span>
    </span>
  )
}
