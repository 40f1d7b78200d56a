import type { Kind, RecordKind } from "./field.ts"
import { act, incident, involvement, relation } from "./kinds/events.ts"
import { deadline, decision, hearing, party, proceeding, provision, remedy, submission, task } from "./kinds/law.ts"
import { actor, affiliation, consent, disclosure, intervention, risk } from "./kinds/people.ts"
import { claim, evidence, handover, item, link, statement, support } from "./kinds/sources.ts"
import { caseKind, template, view } from "./kinds/work.ts"

/** Every kind of record there is: shapes, lists, forms, exports and the command line are made from these. */
export const kinds: Readonly<Record<RecordKind, Kind>> = {
  case: caseKind,
  incident,
  act,
  involvement,
  relation,
  actor,
  affiliation,
  consent,
  risk,
  disclosure,
  intervention,
  evidence,
  item,
  handover,
  statement,
  claim,
  support,
  link,
  proceeding,
  hearing,
  decision,
  party,
  remedy,
  provision,
  deadline,
  task,
  submission,
  view,
  template,
}

export const kindOf = (kind: RecordKind): Kind => kinds[kind]
