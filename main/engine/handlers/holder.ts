import { Fault } from "../../../shared/faults.ts"
import * as holders from "../../domain/holder.ts"
import { measureStrength } from "../../passphrase/strength.ts"
import { slotCount } from "../../vault/slots.ts"
import { changed, type EngineContext, type HandlersOf } from "../context.ts"

export const holderHandlers = (context: EngineContext): HandlersOf<"holder"> => ({
  "holder.list": () => {
    const vault = context.vault()
    const known = { acting: vault.keys.holderId, opening: vault.headerHolders() }
    const freePlaces = slotCount - vault.info().slots.length
    return { holders: vault.read((tx) => holders.list(tx, known)), freePlaces }
  },
  "holder.rename": ({ label }) => {
    const vault = context.vault()
    vault.write((tx) => holders.rename(tx, vault.keys.holderId, label))
    changed(context, "holder", null)
    return {}
  },
  "holder.add": async (input) => {
    const vault = context.vault()
    vault.read((tx) => holders.mustBeFree(tx, input.label))
    if (!(await measureStrength(input.passphrase)).accepted) throw new Fault("passphrase-weak")
    const id = await vault.addHolder(input)
    changed(context, "holder", null)
    return { id }
  },
  "holder.remove": async ({ secret, id }) => {
    const vault = context.vault()
    await vault.removeHolder({ secret, holderId: id })
    changed(context, "holder", null)
    return { recoveryCodeRemains: vault.info().slots.includes("recovery-code") }
  },
  "holder.renewCode": async ({ secret }) => {
    const recoveryCode = await context.vault().renewRecoveryCode(secret)
    changed(context, "holder", null)
    return { recoveryCode }
  },
})
