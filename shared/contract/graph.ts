import { z } from "zod"
import { RecordRef, recordKinds } from "../model/field.ts"
import { Filter } from "../model/filter.ts"
import { CaseId } from "../model/ids.ts"
import { call } from "./call.ts"
import { RecordLabel } from "./record.ts"

/** A record as a point of the graph. `hidden`: neighbours that are not in the answer, by kind. */
export const GraphNode = RecordLabel.extend({
  protected: z.boolean(),
  hidden: z.array(z.strictObject({ kind: z.enum(recordKinds), count: z.int() })),
})
export type GraphNode = z.infer<typeof GraphNode>

/**
 * How two records hang together. `what`: the kind and the field that say so, and the code that stands there: an
 * involvement's role, a passage's relation, the type of a relation; "" where the field says it all.
 */
export const GraphEdge = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  what: z.strictObject({ kind: z.enum(recordKinds), field: z.string(), code: z.string() }),
  /** Passages of evidence that the line stands for. */
  evidence: z.int(),
})
export type GraphEdge = z.infer<typeof GraphEdge>

/** `cut`: there was more than `limit` or the search's bounds allow. */
const Graph = z.strictObject({ nodes: z.array(GraphNode), edges: z.array(GraphEdge), cut: z.boolean() })
export type Graph = z.infer<typeof Graph>

export const graphCalls = {
  /** What hangs together with a record, in so many steps; without one, what was worked on last in the case. */
  "graph.around": call({
    input: z.strictObject({
      caseId: CaseId,
      filter: Filter.prefault({}),
      record: RecordRef.nullable().default(null),
      depth: z.int().min(1).max(3).default(1),
      /** Only these kinds, beside the record itself; none is all. */
      kinds: z.array(z.enum(recordKinds)).max(40).default([]),
      limit: z.int().min(1).max(2000).default(300),
      /** Records that stand on the screen already: lines lead to them, and they are not counted as hidden. */
      shown: z.array(z.uuid()).max(5000).default([]),
    }),
    output: Graph,
    faults: ["vault-locked", "not-found", "date-unreadable"],
  }),
  /** One of the shortest ways from one record to another: its nodes in order. None: no nodes. */
  "graph.path": call({
    input: z.strictObject({
      from: RecordRef,
      to: RecordRef,
      /** As in `graph.around`. */
      shown: z.array(z.uuid()).max(5000).default([]),
    }),
    output: Graph,
    faults: ["vault-locked", "not-found"],
  }),
} as const
