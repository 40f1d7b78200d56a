/**
 * Calls `action` at once, then at most once every `intervalMs`; a call in between is kept and made at the end of it.
 * The timer never keeps the process alive. `stop` drops what waits.
 */
export const throttled = (action: () => void, intervalMs: number): { call: () => void; stop: () => void } => {
  let timer: NodeJS.Timeout | undefined
  let waiting = false
  const rest = (): void => {
    timer = undefined
    if (!waiting) return
    waiting = false
    fire()
  }
  const fire = (): void => {
    action()
    timer = setTimeout(rest, intervalMs)
    timer.unref()
  }
  return {
    call: () => {
      if (timer === undefined) fire()
      else waiting = true
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
      waiting = false
    },
  }
}
