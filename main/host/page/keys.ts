const isBrowserKey = (event: KeyboardEvent): boolean => {
  const command = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (key === "f12" || (command && event.shiftKey && ["i", "j", "c"].includes(key))) return true
  if (command && ["p", "s", "u", "o", "n", "t", "j", "h", "r"].includes(key)) return true
  return key === "f5"
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
