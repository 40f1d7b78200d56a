import type { Written } from "../vault/write-tx.ts"

/** One act of this session: the rows that it wrote and what was said of it in the log. */
export interface Act {
  readonly verb: string
  readonly subjectId: string
  readonly at: string
  readonly touched: Written["touched"]
}

/** What can be taken back in this session, and done again. Forgotten when the vault is locked. */
export interface Acts {
  /** Told of every write; `takingBack` says that an act is being undone or redone, and which way. */
  wrote(written: Written, at: string): void
  undo(take: (act: Act) => void): Act | undefined
  redo(take: (act: Act) => void): Act | undefined
  state(): { undo: Act | undefined; redo: Act | undefined }
}

/** What has left or come in for good, what concerns keys, and what the program does by itself, is not taken back. */
const lasting =
  /^(vault|holder|evidence\.(received|export|copied|exported|read|opened)|dossier|redaction\.proven|pseudonym|case\.purged|record\.purged)/

const longest = 500

export const createActs = (): Acts => {
  const past: Act[] = []
  const future: Act[] = []
  let mode: "doing" | "undoing" | "redoing" = "doing"

  const push = (stack: Act[], act: Act): void => {
    stack.push(act)
    if (stack.length > longest) stack.shift()
  }
  const wrote = ({ touched, lines }: Written, at: string): void => {
    const last = lines.at(-1)
    if (last === undefined || lasting.test(last.verb)) return
    const act: Act = { verb: last.verb, subjectId: last.subjectId, at, touched }
    push(mode === "undoing" ? future : past, act)
    if (mode === "doing") future.length = 0
  }
  const take = (from: Act[], as: "undoing" | "redoing", work: (act: Act) => void): Act | undefined => {
    const act = from.at(-1)
    if (act === undefined) return undefined
    mode = as
    try {
      work(act)
      from.splice(from.indexOf(act), 1)
      return act
    } finally {
      mode = "doing"
    }
  }
  return {
    wrote,
    undo: (work) => take(past, "undoing", work),
    redo: (work) => take(future, "redoing", work),
    state: () => ({ undo: past.at(-1), redo: future.at(-1) }),
  }
}
