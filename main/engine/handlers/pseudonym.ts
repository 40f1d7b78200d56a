import type { RandomBytes } from "../../crypto/random.ts"
import * as cases from "../../domain/case.ts"
import * as pseudonyms from "../../domain/pseudonym.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"
import { withheldFrom } from "../withheld.ts"

const space = 2 ** 32

/** A number below `below`. Draws again where the remainder would favour small numbers. */
export const drawFrom =
  (random: RandomBytes): pseudonyms.Draw =>
  (below) => {
    const fair = space - (space % below)
    for (;;) {
      const number = Buffer.from(random(4)).readUInt32BE()
      if (number < fair) return number % below
    }
  }

export const pseudonymHandlers = (context: EngineContext): HandlersOf<"pseudonym"> => ({
  "pseudonym.list": ({ caseId, audience }) => {
    const vault = context.vault()
    const held = withheldFrom(context, pseudonyms.audienceKey(audience))
    const without = vault.read((tx) => {
      cases.mustExist(tx, caseId)
      return pseudonyms.missing(tx, caseId, audience, held).length
    })
    // A list that lacks nobody writes nothing: so a vault that opened read-only can still show it.
    if (without > 0) {
      const drawing = { caseId, audience, held, newId: () => newId(context), draw: drawFrom(context.parts.random) }
      vault.write((tx) => pseudonyms.drawMissing(tx, drawing))
      changed(context, "pseudonym", caseId)
    }
    return { pseudonyms: vault.read((tx) => pseudonyms.list(tx, caseId, audience)) }
  },
})
