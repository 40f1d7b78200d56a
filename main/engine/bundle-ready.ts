/** A bundle that may leave: everything reviewed, and every acceptance held against the names of today. */
import type { DossierOptions } from "../../shared/model/dossier.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { Fault } from "../../shared/faults.ts"
import { type Bundle, openBundle, unready } from "./bundle.ts"
import type { EngineContext } from "./context.ts"
import { refreshPlans } from "./review.ts"

/** @throws Fault "not-reviewed", "annex-not-ready" */
export const refuseUnready = (bundle: Bundle): void => {
  for (const item of bundle.items) {
    const why = unready(item)
    if (why !== undefined) throw new Fault(why, { reference: item.reference })
  }
}

/** The bundle once every acceptance was held against the names of today. @throws Fault "not-reviewed", "annex-not-ready" */
export const asItIsNow = async (
  context: EngineContext,
  { items }: Bundle,
  { caseId, options }: { readonly caseId: CaseId; readonly options: DossierOptions },
  signal: AbortSignal,
): Promise<Bundle> => {
  const { audience, terms } = options
  const ids = items.map(({ evidenceId }) => evidenceId)
  await refreshPlans(context, ids, { audience, terms, signal })
  const bundle = openBundle(context, caseId, options)
  refuseUnready(bundle)
  return bundle
}
