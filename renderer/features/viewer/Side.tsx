import { showEdtf } from "../../../shared/dates.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import type { Link } from "../../../shared/model/link.ts"
import { ArrowUpRight } from "lucide-react"
import { Button } from "../../components/Button.tsx"
import { Keys } from "../../components/Keys.tsx"
import { Section } from "../../components/Section.tsx"
import { useMask } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { LinkRow } from "../links/LinkRow.tsx"
import { openTarget } from "../links/open.ts"
import { Notes } from "../notes/Notes.tsx"

interface Props {
  readonly evidence: Evidence
  readonly links: readonly Link[]
  readonly active: string | undefined
  readonly onShow: (link: Link) => void
}

/** What this document proves, passage by passage, and where it came from in a line. */
export const Side = ({ evidence, links, active, onShow }: Props) => {
  const t = useT()
  const mask = useMask()
  const { provenance } = evidence
  const language = usePreferences((state) => state.language)
  const origin = [provenance.receivedFrom, showEdtf(provenance.receivedOn, language), provenance.how].filter(
    (part) => part !== "",
  )
  return (
    <article className="inspector">
      <header className="inspector-head">
        <h2>{mask(evidence.title)}</h2>
        {origin.length > 0 && <p className="quiet">{origin.map(mask).join(" · ")}</p>}
        {evidence.description !== "" && <p>{mask(evidence.description)}</p>}
        <p>
          <Button
            icon={ArrowUpRight}
            small
            onPress={() => go({ view: "evidence", caseId: evidence.caseId, id: evidence.id })}
          >
            {t("viewer.details")}
          </Button>
        </p>
      </header>
      <Section title={t("evidence.linkedTo")} count={links.length || undefined}>
        {links.length === 0 ? (
          <p className="quiet">
            {evidence.durationMs === null ? t("viewer.howToLink") : t("viewer.howToLinkSpan")} <Keys of="link" />
          </p>
        ) : (
          <ul>
            {links.map((link) => (
              <LinkRow
                key={link.id}
                link={link}
                end="target"
                active={link.id === active}
                onOpen={onShow}
                action={
                  <span className="go-record">
                    <Button
                      icon={ArrowUpRight}
                      look="quiet"
                      small
                      tip={t("viewer.openRecord")}
                      onPress={() => openTarget(evidence.caseId, link)}
                    />
                  </span>
                }
              />
            ))}
          </ul>
        )}
      </Section>
      <Notes subjectKind="evidence" subjectId={evidence.id} />
    </article>
  )
}
