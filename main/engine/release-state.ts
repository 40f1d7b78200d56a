/** What a second person confirms: one fingerprint of everything that would leave, which changes when any of it does. */
import type { DossierOptions } from "../../shared/model/dossier.ts"
import type { CaseId } from "../../shared/model/ids.ts"
import { sha256Hex } from "../crypto/hash.ts"
import * as releases from "../domain/release.ts"
import type { ReadTx } from "../vault/tx.ts"
import type { Bundle } from "./bundle.ts"
import { needlesSha256 } from "./review.ts"

export interface Chosen {
  readonly caseId: CaseId
  readonly options: DossierOptions
  readonly bundle: Bundle
}

/**
 * The choices but for the cover's date, what is told of incidents and people, what is looked for, and of each item its
 * boxes, clearances and accepted pages: with their pixels and the version that drew them.
 */
export const releaseOf = (tx: ReadTx, { caseId, options, bundle }: Chosen): releases.Release => {
  const { datedOn, ...choices } = options
  const { source, items, people, keptBack } = bundle
  const state = {
    choices,
    incidents: source.incidents,
    people,
    keptBack,
    needles: needlesSha256(bundle.needles),
    items: items.map((item) => ({ ...item, accepted: releases.acceptedStates(tx, item.evidenceId, options.audience) })),
  }
  return {
    caseId,
    audience: options.audience,
    stateSha256: sha256Hex(Buffer.from(JSON.stringify(state))),
    items: items.map(({ evidenceId }) => evidenceId),
  }
}
