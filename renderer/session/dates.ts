import { showEdtf } from "../../shared/dates.ts"
import type { Language } from "../../shared/model/ids.ts"
import type { IncidentDates } from "../../shared/model/incident.ts"

/** Dates of a record in the reader's language; "" where unknown. */
export const showDates = (language: Language, dates: IncidentDates): string =>
  dates.edtf === "" ? "" : showEdtf(dates.edtf, language)
