import { contract, type Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import { foldText } from "../../shared/fold.ts"
import { termLists } from "../../shared/lists/all.ts"
import { identifierKinds } from "../../shared/model/actor.ts"
import { type Field, type FieldValue, plainKinds, type RecordRef } from "../../shared/model/field.ts"
import type { ActorId, CaseId, IncidentId } from "../../shared/model/ids.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import * as actors from "../domain/actor.ts"
import * as incidents from "../domain/incident.ts"
import * as records from "../domain/record.ts"
import type { WriteTx } from "../vault/tx.ts"

export type TableKind = Parsed<"exchange.importTable">["kind"]

export interface TableTarget {
  readonly kind: TableKind
  readonly caseId: CaseId
  readonly parent: RecordRef | null
  readonly newId: () => string
}

const incidentFields = ["title", "dates", "place", "narrative", "verification", "rights"]
const actorFields = ["name", "alias", "kind", "description", "protected", ...identifierKinds]

/** What a column can be mapped to: fields that a cell can say. What points at records is linked afterwards. */
export const fieldsOfTable = (kind: TableKind): string[] => {
  if (kind === "incident") return incidentFields
  if (kind === "actor") return actorFields
  return Object.entries(kindOf(kind).fields)
    .filter(([, { type }]) => type !== "ref" && type !== "refs" && type !== "lines")
    .map(([name]) => name)
}

type Cells = ReadonlyMap<string, string>

const parts = (text: string): string[] =>
  text
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")

/** Signs without width are kept in what is recorded, and do not keep words from being the same. */
const bare = (text: string): string => foldText(text.replace(/[\u200b-\u200d\u2060\ufeff]/g, "")).trim()

const refuse = (field: string): never => {
  throw new Fault("bad-input", { field })
}

/** A term by its code, or by its words in any of the three languages. */
const codeOf = (list: keyof typeof termLists, text: string, name: string): string => {
  const wanted = bare(text)
  const found = termLists[list].terms.filter(({ code, en, ru, kk }) =>
    [code, en, ru, kk].some((one) => bare(one) === wanted),
  )
  const [only] = found
  if (text.startsWith("own-")) return text
  return only === undefined || found.length > 1 ? refuse(name) : only.code
}

const yes = ["yes", "да", "иә", "1", "true"]
const no = ["no", "нет", "жоқ", "0", "false"]

const answerOf = (text: string, name: string): "yes" | "no" => {
  if (yes.includes(text.toLowerCase())) return "yes"
  return no.includes(text.toLowerCase()) ? "no" : refuse(name)
}

const numberOf = (text: string, name: string): number => {
  const value = Number(text.replace(/[\s\u00a0]/g, "").replace(",", "."))
  return Number.isFinite(value) ? value : refuse(name)
}

const valueOf = (field: Field, text: string, name: string): FieldValue => {
  switch (field.type) {
    case "text":
    case "long":
    case "date":
      return text
    case "term":
      return codeOf(field.list, text, name)
    case "terms":
      return parts(text).map((part) => codeOf(field.list, part, name))
    case "tags":
      return parts(text)
    case "answer":
      return answerOf(text, name)
    case "number":
      return numberOf(text, name)
    case "place":
      return { text, precision: "unknown", source: "", latitude: null, longitude: null }
    default:
      return refuse(name)
  }
}

const parsed = <N extends "incident.add" | "actor.add" | "record.add">(name: N, input: unknown): Parsed<N> => {
  const shape = contract[name].input.safeParse(input)
  if (!shape.success) return refuse(shape.error.issues[0]?.path.map(String).at(-1) ?? "")
  return shape.data as Parsed<N>
}

const addIncident = (tx: WriteTx, { caseId, newId }: TableTarget, cells: Cells): string => {
  const { rights, ...said } = Object.fromEntries(cells)
  const rightCodes =
    rights === undefined ? {} : { rights: parts(rights).map((part) => codeOf("rights", part, "rights")) }
  const input = parsed("incident.add", { caseId, ...said, ...rightCodes })
  return incidents.add(tx, { ...input, id: newId() as IncidentId }).id
}

const addActor = (tx: WriteTx, { caseId, newId }: TableTarget, cells: Cells): string => {
  const { kind, description, protected: guarded } = Object.fromEntries(cells)
  const aliases = (cells.get("alias") ?? "").split(";").filter((text) => text.trim() !== "")
  const input = parsed("actor.add", {
    caseId,
    kind,
    description,
    protected: guarded === undefined ? undefined : answerOf(guarded, "protected") === "yes",
    names: [{ text: cells.get("name") ?? "" }, ...aliases.map((text) => ({ text, kind: "alias" }))],
    identifiers: identifierKinds.flatMap((one) => parts(cells.get(one) ?? "").map((text) => ({ kind: one, text }))),
  })
  return actors.add(tx, { ...input, id: newId() as ActorId, newId }).id
}

const addPlain = (tx: WriteTx, { kind, caseId, parent, newId }: TableTarget, cells: Cells): string => {
  const plain = plainKinds.find((one) => one === kind) ?? refuse("kind")
  const { fields: declared } = kindOf(plain)
  const given = [...cells].map(([name, text]) => {
    const field = declared[name] ?? refuse(name)
    return [name, valueOf(field, text, name)]
  })
  const { fields } = parsed("record.add", { caseId, parent, kind: plain, fields: Object.fromEntries(given) as unknown })
  return records.add(tx, { id: newId(), kind: plain, caseId, parent, fields }).id
}

/** Records one row. Nothing is written when it throws. @throws Fault "bad-input" (field), "date-unreadable", "not-found" */
export const addRow = (tx: WriteTx, target: TableTarget, cells: Cells): string => {
  if (target.kind === "incident") return addIncident(tx, target, cells)
  if (target.kind === "actor") return addActor(tx, target, cells)
  return addPlain(tx, target, cells)
}
