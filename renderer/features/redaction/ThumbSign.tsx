import { Check } from "lucide-react"
import type { RedactionPlan } from "../../../shared/model/redaction.ts"

/** On a page's picture: a tick when it was accepted, a number when boxes wait. */
export const ThumbSign = ({ plan, page }: { readonly plan: RedactionPlan | undefined; readonly page: number }) => {
  if (plan === undefined) return null
  const waiting = plan.boxes.filter((box) => box.page === page && box.decision === "proposed").length
  if (waiting > 0) return <span className="sign waiting">{waiting}</span>
  return plan.acceptedPages.includes(page) ? (
    <span className="sign accepted">
      <Check size={11} strokeWidth={2.5} aria-hidden />
    </span>
  ) : null
}
