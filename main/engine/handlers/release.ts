import { Fault } from "../../../shared/faults.ts"
import * as releases from "../../domain/release.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

export const releaseHandlers = (context: EngineContext): HandlersOf<"release"> => ({
  "release.rules": () => {
    const { wholeVault, audiences } = context.vault().read(releases.rules)
    return { wholeVault, audiences: [...audiences] }
  },
  "release.require": ({ audience }) => {
    const vault = context.vault()
    // A rule that nobody could ever satisfy would only lock the person out of their own work.
    if (vault.headerHolders().length < 2) throw new Fault("holder-alone")
    vault.write((tx) => releases.require(tx, newId(context), audience))
    changed(context, "release", null)
    return {}
  },
  "release.lift": async ({ audience, secret }) => {
    const vault = context.vault()
    const acting = vault.keys.holderId
    if (vault.headerHolders().length < 2) vault.write((tx) => releases.lift(tx, audience))
    else {
      if (secret === null) throw new Fault("not-confirmed")
      await vault.writeAs(secret, (tx) => {
        if (tx.holderId === acting) throw new Fault("own-review")
        releases.lift(tx, audience)
      })
    }
    changed(context, "release", null)
    return {}
  },
})
