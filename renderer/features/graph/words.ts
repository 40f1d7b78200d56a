import type { GraphEdge, GraphNode } from "../../../shared/contract/graph.ts"
import { isTextKey } from "../../../shared/i18n/translate.ts"
import type { RecordKind } from "../../../shared/model/field.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import type { Language } from "../../../shared/model/ids.ts"
import { tell } from "../../session/preferences.ts"
import { recordTitle, termWords } from "../records/words.ts"

const said = (key: string, otherwise: string): string => (isTextKey(key) ? tell(key) : otherwise)

/** What a line says, in the reader's words: "victim", "supports", "part of". */
export const edgeWords = ({ what: { kind, field, code }, evidence }: GraphEdge, language: Language): string => {
  if (kind === "involvement" && field === "role") return said(`role.${code}`, code)
  if (kind === "link") return `${said(`relation.${code}`, code)}${evidence > 1 ? ` × ${evidence}` : ""}`
  if (field === "parent") return tell("records.partOf")
  const { fields, stateFrom, label } = kindOf(kind)
  const state = fields[stateFrom]
  if (code !== "" && state?.type === "term") return termWords(state.list, code, language, [])
  return fields[field]?.label[language] ?? label[language]
}

export const nodeWords = (node: GraphNode, language: Language): string => recordTitle(node, language)

export const hiddenCount = ({ hidden }: GraphNode): number => hidden.reduce((sum, { count }) => sum + count, 0)

/** How kinds are told apart beside their words: a form and a colour of the window's own. */
export const lookOf = (
  kind: RecordKind,
): { readonly shape: "ellipse" | "round-rectangle" | "rectangle" | "diamond" | "hexagon"; readonly colour: string } => {
  switch (kind) {
    case "actor":
      return { shape: "ellipse", colour: "--good" }
    case "incident":
    case "act":
      return { shape: "round-rectangle", colour: "--accent" }
    case "evidence":
    case "item":
      return { shape: "rectangle", colour: "--ink-2" }
    case "claim":
    case "statement":
      return { shape: "diamond", colour: "--warn" }
    default:
      return { shape: "hexagon", colour: "--bad" }
  }
}
