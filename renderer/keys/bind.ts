import { useEffect, useRef } from "react"
import { chordOf, type KeyPress } from "./chord.ts"
import { chordsOf, type KeyName } from "./table.ts"

/** Returns false to let the key through to whoever is beneath. */
type Handler = () => unknown
export type Bindings = Partial<Readonly<Record<KeyName, Handler>>>

interface Layer {
  readonly bindings: () => Bindings
}

/** The newest layer that knows a chord gets it: a viewer over a list, a dialog over a viewer. */
const layers: Layer[] = []

const editable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select"))

/** Keys that type or move inside a field belong to the field; undo there undoes text first. */
const belongsToField = (chord: string): boolean =>
  !/^(Ctrl\+|Alt\+|F\d)/.test(chord) || /^Ctrl\+(Shift\+)?Key[ZYCVXA]$/.test(chord)

/** What a press would run, or undefined. Exported for its test. */
export const findHandler = (all: readonly Bindings[], press: KeyPress, inField: boolean): Handler[] => {
  const chord = chordOf(press)
  if (inField && chord !== "Escape" && belongsToField(chord)) return []
  const found: Handler[] = []
  for (const bindings of all.slice().reverse()) {
    for (const [name, handler] of Object.entries(bindings) as [KeyName, Handler][]) {
      if (chordsOf(name).includes(chord)) found.push(handler)
    }
  }
  return found
}

/** A focused button answers Enter and Space itself. */
const belongsToControl = (event: KeyboardEvent): boolean =>
  (event.code === "Enter" || event.code === "Space") &&
  event.target instanceof Element &&
  event.target.closest("button, a, [role=option], [role=menuitem], [role=switch], [role=radio]") !== null

const dialogOpen = (): boolean => document.querySelector("[role=dialog][data-modal]") !== null

/** What protects people works from anywhere: in a dialog, in a field, in a part that keeps its keys to itself. */
const urgent: readonly KeyName[] = ["lock", "names"]

/** Presses whose meaning for the browser the host took away before the page heard them; ours they still have. */
const keptFromBrowser = new WeakSet<KeyboardEvent>()

/** Subtle: on the way down, before any part of the page can answer the key or stop it. */
const onKeyComing = (event: KeyboardEvent): void => {
  if (event.defaultPrevented) keptFromBrowser.add(event)
  const chord = chordOf(event)
  const name = urgent.find((one) => chordsOf(one).includes(chord))
  const handler = name && layers.map((layer) => layer.bindings()[name]).findLast((bound) => bound !== undefined)
  if (handler === undefined) return
  event.preventDefault()
  event.stopPropagation()
  // A key held down would show the names again.
  if (!event.repeat) handler()
}

const onKeyDown = (event: KeyboardEvent): void => {
  const answered = event.defaultPrevented && !keptFromBrowser.has(event)
  if (answered || event.isComposing || belongsToControl(event) || dialogOpen()) return
  const handlers = findHandler(
    layers.map((layer) => layer.bindings()),
    event,
    editable(event.target),
  )
  for (const handler of handlers) {
    if (handler() === false) continue
    event.preventDefault()
    event.stopPropagation()
    return
  }
}

document.addEventListener("keydown", onKeyComing, { capture: true })
document.addEventListener("keydown", onKeyDown)

/** Binds keys while the component is mounted and `active`. */
export const useKeys = (bindings: Bindings, active = true): void => {
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  useEffect(() => {
    if (!active) return
    const layer: Layer = { bindings: () => latest.current }
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [active])
}
