/**
 * The main job on invented people, by the same calls that the window makes: a vault is made, files come in, passages are
 * linked, names are covered, a bundle leaves and is checked. `saqta demo` runs it.
 */
import type { FieldValues, RecordRef } from "../shared/model/field.ts"
import { storyRecords } from "./story-records.ts"
import type { CallName, Client, Input, Output } from "../shared/contract/contract.ts"
import { Fault } from "../shared/faults.ts"
import type { DossierVerdict } from "../shared/model/dossier.ts"
import type { ActorId, CaseId, EvidenceId, FileToken, IncidentId } from "../shared/model/ids.ts"
import { passagePlace } from "./passage.ts"
import {
  storyActors,
  storyCase,
  storyDossier,
  storyIncidents,
  storyInvolvements,
  storyLinks,
  storyProvenance,
  storyTitles,
} from "./story.ts"

export interface DemoParts {
  readonly call: Client
  /** Tokens of the folder that the demo may write in, and of each file it takes in. */
  readonly target: FileToken
  readonly files: readonly FileToken[]
  /** One line for the person, in order. */
  say(line: string): void
  pause(milliseconds: number): Promise<void>
}

export interface DemoResult {
  readonly vault: FileToken
  readonly passphrase: string
  readonly recoveryCode: string
  readonly dossier: FileToken
  readonly evidence: number
  readonly incidents: number
  readonly people: number
  readonly links: number
  readonly annexes: number
  readonly pages: number
  readonly boxes: number
  readonly checks: number
  readonly keyFingerprint: string
  readonly verdict: DossierVerdict
}

type Do = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

/** The same call, with a fault thrown: the demo has nothing to mend. */
const doing =
  (call: Client): Do =>
  async (name, input) => {
    const reply = await call(name, input)
    if (!reply.ok) throw new Fault(reply.fault.code, { ...reply.fault.detail, call: name })
    return reply.result
  }

const makeVault = async (run: Do, parts: DemoParts) => {
  const { passphrase } = await run("passphrase.generate", { language: "en", words: 6 })
  const made = await run("vault.create", { parent: parts.target, folderName: "Vault", passphrase })
  parts.say("Made an encrypted vault.")
  return { passphrase, recoveryCode: made.recoveryCode, folder: made.folder }
}

const recordPeople = async (run: Do, caseId: CaseId): Promise<Map<string, ActorId>> => {
  const ids = new Map<string, ActorId>()
  for (const [key, actor] of Object.entries(storyActors))
    ids.set(key, (await run("actor.add", { caseId, ...actor })).id)
  return ids
}

const recordIncidents = async (run: Do, caseId: CaseId): Promise<Map<string, IncidentId>> => {
  const ids = new Map<string, IncidentId>()
  for (const [key, incident] of Object.entries(storyIncidents))
    ids.set(key, (await run("incident.add", { caseId, ...incident })).id)
  return ids
}

const known = <T>(ids: ReadonlyMap<string, T>, key: string): T => {
  const id = ids.get(key)
  if (id === undefined) throw new Fault("internal", { key })
  return id
}

/** Takes the files in and waits until each has been read. */
const takeIn = async (run: Do, caseId: CaseId, parts: DemoParts): Promise<Map<string, EvidenceId>> => {
  const { outcomes } = await run("evidence.import", { caseId, files: [...parts.files], provenance: storyProvenance })
  const imported = outcomes.filter((outcome) => outcome.outcome === "imported").length
  parts.say(`Took in ${imported} of ${outcomes.length} files; originals untouched.`)
  const failed = outcomes.find((outcome) => outcome.fault !== null)
  if (failed?.fault != null) throw new Fault(failed.fault, { name: failed.name })
  for (;;) {
    const { rows } = await run("evidence.list", { caseId })
    const waiting = rows.filter((row) => row.reading.state === "waiting" || row.reading.state === "reading")
    if (waiting.length === 0) return new Map(rows.map((row) => [row.originalName.normalize("NFC"), row.id]))
    await parts.pause(100)
  }
}

const linkPassages = async (
  run: Do,
  evidence: ReadonlyMap<string, EvidenceId>,
  incidents: ReadonlyMap<string, IncidentId>,
  actors: ReadonlyMap<string, ActorId>,
): Promise<number> => {
  for (const link of storyLinks) {
    const evidenceId = known(evidence, link.file.normalize("NFC"))
    const target =
      link.incident === undefined
        ? ({ kind: "actor", id: known(actors, link.actor ?? "") } as const)
        : ({ kind: "incident", id: known(incidents, link.incident) } as const)
    const place = await passagePlace(run, evidenceId, link.passage)
    await run("link.add", { evidenceId, place, target, relation: link.relation ?? "supports", comment: link.comment })
  }
  return storyLinks.length
}

type Keyed = ReadonlyMap<string, RecordRef>

/** "@incident.search" is that record; everything else is itself. */
const resolved = (value: unknown, keyed: Keyed): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolved(one, keyed))
  return typeof value === "string" && value.startsWith("@") ? known(keyed, value.slice(1).normalize("NFC")) : value
}

const refsOf = (kind: RecordRef["kind"], ids: ReadonlyMap<string, string>): [string, RecordRef][] =>
  [...ids].map(([key, id]) => [`${kind}.${key}`, { kind, id }])

/** Acts, statements, claims and the rest; gives how many. */
const recordMore = async (run: Do, caseId: CaseId, keyed: Map<string, RecordRef>): Promise<number> => {
  for (const { key, kind, of, fields } of storyRecords) {
    const parent = of === undefined ? null : known(keyed, of.slice(1))
    const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, resolved(value, keyed)]))
    const { id } = await run("record.add", { caseId, kind, parent, fields: values as FieldValues })
    keyed.set(`record.${key}`, { kind, id })
  }
  return storyRecords.length
}

/** Accepts every proposal and every page: what a person would do, done by a script, and said so. */
const coverNames = async (run: Do, evidence: readonly EvidenceId[], parts: DemoParts): Promise<number> => {
  let boxes = 0
  for (const evidenceId of evidence) {
    const subject = { evidenceId, audience: storyDossier.audience }
    const plan = await run("redaction.propose", subject)
    const proposed = plan.boxes.filter((box) => box.decision === "proposed").map((box) => box.id)
    if (proposed.length > 0) await run("redaction.decide", { ...subject, boxIds: proposed, decision: "accepted" })
    boxes += proposed.length
    for (let page = 1; page <= plan.pageCount; page += 1)
      await run("redaction.acceptPage", { ...subject, page, accepted: true })
  }
  parts.say(`Covered ${boxes} places where a protected name was found (accepted by this script, not by a person).`)
  return boxes
}

export const runDemo = async (parts: DemoParts): Promise<DemoResult> => {
  const run = doing(parts.call)
  const vault = await makeVault(run, parts)
  const { id: caseId } = await run("case.add", storyCase)
  const evidence = await takeIn(run, caseId, parts)
  const actors = await recordPeople(run, caseId)
  const incidents = await recordIncidents(run, caseId)
  for (const { incident, actor, role } of storyInvolvements)
    await run("involvement.add", { incidentId: known(incidents, incident), actorId: known(actors, actor), role })
  for (const [file, title] of Object.entries(storyTitles))
    await run("evidence.update", { id: known(evidence, file.normalize("NFC")), patch: { title } })
  const links = await linkPassages(run, evidence, incidents, actors)
  const keyed = new Map([...refsOf("incident", incidents), ...refsOf("actor", actors), ...refsOf("evidence", evidence)])
  const records = await recordMore(run, caseId, keyed)
  parts.say(
    `Recorded ${incidents.size} incidents, ${actors.size} people (2 protected), ${links} links to passages and ${records} acts, statements, claims …`,
  )

  const options = {
    title: storyDossier.title,
    audience: storyDossier.audience,
    datedOn: "2026-11-23",
    incidentIds: storyDossier.incidents.map((key) => known(incidents, key)),
  }
  const check = await run("dossier.check", { caseId, options })
  const boxes = await coverNames(
    run,
    check.annexes.map((annex) => annex.evidenceId),
    parts,
  )
  parts.say("Building the bundle; every file is read again by other programs than the one that made it …")
  const built = await run("dossier.build", { caseId, target: parts.target, folderName: "Dossier", options })
  const { result } = built
  const verdict = await run("dossier.verify", { folder: result.folder, fingerprint: result.keyFingerprint })
  const audit = await run("audit.verify", {})
  if (!audit.passed) throw new Fault("audit-broken")
  await run("vault.lock", {})
  return {
    vault: vault.folder,
    passphrase: vault.passphrase,
    recoveryCode: vault.recoveryCode,
    dossier: result.folder,
    evidence: evidence.size,
    incidents: incidents.size,
    people: actors.size,
    links,
    annexes: result.annexes.length,
    pages: result.pages,
    boxes,
    checks: result.proofs.reduce((sum, proof) => sum + proof.report.checks.length, 0),
    keyFingerprint: result.keyFingerprint,
    verdict,
  }
}
