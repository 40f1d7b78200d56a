import { Plus } from "lucide-react"
import { useState } from "react"
import type { RecordRef } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import type { Link } from "../../../shared/model/link.ts"
import { act } from "../../session/act.ts"
import { Button } from "../../components/Button.tsx"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { RefPicker } from "../records/RefPicker.tsx"
import { addGround, type Stance } from "./store.ts"

interface Props {
  readonly caseId: CaseId
  readonly claimId: string
  readonly stance: Stance
}

/** Pick a statement or an item; of an item that has passages linked, which of them, or the whole. */
export const AddGround = ({ caseId, claimId, stance }: Props) => {
  const t = useT()
  const [picking, setPicking] = useState(false)
  const [item, setItem] = useState<{ ref: RecordRef; passages: readonly Link[] } | undefined>(undefined)
  const add = async (on: RecordRef) => {
    setPicking(false)
    setItem(undefined)
    await addGround(caseId, claimId, on, stance)
  }
  const pick = async (ref: RecordRef) => {
    if (ref.kind !== "evidence") {
      await add(ref)
      return
    }
    setPicking(false)
    const listed = await act("link.list", { evidenceId: ref.id })
    const passages = (listed?.links ?? []).filter(({ anchor }) => anchor.place.kind !== "whole")
    if (passages.length === 0) await add(ref)
    else setItem({ ref, passages })
  }
  if (item !== undefined) return <WhichPassage {...item} onPick={(ref) => void add(ref)} />
  if (picking)
    return (
      <RefPicker
        caseId={caseId}
        kinds={["statement", "evidence"]}
        label={t(`claims.pick.${stance}`)}
        onPick={(ref) => void pick(ref)}
        onClose={() => setPicking(false)}
      />
    )
  return (
    <Button icon={Plus} look="quiet" small onPress={() => setPicking(true)}>
      {t(`claims.pick.${stance}`)}
    </Button>
  )
}

interface WhichProps {
  readonly ref: RecordRef
  readonly passages: readonly Link[]
  readonly onPick: (ref: RecordRef) => void
}

const WhichPassage = ({ ref: whole, passages, onPick }: WhichProps) => {
  const t = useT()
  const mask = useMask()
  const words = ({ anchor: { place }, comment, targetLabel }: Link): string =>
    ("quote" in place && place.quote) || comment || targetLabel
  return (
    <ul className="which-passage" aria-label={t("claims.whichPassage")}>
      <li>
        <Button look="quiet" small autoFocus onPress={() => onPick(whole)}>
          {t("links.whole")}
        </Button>
      </li>
      {passages.map((link) => (
        <li key={link.id}>
          <Button look="quiet" small onPress={() => onPick({ kind: "link", id: link.id })}>
            {mask(words(link))}
          </Button>
        </li>
      ))}
    </ul>
  )
}
