/** What a Word document's styles and numbering say: headings, hidden styles, bullets and numbers. */
import { findAll, isElement, type XmlElement } from "../xml.ts"
import type { Parts } from "./parts.ts"

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => isElement(node) && node.name === name)

const value = (element: XmlElement | undefined, name: string): string | undefined =>
  child(element, name)?.attributes["w:val"]

/** A switch is on where it stands, unless it says otherwise; undefined where it does not stand. */
export const isOn = (properties: XmlElement | undefined, name: string): boolean | undefined => {
  const found = child(properties, name)
  if (found === undefined) return undefined
  return !/^(?:0|false|off|none)$/.test(found.attributes["w:val"] ?? "1")
}

export interface WordStyle {
  readonly level: number | undefined
  readonly vanish: boolean
  readonly numbering: { readonly id: string; readonly step: number } | undefined
}

export interface WordStyles {
  style(id: string | undefined): WordStyle
  /** The next bullet or number of a list at a step. */
  marker(id: string, step: number): string | undefined
}

export const hides = (properties: XmlElement | undefined): boolean | undefined =>
  isOn(properties, "w:vanish") ?? isOn(properties, "w:webHidden") ?? isOn(properties, "w:specVanish")

export const numberingOf = (properties: XmlElement | undefined): WordStyle["numbering"] => {
  const numbers = child(properties, "w:numPr")
  const id = value(numbers, "w:numId")
  return id === undefined || id === "0" ? undefined : { id, step: Number(value(numbers, "w:ilvl") ?? 0) || 0 }
}

export const outlineOf = (properties: XmlElement | undefined): number | undefined => {
  const level = value(properties, "w:outlineLvl")
  return level === undefined || Number(level) > 8 ? undefined : Number(level) + 1
}

const headingOf = (style: XmlElement): number | undefined => {
  const named = /^(?:heading|заголовок|тақырып) (\d)$/i.exec(value(style, "w:name") ?? "")?.[1]
  if (named !== undefined) return Number(named)
  if (/^title$/i.test(value(style, "w:name") ?? "")) return 1
  return outlineOf(child(style, "w:pPr"))
}

const none: WordStyle = { level: undefined, vanish: false, numbering: undefined }

const stylesOf = (root: XmlElement | undefined): ((id: string | undefined) => WordStyle) => {
  const all = new Map(
    (root === undefined ? [] : findAll(root, "w:style")).map((one) => [one.attributes["w:styleId"] ?? "", one]),
  )
  const byDefault = [...all.values()].find(
    ({ attributes }) => attributes["w:type"] === "paragraph" && /^(?:1|true|on)$/.test(attributes["w:default"] ?? ""),
  )
  const known = new Map<string, WordStyle>()
  const find = (id: string, depth: number): WordStyle => {
    const style = all.get(id)
    if (style === undefined || depth > 20) return none
    const basis = value(style, "w:basedOn")
    const below = basis === undefined ? none : find(basis, depth + 1)
    return {
      level: headingOf(style) ?? below.level,
      vanish: hides(child(style, "w:rPr")) ?? below.vanish,
      numbering: numberingOf(child(style, "w:pPr")) ?? below.numbering,
    }
  }
  return (id = byDefault?.attributes["w:styleId"] ?? "") => {
    const style = known.get(id) ?? find(id, 0)
    known.set(id, style)
    return style
  }
}

const letters = (count: number): string => {
  let text = ""
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(97 + ((left - 1) % 26)) + text
  return text
}

const romans: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
]

const roman = (count: number): string => {
  let [left, text] = [Math.min(count, 3999), ""]
  for (const [size, sign] of romans)
    while (left >= size) {
      text += sign
      left -= size
    }
  return text
}

const written = (count: number, format: string): string => {
  if (format === "lowerLetter") return letters(count)
  if (format === "upperLetter") return letters(count).toUpperCase()
  if (format === "lowerRoman") return roman(count)
  if (format === "upperRoman") return roman(count).toUpperCase()
  return String(count)
}

interface Step {
  readonly format: string
  readonly text: string
  readonly start: number
}

const stepsOf = (list: XmlElement | undefined): Map<number, Step> =>
  new Map(
    (list === undefined ? [] : findAll(list, "w:lvl")).map((level) => [
      Number(level.attributes["w:ilvl"] ?? 0),
      {
        format: value(level, "w:numFmt") ?? "decimal",
        text: value(level, "w:lvlText") ?? "",
        start: Number(value(level, "w:start") ?? 1) || 1,
      },
    ]),
  )

const markersOf = (root: XmlElement | undefined): WordStyles["marker"] => {
  const lists = new Map(
    (root === undefined ? [] : findAll(root, "w:abstractNum")).map((one) => [
      one.attributes["w:abstractNumId"] ?? "",
      stepsOf(one),
    ]),
  )
  const numbers = new Map(
    (root === undefined ? [] : findAll(root, "w:num")).map((one) => [
      one.attributes["w:numId"] ?? "",
      value(one, "w:abstractNumId") ?? "",
    ]),
  )
  const counts = new Map<string, number[]>()
  return (id, step) => {
    const list = numbers.get(id) ?? ""
    const steps = lists.get(list)
    const own = steps?.get(step)
    if (steps === undefined || own === undefined || own.format === "none") return undefined
    if (own.format === "bullet") return "•"
    const at = counts.get(list) ?? []
    counts.set(list, at)
    at[step] = at[step] === undefined ? own.start : at[step] + 1
    at.length = step + 1
    return own.text.replace(/%(\d)/g, (_whole, number: string) => {
      const level = Number(number) - 1
      return written(at[level] ?? steps.get(level)?.start ?? 1, steps.get(level)?.format ?? "decimal")
    })
  }
}

export const wordStyles = (parts: Parts): WordStyles => ({
  style: stylesOf(parts.xml("word/styles.xml")),
  marker: markersOf(parts.xml("word/numbering.xml")),
})
