import type { Command } from "../command.ts"
import { actorCommands } from "./actor.ts"
import { agendaCommand } from "./agenda.ts"
import { auditCommands } from "./audit.ts"
import { caseCommands } from "./case.ts"
import { claimCommands } from "./claim.ts"
import { consentCommands } from "./consent.ts"
import { custodyCommands } from "./custody.ts"
import { deadlineCommands } from "./deadline.ts"
import { demoCommand } from "./demo.ts"
import { dossierCommands } from "./dossier.ts"
import { evidenceCommands } from "./evidence.ts"
import { graphCommands } from "./graph.ts"
import { exchangeCommands } from "./exchange.ts"
import { holderCommands } from "./holder.ts"
import { importCommands } from "./import-table.ts"
import { incidentCommands } from "./incident.ts"
import { involvementCommands, linkCommands } from "./link.ts"
import { noteCommands } from "./note.ts"
import { recordCommands } from "./record.ts"
import { recordingCommands } from "./recording.ts"
import { redactCommands } from "./redact.ts"
import { redactFolder } from "./redact-folder.ts"
import { reviewCommands } from "./redact-review.ts"
import { releaseCommands } from "./release.ts"
import { timelineCommand } from "./timeline.ts"
import { vaultCommands } from "./vault.ts"

/** Every command, in the order of help. */
export const commands: readonly Command[] = [
  demoCommand,
  ...vaultCommands,
  ...holderCommands,
  ...caseCommands,
  ...exchangeCommands,
  ...importCommands,
  ...incidentCommands,
  ...actorCommands,
  ...involvementCommands,
  ...evidenceCommands,
  ...linkCommands,
  ...noteCommands,
  ...recordCommands,
  ...claimCommands,
  ...graphCommands,
  ...consentCommands,
  timelineCommand,
  ...custodyCommands,
  agendaCommand,
  ...deadlineCommands,
  ...redactCommands,
  redactFolder,
  ...reviewCommands,
  ...recordingCommands,
  ...dossierCommands,
  ...releaseCommands,
  ...auditCommands,
]
