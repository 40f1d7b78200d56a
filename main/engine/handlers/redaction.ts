/** Plans of what to cover in the vault's own items: looked at, proposed, decided and shown page by page. */
import type { Output, Parsed } from "../../../shared/contract/contract.ts"
import { Fault } from "../../../shared/faults.ts"
import type { BoxId, ClearanceId } from "../../../shared/model/ids.ts"
import type { RedactionBox, RedactionPlan } from "../../../shared/model/redaction.ts"
import { RedactionOptions } from "../../../shared/model/redaction.ts"
import * as cases from "../../domain/case.ts"
import { queue } from "../../domain/redaction-queue.ts"
import { acceptPage as recordAcceptance } from "../../domain/redaction-acceptance.ts"
import { storedFile } from "../../domain/evidence.ts"
import * as plans from "../../domain/redaction.ts"
import { leavesAsPages } from "../../redaction/source.ts"
import { boxesOfArea, pagesOfArea } from "../../redaction/areas.ts"
import { boxesForDrawn, clipToPage } from "../../redaction/boxes.ts"
import { placedBoxes } from "../../redaction/placed-boxes.ts"
import { proposeBoxes } from "../../redaction/propose.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"
import { needlesFor } from "../needle-set.ts"
import { redactionCache } from "../redaction-cache.ts"
import { addProposals, bindingOf, documentOf, refreshPlan, type Subject } from "../review.ts"
import { renderingOf } from "../rendering.ts"
import { redactionCheckHandlers } from "./redaction-check.ts"
import { redactionFileHandlers } from "./redaction-file.ts"
import { redactionFolderHandlers } from "./redaction-folder.ts"

/** The plan, made at first sight; a vault that opened read-only shows an empty one and keeps nothing. */
const planOf = async (context: EngineContext, { evidenceId, audience }: Subject): Promise<plans.PlanRecord> => {
  const vault = context.vault()
  const { document } = await documentOf(context, evidenceId)
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
  changed(context, "redaction", (await documentOf(context, subject.evidenceId)).caseId)
  return shown(context, plan)
}

const propose = async (context: EngineContext, input: Parsed<"redaction.propose">): Promise<RedactionPlan> => {
  const plan = await planOf(context, input)
  const { caseId, document } = await documentOf(context, input.evidenceId)
  const needles = needlesFor(context, { caseId, audience: input.audience, terms: input.terms })
  const cache = redactionCache(context, input.evidenceId)
  const looking = { document, needles, patterns: input.patterns, pageCount: plan.pageCount, cache }
  const found = await proposeBoxes(context.parts.parsers, looking)
  return await changePlan(context, input, (tx) => void addProposals(context, tx, plan, found))
}

const acceptPage = async (context: EngineContext, input: Parsed<"redaction.acceptPage">): Promise<RedactionPlan> => {
  const plan = await planOf(context, input)
  const { page } = input
  if (page > plan.pageCount) throw new Fault("bad-input", { field: "page", pages: plan.pageCount })
  const binding = input.accepted ? await bindingOf(context, input, page) : undefined
  return await changePlan(context, input, (tx) => recordAcceptance(tx, plan, { id: newId(context), page, binding }))
}

const addBox = async (context: EngineContext, input: Parsed<"redaction.addBox">): Promise<RedactionBox> => {
  const { page, reason, label, actorId } = input
  const plan = await planOf(context, input)
  if (page > plan.pageCount) throw new Fault("bad-input", { field: "page", pages: plan.pageCount })
  const { document } = await documentOf(context, input.evidenceId)
  const text = await context.parts.parsers.run("redactionText", { document, page })
  const [rect] = input.putBack
    ? [clipToPage(input.rect, text.width, text.height)]
    : boxesForDrawn(text, input.rect, { ...RedactionOptions.parse({}), strict: false })
  if (rect === undefined) throw new Fault("bad-input", { field: "rect" })
  const facts = { origin: "hand", decision: "accepted", confidence: 1, found: "" } as const
  const box: RedactionBox = { id: newId(context) as BoxId, page, rect, points: [], reason, label, actorId, ...facts }
  await changePlan(context, input, (tx) => plans.addBoxes(tx, plan, [{ ...box, places: [] }]))
  return box
}

const cover = async (context: EngineContext, input: Parsed<"redaction.cover">): Promise<Output<"redaction.cover">> => {
  const { area, reason, label, actorId } = input
  const plan = await planOf(context, input)
  const { document } = await documentOf(context, input.evidenceId)
  const facts = { origin: "hand", decision: "accepted", confidence: 1, found: "", places: [] } as const
  const boxes: plans.PlannedBox[] = []
  for (const page of pagesOfArea(area, plan.pageCount)) {
    const text = await context.parts.parsers.run("redactionText", { document, page })
    for (const { rect, points } of boxesOfArea(text, area, RedactionOptions.parse({})))
      boxes.push({ id: newId(context) as BoxId, page, rect, points: [...points], reason, label, actorId, ...facts })
  }
  if (boxes.length === 0) throw new Fault("bad-input", { field: "rect" })
  const changed = await changePlan(context, input, (tx) => plans.addBoxes(tx, plan, boxes))
  return { plan: changed, boxIds: boxes.map(({ id }) => id) }
}

const preview = async (context: EngineContext, input: Parsed<"redaction.preview">) => {
  const plan = await planOf(context, input)
  const { document } = await documentOf(context, input.evidenceId)
  const { parsers } = context.parts
  const accepted = shown(context, plan).boxes.filter((box) => box.page === input.page && box.decision === "accepted")
  const text = await parsers.run("redactionText", { document, page: input.page })
  const boxes = placedBoxes(text, accepted, input.options)
  const { colour } = input.options
  return await parsers.run("previewPage", { document, page: input.page, boxes, rasterDpi: input.dpi, colour })
}

const hiddenParts = async (context: EngineContext, { evidenceId, texts }: Parsed<"redaction.hidden">) => {
  const file = context.vault().read((tx) => storedFile(tx, evidenceId))
  if (!leavesAsPages(file.mediaType)) throw new Fault("cannot-redact-kind", { mediaType: file.mediaType })
  const rendering = await renderingOf(context, evidenceId, file)
  if (rendering === undefined) return { renderedBy: "itself" as const, parts: [] }
  const parts = rendering.hidden.map((part) => ({ ...part, texts: texts ? part.texts : [] }))
  return { renderedBy: rendering.renderedBy, parts }
}

export const redactionHandlers = (context: EngineContext): HandlersOf<"redaction"> => ({
  ...redactionFileHandlers(context),
  ...redactionCheckHandlers(context),
  ...redactionFolderHandlers(context),
  "redaction.show": async (input) => shown(context, await planOf(context, input)),
  "redaction.queue": ({ caseId, audience }) =>
    context.vault().read((tx) => {
      cases.mustExist(tx, caseId)
      return { items: queue(tx, caseId, audience) }
    }),
  "redaction.propose": (input) => propose(context, input),
  "redaction.addBox": (input) => addBox(context, input),
  "redaction.cover": (input) => cover(context, input),
  "redaction.uncover": ({ boxIds, ...input }) =>
    changePlan(context, input, (tx, plan) => {
      for (const id of boxIds) plans.removeBox(tx, plan, id)
    }),
  "redaction.decide": (input) =>
    changePlan(context, input, (tx, plan) =>
      plans.decide(tx, plan, input.boxIds, input.decision, { reason: input.reason }),
    ),
  "redaction.clear": ({ boxIds, reason, note, ...input }) =>
    changePlan(context, input, (tx, plan) =>
      plans.clear(tx, plan, { boxIds, reason, note, newId: () => newId(context) as ClearanceId }),
    ),
  "redaction.unclear": ({ boxIds, ...input }) =>
    changePlan(context, input, (tx, plan) => plans.unclear(tx, plan, boxIds)),
  "redaction.removeBox": (input) => changePlan(context, input, (tx, plan) => plans.removeBox(tx, plan, input.boxId)),
  "redaction.refresh": async (input) => {
    const plan = await planOf(context, input)
    await refreshPlan(context, input, { terms: [] })
    return shown(context, plan)
  },
  "redaction.acceptPage": (input) => acceptPage(context, input),
  "redaction.preview": (input) => preview(context, input),
  "redaction.hidden": (input) => hiddenParts(context, input),
})
