import { z } from "zod"
import { Case, caseStatuses } from "../model/case.ts"
import { CaseId } from "../model/ids.ts"
import { call } from "./call.ts"

const fields = {
  title: z.string().trim().min(1).max(300),
  reference: z.string().trim().max(100),
  summary: z.string().max(100_000),
  status: z.enum(caseStatuses),
}

export const caseCalls = {
  "case.add": call({
    input: z.strictObject({
      title: fields.title,
      reference: fields.reference.default(""),
      summary: fields.summary.default(""),
    }),
    output: Case,
    faults: ["vault-locked", "vault-read-only", "disk-full"],
  }),
  "case.list": call({
    input: z.strictObject({}),
    output: z.strictObject({ cases: z.array(Case) }),
    faults: ["vault-locked"],
  }),
  "case.show": call({ input: z.strictObject({ id: CaseId }), output: Case, faults: ["vault-locked", "not-found"] }),
  "case.update": call({
    input: z.strictObject({ id: CaseId, patch: z.strictObject(fields).partial() }),
    output: Case,
    faults: ["vault-locked", "vault-read-only", "not-found", "disk-full"],
  }),
} as const
