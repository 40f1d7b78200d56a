import { type ReactNode, useEffect } from "react"
import type { CaseId } from "../../../shared/model/ids.ts"
import type { LinkTarget } from "../../../shared/model/link.ts"
import { Section } from "../../components/Section.tsx"
import { go } from "../../session/navigation.ts"
import { useT } from "../../session/preferences.ts"
import { dropEvidence } from "./drag.ts"
import { LinkRow } from "./LinkRow.tsx"
import { endsOf, loadLinks, useLinksOf } from "./store.ts"

interface Props {
  readonly caseId: CaseId
  readonly target: LinkTarget
  readonly title: string
  readonly none: ReactNode
}

/** The passages linked to a record, each opening at its place. Evidence dropped here is linked. */
export const Passages = ({ caseId, target, title, none }: Props) => {
  const t = useT()
  const links = useLinksOf(target.id)
  useEffect(() => void loadLinks(endsOf(target)), [target.kind, target.id])
  return (
    <div className="passages" data-drop-words={t("links.dropHere")} {...dropEvidence(() => target)}>
      <Section title={title} count={links.length === 0 ? undefined : links.length}>
        {links.length === 0 ? (
          <p className="quiet">{none}</p>
        ) : (
          <ul>
            {links.map((link) => (
              <LinkRow
                key={link.id}
                link={link}
                end="evidence"
                onOpen={({ anchor }) => go({ view: "viewer", caseId, id: anchor.evidenceId, at: anchor.place })}
              />
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}
