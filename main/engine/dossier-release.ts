/** A second person confirms what would leave: here, by their own secret, or where they opened the vault themself. */
import type { Output, Parsed } from "../../shared/contract/contract.ts"
import type { HolderId } from "../../shared/model/ids.ts"
import { labelOf } from "../domain/holder.ts"
import * as releases from "../domain/release.ts"
import type { WriteTx } from "../vault/tx.ts"
import { openBundle } from "./bundle.ts"
import { asItIsNow, refuseUnready } from "./bundle-ready.ts"
import { changed, type EngineContext, newId } from "./context.ts"
import { type Chosen, releaseOf } from "./release-state.ts"

/** Who looked, and who confirmed; null where no rule asks for a second person. */
export interface PeopleBehind {
  readonly reviewedBy: readonly HolderId[]
  readonly confirmedBy: HolderId | null
}

/** @throws Fault "not-confirmed" */
export const peopleBehind = (context: EngineContext, chosen: Chosen): PeopleBehind => {
  const vault = context.vault()
  return vault.read((tx) => {
    const release = releaseOf(tx, chosen)
    const reviewedBy = releases.reviewers(tx, release.items, release.audience)
    return { reviewedBy, confirmedBy: releases.secondPerson(tx, release, vault.keys.holderId) ?? null }
  })
}

/** Held against the names of today first, as before building: what is confirmed is what would leave. */
export const confirm = async (context: EngineContext, { caseId, options, secret }: Parsed<"dossier.confirm">) => {
  const vault = context.vault()
  const first = openBundle(context, caseId, options)
  refuseUnready(first)
  const bundle = await asItIsNow(context, first, { caseId, options }, new AbortController().signal)
  const release = vault.read((tx) => releaseOf(tx, { caseId, options, bundle }))
  const work = (tx: WriteTx): string => {
    releases.confirm(tx, newId(context), release)
    return labelOf(tx, tx.holderId)
  }
  const confirmedBy = secret === null ? vault.write(work) : await vault.writeAs(secret, work)
  changed(context, "dossier", caseId)
  return { confirmedBy }
}

export const releaseNow = (context: EngineContext, chosen: Chosen): Output<"dossier.check">["release"] => {
  const vault = context.vault()
  return vault.read((tx) => {
    const release = releaseOf(tx, chosen)
    const looked = releases.reviewers(tx, release.items, release.audience)
    const acting = vault.keys.holderId
    // Where nothing had to be reviewed, whoever builds is the first person.
    const confirmer = releases.confirmers(tx, release).find((holder) => looked.length > 0 || holder !== acting)
    return {
      twoPeople: releases.isRequired(tx, release.audience),
      reviewers: looked.map((id) => labelOf(tx, id)),
      confirmedBy: confirmer === undefined ? null : labelOf(tx, confirmer),
      actingMayConfirm: looked.length > 0 && !looked.includes(acting),
    }
  })
}
