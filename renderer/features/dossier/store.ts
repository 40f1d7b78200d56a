import type { Output } from "../../../shared/contract/contract.ts"
import type { DossierRecord } from "../../../shared/contract/dossier.ts"
import type { DossierVerdict } from "../../../shared/model/dossier.ts"
import type { CaseId, EvidenceId, IncidentId, Language } from "../../../shared/model/ids.ts"
import type { Incident } from "../../../shared/model/incident.ts"
import { call, type Failure } from "../../bridge/client.ts"
import { pick } from "../../bridge/shell.ts"
import { readDraft, removeDraft, saveDraft } from "../../session/drafts.ts"
import { setAudience } from "../../session/names.ts"
import { usePreferences } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"

export type Check = Output<"dossier.check">
export type Built = Output<"dossier.build">

/** What the person has chosen so far; kept as a draft until the dossier is built. */
export interface Form {
  readonly title: string
  readonly audience: string
  readonly language: Language
  readonly datedOn: string
  readonly incidentIds: readonly IncidentId[]
  /** Null: every item that the chosen incidents cite. */
  readonly evidenceIds: readonly EvidenceId[] | null
  readonly terms: string
  readonly strict: boolean
  readonly colour: boolean
}

export type Step = "audience" | "contents" | "redaction" | "build"
export const steps: readonly Step[] = ["audience", "contents", "redaction", "build"]

interface State {
  readonly caseId: CaseId | undefined
  readonly records: readonly DossierRecord[]
  readonly incidents: readonly Incident[]
  readonly form: Form | undefined
  readonly step: Step
  readonly check: Check | undefined
  readonly checkFailure: Failure | undefined
  readonly building: boolean
  readonly buildFailure: Failure | undefined
  readonly built: Built | undefined
  readonly verified: { readonly name: string; readonly verdict: DossierVerdict } | undefined
  readonly verifyFailure: Failure | undefined
}

export const useDossier = createStore<State>({
  caseId: undefined,
  records: [],
  incidents: [],
  form: undefined,
  step: "audience",
  check: undefined,
  checkFailure: undefined,
  building: false,
  buildFailure: undefined,
  built: undefined,
  verified: undefined,
  verifyFailure: undefined,
})

const isForm = (value: unknown): value is Form => {
  const form = value as Partial<Record<keyof Form, unknown>> | null
  return typeof form?.title === "string" && typeof form.audience === "string" && Array.isArray(form.incidentIds)
}

const draftKey = (caseId: CaseId): string => `dossier ${caseId}`
const mostIncidents = 2000

export const openDossiers = async (caseId: CaseId): Promise<void> => {
  const before = useDossier.getState()
  const form = readDraft(draftKey(caseId), isForm) ?? (before.caseId === caseId ? before.form : undefined)
  useDossier.setState({ caseId, form, ...(before.caseId === caseId ? {} : { built: undefined, step: "audience" }) })
  const [records, incidents] = await Promise.all([
    call("dossier.list", { caseId }),
    call("incident.list", { caseId, limit: mostIncidents }),
  ])
  useDossier.setState({
    records: records.ok ? records.result.dossiers : [],
    incidents: incidents.ok ? incidents.result.rows : [],
  })
  if (form !== undefined) await runCheck()
}

export const startForm = (title: string, datedOn: string): void => {
  const { language } = usePreferences.getState()
  const { incidents } = useDossier.getState()
  useDossier.setState({
    step: "audience",
    built: undefined,
    buildFailure: undefined,
    form: {
      title,
      audience: "",
      language,
      datedOn,
      incidentIds: incidents.map(({ id }) => id),
      evidenceIds: null,
      terms: "",
      strict: false,
      colour: false,
    },
  })
}

export const closeForm = (): void => {
  const { caseId } = useDossier.getState()
  if (caseId !== undefined) removeDraft(draftKey(caseId))
  useDossier.setState({ form: undefined, built: undefined, check: undefined, checkFailure: undefined })
}

export const changeForm = (patch: Partial<Form>): void => {
  const { form, caseId } = useDossier.getState()
  if (form === undefined || caseId === undefined) return
  const next = { ...form, ...patch }
  useDossier.setState({ form: next, buildFailure: undefined })
  saveDraft(draftKey(caseId), next)
  if (patch.audience !== undefined) setAudience(patch.audience.trim())
  checkSoon()
}

export const setStep = (step: Step): void => useDossier.setState({ step })

const optionsOf = (form: Form) => ({
  title: form.title.trim(),
  audience: form.audience.trim(),
  language: form.language,
  incidentIds: [...form.incidentIds],
  evidenceIds: form.evidenceIds === null ? null : [...form.evidenceIds],
  terms: form.terms
    .split("\n")
    .map((term) => term.trim())
    .filter((term) => term !== ""),
  datedOn: form.datedOn,
  redaction: { strict: form.strict, colour: form.colour },
})

export const isComplete = (form: Form): boolean =>
  form.title.trim() !== "" && form.audience.trim() !== "" && form.incidentIds.length > 0 && form.datedOn !== ""

let timer: ReturnType<typeof setTimeout> | undefined
const settleMs = 350
const checkSoon = (): void => {
  if (timer !== undefined) clearTimeout(timer)
  timer = setTimeout(() => void runCheck(), settleMs)
}

/** What would leave, and what stands in the way: asked again after every change. */
const runCheck = async (): Promise<void> => {
  const { form, caseId } = useDossier.getState()
  if (form === undefined || caseId === undefined || !isComplete(form)) return
  const reply = await call("dossier.check", { caseId, options: optionsOf(form) })
  if (useDossier.getState().form !== form) return
  useDossier.setState(
    reply.ok ? { check: reply.result, checkFailure: undefined } : { check: undefined, checkFailure: reply.fault },
  )
}

/** What is chosen now, as the engine takes it. */
export const chosen = () => {
  const { form, caseId } = useDossier.getState()
  return form === undefined || caseId === undefined ? undefined : { caseId, options: optionsOf(form) }
}

export const recheck = (): Promise<void> => runCheck()

export const build = async (): Promise<void> => {
  const { form, caseId } = useDossier.getState()
  if (form === undefined || caseId === undefined) return
  const target = (await pick("target-folder"))[0]
  if (target === undefined) return
  useDossier.setState({ building: true, buildFailure: undefined })
  const reply = await call("dossier.build", { caseId, target: target.token, options: optionsOf(form) })
  if (!reply.ok) {
    useDossier.setState({ building: false, buildFailure: reply.fault })
    return
  }
  removeDraft(draftKey(caseId))
  useDossier.setState({ building: false, built: reply.result })
  const records = await call("dossier.list", { caseId })
  if (records.ok) useDossier.setState({ records: records.result.dossiers })
}

/** Any dossier's folder, with or without a vault of ours behind it. */
export const verifyFolder = async (): Promise<void> => {
  const folder = (await pick("folder"))[0]
  if (folder === undefined) return
  const reply = await call("dossier.verify", { folder: folder.token })
  useDossier.setState(
    reply.ok
      ? { verified: { name: folder.name, verdict: reply.result }, verifyFailure: undefined }
      : { verified: undefined, verifyFailure: reply.fault },
  )
}

export const closeVerdict = (): void => useDossier.setState({ verified: undefined, verifyFailure: undefined })
