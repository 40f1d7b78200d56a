import { useEffect, useState } from "react"
import type { AuditEntry } from "../../../shared/model/audit.ts"
import { call } from "../../bridge/client.ts"
import { Section } from "../../components/Section.tsx"
import { showMoment } from "../../session/moments.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { useWho } from "../holders/names.ts"
import { verbWords } from "./words.ts"

/** What was done to one record, from the audit chain. Asked for when it is unfolded. */
export const History = ({ subjectId }: { readonly subjectId: string }) => {
  const t = useT()
  return (
    <Section title={t("history.title")} startsClosed>
      <Entries subjectId={subjectId} />
    </Section>
  )
}

const longest = 50

const Entries = ({ subjectId }: { readonly subjectId: string }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const who = useWho()
  const [entries, setEntries] = useState<readonly AuditEntry[] | undefined>(undefined)
  useEffect(() => {
    void call("audit.log", { subjectId, limit: longest }).then((reply) => {
      if (reply.ok) setEntries(reply.result.entries)
    })
  }, [subjectId])
  if (entries?.length === 0) return <p className="quiet">{t("history.none")}</p>
  return (
    <ol className="history">
      {(entries ?? []).map((entry) => (
        <li key={entry.sequence}>
          <span className="grow">{verbWords(t, entry.verb)}</span>
          <span className="hint">
            {[who(entry.holder), showMoment(language, entry.at)].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ol>
  )
}
