import { statSync } from "node:fs"
import { basename, dirname } from "node:path"
import type { Output } from "../../../shared/contract/contract.ts"
import type { ImportOutcome } from "../../../shared/contract/evidence.ts"
import { Fault, type FaultCode } from "../../../shared/faults.ts"
import type { Evidence } from "../../../shared/model/evidence.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import type { Command, Ended } from "../command.ts"
import { chosenCase, findEvidence } from "../find.ts"
import { caseOption, countLine, listInput, listOptions } from "../listing.ts"
import { facts, printable, size, table } from "../print.ts"
import type { Work } from "../work.ts"

const count = (outcomes: readonly ImportOutcome[], outcome: ImportOutcome["outcome"]): number =>
  outcomes.filter((one) => one.outcome === outcome).length

/** One sentence for every way in which something failed, with how many failed so. */
const reasonLines = (faults: readonly FaultCode[], work: Work): string[] =>
  [...new Set(faults)].map((code) => `${code} (${faults.filter((one) => one === code).length}): ${work.explain(code)}`)

const failureOf = (outcomes: readonly ImportOutcome[], faults: readonly FaultCode[]): Pick<Ended, "failure"> => {
  const [fault, ...others] = new Set(faults)
  const detail = { failed: faults.length, of: outcomes.length }
  if (fault !== undefined) return { failure: { code: others.length > 0 ? "some-failed" : fault, detail } }
  return count(outcomes, "cancelled") > 0 ? { failure: { code: "cancelled", detail } } : {}
}

const importEnded = ({ jobId, outcomes }: Output<"evidence.import">, work: Work): Ended => {
  const ids = outcomes.flatMap((one) => (one.evidenceId === null ? [] : [one.evidenceId]))
  const [id] = ids
  const [imported, duplicates] = [count(outcomes, "imported"), count(outcomes, "duplicate")]
  const failed = outcomes.length - imported - duplicates
  const faults = outcomes.flatMap((one) => (one.fault === null ? [] : [one.fault]))
  const lines = outcomes.map((one) =>
    [one.outcome, one.reference, printable(one.name), one.fault ?? ""].filter((part) => part !== "").join("  "),
  )
  return {
    result: { ...(ids.length === 1 && { id }), ids, jobId, outcomes, imported, duplicates, failed },
    lines: [
      ...lines,
      outcomes.length === 0
        ? "There were no files there. Nothing was taken in."
        : `${imported} imported · ${duplicates} already here · ${failed} failed`,
      // A single reason is the closing sentence itself.
      ...(new Set(faults).size > 1 ? reasonLines(faults, work) : []),
    ],
    ...failureOf(outcomes, faults),
  }
}

const pollMs = 250

/** Waits until everything of the case has been read: text, pages, OCR. */
const waitUntilRead = (work: Work, caseId: CaseId): Promise<void> =>
  work.progress.during(async () => {
    for (;;) {
      const { rows } = await work.call("evidence.list", { caseId, limit: 100_000 })
      if (!rows.some(({ reading }) => reading.state === "waiting" || reading.state === "reading")) return
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
  })

const add: Command = {
  name: "evidence import",
  summary: "take files and folders in; the originals stay as they are",
  operands: ["PATH..."],
  options: {
    ...caseOption,
    from: { takes: "TEXT", help: "from whom they were received" },
    on: { takes: "DATE", help: "when they were received" },
    how: { takes: "TEXT", help: "how they were received" },
    wait: { takes: null, help: "wait until their text has been read, too (else that is done when the window is open)" },
  },
  examples: ['evidence import scans/ voice.ogg --from "The owner of the office" --on 2017-03-10 --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    await work.call("job.pause", { paused: false })
    const provenance = {
      receivedFrom: given.text("from") ?? "",
      receivedOn: given.text("on") ?? "",
      how: given.text("how") ?? "",
    }
    const files = given.operands.map((path) => work.offer(path))
    const ended = await work.longCall("evidence.import", { caseId, files, provenance })
    if (given.flag("wait")) await waitUntilRead(work, caseId)
    return importEnded(ended, work)
  },
}

const list: Command = {
  name: "evidence list",
  summary: "list the evidence of a case",
  operands: [],
  options: listOptions([
    "reference",
    "title",
    "kind",
    "originalName",
    "sizeBytes",
    "receivedAt",
    "fileModifiedAt",
    "changedAt",
  ]),
  examples: ["evidence list --vault ~/matters", "evidence list --query протокол --sort sizeBytes --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const result = await work.call("evidence.list", await listInput(work, given, caseId, "evidence"))
    const rows = result.rows.map((one) => [
      one.reference,
      one.title,
      one.kind,
      size(one.sizeBytes),
      one.reading.state,
      one.id,
    ])
    const lines = table(["NUMBER", "TITLE", "KIND", "SIZE", "TEXT", "ID"], rows, "There is no evidence here yet.")
    return { result, lines: [...lines, ...countLine(result.rows.length, result.total, result.all)] }
  },
}

const factsOf = (one: Evidence): string[] =>
  facts([
    ["Number", one.reference],
    ["Title", one.title],
    ["Kind", `${one.kind} (${one.mediaType})`],
    ["Original name", one.originalFolder === "" ? one.originalName : `${one.originalFolder}/${one.originalName}`],
    ["Size", `${one.sizeBytes} bytes`],
    ["SHA-256", one.sha256],
    ["File changed", one.fileModifiedAt],
    ["Taken in", one.receivedAt],
    ["Received from", one.provenance.receivedFrom],
    ["Received on", one.provenance.receivedOn],
    ["Received how", one.provenance.how],
    ["Pages", one.pageCount ?? ""],
    ["Links", one.counts.links],
    ["Id", one.id],
    ...Object.entries(one.metadata),
  ])

const show: Command = {
  name: "evidence show",
  summary: "everything about one item, and its custody",
  operands: ["EVIDENCE"],
  options: caseOption,
  examples: ["evidence show E-003 --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const evidence = await findEvidence(work, given, given.operand(0))
    const { entries } = await work.call("evidence.custody", { id: evidence.id })
    const rows = entries.map((one) => [one.at, one.verb, one.who, one.from, one.to, one.how])
    return {
      result: { ...evidence, custody: entries },
      lines: [
        ...factsOf(evidence),
        "",
        ...table(["AT", "CUSTODY", "WHO", "FROM", "TO", "HOW"], rows, "No custody entries."),
      ],
    }
  },
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

const exportOriginal: Command = {
  name: "evidence export",
  summary: "write the original, unredacted, to a new file; logged in its custody",
  operands: ["EVIDENCE"],
  options: { ...caseOption, to: { takes: "PATH", required: true, help: "a new file, or a folder for its own name" } },
  examples: ["evidence export E-003 --to ~/for-court/ --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id } = await findEvidence(work, given, given.operand(0))
    const to = work.absolute(given.required("to"))
    const whole = isFolder(to)
    if (!whole && !isFolder(dirname(to))) throw new Fault("not-found", { kind: "folder" })
    const target = work.offer(whole ? to : dirname(to))
    const made = await work.longCall("evidence.export", { id, target, name: whole ? null : basename(to) })
    const file = work.pathOf(made.file)
    const lines = facts([
      ["Written", file],
      ["SHA-256", made.sha256],
    ])
    return { result: { ...made, file }, lines }
  },
}

export const evidenceCommands: readonly Command[] = [add, list, show, exportOriginal]
