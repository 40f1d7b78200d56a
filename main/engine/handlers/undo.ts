import { recordKinds } from "../../../shared/model/field.ts"
import { Fault } from "../../../shared/faults.ts"
import * as domain from "../../domain/undo.ts"
import { type Act, type Acts, createActs } from "../acts.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

const shown = (act: Act | undefined) => (act === undefined ? null : { verb: act.verb, at: act.at })

const nounOf = (verb: string): string => {
  const noun = verb.split(".", 1)[0] ?? ""
  return (recordKinds as readonly string[]).includes(noun) ? noun : noun
}

/** Undo and redo for every edit of the session, whichever front or call made it. */
export const undoHandlers = (context: EngineContext): HandlersOf<"undo"> => {
  let acts: Acts = createActs()
  context.session.onOpened((vault) => {
    const mine = createActs()
    acts = mine
    vault.onWritten((written) => mine.wrote(written, context.parts.clock.now()))
    return []
  })
  const take = (way: "undo" | "redo") => {
    const verb = way === "undo" ? "undone" : "redone"
    const act = acts[way](({ touched, verb: of, subjectId }) =>
      context.vault().write((tx) =>
        domain.undo(tx, {
          written: touched,
          verb: `${nounOf(of)}.${verb}`,
          subjectId,
          newId: () => newId(context),
        }),
      ),
    )
    if (act === undefined) throw new Fault("nothing-to-undo")
    changed(context, nounOf(act.verb), null)
    return { verb: act.verb, at: act.at }
  }
  return {
    "undo.undo": () => take("undo"),
    "undo.redo": () => take("redo"),
    "undo.state": () => {
      context.vault()
      const { undo, redo } = acts.state()
      return { undo: shown(undo), redo: shown(redo) }
    },
  }
}
