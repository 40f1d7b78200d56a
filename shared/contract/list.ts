import { z } from "zod"
import { Filter } from "../model/filter.ts"
import { CaseId } from "../model/ids.ts"

/**
 * One page of a list. `query` narrows by words in the title and what the list searches besides;
 * `total` counts what matches, `all` what there is, so that the window can say "312 of 4,108".
 */
export const listInput = z.strictObject({
  caseId: CaseId,
  query: z.string().max(500).default(""),
  filter: Filter.prefault({}),
  /** A column of the noun's own list; a closed set is checked by the handler. "" is the noun's usual order. */
  sort: z.string().max(40).default(""),
  descending: z.boolean().default(false),
  /** Sorted by this first (`groupings` of the kind); a row that belongs to two groups comes twice. */
  group: z.string().max(60).default(""),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(100_000).default(200),
})
export type ListInput = z.infer<typeof listInput>

export const listOutput = <T extends z.ZodType>(row: T) =>
  z.strictObject({ rows: z.array(row), total: z.int(), all: z.int() })
