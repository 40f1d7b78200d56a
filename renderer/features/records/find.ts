import { useEffect, useState } from "react"
import type { RecordKind, RecordRef } from "../../../shared/model/field.ts"
import type { CaseId, Language } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { call } from "../../bridge/client.ts"
import { showDates } from "../../session/dates.ts"
import { usePreferences } from "../../session/preferences.ts"
import { isRecordKind } from "./store.ts"
import { recordTitle } from "./words.ts"

export interface Found {
  readonly ref: RecordRef
  readonly label: string
  /** What tells it from its like: its dates, another name, its kind. */
  readonly detail: string
  readonly guarded: boolean
}

interface Asked {
  readonly caseId: CaseId
  readonly query: string
  readonly limit: number
}

const findKind = async (kind: RecordKind, asked: Asked, language: Language): Promise<Found[]> => {
  const kindWords = kindOf(kind).label[language]
  if (kind === "incident") {
    const reply = await call("incident.list", asked)
    const rows = reply.ok ? reply.result.rows : []
    return rows.map(({ id, title, dates }) => ({
      ref: { kind, id },
      label: title,
      detail: showDates(language, dates) || kindWords,
      guarded: false,
    }))
  }
  if (kind === "actor") {
    const reply = await call("actor.list", asked)
    const rows = reply.ok ? reply.result.rows : []
    return rows.map(({ id, names: [first, second], protected: guarded }) => ({
      ref: { kind, id },
      label: first?.text ?? "",
      detail: second?.text ?? kindWords,
      guarded,
    }))
  }
  if (kind === "evidence") {
    const reply = await call("evidence.list", asked)
    const rows = reply.ok ? reply.result.rows : []
    return rows.map(({ id, reference, title }) => ({
      ref: { kind, id },
      label: `${reference} ${title}`,
      detail: kindWords,
      guarded: false,
    }))
  }
  if (!isRecordKind(kind)) return []
  const reply = await call("record.list", { ...asked, kind })
  const rows = reply.ok ? reply.result.rows : []
  return rows.map((row) => ({
    ref: { kind, id: row.id },
    label: recordTitle(row, language),
    detail: kindWords,
    guarded: false,
  }))
}

/** So many of each kind: few where many kinds are asked for. */
const limitFor = (kinds: number): number => (kinds > 3 ? 4 : 8)

/** What answers `query` among records of the given kinds, those first that begin with it. */
export const useFound = (
  caseId: CaseId,
  kinds: readonly RecordKind[],
  query: string,
): { readonly found: readonly Found[]; readonly stale: boolean } => {
  const language = usePreferences((state) => state.language)
  const [found, setFound] = useState<readonly Found[]>([])
  const [answers, setAnswers] = useState<string | undefined>(undefined)
  const wanted = kinds.join(" ")
  useEffect(() => {
    let stale = false
    const ask = async () => {
      const all = wanted.split(" ") as RecordKind[]
      const asked = { caseId, query, limit: limitFor(all.length) }
      const each = await Promise.all(all.map((kind) => findKind(kind, asked, language)))
      if (stale) return
      setFound(beginningFirst(each.flat(), query))
      setAnswers(query)
    }
    void ask()
    return () => {
      stale = true
    }
  }, [caseId, wanted, query, language])
  return { found, stale: answers !== query }
}

const beginningFirst = (found: readonly Found[], query: string): readonly Found[] => {
  const typed = query.trim().toLocaleLowerCase()
  if (typed === "") return found
  const begins = ({ label }: Found): boolean => label.toLocaleLowerCase().startsWith(typed)
  return [...found.filter(begins), ...found.filter((one) => !begins(one))]
}
