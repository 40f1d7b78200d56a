import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import * as mupdf from "mupdf"
import { pageRect, type PageRect } from "../shared/geometry.ts"
import { boxFor } from "../main/redaction/boxes.ts"
import type { RedactionPageText } from "../main/redaction/page-text.ts"
import { report } from "./measure.ts"

/**
 * How far a box narrows who stands beneath it: an attacker sets 500 surnames in the page's own font and keeps those whose box
 * would look the same. The figure is how many times fewer are left, on average over the names; 1 is no help at all.
 * `node bench/widths.ts`
 */
const names = 500
const points = 12
const rules = { rasterDpi: 150, strict: false }
const [left, top, height, right] = [180, 120, 14, 545] as const

const stems =
  "Абдр Ален Арст Байм Болат Вер Гал Дюс Елем Ерм Жак Жума Зей Ибра Иса Кал Кен Лап Мак Мура Нур Омар Ора Пан Рах Сад Сар Тай Тем Уте Фед Хам Цой Шак Яку".split(
    " ",
  )
const middles = ["", "а", "ин", "ман", "тай", "сен", "баев", "гали"]
const ends = ["ов", "ова", "ев", "ева", "ин", "ина", "улы", "қызы", "ко", "ский"]

/** Invented: every combination in turn, the first 500 that differ. */
const surnames = (): string[] => {
  const made = new Set<string>()
  for (let at = 0; made.size < names; at += 1) {
    const stem = stems[at % stems.length] ?? ""
    const middle = middles[Math.floor(at / 3) % middles.length] ?? ""
    made.add(stem + middle + (ends[Math.floor(at / 7) % ends.length] ?? ""))
  }
  return [...made]
}

const loadFont = async (): Promise<mupdf.Font> => {
  const path = createRequire(import.meta.url).resolve(
    "@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf",
  )
  return new mupdf.Font("Serif", await readFile(path))
}

const widthOf = (font: mupdf.Font, text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + font.advanceGlyph(font.encodeCharacter(sign.codePointAt(0) ?? 0)), 0) *
  points

/** The name at the end of its line between two full lines, or with three words behind it. */
const pageWith = (width: number, follows: boolean): { page: RedactionPageText; rect: PageRect; next: number } => {
  const rect = pageRect(left, top, width, height)
  const word = (x: number, y: number, wide: number) => ({
    text: "x",
    rect: pageRect(x, y, wide, height),
    confidence: 1,
  })
  const next = left + width + 3.2
  const behind = follows ? [0, 45, 90].map((step) => word(next + step, top, 40)) : []
  const words = [word(50, top, 126), { text: "x", rect, confidence: 1 }, ...behind]
  const end = Math.max(...words.map((one) => one.rect.x + one.rect.width))
  const full = (y: number) => ({ rect: pageRect(50, y, right - 50, height), words: [word(50, y, right - 50)] })
  const lines = [full(top - 20), { rect: pageRect(50, top, end - 50, height), words }, full(top + 20)]
  return { page: { width: 595, height: 842, lines, images: [], hasPictures: false }, rect, next }
}

/** What the attacker sees of the page with this name. */
type Seen = (width: number) => string

const boxSeen =
  (strict: boolean, follows: boolean, told: (next: number, box: PageRect) => string = () => ""): Seen =>
  (width) => {
    const { page, rect, next } = pageWith(width, follows)
    const box = boxFor(page, rect, 1, { ...rules, strict })
    return box === undefined ? "" : `${box.x.toFixed(3)} ${box.width.toFixed(3)} ${told(next, box)}`
  }

/** The next word that is not covered, where there is one: a third of a pixel can be measured in its edge. */
const nextWord = (next: number, box: PageRect): string => {
  const shown = [0, 45, 90].map((step) => next + step).find((x) => x >= box.x + box.width - 1e-6)
  return shown === undefined ? "" : shown.toFixed(1)
}

const settings: readonly (readonly [string, Seen])[] = [
  ["the exact gap, as text under a box gives it", (width) => width.toFixed(3)],
  ["a tight box at 150 dpi", (width) => String(Math.ceil((width * 150) / 72))],
  ["default, at the end of a line", boxSeen(false, false)],
  ["default, box alone, words behind it", boxSeen(false, true)],
  ["default, with the place of the next word", boxSeen(false, true, nextWord)],
  ["strict, words behind it", boxSeen(true, true, nextWord)],
]

const font = await loadFont()
const widths = surnames().map((name) => widthOf(font, name))
for (const [what, seen] of settings) {
  const groups = new Map<string, number>()
  for (const width of widths) groups.set(seen(width), (groups.get(seen(width)) ?? 0) + 1)
  const counts = widths.map((width) => groups.get(seen(width)) ?? 1)
  const left = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const alone = counts.filter((count) => count === 1).length
  report({
    what: `Candidates cut: ${what}`,
    value: names / left,
    unit: "×",
    detail: `${Math.round(left)} of ${names} left, ${Math.round((100 * alone) / names)} % told for certain`,
    ...(what.startsWith("strict") ? { goal: { atMost: 1 } } : {}),
  })
}
