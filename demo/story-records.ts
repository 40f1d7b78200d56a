import type { PlainKind } from "../shared/model/field.ts"

/**
 * What the invented lawyers recorded beside incidents and people. A value "@incident.search" stands for that record, by its
 * key here or in `story.ts`; "@record.…" for one above it in this list.
 */
export interface StoryRecord {
  readonly key: string
  readonly kind: PlainKind
  readonly of?: string
  readonly fields: Readonly<Record<string, unknown>>
}

export const storyRecords: readonly StoryRecord[] = [
  {
    key: "office",
    kind: "act",
    of: "@incident.search",
    fields: {
      type: "search-office",
      dates: "2017-03-04",
      location: { text: "Aktobe, Abay avenue", precision: "vicinity" },
      reason: "An inquiry into another matter",
      warrant: "yes",
      warrantBy: "Investigating judge (example)",
      filmed: { unsaid: "unknown" },
      inventory: [
        { object: "Telephone, black", quantity: 1, condition: "intact", returned: "yes", disputed: "yes" },
        { object: "Bag with two drives", seal: "0041", returned: "yes", returnedCondition: "seal-broken" },
        { object: "Notebooks", quantity: 7, returned: "no" },
      ],
    },
  },
  {
    key: "devices",
    kind: "act",
    of: "@incident.search",
    fields: { type: "device-seizure", dates: "2017-03-06", warrant: "no", statusAtEnd: { unsaid: "unknown" } },
  },
  {
    key: "arrest",
    kind: "act",
    of: "@incident.detention",
    fields: {
      type: "arrest-without-warrant",
      dates: "2017-03-12",
      custodyPlace: { text: "Aktobe, police station", precision: "locality" },
      counselAccess: { unsaid: "refused" },
      releasedOn: "2017-03-14",
    },
  },
  {
    key: "inspection",
    kind: "act",
    of: "@incident.tax",
    fields: { type: "tax-inspection", dates: "2017-03", title: "Third inspection in five weeks" },
  },
  {
    key: "witness",
    kind: "statement",
    fields: {
      title: "Attesting witness on the telephones",
      source: "@actor.aigul",
      document: "@evidence.Түсініктеме.pdf",
      form: "written-statement",
      takenOn: "2017-03-10",
      circumstances: "free",
      summary: "Three telephones were taken without an inventory.",
      reliability: "B",
      credibility: "2",
      about: ["@incident.search"],
    },
  },
  {
    key: "record",
    kind: "statement",
    fields: {
      title: "Record of detention",
      source: "@actor.kasymov",
      form: "detention-record",
      takenOn: "2017-03-12",
      summary: "Gives ten past six in the evening as the hour of detention.",
      reliability: "D",
      credibility: "5",
      about: ["@incident.detention"],
    },
  },
  {
    key: "hours",
    kind: "claim",
    fields: {
      text: "She was held for nine hours before a record was made",
      about: ["@incident.detention", "@record.arrest"],
      dates: "2017-03-12",
      verification: "likely",
    },
  },
  {
    key: "for",
    kind: "support",
    of: "@record.hours",
    fields: { stance: "supports", evidence: "@evidence.chat.txt", reliability: "B", credibility: "2" },
  },
  {
    key: "against",
    kind: "support",
    of: "@record.hours",
    fields: { stance: "contradicts", statement: "@record.record", reliability: "D", credibility: "5" },
  },
  {
    key: "fine",
    kind: "proceeding",
    fields: {
      title: "Fine after the third inspection",
      type: "tax",
      number: "3-112/2017 (example)",
      stage: "judgment",
    },
  },
  {
    key: "appeal",
    kind: "proceeding",
    fields: { title: "Appeal against the fine", type: "tax", appealOf: "@record.fine", stage: "appeal" },
  },
  {
    key: "upheld",
    kind: "decision",
    of: "@record.appeal",
    fields: { title: "The fine stands", on: "2017-06-20", outcome: "upheld" },
  },
  {
    key: "prosecutor",
    kind: "remedy",
    fields: {
      title: "Complaint to the prosecutor",
      forWhom: ["@incident.detention"],
      tried: "yes",
      triedOn: "2017-03-20",
      result: "formal-answer",
      evidence: ["@evidence.Жалоба.docx"],
    },
  },
  {
    key: "named",
    kind: "consent",
    of: "@actor.dana",
    fields: {
      audience: "own-lawyers",
      purposes: ["be-named", "be-quoted"],
      given: "yes",
      givenOn: "2017-10-05",
      form: "written-signed",
    },
  },
  {
    key: "danger",
    kind: "risk",
    of: "@actor.aigul",
    fields: {
      what: "Pressure at work and on her family",
      ifKnown: "That she signed as attesting witness",
      level: "grave",
    },
  },
]
