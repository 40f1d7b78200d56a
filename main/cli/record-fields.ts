import { Fault } from "../../shared/faults.ts"
import { findTerms, termByCode } from "../../shared/lists/find.ts"
import { termLists } from "../../shared/lists/all.ts"
import {
  type Field,
  type FieldValue,
  type Kind,
  type LineValue,
  plainKinds,
  type RecordKind,
  type RecordRef,
} from "../../shared/model/field.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { findActor, findEvidence, findIncident } from "./find.ts"
import { type Given, UsageError } from "./given.ts"
import type { Work } from "./work.ts"

/** Where names of records are looked up. */
export interface Looking {
  readonly work: Work
  readonly given: Given
  readonly caseId: CaseId
}

const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text)

const ofPlainKind = async ({ work, caseId }: Looking, kind: RecordKind, wanted: string): Promise<RecordRef[]> => {
  const plain = plainKinds.find((one) => one === kind)
  if (plain === undefined) return []
  if (isId(wanted)) {
    const { rows } = await work.call("record.list", { caseId, kind: plain, limit: 100_000 })
    return rows.filter(({ id }) => id === wanted).map(({ id }) => ({ kind, id }))
  }
  const { rows } = await work.call("record.list", { caseId, kind: plain, query: wanted })
  const same = rows.filter(({ title }) => title.toLowerCase() === wanted.toLowerCase())
  return same.map(({ id }) => ({ kind, id }))
}

const notFound = (error: unknown): [] => {
  if (error instanceof Fault && error.code === "not-found") return []
  throw error
}

const ofKind = async (looking: Looking, kind: RecordKind, wanted: string): Promise<RecordRef[]> => {
  const { work, given } = looking
  switch (kind) {
    case "incident":
      return findIncident(work, given, wanted).then(({ id }) => [{ kind, id }], notFound)
    case "actor":
      return findActor(work, given, wanted).then(({ id }) => [{ kind, id }], notFound)
    case "evidence":
      return findEvidence(work, given, wanted).then(({ id }) => [{ kind, id }], notFound)
    case "case":
    case "involvement":
    case "link":
      return isId(wanted) ? [{ kind, id: wanted }] : []
    default:
      return ofPlainKind(looking, kind, wanted)
  }
}

/** A record by "kind:id or title", or by id or title alone where only one of `kinds` answers to it. */
export const findRecord = async (
  looking: Looking,
  kinds: readonly RecordKind[],
  wanted: string,
): Promise<RecordRef> => {
  const named = /^([a-z]+):(.+)$/s.exec(wanted)
  const among = named === null ? kinds : kinds.filter((kind) => kind === named[1])
  const text = named !== null && among.length > 0 ? (named[2] ?? "") : wanted
  const found: RecordRef[] = []
  for (const kind of among.length === 0 ? kinds : among) found.push(...(await ofKind(looking, kind, text)))
  const [first, ...more] = found
  if (first === undefined) throw new Fault("not-found", { kind: kinds.join(" or ") })
  if (more.length > 0) throw new Fault("ambiguous", { kind: kinds.join(" or "), count: found.length })
  return first
}

/** A term by its code, or by its words in any of the three languages where only one has them. */
export const codeOf = (list: keyof typeof termLists, wanted: string): string => {
  const terms = termLists[list]
  const byCode = termByCode(terms, wanted)
  if (byCode !== undefined || wanted.startsWith("own-")) return wanted
  const same = findTerms(terms, wanted, "en").filter(({ en, ru, kk }) =>
    [en, ru, kk].some((label) => label.toLowerCase() === wanted.toLowerCase()),
  )
  const [only] = same
  if (only === undefined) throw new Fault("not-found", { kind: `term of ${list}` })
  return only.code
}

export const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")

const lineOf = (of: Readonly<Record<string, Field>>, value: unknown): LineValue => {
  if (typeof value !== "object" || value === null) throw new UsageError("A line is a JSON object.")
  for (const name of Object.keys(value)) if (of[name] === undefined) throw new UsageError(`A line has no “${name}”.`)
  return value as LineValue
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new UsageError("That is not JSON.")
  }
}

const linesOf = (of: Readonly<Record<string, Field>>, text: string): LineValue[] => {
  const json = parsed(text)
  return (Array.isArray(json) ? json : [json]).map((line) => lineOf(of, line))
}

const numberOf = (text: string): number => {
  const value = Number(text)
  if (text.trim() === "" || !Number.isFinite(value)) throw new UsageError("That is not a number.")
  return value
}

const answerOf = (text: string): string => {
  if (text !== "yes" && text !== "no") throw new UsageError("The answer is yes, no, unknown or refused.")
  return text
}

const valueOf = async (looking: Looking, field: Field, text: string): Promise<FieldValue> => {
  switch (field.type) {
    case "text":
    case "long":
    case "date":
      return text
    case "term":
      return codeOf(field.list, text)
    case "terms":
      return listOf(text).map((part) => codeOf(field.list, part))
    case "answer":
      return answerOf(text)
    case "number":
      return numberOf(text)
    case "ref":
      return findRecord(looking, field.to, text)
    case "refs": {
      const refs: RecordRef[] = []
      for (const part of listOf(text)) refs.push(await findRecord(looking, field.to, part))
      return refs
    }
    case "place":
      return text.startsWith("{")
        ? (parsed(text) as FieldValue)
        : { text, precision: "unknown", source: "", latitude: null, longitude: null }
    case "tags":
      return listOf(text)
    case "lines":
      return linesOf(field.of, text)
  }
}

/**
 * `--set NAME=VALUE` as a patch. An empty value takes the answer back; "unknown" and "refused" are answers where words
 * are not asked for.
 */
export const patchOf = async (
  looking: Looking,
  kind: Kind,
  sets: readonly string[],
): Promise<Record<string, FieldValue | null>> => {
  const patch: Record<string, FieldValue | null> = {}
  for (const set of sets) {
    const at = set.indexOf("=")
    const name = set.slice(0, Math.max(0, at)).trim()
    const field = kind.fields[name]
    if (field === undefined)
      throw new UsageError(`A ${kind.kind} has: ${Object.keys(kind.fields).join(", ")}. Write --set NAME=VALUE.`)
    const text = set.slice(at + 1).trim()
    if (text === "") patch[name] = null
    else if (text === "unknown" || text === "refused") patch[name] = { unsaid: text }
    else patch[name] = await valueOf(looking, field, text)
  }
  return patch
}
