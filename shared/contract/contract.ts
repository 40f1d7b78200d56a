import type { z } from "zod"
import { actorCalls } from "./actor.ts"
import { agendaCalls } from "./agenda.ts"
import { auditCalls } from "./audit.ts"
import type { Reply } from "./call.ts"
import { caseCalls } from "./case.ts"
import { claimCalls } from "./claim.ts"
import { consentCalls } from "./consent.ts"
import { custodyCalls } from "./custody.ts"
import { deadlineCalls } from "./deadline.ts"
import { dossierCalls } from "./dossier.ts"
import { draftCalls } from "./draft.ts"
import { evidenceCalls } from "./evidence.ts"
import { gradeCalls } from "./grade.ts"
import { graphCalls } from "./graph.ts"
import { exchangeCalls } from "./exchange.ts"
import { holderCalls } from "./holder.ts"
import { incidentCalls } from "./incident.ts"
import { jobCalls } from "./job.ts"
import { linkCalls } from "./link.ts"
import { mapCalls } from "./map.ts"
import { mediaCalls } from "./media.ts"
import { noteCalls } from "./note.ts"
import { recordCalls } from "./record.ts"
import { redactionCalls } from "./redaction.ts"
import { releaseCalls } from "./release.ts"
import { settingsCalls } from "./settings.ts"
import { timelineCalls } from "./timeline.ts"
import { vaultCalls } from "./vault.ts"

/** Every call there is. Fronts and engine derive their types from this one object. */
export const contract = {
  ...vaultCalls,
  ...holderCalls,
  ...caseCalls,
  ...incidentCalls,
  ...actorCalls,
  ...evidenceCalls,
  ...exchangeCalls,
  ...linkCalls,
  ...noteCalls,
  ...recordCalls,
  ...claimCalls,
  ...consentCalls,
  ...custodyCalls,
  ...gradeCalls,
  ...graphCalls,
  ...mapCalls,
  ...timelineCalls,
  ...agendaCalls,
  ...deadlineCalls,
  ...auditCalls,
  ...jobCalls,
  ...redactionCalls,
  ...mediaCalls,
  ...dossierCalls,
  ...releaseCalls,
  ...draftCalls,
  ...settingsCalls,
} as const

export type CallName = keyof typeof contract
/** What a caller writes (defaults may be left out). */
export type Input<N extends CallName> = z.input<(typeof contract)[N]["input"]>
/** What a handler gets (parsed, defaults filled). */
export type Parsed<N extends CallName> = z.output<(typeof contract)[N]["input"]>
export type Output<N extends CallName> = z.output<(typeof contract)[N]["output"]>

export type Handlers = { readonly [N in CallName]: (input: Parsed<N>) => Output<N> | Promise<Output<N>> }

/** The one way in, on every front. */
export type Client = <N extends CallName>(name: N, input: Input<N>) => Promise<Reply<Output<N>>>

export const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)
