/**
 * Keys by where they are, not by what letter they give: everything works in Russian and Kazakh layouts.
 * A chord is written "Ctrl+Shift+KeyZ". Never Ctrl+Alt (AltGr on many layouts).
 */
export interface KeyPress {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** The chord of a key press. The Command key of a Mac counts as Ctrl. */
export const chordOf = (press: KeyPress): string => {
  const parts: string[] = []
  if (press.ctrlKey || press.metaKey) parts.push("Ctrl")
  if (press.altKey) parts.push("Alt")
  if (press.shiftKey) parts.push("Shift")
  parts.push(press.code)
  return parts.join("+")
}

const names: Readonly<Record<string, string>> = {
  Ctrl: "Ctrl",
  Alt: "Alt",
  Shift: "⇧",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Enter: "Enter",
  Escape: "Esc",
  Equal: "+",
  Minus: "−",
  Slash: "/",
  Space: "Space",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Delete: "Del",
  Comma: ",",
}

/** The chord as it stands on keys: "Ctrl K", "⇧ A". One string per key cap. */
export const keyCaps = (chord: string): readonly string[] => {
  if (chord === "Shift+Slash") return ["?"]
  return chord.split("+").map((part) => names[part] ?? part.replace(/^(Key|Digit)/, ""))
}
