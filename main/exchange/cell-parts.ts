/** Several answers in one cell: "one; two", with "\;" for a semicolon that is a part of one. */
export const joinParts = (parts: readonly string[]): string => {
  const written = parts.map((part) => part.replace(/[\\;]/g, (sign) => `\\${sign}`))
  // A comma would part them where no semicolon stands; one at the end says that none does.
  return written.length === 1 && (written[0] ?? "").includes(",") ? `${written[0] ?? ""};` : written.join("; ")
}

/**
 * Several answers in one cell: "one; two", with "\;" for a semicolon that is a part of one.
 * Parted at semicolons; where there is none, at commas unless
 * `onlySemicolons`.
 */
export const splitParts = (text: string, onlySemicolons = false): string[] => {
  const pieces = text.match(/(?:\\[\\;]|[^;])+/g) ?? []
  const parted = onlySemicolons || pieces.length > 1 || text.endsWith(";") ? pieces : text.split(",")
  return parted.map((part) => part.replace(/\\([\\;])/g, "$1").trim()).filter((part) => part !== "")
}

/** Asked and not known, or not told: a sign of its own, since an empty cell says that nobody asked. */
export const unsaidCells = { unknown: "⟨unknown⟩", refused: "⟨refused⟩" } as const
