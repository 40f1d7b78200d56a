import { basename, join } from "node:path"
import type { Parsed } from "../../../shared/contract/contract.ts"
import { Fault } from "../../../shared/faults.ts"
import type { DossierResult } from "../../../shared/model/dossier.ts"
import { pageRect } from "../../../shared/geometry.ts"
import type { MediaPlan } from "../../../shared/model/media.ts"
import type { CaseId, CustodyId, DossierId, Language } from "../../../shared/model/ids.ts"
import type { SourceItem } from "../../domain/bundle-source.ts"
import { listDossiers } from "../../domain/dossier.ts"
import { originalHashes, recordDossier, withdrawDossier } from "../../domain/dossier-record.ts"
import { storedFile } from "../../domain/evidence.ts"
import { sha256Hex } from "../../crypto/hash.ts"
import { type BuildAnnex, type BuiltBundle, buildBundle } from "../../dossier/build.ts"
import { dossierWords } from "../../dossier/words.ts"
import { verifyDossier } from "../../dossier/verify.ts"
import { stageFolder } from "../../dossier/write.ts"
import type { JobProgress } from "../../jobs/board.ts"
import { fold } from "../../search/names/fold.ts"
import { indexNeedles, matchesIn } from "../../redaction/match.ts"
import type { NeedleSet } from "../../redaction/needles.ts"
import { proveTypeset } from "../../redaction/prove-typeset.ts"
import { redactMedia } from "../../redaction/media/redact-media.ts"
import { redactDocument } from "../../redaction/redact-document.ts"
import { type Bundle, openBundle, unready } from "../bundle.ts"
import { asItIsNow, refuseUnready } from "../bundle-ready.ts"
import { changed, type EngineContext, type HandlersOf, newId } from "../context.ts"
import { redactionCache } from "../redaction-cache.ts"
import { confirm, type PeopleBehind, peopleBehind, releaseNow } from "../dossier-release.ts"
import { documentOf, queueFaces } from "../review.ts"
import { isPortableName } from "../portable-name.ts"

type BuildInput = Parsed<"dossier.build">

const maximumItemBytes = 512 * 1024 * 1024

interface Building {
  readonly people: PeopleBehind
  readonly context: EngineContext
  readonly input: BuildInput
  readonly bundle: Bundle
  readonly progress: JobProgress
  readonly signal: AbortSignal
}

/** Never the original's own name: it is the vault's, and may say what the pages do not. */
const titleOf = (item: SourceItem, language: Language): string => {
  const words = dossierWords[language]
  return item.untitled ? (words.untitled[item.kind] ?? words.untitled["pdf"] ?? "") : item.title
}

/** A recording that somebody has listened to and accepted, made anew. */
const recordingAnnex = (building: Building, item: SourceItem, media: MediaPlan, index: number): BuildAnnex => {
  const { context, input, bundle, progress, signal } = building
  const redact = async (): ReturnType<BuildAnnex["redact"]> => {
    const file = context.vault().read((tx) => storedFile(tx, item.evidenceId))
    const { bytes, kept, report } = await redactMedia(context.parts.parsers, {
      bytes: await context.vault().blobs.readAll(file.blob, maximumItemBytes),
      mediaType: item.mediaType,
      spans: media.spans,
      droppedTracks: media.droppedTracks,
      needles: bundle.needles,
      reviewed: true,
      onProgress: (done, total) => progress.fraction((index + done / total) / (bundle.items.length + 1)),
      signal,
    })
    const ending = kept.pictures.length > 0 ? "mp4" : "m4a"
    return { bytes, ending, pages: 0, boxes: media.spans.length, report }
  }
  const title = titleOf(item, input.options.language)
  return { evidenceId: item.evidenceId, title, pages: 0, boxes: media.spans.length, redact }
}

const onPage = ({ page, x, y, width, height }: SourceItem["plan"]["boxes"][number]) => ({
  page,
  rect: pageRect(x, y, width, height),
})

/** How far each annex is, so that the tray moves with its pages. */
const annexOf = (building: Building, item: SourceItem, index: number): BuildAnnex => {
  const { context, input, bundle, progress, signal } = building
  const { options } = input
  const redact = async (firstPage: number): ReturnType<BuildAnnex["redact"]> => {
    const { document } = await documentOf(context, item.evidenceId)
    let facesWait = false
    const redacted = await redactDocument(context.parts.parsers, {
      bytes: await document.bytes(),
      key: document.key,
      cache: redactionCache(context, item.evidenceId),
      mediaType: document.mediaType,
      boxes: item.plan.boxes.map(({ page, x, y, width, height, label, points }) => ({
        points,
        page,
        label,
        rect: pageRect(x, y, width, height),
      })),
      keptCodes: item.plan.keptCodes.map(onPage),
      faces: { kept: item.plan.keptFaces.map(onPage), lookedAt: item.plan.lookedForFaces },
      onFacesLeft: (faces) => {
        facesWait = true
        queueFaces(context, { evidenceId: item.evidenceId, audience: options.audience }, faces)
        changed(context, "redaction", input.caseId)
      },
      cleared: item.plan.cleared,
      needles: bundle.needles,
      options: options.redaction,
      reviewed: true,
      stamps: Array.from({ length: item.pageCount }, (_, page) => String(firstPage + page)),
      onProgress: (done, total) => progress.fraction((index + done / total) / (bundle.items.length + 1)),
      signal,
    }).catch((error: unknown) => {
      // What the proof saw is before a person now, and the copy waits as it does for every undecided box.
      throw facesWait ? new Fault("not-reviewed", { reference: item.reference }, error) : error
    })
    const { pdf, report } = redacted
    return { bytes: pdf, ending: "pdf", pages: report.pages, boxes: redacted.boxes.length, report }
  }
  return {
    evidenceId: item.evidenceId,
    title: titleOf(item, options.language),
    pages: item.pageCount,
    boxes: item.plan.boxes.length,
    redact,
  }
}

const buildFiles = (building: Building): Promise<BuiltBundle> => {
  const { context, input, bundle, progress, signal } = building
  const shownAs = new Map(bundle.people.map((person) => [person.actorId, person.shownAs]))
  return buildBundle({
    options: input.options,
    source: {
      incidents: bundle.source.incidents,
      people: bundle.source.people.map((person) => ({ ...person, shownAs: shownAs.get(person.actorId) ?? "" })),
    },
    annexes: bundle.items.map((item, index) =>
      item.media === null ? annexOf(building, item, index) : recordingAnnex(building, item, item.media, index),
    ),
    // The case's own references would let two recipients join their copies.
    keptBack: bundle.keptBack.map((item, index) => ({ ...item, reference: `#${index + 1}` })),
    needles: bundle.needles,
    confirmed: building.people.confirmedBy !== null,
    prove: (pdf) => proveTypeset(context.parts.parsers, { pdf, needles: bundle.needles, signal }),
    signingSeed: context.parts.random(32),
    onStep: (step) => progress.step(step),
  })
}

/** Recorded first, named second: what has left is in the log, whatever happens in between. */
const release = async (building: Building, built: BuiltBundle, target: string): Promise<DossierId> => {
  const { context, input } = building
  const vault = context.vault()
  const staged = await stageFolder(target, built.files)
  const id = newId(context) as DossierId
  try {
    const verdict = await verifyDossier(staged.temporaryPath, built.keyFingerprint)
    if (!verdict.passed) throw new Fault("verification-failed")
    const auditHead = vault.info().audit.head
    vault.write((tx) => {
      const originals = originalHashes(
        tx,
        built.annexes.map((annex) => annex.evidenceId),
      )
      recordDossier(tx, {
        id,
        caseId: input.caseId,
        options: input.options,
        title: input.options.title,
        pages: built.pages,
        annexes: built.annexes,
        keyFingerprint: built.keyFingerprint,
        receipt: {
          keyFingerprint: built.keyFingerprint,
          tagManifestSha256: sha256Hex(built.files.get("tagmanifest-sha256.txt") ?? new Uint8Array()),
          auditHead,
          files: [...built.files].map(([path, bytes]) => ({ path, sha256: sha256Hex(bytes) })),
          evidence: built.annexes.map((annex, index) => ({
            annex: annex.number,
            evidenceId: annex.evidenceId,
            original: originals[index] ?? sha256Hex(new Uint8Array()),
          })),
          reviewedBy: [...building.people.reviewedBy],
          confirmedBy: building.people.confirmedBy,
        },
        newCustodyId: () => newId(context) as CustodyId,
      })
    })
  } catch (error) {
    await staged.discard()
    throw error
  }
  try {
    await staged.commit()
  } catch (error) {
    await staged.discard()
    vault.write((tx) => withdrawDossier(tx, id))
    throw error
  }
  return id
}

const resultOf = async (building: Building, built: BuiltBundle, target: string): Promise<DossierResult> => ({
  folder: building.context.tokens.offer(target),
  folderName: basename(target),
  title: building.input.options.title,
  audience: building.input.options.audience,
  pages: built.pages,
  annexes: built.annexes.map(({ evidenceId, ...annex }) => annex),
  keptBack: building.bundle.keptBack.map(({ reference, why }) => ({ reference, why })),
  pseudonyms: building.bundle.people.filter((person) => person.protected).length,
  proofs: built.proofs,
  keyFingerprint: built.keyFingerprint,
  verdict: await verifyDossier(target, built.keyFingerprint),
})

/** The folder's name leaves with what is in it. @throws Fault "bad-input", "redaction-leak" */
const nameOf = (input: BuildInput, needles: NeedleSet): string => {
  const name = input.folderName ?? `Dossier ${input.options.datedOn}`
  if (!isPortableName(name)) throw new Fault("bad-input", { field: "folderName" })
  if (matchesIn(fold(name), indexNeedles(needles.needles), 1).length > 0)
    throw new Fault("redaction-leak", { checks: "folder-name" })
  return name
}

const build = async (context: EngineContext, input: BuildInput) => {
  const bundle = openBundle(context, input.caseId, input.options)
  const name = nameOf(input, bundle.needles)
  refuseUnready(bundle)
  const target = join(context.tokens.resolve(input.target), name)
  let outcome: { id: DossierId; result: DossierResult } | undefined
  const job = context.jobs.start("dossier", input.options.title, input.caseId, async (progress, signal) => {
    const asItIs = await asItIsNow(context, bundle, input, signal)
    const building: Building = {
      context,
      input,
      bundle: asItIs,
      people: peopleBehind(context, { caseId: input.caseId, options: input.options, bundle: asItIs }),
      progress,
      signal,
    }
    const built = await buildFiles(building)
    const id = await release(building, built, target)
    outcome = { id, result: await resultOf(building, built, target) }
    return { annexes: built.annexes.length, pages: built.pages }
  })
  await job.ended
  if (outcome === undefined) throw new Fault("internal", { step: "dossier" })
  changed(context, "dossier", input.caseId)
  return outcome
}

const check = (context: EngineContext, caseId: CaseId, options: BuildInput["options"]) => {
  const bundle = openBundle(context, caseId, options)
  const annexes = bundle.items.map((item) => ({
    evidenceId: item.evidenceId,
    reference: item.reference,
    title: item.title,
    recording: item.media !== null,
    pages: item.media === null ? item.pageCount : 0,
    acceptedPages: item.plan.acceptedPages.length,
    undecided: item.plan.undecided,
    ready: unready(item) === undefined,
  }))
  return {
    annexes,
    keptBack: bundle.keptBack.map(({ reference, why }) => ({ reference, why })),
    people: bundle.people,
    ready: annexes.every((annex) => annex.ready),
    release: releaseNow(context, { caseId, options, bundle }),
  }
}

export const dossierHandlers = (context: EngineContext): HandlersOf<"dossier"> => ({
  "dossier.check": ({ caseId, options }) => check(context, caseId, options),
  "dossier.confirm": (input) => confirm(context, input),
  "dossier.build": (input) => build(context, input),
  "dossier.verify": ({ folder, fingerprint }) => verifyDossier(context.tokens.resolve(folder), fingerprint),
  "dossier.list": ({ caseId }) => ({ dossiers: context.vault().read((tx) => listDossiers(tx, caseId)) }),
})
