import type { z } from "zod"
import { type RecordKind, recordKinds } from "../../shared/model/field.ts"
import {
  conditionReaches,
  FieldCondition,
  Filter,
  filterAnswers,
  filterParts,
  isSet,
  reaches,
} from "../../shared/model/filter.ts"
import { verifications } from "../../shared/model/incident.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import type { OptionSpec } from "./command.ts"
import { findActor } from "./find.ts"
import { UsageError } from "./given.ts"
import { codeOf, findRecord, listOf, type Looking } from "./record-fields.ts"

/*
 * `--where NAME=VALUE` as a filter: text, person, place, when, tag, verification and protected narrow every list; any
 * field narrows by its value, written `kind.field` where the list is of another kind. Commas are "or"; repeated: "and".
 */

export const whereOption: Readonly<Record<string, OptionSpec>> = {
  where: {
    takes: "NAME=VALUE",
    help: "only what is so: person, place, when, tag, verification, protected, text or any field; may be repeated",
    many: true,
  },
}

type Draft = z.input<typeof Filter>
type Condition = z.input<typeof FieldCondition>

const yesOrNo = (value: string): boolean => {
  if (value !== "yes" && value !== "no") throw new UsageError("protected is yes or no.")
  return value === "yes"
}

const verificationsOf = (value: string): (typeof verifications)[number][] =>
  listOf(value).map((word) => {
    const found = verifications.find((one) => one === word)
    if (found === undefined) throw new UsageError(`verification is one of: ${verifications.join(", ")}.`)
    return found
  })

/** "act.type" or "type" as a field of a kind. */
const fieldOf = (kinds: readonly RecordKind[], name: string) => {
  const [first, second] = name.split(".", 2)
  const among = second === undefined ? kinds : recordKinds.filter((kind) => kind === first)
  const field = second ?? first ?? ""
  const kind = among.find((one) => kindOf(one).fields[field] !== undefined)
  const declared = kind === undefined ? undefined : kindOf(kind).fields[field]
  if (kind === undefined || declared === undefined)
    throw new UsageError(
      `--where names ${filterParts.join(", ").replace("tags", "tag")}, or a field as KIND.FIELD; see \`record kinds\`.`,
    )
  return { kind, field, declared }
}

const conditionOf = async (
  looking: Looking,
  kinds: readonly RecordKind[],
  name: string,
  value: string,
): Promise<Condition> => {
  const { kind, field, declared } = fieldOf(kinds, name)
  const answer = filterAnswers.find((one) => one === value)
  if (answer !== undefined) return { kind, field, answer }
  switch (declared.type) {
    case "term":
    case "terms":
      return { kind, field, is: listOf(value).map((code) => codeOf(declared.list, code)) }
    case "answer":
    case "tags":
      return { kind, field, is: listOf(value) }
    case "ref":
    case "refs":
      return { kind, field, to: (await findRecord(looking, declared.to, value)).id }
    case "date":
      return { kind, field, when: value }
    default:
      return { kind, field, words: value }
  }
}

const add = async (looking: Looking, kinds: readonly RecordKind[], draft: Draft, written: string): Promise<Draft> => {
  const at = written.indexOf("=")
  if (at < 1) throw new UsageError("Write --where NAME=VALUE.")
  const [name, value] = [written.slice(0, at).trim(), written.slice(at + 1).trim()]
  if (value === "") throw new UsageError("--where needs a value; a field that nobody asked about is `none`.")
  switch (name) {
    case "text":
      return { ...draft, text: `${draft.text ?? ""} ${value}`.trim() }
    case "person":
      return { ...draft, person: (await findActor(looking.work, looking.given, value)).id }
    case "place":
      return { ...draft, place: value }
    case "when":
      return { ...draft, when: value }
    case "tag":
    case "tags":
      return { ...draft, tags: [...(draft.tags ?? []), value] }
    case "verification":
      return { ...draft, verification: verificationsOf(value) }
    case "protected":
      return { ...draft, protected: yesOrNo(value) }
    default:
      return { ...draft, where: [...(draft.where ?? []), await conditionOf(looking, kinds, name, value)] }
  }
}

/**
 * The filter of --where for lists of `kinds`. What says nothing of any of them is refused: a list that was not narrowed
 * as asked must not look as if it were. @throws UsageError
 */
export const whereOf = async (looking: Looking, kinds: readonly RecordKind[]): Promise<Filter> => {
  let draft: Draft = {}
  for (const written of looking.given.all("where")) draft = await add(looking, kinds, draft, written)
  const filter = Filter.parse(draft)
  const idle = filterParts.find((part) => isSet(filter, part) && !kinds.some((kind) => reaches(part, kind)))
  if (idle !== undefined) throw new UsageError(`${idle} says nothing of these records.`)
  for (const condition of filter.where)
    if (!kinds.some((kind) => conditionReaches(condition, kind)))
      throw new UsageError(`${condition.kind}.${condition.field} says nothing of these records.`)
  return filter
}
