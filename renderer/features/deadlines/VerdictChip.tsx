import type { Verdict } from "../../../shared/deadlines/verdict.ts"
import { Chip, type Tone } from "../../components/Chip.tsx"
import { useT } from "../../session/preferences.ts"

const tones: Readonly<Record<Verdict, Tone>> = {
  "check-law": "warn",
  "in-time": "good",
  late: "bad",
  unclear: "warn",
  open: "plain",
}

/** What may be said of a deadline; "in time" and "late" only of a checked rule. */
export const VerdictChip = ({ verdict }: { readonly verdict: Verdict }) => {
  const t = useT()
  return <Chip tone={tones[verdict]}>{t(`agenda.verdict.${verdict}`)}</Chip>
}
