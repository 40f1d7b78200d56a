import { createStore } from "../../session/store.ts"

interface Mark {
  /** Where the player stands. */
  readonly nowMs: number
  readonly beginMs: number | undefined
  /** Undefined while the span goes on to where the player stands. */
  readonly endMs: number | undefined
}

/** The span that is being chosen in the recording that is open. */
export const useMark = createStore<Mark>({ nowMs: 0, beginMs: undefined, endMs: undefined })

export const setNow = (nowMs: number): void => useMark.setState({ nowMs })
export const beginMark = (): void => useMark.setState(({ nowMs }) => ({ beginMs: nowMs, endMs: undefined }))
export const endMark = (): void =>
  useMark.setState(({ nowMs, beginMs }) => (beginMs === undefined ? { beginMs: 0, endMs: nowMs } : { endMs: nowMs }))
export const clearMark = (): void => useMark.setState({ beginMs: undefined, endMs: undefined })

export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** The chosen span, its ends in order; undefined where none has begun, or it has no length. */
export const markedSpan = ({ nowMs, beginMs, endMs = nowMs }: Mark = useMark.getState()): Span | undefined => {
  if (beginMs === undefined || beginMs === endMs) return undefined
  return { startMs: Math.min(beginMs, endMs), endMs: Math.max(beginMs, endMs) }
}
