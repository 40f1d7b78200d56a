import * as consents from "../../domain/consent.ts"
import type { EngineContext, HandlersOf } from "../context.ts"
import { today } from "../withheld.ts"

export const consentHandlers = (context: EngineContext): HandlersOf<"consent"> => ({
  "consent.matrix": ({ caseId, on }) =>
    context.vault().read((tx) => consents.matrix(tx, caseId, on === "" ? today(context) : on)),
})
