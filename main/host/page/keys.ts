/** By letter and by place: in a Russian layout the letter is another, and the browser goes by the place. */
const isBrowserKey = ({ key, code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => {
  const pressed = [key.toLowerCase(), code.replace(/^Key/, "").toLowerCase()]
  const isOneOf = (...letters: readonly string[]) => letters.some((letter) => pressed.includes(letter))
  if (isOneOf("f5", "f12")) return true
  if (!ctrlKey && !metaKey) return false
  return isOneOf("p", "s", "u", "o", "n", "t", "j", "h", "r") || (shiftKey && isOneOf("i", "c"))
}

/**
 * Keeps the browser's own commands (developer tools, print, save, view source, new window, reload) from a page of
 * ours. The page's listeners still hear the key: the application may have its own meaning for it.
 */
export const swallowBrowserKeys = (): void => {
  addEventListener(
    "keydown",
    (event) => {
      if (isBrowserKey(event)) event.preventDefault()
    },
    { capture: true },
  )
  addEventListener("contextmenu", (event) => {
    const target = event.target as Element | null
    if (target?.closest("input, textarea, [contenteditable]") === null) event.preventDefault()
  })
  // A file dropped beside a drop zone would be opened in place of the page.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault())
}
