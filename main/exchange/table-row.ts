import { contract, type Parsed } from "../../shared/contract/contract.ts"
import { Fault } from "../../shared/faults.ts"
import { foldText } from "../../shared/fold.ts"
import { termLists } from "../../shared/lists/all.ts"
import { identifierKinds, nameKinds } from "../../shared/model/actor.ts"
import { type Field, type FieldValue, plainKinds, type RecordRef } from "../../shared/model/field.ts"
import type { ActorId, CaseId, IncidentId } from "../../shared/model/ids.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import type { TableKind } from "../../shared/model/table-fields.ts"
import * as actors from "../domain/actor.ts"
import * as incidents from "../domain/incident.ts"
import * as records from "../domain/record.ts"
import type { WriteTx } from "../vault/tx.ts"
import { splitParts, unsaidCells } from "./cell-parts.ts"
import { actorKindOf, verificationOf, yesOrNo } from "./cell-words.ts"

export interface TableTarget {
  readonly kind: TableKind
  readonly caseId: CaseId
  readonly parent: RecordRef | null
  readonly newId: () => string
}

/** Field → what the cell says; never empty. */
type Cells = ReadonlyMap<string, string>

/** Signs without width are kept in what is recorded, and do not keep words from being the same. */
const bare = (text: string): string => foldText(text.replace(/[\u200b-\u200d\u2060\ufeff]/g, "")).trim()

const refuse = (field: string): never => {
  throw new Fault("bad-input", { field })
}

type ListName = keyof typeof termLists

/** Every way to say a term → its code, or undefined where two terms are said alike. Made once a list. */
const codesByWords = new Map<ListName, Map<string, string | undefined>>()

const wordsOfList = (list: ListName): Map<string, string | undefined> => {
  const known = codesByWords.get(list)
  if (known !== undefined) return known
  const codes = new Map<string, string | undefined>()
  for (const { code, en, ru, kk } of termLists[list].terms)
    for (const one of new Set([en, ru, kk].map(bare))) codes.set(one, codes.has(one) ? undefined : code)
  for (const { code } of termLists[list].terms) codes.set(bare(code), code)
  codesByWords.set(list, codes)
  return codes
}

/** A term by its code, or by its words in any of the three languages. */
const findCode = (list: ListName, text: string): string | undefined =>
  text.trim().startsWith("own-") ? text.trim() : wordsOfList(list).get(bare(text))

const codeOf = (list: ListName, text: string, name: string): string => findCode(list, text) ?? refuse(name)

/** Semicolons part terms; where none stands, commas do, unless the whole cell is one term. */
const codesOf = (list: ListName, text: string, name: string): string[] => {
  const whole = findCode(list, text)
  return whole === undefined ? splitParts(text).map((part) => codeOf(list, part, name)) : [whole]
}

const numberOf = (text: string, name: string): number => {
  const value = Number(text.replace(/[\s\u00a0\u202f]/g, "").replace(",", "."))
  return Number.isFinite(value) ? value : refuse(name)
}

const coordinates = /^(.*?)[\s@]*\(?\s*(-?\d{1,2}\.\d+)\s*[,;|]\s*(-?\d{1,3}\.\d+)\s*\)?$/su

/** "Almaty", "Almaty (43.25, 76.95)" or coordinates alone, latitude first. */
const placeOf = (text: string): FieldValue => {
  const [, words = "", latitude, longitude] = coordinates.exec(text) ?? []
  const given = latitude !== undefined && longitude !== undefined
  return {
    text: (given ? words : text).trim(),
    precision: "unknown",
    source: "",
    latitude: given ? Number(latitude) : null,
    longitude: given ? Number(longitude) : null,
  }
}

const valueOf = (field: Field, text: string, name: string): FieldValue => {
  if (text.trim() === unsaidCells.unknown) return { unsaid: "unknown" }
  if (text.trim() === unsaidCells.refused) return { unsaid: "refused" }
  switch (field.type) {
    case "text":
    case "long":
    case "date":
      return text
    case "term":
      return codeOf(field.list, text, name)
    case "terms":
      return codesOf(field.list, text, name)
    case "tags":
      return splitParts(text)
    case "answer":
      return yesOrNo(text) ?? refuse(name)
    case "number":
      return numberOf(text, name)
    case "place":
      return placeOf(text)
    default:
      return refuse(name)
  }
}

const parsed = <N extends "incident.add" | "actor.add" | "record.add" | "record.update">(
  name: N,
  input: unknown,
): Parsed<N> => {
  const shape = contract[name].input.safeParse(input)
  if (!shape.success) return refuse(shape.error.issues[0]?.path.map(String).at(-1) ?? "")
  return shape.data as Parsed<N>
}

const declaredIn = (kind: TableKind, cells: Cells): Record<string, FieldValue> => {
  const { fields } = kindOf(kind)
  return Object.fromEntries(
    [...cells].flatMap(([name, text]) => {
      const field = fields[name]
      return field === undefined ? [] : [[name, valueOf(field, text, name)] as const]
    }),
  )
}

/** What is declared beyond a kind's own columns is answered behind it, in the same act. */
const addDeclared = (tx: WriteTx, kind: "incident" | "actor", id: string, cells: Cells): void => {
  const patch = declaredIn(kind, cells)
  if (Object.keys(patch).length === 0) return
  const input = parsed("record.update", { kind, id, patch })
  records.update(tx, { kind, id }, input.patch)
}

const addIncident = (tx: WriteTx, { caseId, newId }: TableTarget, cells: Cells): string => {
  const { title, dates, place, narrative, verification, rights } = Object.fromEntries(cells)
  const input = parsed("incident.add", {
    caseId,
    title,
    dates,
    place,
    narrative,
    ...(verification === undefined ? {} : { verification: verificationOf(verification) ?? refuse("verification") }),
    ...(rights === undefined ? {} : { rights: codesOf("rights", rights, "rights") }),
  })
  const { id } = incidents.add(tx, { ...input, id: newId() as IncidentId })
  addDeclared(tx, "incident", id, cells)
  return id
}

const addActor = (tx: WriteTx, { caseId, newId }: TableTarget, cells: Cells): string => {
  const { kind, description, protected: guarded } = Object.fromEntries(cells)
  const others = nameKinds.flatMap((one) => splitParts(cells.get(one) ?? "", true).map((text) => ({ text, kind: one })))
  const input = parsed("actor.add", {
    caseId,
    kind: kind === undefined ? undefined : (actorKindOf(kind) ?? refuse("kind")),
    description,
    protected: guarded === undefined ? undefined : (yesOrNo(guarded) ?? refuse("protected")) === "yes",
    names: [{ text: cells.get("name") ?? "" }, ...others],
    identifiers: identifierKinds.flatMap((one) =>
      splitParts(cells.get(one) ?? "").map((text) => ({ kind: one, text })),
    ),
  })
  const { id } = actors.add(tx, { ...input, id: newId() as ActorId, newId })
  addDeclared(tx, "actor", id, cells)
  return id
}

const addPlain = (tx: WriteTx, { kind, caseId, parent, newId }: TableTarget, cells: Cells): string => {
  const plain = plainKinds.find((one) => one === kind) ?? refuse("kind")
  const { fields } = parsed("record.add", { caseId, parent, kind: plain, fields: declaredIn(plain, cells) })
  return records.add(tx, { id: newId(), kind: plain, caseId, parent, fields }).id
}

/** Records one row. Nothing may stay of it when it throws. @throws Fault "bad-input" (field), "date-unreadable", "not-found" */
export const addRow = (tx: WriteTx, target: TableTarget, cells: Cells): string => {
  if (target.kind === "incident") return addIncident(tx, target, cells)
  if (target.kind === "actor") return addActor(tx, target, cells)
  return addPlain(tx, target, cells)
}
