import { X } from "lucide-react"
import type { ReactNode } from "react"
import type { Link } from "../../../shared/model/link.ts"
import { Button } from "../../components/Button.tsx"
import { Chip } from "../../components/Chip.tsx"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { kindIconOf } from "../evidence/kinds.ts"
import { removeLink } from "./store.ts"
import { placeWords, quoteOf } from "./words.ts"

interface Props {
  readonly link: Link
  /** Which end is shown: the evidence (from a record) or the record (from the evidence). */
  readonly end: "evidence" | "target"
  readonly onOpen: (link: Link) => void
  readonly active?: boolean
  readonly action?: ReactNode
}

/** A link as seen from one of its ends, with the passage. */
export const LinkRow = ({ link, end, onOpen, active, action }: Props) => {
  const t = useT()
  const mask = useMask()
  const { place } = link.anchor
  const quote = quoteOf(place)
  const Icon = kindIconOf(link.evidence.kind)
  return (
    <li className={active === true ? "link-row active" : "link-row"}>
      <button type="button" className="link-open" onClick={() => onOpen(link)} title={t("links.jump")}>
        <span className="link-head">
          {end === "evidence" && <Icon size={14} strokeWidth={1.75} aria-hidden />}
          <strong className="truncate">{mask(end === "evidence" ? link.evidence.title : link.targetLabel)}</strong>
          <span className="link-place">
            {end === "evidence" ? `${link.evidence.reference} · ` : ""}
            {placeWords(t, place)}
            {link.relation !== "contradicts" && ` · ${t(`relation.${link.relation}`)}`}
          </span>
        </span>
        {quote !== "" && <q className="quote">{mask(quote)}</q>}
        {link.comment !== "" && <span className="quiet link-comment">{mask(link.comment)}</span>}
      </button>
      <span className="link-end">
        {link.relation === "contradicts" && <Chip tone="bad">{t("relation.contradicts")}</Chip>}
        <Button icon={X} look="quiet" small tip={t("links.remove")} onPress={() => void removeLink(link)} />
        {action}
      </span>
    </li>
  )
}
