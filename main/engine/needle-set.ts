import type { ActorId, CaseId } from "../../shared/model/ids.ts"
import { protectedActors } from "../domain/needles.ts"
import * as pseudonyms from "../domain/pseudonym.ts"
import { makeNeedles, needlesOfTerms, type NeedleSet } from "../redaction/needles.ts"
import { type EngineContext, newId } from "./context.ts"
import { drawFrom } from "./handlers/pseudonym.ts"
import { withheldFrom } from "./withheld.ts"

/** Draws the pseudonyms that are still missing for the audience. Writes nothing where none is. */
const drawPseudonyms = (context: EngineContext, caseId: CaseId, audience: string, held: ReadonlySet<ActorId>): void => {
  const vault = context.vault()
  if (vault.read((tx) => pseudonyms.missing(tx, caseId, audience, held).length) === 0) return
  const drawing = { caseId, audience, held, newId: () => newId(context), draw: drawFrom(context.parts.random) }
  vault.write((tx) => pseudonyms.drawMissing(tx, drawing))
}

/**
 * What must not leave for one audience: every protected actor of the vault, by pseudonym, then the given terms. The one
 * place where it is made, so that what is proposed for covering and what the proof searches for cannot drift apart.
 * @throws Fault "term-too-short"
 */
export const needlesFor = (
  context: EngineContext,
  {
    caseId,
    audience,
    terms,
  }: { readonly caseId: CaseId; readonly audience: string; readonly terms: readonly string[] },
): NeedleSet => {
  const key = pseudonyms.audienceKey(audience)
  const held = withheldFrom(context, key)
  drawPseudonyms(context, caseId, key, held)
  const people = context.vault().read((tx) => protectedActors(tx, caseId, key, held))
  return makeNeedles([
    ...people.map(({ actorId, ...recorded }) => ({ ...recorded, key: actorId })),
    ...terms.filter((term) => term.trim() !== "").map((term) => ({ terms: [term], label: "", key: "" })),
  ])
}

/** What a list of words asks for, where there is no vault: the same for covering and for checking. @throws Fault "term-too-short" */
export const needlesOfList = (terms: readonly string[]): NeedleSet =>
  needlesOfTerms(
    terms.filter((term) => term.trim() !== ""),
    "",
    "inflected",
  )
