const keptMs = 60_000
let copied: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** Empties the clipboard if what we put there is still there. */
export const clearCopied = async (): Promise<void> => {
  if (copied === undefined) return
  clearTimeout(timer)
  try {
    // Subtle: a page without focus may not read; then it cannot know whose text it would wipe, so it tries again on focus.
    if ((await navigator.clipboard.readText()) === copied) await navigator.clipboard.writeText("")
    copied = undefined
  } catch {
    addEventListener("focus", () => void clearCopied(), { once: true })
  }
}

/** Copies `text`, and clears it after a minute if it is still ours. */
export const copyForAMinute = async (text: string): Promise<void> => {
  await navigator.clipboard.writeText(text)
  copied = text
  clearTimeout(timer)
  timer = setTimeout(() => void clearCopied(), keptMs)
}
