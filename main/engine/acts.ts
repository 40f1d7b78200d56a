import type { Written } from "../vault/write-tx.ts"

/** One act of this session: the rows that it wrote and what was said of it in the log. */
export interface Act {
  /** Counts up in this session. */
  readonly id: number
  readonly verb: string
  readonly subjectId: string
  readonly at: string
  readonly touched: Written["touched"]
}

/** What can be taken back in this session. Forgotten when the vault is locked. */
export interface Acts {
  /** Told of every write. */
  wrote(written: Written, at: string): void
  /** The newest act that was about this record, or undefined. */
  latest(subjectId: string): Act | undefined
  /** The act, to be taken back; undefined where it was already, or is too long ago. */
  find(id: number): Act | undefined
  /** Called once it was taken back. */
  forget(id: number): void
}

/** What has left or come in for good, what concerns keys, and what the program does by itself, is not taken back. */
const lasting =
  /^(vault|holder|release|evidence\.(received|export|copied|exported|read|opened)|dossier|custody|redaction\.proven|pseudonym|case\.(purged|imported|export-begun|exported)|record\.purged)/

const longest = 500

export const createActs = (): Acts => {
  const acts: Act[] = []
  let count = 0
  return {
    wrote: ({ touched, lines }, at) => {
      const last = lines.at(-1)
      if (last === undefined || lasting.test(last.verb)) return
      count += 1
      acts.push({ id: count, verb: last.verb, subjectId: last.subjectId, at, touched })
      if (acts.length > longest) acts.shift()
    },
    latest: (subjectId) => acts.findLast((act) => act.subjectId === subjectId),
    find: (id) => acts.find((act) => act.id === id),
    forget: (id) => {
      const index = acts.findIndex((act) => act.id === id)
      if (index >= 0) acts.splice(index, 1)
    },
  }
}
