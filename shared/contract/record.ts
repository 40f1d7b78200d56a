import { z } from "zod"
import {
  type FieldValue,
  type FieldValues,
  plainKinds,
  type RecordKind,
  type PlainKind,
  RecordRef,
  recordKinds,
} from "../model/field.ts"
import { fieldsSchema, patchSchema } from "../model/field-schema.ts"
import { Filter } from "../model/filter.ts"
import { CaseId, Instant } from "../model/ids.ts"
import { IncidentDates, verifications } from "../model/incident.ts"
import { kinds } from "../model/kinds.ts"
import { call } from "./call.ts"
import { listOutput } from "./list.ts"

/** Checked on the way in, field by field as the kind declares; on the way out as the engine says. */
const Values = z.custom<FieldValues>((value) => typeof value === "object" && value !== null)

/** What a record that is named here is called. `type`: the code of what kind of act, proceeding… it is, or "". */
export const RecordLabel = z.strictObject({
  kind: z.enum(recordKinds),
  id: z.string(),
  title: z.string(),
  state: z.string(),
  type: z.string(),
})
export type RecordLabel = z.infer<typeof RecordLabel>

/** Any record as fronts see it. */
export const RecordView = z.strictObject({
  id: z.string(),
  kind: z.enum(recordKinds),
  caseId: CaseId,
  /** What it is a part of. */
  parent: RecordRef.nullable(),
  /** "" where nobody gave one: then its type is shown. */
  title: z.string(),
  dates: IncidentDates,
  state: z.string(),
  fields: Values,
  /** What the records are called that it names. */
  labels: z.array(RecordLabel),
  createdAt: Instant,
  createdBy: z.string(),
  changedAt: Instant,
  changedBy: z.string(),
})
export type RecordView = z.infer<typeof RecordView>

export interface AddInput {
  kind: PlainKind
  fields: FieldValues
}
export interface PatchInput {
  kind: RecordKind
  patch: Readonly<Record<string, FieldValue | null>>
}

// One shape for each kind, made of its declaration: what does not fit is refused at the edge, named by its field.
const byKind = (names: readonly RecordKind[], key: "fields" | "patch"): z.ZodType =>
  z.discriminatedUnion(
    "kind",
    names.map((name) => {
      const { fields } = kinds[name]
      return z.object({ kind: z.literal(name), [key]: key === "fields" ? fieldsSchema(fields) : patchSchema(fields) })
    }) as [z.ZodObject<{ kind: z.ZodLiteral<RecordKind> }>],
  )

const AddFields = byKind(plainKinds, "fields") as z.ZodType<AddInput, AddInput>
const Patch = byKind(recordKinds, "patch") as z.ZodType<PatchInput, PatchInput>

const writing = [
  "vault-locked",
  "vault-read-only",
  "not-found",
  "date-unreadable",
  "disk-full",
  "record-circle",
] as const

const RecordListInput = z.strictObject({
  caseId: CaseId,
  kind: z.enum(plainKinds),
  parentId: z.uuid().nullable().default(null),
  query: z.string().max(500).default(""),
  states: z.array(z.string().max(100)).max(100).default([]),
  filter: Filter.prefault({}),
  /** "title", "date", "state", "changedAt"; "" is by date. */
  sort: z.enum(["", "title", "date", "state", "changedAt"]).default(""),
  descending: z.boolean().default(false),
  /** As in other lists. */
  group: z.string().max(60).default(""),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(100_000).default(200),
})
export type RecordListInput = z.infer<typeof RecordListInput>

/** What hangs on a record: what goes with it, and what would no longer point anywhere. */
export const Dangling = z.strictObject({
  goes: z.array(RecordLabel),
  loses: z.array(z.strictObject({ record: RecordLabel, field: z.string() })),
  /** Passages of evidence that are linked to it. */
  links: z.int(),
})
export type Dangling = z.infer<typeof Dangling>

/** Kinds of which two records may turn out to be the same one. */
export const mergeKinds = ["actor", "incident"] as const
export type MergeKind = (typeof mergeKinds)[number]

const MergeInput = z.strictObject({ kind: z.enum(mergeKinds), keep: z.uuid(), lose: z.uuid() })

/** One change of one field; null where there was, or is, no answer. */
export const FieldChange = z.strictObject({
  at: Instant,
  by: z.string(),
  /** What they are called in this vault; "" where they gave no name. */
  byName: z.string(),
  /** "merged": said of a record that was found to be the same as this one, and not kept. */
  what: z.enum(["changed", "removed", "merged"]),
  field: z.string(),
  from: z.unknown(),
  to: z.unknown(),
})
export type FieldChange = z.infer<typeof FieldChange>

export const recordCalls = {
  "record.add": call({
    input: z.intersection(z.object({ caseId: CaseId, parent: RecordRef.nullable().default(null) }), AddFields),
    output: RecordView,
    faults: writing,
  }),
  "record.show": call({ input: RecordRef, output: RecordView, faults: ["vault-locked", "not-found"] }),
  "record.update": call({
    input: z.intersection(
      z.object({
        id: z.uuid(),
        /** The time of change that the editor saw: a change made since is then not overwritten. */
        expected: Instant.nullable().default(null),
      }),
      Patch,
    ),
    output: RecordView,
    faults: [...writing, "record-changed"],
  }),
  /** The same change for many, all or none, in one act that one undo takes back. */
  "record.updateMany": call({
    input: z.intersection(
      z.object({
        ids: z.array(z.uuid()).min(1).max(10_000),
        /** Added to and taken from each one's own tags; never put in their place. */
        addTags: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
        removeTags: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
        /** Of incidents alone. */
        verification: z.enum(verifications).optional(),
        /** Of people and bodies alone. */
        protected: z.boolean().optional(),
      }),
      Patch,
    ),
    output: z.strictObject({ changed: z.int() }),
    faults: writing,
  }),
  "record.list": call({
    input: RecordListInput,
    output: listOutput(RecordView),
    faults: ["vault-locked", "not-found", "date-unreadable"],
  }),
  /** Records of every kind by words of their titles and names: exact before loose. */
  "record.search": call({
    input: z.strictObject({
      caseId: CaseId,
      query: z.string().max(500),
      limit: z.int().min(1).max(200).default(20),
    }),
    output: z.strictObject({ found: z.array(RecordLabel) }),
    faults: ["vault-locked", "not-found"],
  }),
  /** The groups of a list in its order. `label`: a person's name; else the key is a month or a code, "" for none. */
  "record.groups": call({
    input: z.strictObject({
      caseId: CaseId,
      kind: z.enum(["incident", "actor", "evidence", ...plainKinds]),
      filter: Filter.prefault({}),
      by: z.string().min(1).max(60),
    }),
    output: z.strictObject({
      groups: z.array(z.strictObject({ key: z.string(), label: z.string(), count: z.int() })),
    }),
    faults: ["vault-locked", "not-found", "date-unreadable"],
  }),
  /** What names this record, from every end. */
  "record.pointers": call({
    input: RecordRef,
    output: z.strictObject({ pointers: z.array(z.strictObject({ record: RecordView, field: z.string() })) }),
    faults: ["vault-locked", "not-found"],
  }),
  /** The first step of removing: what would go with it, and what would dangle. */
  "record.dangling": call({ input: RecordRef, output: Dangling, faults: ["vault-locked", "not-found"] }),
  /** The second step, with the reason, which stays in the history. */
  "record.remove": call({
    input: z.strictObject({ kind: z.enum(recordKinds), id: z.uuid(), reason: z.string().trim().min(1).max(2000) }),
    output: z.strictObject({ id: z.string(), gone: z.int() }),
    faults: ["vault-locked", "vault-read-only", "not-found", "legal-hold", "record-in-use", "disk-full"],
  }),
  /** The first step of merging: what both answered, each otherwise, and how much would move. */
  "record.compare": call({
    input: MergeInput,
    output: z.strictObject({
      conflicts: z.array(z.strictObject({ field: z.string(), keep: z.unknown(), lose: z.unknown() })),
      labels: z.array(RecordLabel),
    }),
    faults: ["vault-locked", "not-found"],
  }),
  /** Two that are the same become one, in one act. `sides`: whose answer stays where both gave one; else `keep`'s. */
  "record.merge": call({
    input: MergeInput.extend({ sides: z.record(z.string().max(60), z.enum(["keep", "lose"])).default({}) }),
    output: RecordView,
    faults: ["vault-locked", "vault-read-only", "not-found", "legal-hold", "record-circle", "disk-full"],
  }),
  /** Who changed what from what to what, newest first. */
  "record.history": call({
    input: RecordRef,
    output: z.strictObject({
      changes: z.array(FieldChange),
      createdAt: Instant,
      createdBy: z.string(),
      createdByName: z.string(),
    }),
    faults: ["vault-locked", "not-found"],
  }),
  /** The newest act of this session that was about a record, to be taken back by; null where there is none. */
  "undo.latest": call({
    input: z.strictObject({ subjectId: z.uuid() }),
    output: z.strictObject({ act: z.int().nullable() }),
    faults: ["vault-locked"],
  }),
  /** Takes an act back, and gives the act that did: taking that back is doing the first again. */
  "undo.take": call({
    input: z.strictObject({ act: z.int() }),
    output: z.strictObject({ act: z.int().nullable() }),
    faults: ["vault-locked", "vault-read-only", "nothing-to-undo", "undo-stale", "disk-full"],
  }),
  /** A term of one's own in a shipped list. Retired: still read, no longer offered. */
  "term.add": call({
    input: z.strictObject({
      list: z.string().max(60),
      parent: z.string().max(100).default(""),
      en: z.string().trim().max(200).default(""),
      ru: z.string().trim().max(200).default(""),
      kk: z.string().trim().max(200).default(""),
    }),
    output: z.strictObject({ code: z.string() }),
    faults: ["vault-locked", "vault-read-only", "disk-full"],
  }),
  "term.retire": call({
    input: z.strictObject({ list: z.string().max(60), code: z.string().max(100), retired: z.boolean().default(true) }),
    output: z.strictObject({ code: z.string() }),
    faults: ["vault-locked", "vault-read-only", "not-found"],
  }),
  "term.list": call({
    input: z.strictObject({}),
    output: z.strictObject({
      terms: z.array(
        z.strictObject({
          list: z.string(),
          code: z.string(),
          parent: z.string(),
          en: z.string(),
          ru: z.string(),
          kk: z.string(),
          retired: z.boolean(),
        }),
      ),
      /** Codes used last, newest first, by list. */
      recent: z.record(z.string(), z.array(z.string())),
    }),
    faults: ["vault-locked"],
  }),
} as const
