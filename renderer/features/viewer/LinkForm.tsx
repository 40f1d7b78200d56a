import { useState } from "react"
import { termLists } from "../../../shared/lists/all.ts"
import { labelOf } from "../../../shared/lists/term.ts"
import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { type LinkGrade, linkedKinds, type LinkRelation, linkRelations } from "../../../shared/model/link.ts"
import { Choice } from "../../components/Choice.tsx"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { asTarget } from "../links/drag.ts"
import { placeWords, quoteOf } from "../links/words.ts"
import { RefPicker } from "../records/RefPicker.tsx"
import { linkPassage } from "./link.ts"
import { useLastTarget } from "./store.ts"

const kinds = ["incident", "actor", ...linkedKinds] as const

/** One gesture: type, Enter. The passage, its words and its place are there already. */
export const LinkForm = ({ evidence, place }: { readonly evidence: Evidence; readonly place: AnchorPlace }) => {
  const t = useT()
  const mask = useMask()
  // What was said of the last one is what most often is said of the next.
  const [relation, setRelation] = useState<LinkRelation>(useLastTarget.getState().last?.relation ?? "supports")
  const [grade, setGrade] = useState<LinkGrade>({ reliability: "", credibility: "" })
  const [comment, setComment] = useState("")
  const quote = quoteOf(place)
  const proves = relation === "supports" || relation === "contradicts"
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
      <RefPicker
        caseId={evidence.caseId}
        kinds={kinds}
        label={t("viewer.linkTo")}
        onPick={(ref) => {
          const target = asTarget(ref)
          if (target === undefined) return
          const said = proves ? grade : { reliability: "", credibility: "" }
          void linkPassage({ evidenceId: evidence.id, place, target, relation, comment, grade: said })
        }}
      />
      {proves && <GradeOf grade={grade} onChange={setGrade} />}
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

interface GradeProps {
  readonly grade: LinkGrade
  readonly onChange: (grade: LinkGrade) => void
}

/** How far this passage can be relied upon, where that is known now: nobody is made to say. */
const GradeOf = ({ grade, onChange }: GradeProps) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  return (
    <div className="link-grade">
      {(["reliability", "credibility"] as const).map((axis) => (
        <Choice
          key={axis}
          label={t(`grading.${axis}`)}
          hideLabel
          small
          value={grade[axis]}
          options={[
            { value: "", label: t(`claims.ungraded.${axis}`) },
            ...termLists[axis].terms.map((term) => ({ value: term.code, label: labelOf(term, language) })),
          ]}
          onChange={(code) => onChange({ ...grade, [axis]: code })}
        />
      ))}
    </div>
  )
}
