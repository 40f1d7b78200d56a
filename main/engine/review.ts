/**
 * Plans of what to cover, against the vault as it is now: what is found and proposed, what an acceptance is bound to, and
 * what of it no longer holds.
 */
import { Fault } from "../../shared/faults.ts"
import type { PageRect } from "../../shared/geometry.ts"
import type { ActorId, BoxId, EvidenceId } from "../../shared/model/ids.ts"
import type { NamedPlace, RedactionBox, ReopeningCause } from "../../shared/model/redaction.ts"
import { sha256Hex } from "../crypto/hash.ts"
import * as evidence from "../domain/evidence.ts"
import * as acceptance from "../domain/redaction-acceptance.ts"
import * as plans from "../domain/redaction.ts"
import { subjectKey } from "../redaction/cleared.ts"
import type { NeedleSet } from "../redaction/needles.ts"
import { faceLabel, featuresOf } from "../redaction/faces/placed-faces.ts"
import { rendererVersion } from "../redaction/page-cache.ts"
import { type Proposal, proposeBoxes } from "../redaction/propose.ts"
import type { FaceLeft } from "../redaction/prove.ts"
import { leavesAsPages } from "../redaction/source.ts"
import type { WriteTx } from "../vault/tx.ts"
import { changed, type EngineContext, newId } from "./context.ts"
import { needlesFor } from "./needle-set.ts"
import { redactionCache } from "./redaction-cache.ts"
import { renderingOf } from "./rendering.ts"

const maximumBytes = 512 * 1024 * 1024

export interface Subject {
  readonly evidenceId: EvidenceId
  readonly audience: string
}

/** An item's pages as the parser pool takes them; their bytes are unsealed only when a parser does not hold them. */
export const documentOf = async (context: EngineContext, evidenceId: EvidenceId) => {
  const vault = context.vault()
  const file = vault.read((tx) => evidence.storedFile(tx, evidenceId))
  const { caseId, mediaType, blob } = file
  if (!leavesAsPages(mediaType)) throw new Fault("cannot-redact-kind", { mediaType })
  const rendering = await renderingOf(context, evidenceId, file)
  if (rendering !== undefined) {
    const key = `${evidenceId} ${rendering.sha256}`
    const renderer = `${rendererVersion}, ${rendering.renderedBy} ${rendering.sha256.slice(0, 16)}`
    return { caseId, renderer, document: { key, mediaType: "application/pdf", bytes: rendering.bytes } }
  }
  const bytes = () => vault.blobs.readAll(blob, maximumBytes)
  return { caseId, renderer: rendererVersion, document: { key: evidenceId, mediaType, bytes } }
}

const toBox = (id: BoxId, proposal: Proposal): plans.PlannedBox => {
  const { page, rect, label, key, form, byOcr, confidence, found, places } = proposal
  return {
    id,
    page,
    rect,
    points: [],
    origin: form ?? (byOcr ? "ocr" : key === "" ? "term" : "actor"),
    decision: "proposed",
    reason: form === undefined ? (key === "" ? "term" : "protected-person") : "identifier",
    label: label.slice(0, 40),
    actorId: key === "" ? null : (key as ActorId),
    confidence,
    found,
    places,
  }
}

const within = (inner: PageRect, outer: PageRect): boolean =>
  inner.x >= outer.x - 1 &&
  inner.y >= outer.y - 1 &&
  inner.x + inner.width <= outer.x + outer.width + 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1

const isAboutFaces = (origin: RedactionBox["origin"] | undefined): boolean =>
  origin === "face" || origin === "unsearched"

/** Whether what becomes of `box` settles the proposal. What was said of a face says nothing of a name beneath it. */
const answers = (box: RedactionBox, { rect, form }: Proposal): boolean => {
  // Seen again on other pixels, a face is placed a little differently.
  const place = form === "face" ? featuresOf(rect) : rect
  const isOpen = box.decision === "accepted" || !isAboutFaces(box.origin) || box.origin === form
  return isOpen && within(place, box.rect)
}

/** What is covered, or was looked at and dismissed, is not asked about again, unless it now names somebody else too. */
const sortProposals = (
  found: readonly Proposal[],
  boxes: readonly RedactionBox[],
  placesOf: ReadonlyMap<string, readonly NamedPlace[]>,
) => {
  const fresh: Proposal[] = []
  const again = new Map<BoxId, { page: number; places: NamedPlace[] }>()
  for (const proposal of found) {
    const around = boxes.filter((box) => box.page === proposal.page && answers(box, proposal))
    if (around.some((box) => box.decision !== "dismissed")) continue
    const [box] = around.filter(({ origin }) => origin !== "hand")
    if (box === undefined) {
      fresh.push(proposal)
      continue
    }
    const known = again.get(box.id)?.places ?? placesOf.get(box.id) ?? []
    const others = proposal.places.filter(({ who }) => !known.some((place) => place.who === who))
    if (others.length > 0) again.set(box.id, { page: box.page, places: [...known, ...others] })
  }
  return { fresh, again: [...again].map(([id, one]) => ({ id, ...one })) }
}

/** Adds what is new among `found`. Returns the pages that wait for decisions by it. */
export const addProposals = (
  context: EngineContext,
  tx: WriteTx,
  plan: plans.PlanRecord,
  found: readonly Proposal[],
): number[] => {
  const { fresh, again } = sortProposals(found, plans.show(tx, plan).boxes, plans.placesOfBoxes(tx, plan))
  plans.askAgain(tx, plan, again)
  plans.addBoxes(
    tx,
    plan,
    fresh.map((proposal) => toBox(newId(context) as BoxId, proposal)),
  )
  return [...new Set([...fresh, ...again].map(({ page }) => page))]
}

/** Puts faces that the proof saw before a person: the pages wait for another look, and the copy with them. */
export const queueFaces = (context: EngineContext, subject: Subject, faces: readonly FaceLeft[]): void => {
  const vault = context.vault()
  const plan = vault.read((tx) => plans.find(tx, subject.evidenceId, subject.audience))
  if (plan === undefined) return
  const shared = { label: faceLabel, key: "", form: "face", byOcr: false, found: "", places: [] } as const
  vault.write((tx) =>
    addProposals(
      context,
      tx,
      plan,
      faces.map((face) => ({ ...shared, ...face })),
    ),
  )
}

/** What is looked for, as one fingerprint. */
export const needlesSha256 = ({ needles, subjects }: NeedleSet): string => {
  const lines = needles.map(({ exact, kind, subject }) => {
    const named = subjects[subject]
    return `${named === undefined ? "" : subjectKey(named)} ${kind} ${exact}`
  })
  return sha256Hex(Buffer.from([...new Set(lines)].sort().join("\n")))
}

const pixelsSha256 = async (context: EngineContext, evidenceId: EvidenceId, page: number): Promise<string> => {
  const { document } = await documentOf(context, evidenceId)
  const drawn = await context.parts.parsers.run("drawOriginal", { document, page })
  return sha256Hex(Buffer.from(`${drawn.width} ${drawn.height} `), drawn.samples)
}

/** What accepting this page now would hold for. */
export const bindingOf = async (
  context: EngineContext,
  { evidenceId, audience }: Subject,
  page: number,
): Promise<acceptance.Binding> => {
  const { caseId, renderer } = await documentOf(context, evidenceId)
  const needles = needlesFor(context, { caseId, audience, terms: [] })
  return {
    needlesSha256: needlesSha256(needles),
    pixelsSha256: await pixelsSha256(context, evidenceId, page),
    renderer,
  }
}

interface Refreshed {
  readonly reopened: { page: number; why: ReopeningCause }[]
  readonly rebound: (acceptance.Binding & { id: string; page: number })[]
  readonly proposals: readonly Proposal[]
}

/** Looks only at what changed: other boxes at once, another renderer by drawing, other names by what was read before. */
const examine = async (
  context: EngineContext,
  subject: Subject,
  plan: plans.PlanRecord,
  needles: NeedleSet,
  signal: AbortSignal | undefined,
): Promise<Refreshed> => {
  const { evidenceId } = subject
  const digest = needlesSha256(needles)
  const { document, renderer: current } = await documentOf(context, evidenceId)
  const reopened: Refreshed["reopened"] = []
  const standing: (acceptance.AcceptedPage & { readonly stale: boolean })[] = []
  for (const accepted of context.vault().read((tx) => acceptance.acceptedPages(tx, plan))) {
    const { page, renderer } = accepted
    const drawnAlike = renderer === current || (await pixelsSha256(context, evidenceId, page)) === accepted.pixelsSha256
    if (!accepted.boxesHold) reopened.push({ page, why: "boxes" })
    else if (!drawnAlike) reopened.push({ page, why: "pixels" })
    else standing.push({ ...accepted, stale: accepted.needlesSha256 !== digest })
  }
  const pages = standing.filter(({ stale }) => stale).map(({ page }) => page)
  const cache = redactionCache(context, evidenceId)
  const looking = { document, needles, pageCount: plan.pageCount, pages, cache, signal }
  const proposals = pages.length === 0 ? [] : await proposeBoxes(context.parts.parsers, looking)
  const rebound = standing
    .filter(({ stale, renderer }) => stale || renderer !== current)
    .map((one) => ({ ...one, needlesSha256: digest, renderer: current }))
  return { reopened, rebound, proposals }
}

/**
 * Holds accepted pages against what is looked for and drawn now; what a change touches waits for another look, and nothing
 * else. Writes nothing where nothing changed, or where the vault is read-only.
 */
export const refreshPlan = async (
  context: EngineContext,
  subject: Subject,
  { terms, signal }: { readonly terms: readonly string[]; readonly signal?: AbortSignal },
): Promise<void> => {
  const vault = context.vault()
  const plan = vault.read((tx) => plans.find(tx, subject.evidenceId, subject.audience))
  // Recordings have no pages to hold anything against; theirs is a plan of its own.
  if (plan === undefined || vault.readOnly) return
  const { caseId } = await documentOf(context, subject.evidenceId)
  const needles = needlesFor(context, { caseId, audience: subject.audience, terms })
  const { reopened, rebound, proposals } = await examine(context, subject, plan, needles, signal)
  if (reopened.length + rebound.length + proposals.length === 0) return
  vault.write((tx) => keepRefreshed(context, tx, plan, { reopened, rebound, proposals }))
  changed(context, "redaction", caseId)
}

const keepRefreshed = (
  context: EngineContext,
  tx: WriteTx,
  plan: plans.PlanRecord,
  { reopened, rebound, proposals }: Refreshed,
): void => {
  // Somebody may have decided something meanwhile: only what is still accepted is bound anew or reopened.
  const wasAccepted = new Map(acceptance.acceptedPages(tx, plan).map(({ id, page }) => [page, id]))
  const touched = addProposals(context, tx, plan, proposals).map((page) => ({ page, why: "names" as const }))
  const waiting = [...reopened, ...touched].filter(({ page }) => wasAccepted.has(page))
  acceptance.reopenFor(
    tx,
    plan,
    waiting.map((one) => ({ id: newId(context), ...one })),
  )
  const pages = new Set(waiting.map(({ page }) => page))
  acceptance.rebind(
    tx,
    plan,
    rebound.filter(({ id, page }) => wasAccepted.get(page) === id && !pages.has(page)),
  )
}

/** Of several items, before they leave. */
export const refreshPlans = async (
  context: EngineContext,
  items: readonly EvidenceId[],
  {
    audience,
    terms,
    signal,
  }: { readonly audience: string; readonly terms: readonly string[]; readonly signal: AbortSignal },
): Promise<void> => {
  for (const evidenceId of items) await refreshPlan(context, { evidenceId, audience }, { terms, signal })
}
