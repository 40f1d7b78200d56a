import type { IncidentDates } from "../../shared/model/incident.ts"
import type { Language } from "../../shared/model/ids.ts"

/** Dates of a record in the reader's language; "" where unknown. */
export const showDates = (_language: Language, dates: IncidentDates): string => dates.edtf
