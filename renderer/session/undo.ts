import { tell } from "./preferences.ts"
import { createStore } from "./store.ts"
import { dismissOffers, showToast } from "./toasts.ts"

/** One act of the person with its inverse. Both are calls to the engine; false means that it failed and was told. */
export interface Step {
  readonly label: string
  readonly undo: () => Promise<boolean>
  readonly redo: () => Promise<boolean>
}

interface History {
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  /** Subtle: two quick Ctrl+Z must not run the same inverse twice. */
  readonly busy: boolean
}

export const useHistory = createStore<History>({ past: [], future: [], busy: false })

const longest = 200

/** Remembers an act that was done. With `announce`, a toast offers to take it back. */
export const remember = (step: Step, announce = false): void => {
  useHistory.setState(({ past }) => ({ past: [...past.slice(-longest + 1), step], future: [] }))
  if (announce) showToast({ text: step.label, action: { label: tell("undo.action"), run: () => void undo() } })
}

export const undo = async (): Promise<void> => {
  const { past, busy } = useHistory.getState()
  const step = past.at(-1)
  if (step === undefined || busy) return
  useHistory.setState({ busy: true })
  const done = await step.undo()
  useHistory.setState((now) => ({
    busy: false,
    past: done ? now.past.filter((other) => other !== step) : now.past,
    future: done ? [...now.future, step] : now.future,
  }))
  if (done) dismissOffers(step.label)
  if (done) showToast({ text: tell("undo.undone", { what: step.label }) })
}

export const redo = async (): Promise<void> => {
  const { future, busy } = useHistory.getState()
  const step = future.at(-1)
  if (step === undefined || busy) return
  useHistory.setState({ busy: true })
  const done = await step.redo()
  useHistory.setState((now) => ({
    busy: false,
    future: done ? now.future.filter((other) => other !== step) : now.future,
    past: done ? [...now.past, step] : now.past,
  }))
  if (done) showToast({ text: tell("undo.redone", { what: step.label }) })
}
