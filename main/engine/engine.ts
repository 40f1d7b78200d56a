import type { Reply } from "../../shared/contract/call.ts"
import type { Handlers } from "../../shared/contract/contract.ts"
import type { FileToken, JobId } from "../../shared/model/ids.ts"
import { randomUuid } from "../crypto/random.ts"
import { dispatch } from "../ipc/dispatch.ts"
import { createJobBoard } from "../jobs/board.ts"
import type { EngineContext, EngineParts } from "./context.ts"
import { faultLine } from "./fault-log.ts"
import { actorHandlers } from "./handlers/actor.ts"
import { agendaHandlers } from "./handlers/agenda.ts"
import { auditHandlers } from "./handlers/audit.ts"
import { caseHandlers } from "./handlers/case.ts"
import { claimHandlers } from "./handlers/claim.ts"
import { consentHandlers } from "./handlers/consent.ts"
import { custodyHandlers } from "./handlers/custody.ts"
import { deadlineHandlers } from "./handlers/deadline.ts"
import { dossierHandlers } from "./handlers/dossier.ts"
import { draftHandlers } from "./handlers/draft.ts"
import { evidenceHandlers } from "./handlers/evidence.ts"
import { graphHandlers } from "./handlers/graph.ts"
import { mapHandlers } from "./handlers/map.ts"
import { exchangeHandlers } from "./handlers/exchange.ts"
import { holderHandlers } from "./handlers/holder.ts"
import { incidentHandlers } from "./handlers/incident.ts"
import { involvementHandlers } from "./handlers/involvement.ts"
import { jobHandlers } from "./handlers/job.ts"
import { linkHandlers } from "./handlers/link.ts"
import { mediaHandlers } from "./handlers/media.ts"
import { noteHandlers } from "./handlers/note.ts"
import { passphraseHandlers } from "./handlers/passphrase.ts"
import { pseudonymHandlers } from "./handlers/pseudonym.ts"
import { recordHandlers } from "./handlers/record.ts"
import { redactionHandlers } from "./handlers/redaction.ts"
import { releaseHandlers } from "./handlers/release.ts"
import { settingsHandlers } from "./handlers/settings.ts"
import { timelineHandlers } from "./handlers/timeline.ts"
import { undoHandlers } from "./handlers/undo.ts"
import { vaultHandlers } from "./handlers/vault.ts"
import { createSession } from "./session.ts"
import { createSettingsStore } from "./settings-store.ts"
import { createTokens } from "./tokens.ts"

/** Keys, database and every rule of the domain, behind one call. The same for every front. */
export interface Engine {
  /** Runs one call of the contract; a failure is a reply, never a throw. */
  call(name: string, input: unknown): Promise<Reply<unknown>>
  /** A token for a file or folder that a person picked. */
  offer(path: string): FileToken
  /** @throws Fault "not-found" */
  resolve(token: FileToken): string
  /** Stops all work, closes the vault and ends the parsers. */
  close(): Promise<void>
}

// A noun's handlers are one line here; the compiler finds a call that nobody answers.
const allHandlers = (context: EngineContext): Handlers => ({
  ...vaultHandlers(context),
  ...holderHandlers(context),
  ...passphraseHandlers(context),
  ...settingsHandlers(context),
  ...caseHandlers(context),
  ...incidentHandlers(context),
  ...graphHandlers(context),
  ...mapHandlers(context),
  ...timelineHandlers(context),
  ...agendaHandlers(context),
  ...deadlineHandlers(context),
  ...involvementHandlers(context),
  ...actorHandlers(context),
  ...pseudonymHandlers(context),
  ...linkHandlers(context),
  ...noteHandlers(context),
  ...recordHandlers(context),
  ...claimHandlers(context),
  ...consentHandlers(context),
  ...custodyHandlers(context),
  ...undoHandlers(context),
  ...auditHandlers(context),
  ...draftHandlers(context),
  ...evidenceHandlers(context),
  ...exchangeHandlers(context),
  ...jobHandlers(context),
  ...redactionHandlers(context),
  ...mediaHandlers(context),
  ...dossierHandlers(context),
  ...releaseHandlers(context),
})

export const createEngine = (parts: EngineParts): Engine => {
  const session = createSession()
  const tokens = createTokens(parts.random)
  const jobs = createJobBoard({
    clock: parts.clock,
    newId: () => randomUuid(parts.random) as JobId,
    emit: parts.emit.bind(parts),
  })
  // Work on a vault stops before its database closes under it.
  session.onClosing(() => jobs.close())
  const settings = createSettingsStore(parts.stateFolder)
  const handlers = allHandlers({ parts, session, vault: () => session.vault(), tokens, jobs, settings })
  const log = parts.log ?? ((line: string) => void process.stderr.write(line))
  return {
    call: (name, input) => dispatch(handlers, (call, error) => log(faultLine(call, error)), name, input),
    offer: (path) => tokens.offer(path),
    resolve: (token) => tokens.resolve(token),
    close: async () => {
      await session.leave()
      await jobs.close()
      await parts.parsers.close()
    },
  }
}
