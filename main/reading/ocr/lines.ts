/** Tesseract's table as lines of words, in page points. */
import { pageRect, type PageRect } from "../../../shared/geometry.ts"
import type { PageLine, PageWord } from "../page-text.ts"

const around = (rects: readonly PageRect[]): PageRect => {
  const left = Math.min(...rects.map((rect) => rect.x))
  const top = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return pageRect(left, top, right - left, bottom - top)
}

/** Rows of level 5 are words: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const wordLevel = "5"

/** Lines of words from Tesseract's table, in page points. */
export const linesOf = (table: string, dpi: number): PageLine[] => {
  const lines = new Map<string, PageWord[]>()
  for (const row of table.split("\n")) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text = ""] = row.split("\t")
    if (level !== wordLevel || text.trim() === "") continue
    const points = (pixels: string | undefined): number => (Number(pixels) * 72) / dpi
    const rect = pageRect(points(left), points(top), points(width), points(height))
    const word = { text: text.trim(), rect, confidence: Math.min(1, Math.max(0, Number(confidence) / 100)) }
    const key = [page, block, paragraph, line].join("/")
    lines.set(key, [...(lines.get(key) ?? []), word])
  }
  return [...lines.values()].map((words) => ({ rect: around(words.map(({ rect }) => rect)), words }))
}
