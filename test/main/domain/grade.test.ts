import { afterAll, expect, test } from "vitest"
import { listDossiers } from "../../../main/domain/dossier.ts"
import { change } from "../../../main/domain/grade-change.ts"
import { impact } from "../../../main/domain/grade-impact.ts"
import * as links from "../../../main/domain/link.ts"
import { recordDossier } from "../../../main/domain/dossier-record.ts"
import * as records from "../../../main/domain/record.ts"
import { undo } from "../../../main/domain/undo.ts"
import type { Written } from "../../../main/vault/write-tx.ts"
import { contract } from "../../../shared/contract/contract.ts"
import { DossierOptions } from "../../../shared/model/dossier.ts"
import type { CustodyId, DossierId, IncidentId, LinkId, Sha256Hex } from "../../../shared/model/ids.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

const made = makeTestCase("grades")
const { caseId, newId, records: store } = made
afterAll(() => made.dispose())
let last: Written | undefined
store.onWritten((written) => (last = written))

const hash = "00".repeat(32) as Sha256Hex
const sent = (title: string, incidentId: IncidentId): DossierId => {
  const id = newId() as DossierId
  const options = DossierOptions.parse({ title, audience: "UN", incidentIds: [incidentId], datedOn: "2026-11-25" })
  const receipt = {
    keyFingerprint: "k",
    tagManifestSha256: hash,
    auditHead: hash,
    files: [],
    reviewedBy: [],
    confirmedBy: null,
    evidence: [],
  }
  store.write((tx) =>
    recordDossier(tx, {
      id,
      caseId,
      options,
      title,
      pages: 1,
      annexes: [],
      keyFingerprint: "k",
      receipt,
      newCustodyId: () => newId() as CustodyId,
    }),
  )
  return id
}

const incident = made.addIncident("Запись встречи")
const other = made.addIncident("Другое")
const item = made.addEvidence("запись", 1)
const used = sent("Досье с записью", incident.id)
sent("Досье без неё", other.id)
const author = made.addActor("Серик Тестов")
store.write((tx) => {
  const link = contract["link.add"].input.parse({
    evidenceId: item,
    place: { kind: "whole" },
    target: { kind: "incident", id: incident.id },
  })
  links.add(tx, link, { id: newId() as LinkId, anchorId: newId() })
  records.update(tx, { kind: "evidence", id: item }, { author: { kind: "actor", id: author.id }, reliability: "B" })
})
const submission = store.write((tx) =>
  records.add(tx, {
    id: newId(),
    kind: "submission",
    caseId,
    parent: null,
    fields: { title: "Жалоба", annexes: [{ kind: "evidence", id: item }] },
  }),
)

test("dossiers and submissions that used what rests on a source are found, others are not", () => {
  const { dossiers, filed, resting } = store.read((tx) => impact(tx, { kind: "actor", id: author.id }))
  expect(dossiers.map(({ title }) => title)).toEqual(["Досье с записью"])
  expect(filed.map(({ id }) => id)).toEqual([submission.id])
  expect(resting.map(({ kind }) => kind)).toEqual(["evidence", "link"])
})

test("grading anew marks them with the reason, and one undo takes all of it back", async () => {
  const input = contract["grade.change"].input.parse({
    kind: "actor",
    id: author.id,
    reliability: "E",
    reason: "Был внедрён",
    apply: [item],
  })
  expect(store.write((tx) => change(tx, input))).toEqual({ changed: 2, dossiers: 1, filed: 1 })
  const marked = () =>
    store
      .read((tx) => listDossiers(tx, caseId))
      .flatMap(({ id, regraded }) => (regraded === null ? [] : [{ id, why: regraded.why }]))
  const lines = () =>
    store.read((tx) => records.show(tx, { kind: "submission", id: submission.id })).fields["sourcesRegraded"]
  const grade = () => store.read((tx) => records.show(tx, { kind: "evidence", id: item })).fields["reliability"]
  expect([marked(), grade()]).toEqual([[{ id: used, why: "Был внедрён" }], "E"])
  expect(lines()).toMatchObject([{ reason: "Был внедрён" }])
  const written = last!.touched
  store.write((tx) => undo(tx, { written, verb: "actor.undone", subjectId: author.id, newId }))
  expect([marked(), lines(), grade()]).toEqual([[], undefined, "B"])
  expect((await made.verify()).faults).toEqual([])
})
