import { FileSearch } from "lucide-react"
import type { Ground } from "../../../shared/contract/claim.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import { useMask } from "../../session/names.ts"
import { go } from "../../session/navigation.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { openRecord } from "../records/open.ts"
import { termWords } from "../records/words.ts"

interface Props {
  readonly caseId: CaseId
  readonly ground: Ground
}

/** What a claim rests on, with both grades in words; a passage opens at its place. */
export const GroundCard = ({ caseId, ground }: Props) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const { on, passage, circumstances } = ground
  const title = on === null ? t("claims.nothingNamed") : on.title || kindOf(on.kind).label[language]
  return (
    <li className="ground">
      <button
        type="button"
        className="ground-title"
        onClick={() => openRecord(caseId, ground.record.kind === "link" && on !== null ? on : ground.record)}
      >
        {mask(title)}
      </button>
      {ground.source !== "" && <span className="quiet">{mask(ground.source)}</span>}
      {ground.words !== "" && <p className="ground-words">{mask(ground.words)}</p>}
      {ground.why !== "" && <p className="quiet">{mask(ground.why)}</p>}
      {circumstances !== "" && (
        <p className="quiet">{termWords("statement-circumstances", circumstances, language, [])}</p>
      )}
      <Grade list="reliability" grade={ground.reliability} />
      <Grade list="credibility" grade={ground.credibility} />
      {passage !== null && (
        <Button
          icon={FileSearch}
          look="quiet"
          small
          onPress={() => go({ view: "viewer", caseId, id: passage.evidenceId, at: passage.place })}
        >
          {t("links.jump")}
        </Button>
      )}
    </li>
  )
}

const Grade = ({ list, grade }: { list: "reliability" | "credibility"; grade: Ground["reliability"] }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const { saidBy } = grade
  const inherited = saidBy !== "" && saidBy !== "support" && saidBy !== "link"
  return (
    <p className={grade.code === "" ? "ground-grade quiet" : "ground-grade"}>
      {grade.code === "" ? t(`claims.ungraded.${list}`) : termWords(list, grade.code, language, [])}
      {inherited && <span className="quiet"> · {kindOf(saidBy).label[language]}</span>}
    </p>
  )
}
