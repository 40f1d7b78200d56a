import { contract } from "../shared/contract/contract.ts"
import { plainKinds } from "../shared/model/field.ts"
import * as actors from "../main/domain/actor.ts"
import * as evidence from "../main/domain/evidence-list.ts"
import * as graph from "../main/domain/graph.ts"
import * as incidents from "../main/domain/incident.ts"
import * as links from "../main/domain/link.ts"
import * as recordLists from "../main/domain/record-list.ts"
import * as records from "../main/domain/record.ts"
import * as timeline from "../main/domain/timeline.ts"
import type { ReadTx } from "../main/vault/tx.ts"
import { disposeTestVault, makeTestVault } from "../test/support/vault.ts"
import { type BigVault, fillBigVault } from "./big-vault.ts"
import { median, percentile, report, round, secondsOf } from "./measure.ts"

/**
 * Lists, inspector, timeline and graph of one case as it grows, by the handlers' own domain functions over SQLCipher.
 * With `verify`, the whole audit chain of each vault besides (minutes at 100,000).
 * `node bench/scale.ts [sizes] [runs] [verify]`
 */
const [sizes = "1000,100000", runCount = "40", verify = ""] = process.argv.slice(2)

type Question = (tx: ReadTx, run: number) => unknown
interface Group {
  readonly goalMs: number
  readonly questions: Readonly<Record<string, Question>>
}

const nth = (ids: readonly string[], run: number): string => ids[(run * 7919) % ids.length] ?? ""

const listsOf = ({ caseId }: BigVault): Group => {
  const input = contract["incident.list"].input.parse({ caseId })
  const ofKind = (kind: string) => contract["record.list"].input.parse({ caseId, kind })
  const ofRecords = plainKinds.map((kind): [string, Question] => [
    `list of ${kind}`,
    (tx) => recordLists.list(tx, ofKind(kind)),
  ])
  return {
    goalMs: 50,
    questions: {
      "list of evidence": (tx) => evidence.list(tx, input),
      "list of incidents": (tx) => incidents.list(tx, input),
      "list of people": (tx) => actors.list(tx, input),
      ...Object.fromEntries(ofRecords),
    },
  }
}

const inspectorOf = (vault: BigVault): Group => {
  const look =
    (kind: "evidence" | "incident" | "actor", ids: readonly string[]): Question =>
    (tx, run) => {
      const id = nth(ids, run)
      records.show(tx, { kind, id })
      links.list(tx, contract["link.list"].input.parse({ [`${kind}Id`]: id }))
    }
  return {
    goalMs: 50,
    questions: {
      "inspector of evidence": look("evidence", vault.evidence),
      "inspector of an incident": look("incident", vault.incidents),
      "inspector of a person": look("actor", vault.actors),
      "inspector of a claim": (tx, run) => records.show(tx, { kind: "claim", id: nth(vault.claims, run) }),
    },
  }
}

const viewsOf = ({ caseId, incidents: ids }: BigVault): Group => {
  const timelineOf = (more: object) => contract["timeline.list"].input.parse({ caseId, ...more })
  const graphOf = (more: object) => contract["graph.around"].input.parse({ caseId, ...more })
  return {
    goalMs: 150,
    questions: {
      "timeline, all of it": (tx) => timeline.list(tx, timelineOf({})),
      "timeline of a year": (tx) => timeline.list(tx, timelineOf({ from: "2012-01-01", to: "2012-12-31" })),
      "timeline of a year by person": (tx) =>
        timeline.list(tx, timelineOf({ from: "2012-01-01", to: "2012-12-31", lanes: "person" })),
      "graph of the case": (tx) => graph.around(tx, graphOf({})),
      "graph around an incident, two steps": (tx, run) =>
        graph.around(tx, graphOf({ record: { kind: "incident", id: nth(ids, run) }, depth: 2 })),
    },
  }
}

type Times = ReadonlyMap<string, { readonly p50: number; readonly p95: number; readonly goalMs: number }>

const measure = async (size: number): Promise<Times> => {
  const made = await makeTestVault(`scale ${size}`)
  try {
    let big: BigVault | undefined
    const seconds = await secondsOf(() => (big = fillBigVault(made.vault, size)))
    if (big === undefined) throw new Error("nothing was made")
    const vault = big
    console.error(`${size}: made in ${round(seconds)} s`)
    const times = new Map<string, { p50: number; p95: number; goalMs: number }>()
    for (const { goalMs, questions } of [listsOf(vault), inspectorOf(vault), viewsOf(vault)])
      for (const [name, ask] of Object.entries(questions)) {
        const each: number[] = []
        for (let run = 0; run < Number(runCount); run += 1)
          each.push(1000 * (await secondsOf(() => made.vault.read((tx) => ask(tx, run)))))
        times.set(name, { p50: median(each), p95: percentile(each, 0.95), goalMs })
      }
    if (verify === "verify") {
      const { passed, rows } = await made.vault.auditVerify()
      console.error(`${size}: the chain of ${rows} rows ${passed ? "holds" : "does NOT hold"}`)
      if (!passed) process.exitCode = 1
    }
    return times
  } finally {
    await disposeTestVault(made)
  }
}

let first: Times | undefined
for (const size of sizes.split(",").map(Number)) {
  const times = await measure(size)
  for (const [what, { p50, p95, goalMs }] of times) {
    const before = first?.get(what)
    const growth = before === undefined ? "" : `; ${round(p95 / before.p95)} × the first size`
    const detail = `p50 ${round(p50)} ms${growth}`
    report({ what: `${size} items: ${what}, p95`, value: p95, unit: "ms", goal: { atMost: goalMs }, detail })
  }
  first ??= times
}
