/** The system's file dialog, by the one element that a page may open it with. Empty when dismissed. */
export const pickFilesByInput = (): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement("input")
    input.type = "file"
    input.multiple = true
    input.hidden = true
    const end = (files: readonly File[]): void => {
      input.remove()
      resolve(files)
    }
    input.addEventListener("change", () => end([...(input.files ?? [])]), { once: true })
    input.addEventListener("cancel", () => end([]), { once: true })
    // Subtle: an input outside the document loses its "cancel" event in Chromium.
    document.body.append(input)
    input.click()
  })
