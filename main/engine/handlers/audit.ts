import type { EngineContext, HandlersOf } from "../context.ts"

export const auditHandlers = (context: EngineContext): HandlersOf<"audit"> => ({
  "audit.log": ({ offset, limit, subjectId }) => context.vault().auditLog({ offset, limit, subjectId }),
  "audit.verify": async () => {
    const verdict = await context.vault().auditVerify()
    return { ...verdict, faults: [...verdict.faults] }
  },
})
