import { regions } from "../../shared/lists/terms/regions.ts"
import { foldText } from "../../shared/fold.ts"
import type { RecordKind } from "../../shared/model/field.ts"
import {
  conditionReaches,
  type Filter,
  filterParts,
  isSet,
  noFilter,
  reaches,
  reachesWhole,
} from "../../shared/model/filter.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { kindOf } from "../../shared/model/kinds.ts"
import { joinSql, type Sql, sql } from "../vault/sql.ts"
import type { ReadTx } from "../vault/tx.ts"
import { fieldCondition, overlapping, valuesIn } from "./filter-field.ts"
import { readDates } from "./dates.ts"
import { wordCondition } from "./filter-words.ts"
import { isBase } from "./record-store.ts"
import { contains, queryWords } from "./words-in.ts"

/*
 * A filter as conditions on one kind's rows. The table of the kind stands under the alias t; every condition is either
 * an index of its own (a set of ids) or judged row by row within the case.
 */

/** Where a filter is put to work. */
interface Narrowing {
  readonly tx: ReadTx
  readonly caseId: CaseId
  readonly kind: RecordKind
}

const inIncidents = (actors: Sql): Sql => sql`SELECT incident_id FROM involvements WHERE actor_id IN (${actors})`

/** Records that somebody of `actors` is in: involved, named, or named by a part. */
const involving = (kind: RecordKind, actors: Sql): Sql => {
  const naming = sql`SELECT from_id FROM record_refs WHERE to_id IN (${actors})`
  const wholes = sql`SELECT p.to_id FROM record_refs r JOIN record_refs p ON p.from_id = r.from_id AND p.field = 'parent'
    WHERE r.to_id IN (${actors})`
  switch (kind) {
    case "actor":
      return sql`t.id IN (${actors})`
    case "incident":
      return sql`t.id IN (${inIncidents(actors)} UNION ${wholes})`
    case "evidence":
      return sql`t.id IN (SELECT evidence_id FROM links WHERE target_kind = 'actor' AND target_id IN (${actors})
        UNION SELECT evidence_id FROM links WHERE target_kind = 'incident' AND target_id IN (${inIncidents(actors)})
        UNION ${naming})`
    default:
      return sql`t.id IN (${naming} UNION ${wholes}
        UNION SELECT from_id FROM record_refs WHERE to_id IN (${inIncidents(actors)}))`
  }
}

const placeOfWhole = (kind: RecordKind, part: Sql): Sql[] =>
  kindOf(kind).parents.includes("incident")
    ? [sql`EXISTS (SELECT 1 FROM incidents i WHERE i.id = t.parent_id AND ${part})`]
    : []

/** The codes of regions that are called so in any language. */
const regionsCalled = (word: string): string[] =>
  regions.terms
    .filter(({ en, ru, kk }) => foldText(`${en} ${ru} ${kk}`).includes(foldText(word)))
    .map(({ code }) => code)

const placeWord = (kind: RecordKind, word: string): Sql => {
  const codes = regionsCalled(word)
  const inRegion = codes.length === 0 ? [] : [valuesIn("incident", "region", joinSql(codes))]
  const own = Object.entries(kindOf(kind).fields)
    .filter(([, { type }]) => type === "place")
    .map(([name]) => contains(sql`coalesce(json_extract(t.fields, ${`$.${name}.text`}), '')`, word))
  if (kind === "incident") return joinSql([contains(sql`t.place`, word), ...own, ...inRegion], " OR ")
  if (kind === "actor") return contains(sql`coalesce(json_extract(t.fields, '$.address'), '')`, word)
  return joinSql([...own, ...placeOfWhole(kind, contains(sql`i.place`, word))], " OR ")
}

const whenCondition = ({ tx, kind }: Narrowing, when: string): Sql => {
  const { earliest: from, latest: to } = readDates(when)
  // An item has no column of dates: those that it says are compared once each, whatever the number of items.
  if (kind === "evidence") return valuesIn("evidence", "madeOn", overlapping(tx, "evidence", "madeOn", when))
  const ends = [
    sql`(t.date_earliest <> '' OR t.date_latest <> '')`,
    ...(to === "" ? [] : [sql`t.date_earliest <= ${to}`]),
    ...(from === "" ? [] : [sql`(t.date_latest >= ${from} OR t.date_latest = '')`]),
  ]
  return joinSql(ends, " AND ")
}

const verifiedAs = (kind: RecordKind, caseId: CaseId, states: Filter["verification"]): Sql => {
  const among = joinSql(states)
  if (kind === "incident") return sql`t.verification IN (${among})`
  // A claim that nobody has judged says nothing.
  if (kind === "claim") return sql`t.state IN (${states.includes("unverified") ? joinSql([...states, ""]) : among})`
  return sql`t.parent_id IN (SELECT id FROM incidents WHERE case_id = ${caseId} AND verification IN (${among}))`
}

const tagged = (kind: RecordKind, caseId: CaseId, tag: string): Sql =>
  sql`t.id IN (SELECT id FROM record_tags WHERE case_id = ${caseId} AND tag = ${tag} AND kind = ${kind})`

const partConditions = (at: Narrowing, filter: Filter, part: (typeof filterParts)[number]): Sql[] => {
  const { caseId, kind } = at
  switch (part) {
    case "text":
      return queryWords(filter.text).map((word) => wordCondition(kind, word))
    case "person":
      return [involving(kind, sql`SELECT ${filter.person}`)]
    case "place":
      return queryWords(filter.place).map((word) => sql`(${placeWord(kind, word)})`)
    case "when":
      return [whenCondition(at, filter.when)]
    case "tags":
      return filter.tags.map((tag) => tagged(kind, caseId, tag))
    case "verification":
      return [verifiedAs(kind, caseId, filter.verification)]
    case "protected": {
      const guarded = involving(kind, sql`SELECT id FROM actors WHERE case_id = ${caseId} AND protected = 1`)
      return [filter.protected === true ? guarded : sql`NOT (${guarded})`]
    }
  }
}

/** What of a filter says something of this kind, as conditions. @throws Fault "bad-input", "date-unreadable" */
export const narrowedTo = (at: Narrowing, filter: Filter): Sql[] => [
  ...filterParts
    .filter((part) => isSet(filter, part) && reaches(part, at.kind))
    .flatMap((part) => partConditions(at, filter, part)),
  ...filter.where
    .filter((condition) => conditionReaches(condition, at.kind))
    .map((condition) => fieldCondition(at, condition)),
]

/** For views of several kinds: what the filter says nothing of is not in them. */
export const narrowedAmong = (at: Narrowing, filter: Filter): Sql[] =>
  filter === noFilter || reachesWhole(filter, at.kind) ? narrowedTo(at, filter) : [sql`0`]

/** The ids among `ids` that the filter leaves. */
export const matching = (at: Narrowing, filter: Filter, ids: readonly string[]): Set<string> => {
  const conditions = narrowedTo(at, filter)
  if (conditions.length === 0) return new Set(ids)
  const rows = at.tx.all(
    sql`SELECT t.id FROM ${tableFor(at.kind)} t WHERE t.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
      AND ${joinSql(conditions, " AND ")}`,
  )
  return new Set(rows.map((row) => String(row["id"])))
}

const tableFor = (kind: RecordKind): Sql => {
  if (!isBase(kind)) return sql`records`
  return kind === "incident" ? sql`incidents` : kind === "actor" ? sql`actors` : sql`evidence`
}
