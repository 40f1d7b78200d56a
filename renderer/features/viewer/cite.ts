import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import { copyText } from "../../bridge/shell.ts"
import type { Translate } from "../../session/preferences.ts"
import { showToast } from "../../session/toasts.ts"
import { placeWords, quoteOf } from "../links/words.ts"

/** The quotation with where it is from, ready to paste. */
const citation = (t: Translate, evidence: Evidence, place: AnchorPlace): string => {
  const quote = quoteOf(place)
  const source = `${evidence.title} (${evidence.reference}, ${placeWords(t, place)})`
  return quote === "" ? source : t("viewer.citation", { quote, source })
}

export const copyCitation = async (t: Translate, evidence: Evidence, place: AnchorPlace): Promise<void> => {
  await copyText(citation(t, evidence, place))
  showToast({ text: t("common.copied") })
}
