import { Fault } from "../../../shared/faults.ts"
import * as domain from "../../domain/undo.ts"
import { type Acts, createActs } from "../acts.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

const nounOf = (verb: string): string => verb.split(".", 1)[0] ?? ""

/** Any edit of the session can be taken back, whichever front or call made it; taking back is an edit too: that is redo. */
export const undoHandlers = (context: EngineContext): HandlersOf<"undo"> => {
  let acts: Acts = createActs()
  context.session.onOpened((vault) => {
    const mine = createActs()
    acts = mine
    vault.onWritten((written) => mine.wrote(written, context.parts.clock.now()))
    return []
  })
  return {
    "undo.latest": ({ subjectId }) => {
      context.vault()
      return { act: acts.latest(subjectId)?.id ?? null }
    },
    "undo.take": ({ act: id }) => {
      const vault = context.vault()
      const act = acts.find(id)
      if (act === undefined) throw new Fault("nothing-to-undo")
      const noun = nounOf(act.verb)
      const { subjectId } = act
      vault.write((tx) => {
        domain.undo(tx, { written: act.touched, verb: `${noun}.undone`, subjectId, newId: () => newId(context) })
      })
      acts.forget(id)
      changed(context, noun, null)
      return { act: acts.latest(subjectId)?.id ?? null }
    },
  }
}
