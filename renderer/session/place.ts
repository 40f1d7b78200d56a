import { readDraft, saveDraft } from "./drafts.ts"
import { type Place, refine, type View } from "./navigation.ts"

/** Where a person was, how wide the panes, which page of which document: kept inside the vault, never beside it. */
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

const views: Readonly<Record<View, true>> = {
  cases: true,
  settings: true,
  audit: true,
  overview: true,
  incidents: true,
  evidence: true,
  people: true,
  records: true,
  claims: true,
  consents: true,
  graph: true,
  map: true,
  timeline: true,
  agenda: true,
  dossiers: true,
  viewer: true,
  redaction: true,
}

const isPlace = (value: unknown): value is Place =>
  isRecord(value) && Object.hasOwn(views, String(value["view"])) && typeof (value["caseId"] ?? "") === "string"

export const restorePlace = (): void => {
  const place = readDraft("ui.where", isPlace)
  if (place !== undefined) refine(place)
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value)

export const readNumber = (name: string, otherwise: number): number => readDraft(`ui.${name}`, isNumber) ?? otherwise
export const keepNumber = (name: string, value: number): void => saveDraft(`ui.${name}`, value)

const isText = (value: unknown): value is string => typeof value === "string"
export const readWord = (name: string): string | undefined => readDraft(`ui.${name}`, isText)
export const keepWord = (name: string, value: string): void => saveDraft(`ui.${name}`, value)
