/** Judges a file of anybody's making, without a vault: the checks that our own copies pass, and some more. */
import { basename } from "node:path"
import type { Handlers } from "../../../shared/contract/contract.ts"
import { Fault } from "../../../shared/faults.ts"
import { checkFile } from "../../redaction/check/check-file.ts"
import type { EngineContext } from "../context.ts"
import { needlesOfList } from "../needle-set.ts"
import { readWhole } from "../read-whole.ts"

export const redactionCheckHandlers = (context: EngineContext): Pick<Handlers, "redaction.check"> => ({
  "redaction.check": async ({ file, terms }) => {
    const needles = needlesOfList(terms)
    if (needles.needles.length === 0) throw new Fault("nothing-chosen", { kind: "term" })
    const path = context.tokens.resolve(file)
    return await checkFile(context.parts.parsers, { name: basename(path), bytes: await readWhole(path), needles })
  },
})
