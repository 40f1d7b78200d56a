import type { RecordKind } from "../../shared/model/field.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import type { OptionSpec } from "./command.ts"
import type { Given } from "./given.ts"
import { whereOf, whereOption } from "./where.ts"
import type { Work } from "./work.ts"

export const caseOption: Readonly<Record<string, OptionSpec>> = {
  case: { takes: "CASE", help: "id, reference or title; may be left out where the vault holds one case" },
}

/** Options of every list. `sorts` are the orders that its noun has. */
export const listOptions = (sorts: readonly string[]): Readonly<Record<string, OptionSpec>> => ({
  ...caseOption,
  query: { takes: "WORDS", help: "only what holds all of these words" },
  ...whereOption,
  sort: { takes: "COLUMN", help: `one of: ${sorts.join(", ")}`, oneOf: sorts },
  descending: { takes: null, help: "the other way round" },
  group: { takes: "BY", help: "month, person or a term's field: sorted by it first, a row in two groups twice" },
  limit: { takes: "N", help: "at most so many (default 200)" },
  offset: { takes: "N", help: "leave out so many from the beginning" },
})

export const listInput = async (work: Work, given: Given, caseId: CaseId, kind: RecordKind) => ({
  caseId,
  query: given.text("query") ?? "",
  filter: await whereOf({ work, given, caseId }, [kind]),
  sort: given.text("sort") ?? "",
  descending: given.flag("descending"),
  group: given.text("group") ?? "",
  limit: given.number("limit", 1) ?? 200,
  offset: given.number("offset", 0) ?? 0,
})

/** "312 of 4,108": said only where not everything is shown. */
export const countLine = (shown: number, total: number, all: number): string[] =>
  shown === all ? [] : [`${shown} of ${total} that match; ${all} in all.`]
