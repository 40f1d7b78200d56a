/** Plans of what to cover in the vault's own items: looked at, proposed, decided and shown page by page. */
import type { Parsed } from "../../../shared/contract/contract.ts"
import { Fault } from "../../../shared/faults.ts"
import type { PageRect } from "../../../shared/geometry.ts"
import type { ActorId, BoxId, ClearanceId, EvidenceId } from "../../../shared/model/ids.ts"
import type { NamedPlace, RedactionBox, RedactionPlan } from "../../../shared/model/redaction.ts"
import { RedactionOptions } from "../../../shared/model/redaction.ts"
import * as evidence from "../../domain/evidence.ts"
import * as plans from "../../domain/redaction.ts"
import { boxesForDrawn } from "../../redaction/boxes.ts"
import { placedBoxes } from "../../redaction/placed-boxes.ts"
import { type Proposal, proposeBoxes } from "../../redaction/propose.ts"
import { leavesAsPages } from "../../redaction/source.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"
import { needlesFor } from "../needle-set.ts"
import { redactionFileHandlers } from "./redaction-file.ts"

const maximumBytes = 512 * 1024 * 1024

interface Subject {
  readonly evidenceId: EvidenceId
  readonly audience: string
}

/** The item as the parser pool takes it; its bytes are unsealed only when a parser does not hold them. */
const documentOf = (context: EngineContext, evidenceId: EvidenceId) => {
  const vault = context.vault()
  const { caseId, mediaType, blob } = vault.read((tx) => evidence.storedFile(tx, evidenceId))
  if (!leavesAsPages(mediaType)) throw new Fault("cannot-redact-kind", { mediaType })
  const bytes = () => vault.blobs.readAll(blob, maximumBytes)
  return { caseId, document: { key: evidenceId, mediaType, bytes } }
}

/** The plan, made at first sight; a vault that opened read-only shows an empty one and keeps nothing. */
const planOf = async (context: EngineContext, { evidenceId, audience }: Subject): Promise<plans.PlanRecord> => {
  const vault = context.vault()
  const { document } = documentOf(context, evidenceId)
  const known = vault.read((tx) => plans.find(tx, evidenceId, audience))
  if (known !== undefined) return known
  const { pages } = await context.parts.parsers.run("redactionPages", { document })
  const plan = { id: newId(context), pageCount: pages.length }
  if (vault.readOnly) return plan
  // Two windows may have looked at once: whoever comes second takes the first one's plan.
  return vault.write((tx) => plans.find(tx, evidenceId, audience) ?? plans.make(tx, { ...plan, evidenceId, audience }))
}

const shown = (context: EngineContext, plan: plans.PlanRecord): RedactionPlan =>
  context.vault().read((tx) => plans.show(tx, plan))

const changePlan = async (
  context: EngineContext,
  subject: Subject,
  change: (
    tx: Parameters<Parameters<ReturnType<EngineContext["vault"]>["write"]>[0]>[0],
    plan: plans.PlanRecord,
  ) => void,
): Promise<RedactionPlan> => {
  const plan = await planOf(context, subject)
  context.vault().write((tx) => change(tx, plan))
  changed(context, "redaction", documentOf(context, subject.evidenceId).caseId)
  return shown(context, plan)
}

const toBox = (id: BoxId, proposal: Proposal): plans.PlannedBox => {
  const { page, rect, label, key, form, byOcr, confidence, found, places } = proposal
  return {
    id,
    page,
    rect,
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

/** What is covered, or was looked at and dismissed, is not asked about again, unless it now names somebody else too. */
const sortProposals = (
  found: readonly Proposal[],
  boxes: readonly RedactionBox[],
  placesOf: ReadonlyMap<string, readonly NamedPlace[]>,
) => {
  const fresh: Proposal[] = []
  const again = new Map<BoxId, NamedPlace[]>()
  for (const proposal of found) {
    const around = boxes.filter((box) => box.page === proposal.page && within(proposal.rect, box.rect))
    if (around.some((box) => box.decision !== "dismissed")) continue
    const [box] = around.filter(({ origin }) => origin !== "hand")
    if (box === undefined) {
      fresh.push(proposal)
      continue
    }
    const known = again.get(box.id) ?? placesOf.get(box.id) ?? []
    const others = proposal.places.filter(({ who }) => !known.some((place) => place.who === who))
    if (others.length > 0) again.set(box.id, [...known, ...others])
  }
  return { fresh, again: [...again].map(([id, places]) => ({ id, places })) }
}

const propose = async (context: EngineContext, input: Parsed<"redaction.propose">): Promise<RedactionPlan> => {
  const plan = await planOf(context, input)
  const { caseId, document } = documentOf(context, input.evidenceId)
  const needles = needlesFor(context, { caseId, audience: input.audience, terms: input.terms })
  const { patterns } = input
  const found = await proposeBoxes(context.parts.parsers, { document, needles, patterns, pageCount: plan.pageCount })
  return await changePlan(context, input, (tx) => {
    const { fresh, again } = sortProposals(found, plans.show(tx, plan).boxes, plans.placesOfBoxes(tx, plan))
    plans.askAgain(tx, plan, again)
    plans.addBoxes(
      tx,
      plan,
      fresh.map((proposal) => toBox(newId(context) as BoxId, proposal)),
    )
  })
}

const addBox = async (context: EngineContext, input: Parsed<"redaction.addBox">): Promise<RedactionBox> => {
  const { page, reason, label, actorId } = input
  const plan = await planOf(context, input)
  if (page > plan.pageCount) throw new Fault("bad-input", { field: "page", pages: plan.pageCount })
  const { document } = documentOf(context, input.evidenceId)
  const text = await context.parts.parsers.run("redactionText", { document, page })
  const [rect] = boxesForDrawn(text, input.rect, { ...RedactionOptions.parse({}), strict: false })
  if (rect === undefined) throw new Fault("bad-input", { field: "rect" })
  const facts = { origin: "hand", decision: "accepted", confidence: 1, found: "" } as const
  const box: RedactionBox = { id: newId(context) as BoxId, page, rect, reason, label, actorId, ...facts }
  await changePlan(context, input, (tx) => plans.addBoxes(tx, plan, [{ ...box, places: [] }]))
  return box
}

const preview = async (context: EngineContext, input: Parsed<"redaction.preview">) => {
  const plan = await planOf(context, input)
  const { document } = documentOf(context, input.evidenceId)
  const { parsers } = context.parts
  const accepted = shown(context, plan).boxes.filter((box) => box.page === input.page && box.decision === "accepted")
  const text = await parsers.run("redactionText", { document, page: input.page })
  const boxes = placedBoxes(text, accepted, input.options)
  const { colour } = input.options
  return await parsers.run("previewPage", { document, page: input.page, boxes, rasterDpi: input.dpi, colour })
}

export const redactionHandlers = (context: EngineContext): HandlersOf<"redaction"> => ({
  ...redactionFileHandlers(context),
  "redaction.show": async (input) => shown(context, await planOf(context, input)),
  "redaction.propose": (input) => propose(context, input),
  "redaction.addBox": (input) => addBox(context, input),
  "redaction.decide": (input) =>
    changePlan(context, input, (tx, plan) => plans.decide(tx, plan, input.boxIds, input.decision)),
  "redaction.clear": ({ boxIds, reason, note, ...input }) =>
    changePlan(context, input, (tx, plan) =>
      plans.clear(tx, plan, { boxIds, reason, note, newId: () => newId(context) as ClearanceId }),
    ),
  "redaction.unclear": ({ boxIds, ...input }) =>
    changePlan(context, input, (tx, plan) => plans.unclear(tx, plan, boxIds)),
  "redaction.removeBox": (input) => changePlan(context, input, (tx, plan) => plans.removeBox(tx, plan, input.boxId)),
  "redaction.acceptPage": (input) =>
    changePlan(context, input, (tx, plan) => plans.acceptPage(tx, plan, { id: newId(context), ...input })),
  "redaction.preview": (input) => preview(context, input),
})
