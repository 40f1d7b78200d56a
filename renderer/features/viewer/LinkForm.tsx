import { useState } from "react"
import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { type LinkRelation, linkRelations } from "../../../shared/model/link.ts"
import { Choice } from "../../components/Choice.tsx"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { RecordFinder } from "../lists/RecordFinder.tsx"
import { placeWords, quoteOf } from "../links/words.ts"
import { linkPassage } from "./link.ts"

/** One gesture: type, Enter. The passage and its place are there already. */
export const LinkForm = ({ evidence, place }: { readonly evidence: Evidence; readonly place: AnchorPlace }) => {
  const t = useT()
  const mask = useMask()
  const [relation, setRelation] = useState<LinkRelation>("supports")
  const [comment, setComment] = useState("")
  const quote = quoteOf(place)
  return (
    <div className="link-form">
      <p className="quiet">
        {evidence.reference} · {placeWords(t, place)}
      </p>
      {quote !== "" && <q className="quote">{mask(quote)}</q>}
      <Choice
        label={t("viewer.relation")}
        hideLabel
        small
        value={relation}
        options={linkRelations.map((value) => ({ value, label: t(`relation.${value}`) }))}
        onChange={setRelation}
      />
      <RecordFinder
        caseId={evidence.caseId}
        kinds={["incident", "actor"]}
        label={t("viewer.linkTo")}
        onPick={(found) =>
          void linkPassage(
            evidence.id,
            place,
            found.kind === "incident" ? { kind: "incident", id: found.id } : { kind: "actor", id: found.id },
            relation,
            comment,
          )
        }
      />
      <input
        className="link-comment-field"
        aria-label={t("viewer.comment")}
        placeholder={t("viewer.comment")}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </div>
  )
}
