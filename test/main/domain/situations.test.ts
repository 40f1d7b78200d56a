import { afterAll, expect, test } from "vitest"
import { show as showClaim } from "../../../main/domain/claim.ts"
import { impact } from "../../../main/domain/grade-impact.ts"
import * as involvements from "../../../main/domain/involvement.ts"
import * as records from "../../../main/domain/record.ts"
import { pointersTo } from "../../../main/domain/record-refs.ts"
import { contract, type Input } from "../../../shared/contract/contract.ts"
import type { PlainKind, RecordRef } from "../../../shared/model/field.ts"
import type { ActorId, IncidentId } from "../../../shared/model/ids.ts"
import { makeTestCase } from "../../support/records-of-a-case.ts"

/** What people actually have to record, with invented people: each without forcing it into a note. */
const made = makeTestCase("situations")
const { caseId, newId, records: store } = made
afterAll(() => made.dispose())

type Answers = Input<"record.add">["fields"]
const add = (kind: PlainKind, fields: Answers, parent: RecordRef | null = null): RecordRef => {
  const input = contract["record.add"].input.parse({ caseId, kind, fields, parent })
  const { id } = store.write((tx) => records.add(tx, { ...input, id: newId() }))
  return { kind, id }
}
const incident = (title: string, dates = ""): RecordRef => ({
  kind: "incident",
  id: made.addIncident(title, { dates }).id,
})
const actor = (name: string): RecordRef => ({ kind: "actor", id: made.addActor(name).id })
const involve = (inIncident: RecordRef, who: RecordRef, role: "victim" | "alleged-perpetrator" | "counsel") => {
  const input = contract["involvement.add"].input.parse({
    incidentId: inIncident.id as IncidentId,
    actorId: who.id as ActorId,
    role,
  })
  store.write((tx) => involvements.add(tx, { ...input, id: newId() }))
}
const shown = (ref: RecordRef) => store.read((tx) => records.show(tx, ref))
/** What names a record, as "kind.field", so that it is read from its other end. */
const namedBy = (ref: RecordRef): string[] =>
  store
    .read((tx) => pointersTo(tx, ref.id))
    .map(({ from, field }) => `${from.kind}.${field}`)
    .sort()

test("a tax inspection and a fine, one of several: a pattern, an act with the law cited, an appeal that fails, one pending", () => {
  const [one, other] = [incident("Проверка фонда", "2012-03"), incident("Проверка другого фонда", "2012-03")]
  const relation = add("relation", { type: "same-pattern-as", to: other, why: "Те же недели, та же инспекция" }, one)
  const law = add("provision", { article: "276", inForce: "2009/2017" })
  const fine = add(
    "act",
    { type: "tax-inspection", measure: "fine", amount: 500_000, payBy: "2012-04-15", provisions: [law] },
    one,
  )
  const first = add("proceeding", { title: "Жалоба", type: "tax", stage: "judgment", incidents: [fine] })
  const appeal = add("proceeding", { title: "Апелляция", type: "tax", stage: "appeal", appealOf: first })
  add("decision", { on: "2012-06", outcome: "upheld" }, first)
  add("decision", { outcome: "pending" }, appeal)
  expect(namedBy(other)).toEqual(["relation.to"])
  expect(namedBy(law)).toEqual(["act.provisions"])
  expect(namedBy(first)).toEqual(["decision.parent", "proceeding.appealOf"])
  expect(shown(relation).state).toBe("same-pattern-as")
})

test("a demonstration refused, dispersed, and followed by fines for eleven people whose names are partly known", () => {
  const march = incident("Шествие", "2019-05-01")
  for (const type of ["assembly-refused", "assembly-dispersed"]) add("act", { type, restriction: "assembly" }, march)
  const people = Array.from({ length: 11 }, (_, index) =>
    actor(index < 4 ? `Участник Пробов ${index}` : `Неизвестный ${index}`),
  )
  const trial = add("proceeding", { title: "Дела участников", type: "administrative-offence", incidents: [march] })
  for (const who of people) {
    involve(march, who, "victim")
    add("party", { actor: who, role: "person-charged-administrative" }, trial)
  }
  expect(namedBy(march).filter((end) => end === "act.parent")).toHaveLength(2)
  expect(namedBy(trial).filter((end) => end === "party.parent")).toHaveLength(11)
  expect(namedBy(people[10]!)).toEqual(["party.actor"])
})

test("an advocate attacked by unknown men; the inquiry is opened, suspended and reopened", () => {
  const attack = incident("Нападение", "2012-04-19?")
  const [advocate, unknown] = [actor("Айгуль Пробова"), actor("Неизвестные мужчины")]
  involve(attack, advocate, "victim")
  involve(attack, unknown, "alleged-perpetrator")
  add("act", { type: "assault-unknown", statusAtEnd: { unsaid: "unknown" } }, attack)
  const stages = ["registered", "suspended", "reopened"].map((stage, index) => ({ stage, on: `2012-0${index + 5}` }))
  const inquiry = add("proceeding", {
    title: "Расследование",
    type: "pre-trial",
    stage: "reopened",
    incidents: [attack],
    stages,
  })
  expect(shown(inquiry).fields["stages"]).toEqual(stages)
  expect(namedBy(attack)).toContain("proceeding.incidents")
  const roles = store.read((tx) => involvements.list(tx, { actorId: advocate.id as ActorId }))
  expect(roles.map(({ role, incidentLabel }) => [role, incidentLabel])).toEqual([["victim", "Нападение"]])
})

test("a convicted trade-unionist, a union annulled, an appeal, a prison transfer, and parole with conditions", () => {
  const [strike, man, union] = [incident("Забастовка", "2017-01"), actor("Нурлан Тестов"), actor("Профсоюз")]
  add("affiliation", { to: union, position: "Председатель", dates: "2015/2017" }, man)
  add("act", { type: "strike-call-prosecuted" }, strike)
  add(
    "act",
    { type: "registration-annulled", measure: "registration-annulment", body: actor("Экономический суд") },
    strike,
  )
  const transfers = [{ on: "2017-09", from: "Актау", to: "Петропавловск" }]
  const prison = add(
    "act",
    { type: "imprisonment", transfers, releasedOn: "2018-05", releaseConditions: "Отмечаться раз в месяц" },
    strike,
  )
  const trial = add("proceeding", { title: "Приговор", type: "criminal", incidents: [strike] })
  add("proceeding", { title: "Апелляция на приговор", type: "criminal", appealOf: trial })
  add("decision", { outcome: "convicted", sanction: "2,5 года" }, trial)
  expect(shown(prison).fields).toMatchObject({ transfers, releasedOn: "2018-05" })
  expect(namedBy(union)).toEqual(["affiliation.to"])
  expect(namedBy(trial)).toEqual(["decision.parent", "proceeding.appealOf"])
})

test("a journalist held in a place given differently by two sources, charged under an article whose wording changed", () => {
  const arrest = incident("Арест журналиста", "2020-02-10")
  const held = add("act", { type: "arrest", whereabouts: "refused", charges: "Статья 274" }, arrest)
  const [wife, police] = [actor("Жена журналиста"), actor("Департамент полиции")]
  const says = (title: string, source: RecordRef) => add("statement", { title, source, about: [held] })
  const [inA, inB] = [says("Держат в А", wife), says("Держат в Б", police)]
  const claim = add("claim", { text: "Содержался в А", about: [held], field: "custodyPlace" })
  add("support", { stance: "supports", statement: inA }, claim)
  add("support", { stance: "contradicts", statement: inB }, claim)
  const before = add("provision", { article: "274", inForce: "2015/2020-06", wording: "Прежняя редакция" })
  const after = add("provision", { article: "274", inForce: "2020-07/..", wording: "Новая редакция", replaces: before })
  add("proceeding", { title: "Дело журналиста", type: "criminal", provisions: [after], incidents: [held] })
  expect(store.read((tx) => showClaim(tx, claim.id)).grounds.map(({ side, source }) => [side, source])).toEqual([
    ["for", "Жена журналиста"],
    ["against", "Департамент полиции"],
  ])
  expect(namedBy(before)).toEqual(["provision.replaces"])
  expect(namedBy(held)).toContain("claim.about")
})

test("a search of an office and two homes: a disputed inventory, devices returned with seals broken", () => {
  const search = incident("Обыски", "2017-03-04")
  const inventory = [
    {
      object: "Ноутбук",
      seal: "0017",
      returned: "yes",
      returnedOn: "2017-06",
      returnedCondition: "seal-broken",
      disputed: "yes",
    },
  ]
  const office = add("act", { type: "search-office", warrant: "no", inventory }, search)
  for (const spot of ["Первая квартира", "Вторая квартира"]) add("act", { type: "search-home", title: spot }, search)
  const laptop = add("item", { title: "Ноутбук", seizedIn: office, seal: "0017", owner: actor("Редактор Пробов") })
  add("handover", { verb: "returned", on: "2017-06", condition: "seal-broken" }, laptop)
  expect(shown(office).fields["inventory"]).toEqual(inventory)
  expect(namedBy(office)).toEqual(["item.seizedIn"])
  expect(namedBy(laptop)).toEqual(["handover.parent"])
})

test("a covert recording by somebody planted in the group: all that rests on their word is found", () => {
  const [group, planted] = [incident("Встречи группы", "2015"), actor("Внедрённый Тестов")]
  add("act", { type: "infiltration" }, group)
  add("act", { type: "covert-recording" }, group)
  const item = { kind: "evidence", id: made.addEvidence("Запись", 1) } as const
  store.write((tx) => records.update(tx, item, { author: planted }))
  const word = add("statement", { title: "Показания", source: planted, document: item, circumstances: "covert" })
  const claim = add("claim", { text: "Говорили о насилии", about: [group] })
  add("support", { stance: "supports", statement: word }, claim)
  const { resting } = store.read((tx) => impact(tx, { kind: "actor", id: planted.id }))
  expect(resting.map(({ kind }) => kind).sort()).toEqual(["claim", "evidence", "statement", "support"])
})

test("a confession shown on television and withdrawn; a medical report contradicts it", () => {
  const custody = incident("Признание", "2016-06")
  add("act", { type: "confession-broadcast" }, custody)
  const report = add("statement", { title: "Заключение врача", form: "medical" })
  const confession = add("statement", {
    title: "Признание по телевидению",
    source: actor("Задержанный Пробов"),
    circumstances: "on-camera",
    broadcast: "yes",
    withdrawnOn: "2016-09",
    about: [custody],
    contradicts: [report],
  })
  expect(shown(confession).fields).toMatchObject({ broadcast: "yes", withdrawnOn: "2016-09" })
  expect(namedBy(report)).toEqual(["statement.contradicts"])
  expect(namedBy(custody)).toContain("statement.about")
})

test("a decision of a UN committee with remedies due and a follow-up date; foreign bodies' statements as interventions", () => {
  const complaint = add("proceeding", {
    title: "Сообщение в Комитет",
    type: "international-complaint",
    courtKind: "un-treaty-body",
  })
  const views = add(
    "decision",
    { on: "2021-07", outcome: "violation", remediesDue: "Компенсация", followUpOn: "2022-01-15" },
    complaint,
  )
  add("deadline", { title: "Ответ государства", due: "2022-01-15", of: views })
  const abroad = actor("Парламент другой страны")
  add("intervention", {
    title: "Заявление",
    type: "statement",
    by: [abroad],
    forWhom: [complaint],
    response: "no-answer",
  })
  expect(namedBy(complaint)).toEqual(["decision.parent", "intervention.forWhom"])
  expect(namedBy(views)).toEqual(["deadline.of"])
  expect(namedBy(abroad)).toEqual(["intervention.by"])
})
