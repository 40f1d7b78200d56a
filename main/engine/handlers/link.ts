import type { LinkId } from "../../../shared/model/ids.ts"
import type { Link } from "../../../shared/model/link.ts"
import * as links from "../../domain/link.ts"
import type { ReadTx } from "../../vault/tx.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"

const withCase = (tx: ReadTx, link: Link) => ({ link, caseId: links.caseOf(tx, link.anchor.evidenceId) })

export const linkHandlers = (context: EngineContext): HandlersOf<"link"> => ({
  "link.add": (input) => {
    const ids = { id: newId(context) as LinkId, anchorId: newId(context) }
    const { link, caseId } = context.vault().write((tx) => withCase(tx, links.add(tx, input, ids)))
    changed(context, "link", caseId)
    return link
  },
  "link.list": (input) => ({ links: context.vault().read((tx) => links.list(tx, input)) }),
  "link.update": (input) => {
    const { link, caseId } = context.vault().write((tx) => withCase(tx, links.update(tx, input)))
    changed(context, "link", caseId)
    return link
  },
  "link.remove": ({ id }) => {
    const { caseId } = context.vault().write((tx) => {
      const removed = withCase(tx, links.show(tx, id))
      links.remove(tx, id)
      return removed
    })
    changed(context, "link", caseId)
    return { id }
  },
  "link.restore": ({ id }) => {
    const { link, caseId } = context.vault().write((tx) => withCase(tx, links.restore(tx, id)))
    changed(context, "link", caseId)
    return link
  },
})
