import type { Input } from "../shared/contract/contract.ts"

/**
 * Invented people in places that exist. Laws and numbers are examples. The files are in `demo/files`.
 * Keys ("dana", "search", …) tie the parts together and are never shown.
 */
export const storyCase = {
  title: "Newsroom of “Aral Dauysy”",
  reference: "DEMO-2017",
  summary:
    "An invented newsroom in Aktobe: a search, a detention and a third tax inspection within weeks. Everything here is made up; laws are examples.",
}

type ActorInput = Omit<Input<"actor.add">, "caseId">

export const storyActors: Readonly<Record<string, ActorInput>> = {
  dana: {
    names: [
      { text: "Дана Сейтқали", language: "kk" },
      { text: "Dana Seitkali", kind: "transliteration", language: "en" },
      { text: "Сейтқали Д.", kind: "alias", language: "ru" },
      // Short names are searched as they stand: each form that people write is a name of its own.
      { text: "Дана", kind: "nickname", language: "ru" },
      { text: "Дану", kind: "nickname", language: "ru" },
    ],
    identifiers: [{ kind: "phone", text: "8 701 555 41 17" }],
    description: "Editor. Detained outside the court on 12 March 2017.",
    protected: true,
  },
  aigul: {
    names: [
      { text: "Айгүл Жақсылық", language: "kk" },
      { text: "Жаксылыкова", kind: "alias", language: "ru" },
      { text: "Жақсылық", kind: "alias", language: "kk" },
      { text: "Aigul Zhaksylyk", kind: "transliteration", language: "en" },
    ],
    description: "Attesting witness at the search. Asked not to be named to anybody.",
    protected: true,
  },
  yerlan: {
    names: [
      { text: "Yerlan Ospanov", language: "en" },
      { text: "Ерлан Оспанов", language: "kk" },
    ],
    description: "Owner of a searched home.",
  },
  kasymov: {
    names: [
      { text: "M. Kasymov", language: "en" },
      { text: "М. Касымов", language: "ru" },
    ],
    description: "Senior investigator.",
  },
  toktarov: {
    names: [
      { text: "Baurzhan Toktarov", language: "en" },
      { text: "Бауржан Токтаров", language: "ru" },
    ],
    description: "Advocate.",
  },
}

type IncidentInput = Omit<Input<"incident.add">, "caseId">

export const storyIncidents: Readonly<Record<string, IncidentInput>> = {
  search: {
    title: "Search of the newsroom and two homes",
    dates: "2017-03-04/2017-03-09",
    place: "Aktobe, Abay avenue",
    placePrecision: "vicinity",
    rights: ["privacy", "expression"],
    verification: "confirmed",
    narrative:
      "Officers searched the newsroom and, on the same days, two homes. The warrant that was shown named one address only.\nThree telephones were taken from Dana Seitkali without an inventory. Two bags came back with broken seals.",
  },
  detention: {
    title: "Detention of Dana Seitkali outside the court",
    dates: "2017-03-12",
    place: "Aktobe",
    placePrecision: "locality",
    rights: ["liberty"],
    verification: "confirmed",
    narrative:
      "Two men in plain clothes detained the editor outside the court in the morning. The record of detention gives the evening of the same day.",
  },
  tax: {
    title: "Tax inspection, third in five weeks",
    dates: "2017-03",
    place: "Aktobe",
    placePrecision: "locality",
    rights: ["association"],
    verification: "likely",
    narrative: "The third inspection in five weeks ended in a fine. Earlier inspections had found nothing.",
  },
}

export const storyInvolvements: readonly { incident: string; actor: string; role: Input<"involvement.add">["role"] }[] =
  [
    { incident: "search", actor: "dana", role: "victim" },
    { incident: "search", actor: "yerlan", role: "victim" },
    { incident: "search", actor: "aigul", role: "witness" },
    { incident: "search", actor: "kasymov", role: "official" },
    { incident: "detention", actor: "dana", role: "victim" },
    { incident: "detention", actor: "aigul", role: "witness" },
    { incident: "detention", actor: "toktarov", role: "counsel" },
    { incident: "tax", actor: "dana", role: "victim" },
  ]

/** How a passage is found again in what was read of a file. */
export type StoryPassage =
  | { readonly kind: "words"; readonly page: number; readonly quote: string }
  | { readonly kind: "text"; readonly quote: string }
  | {
      readonly kind: "region"
      readonly page: number
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | { readonly kind: "time"; readonly startMs: number; readonly endMs: number }
  | { readonly kind: "whole" }

/** Titles as a person would give them; a file's own name never leaves the vault. */
export const storyTitles: Readonly<Record<string, string>> = {
  "Протокол обыска.pdf": "Record of the search, 6 March 2017",
  "Түсініктеме.pdf": "Statement of the attesting witness, 10 March 2017",
  "Акт налоговой проверки.pdf": "Act of the tax inspection, 22 March 2017",
  "IMG_2041.jpg": "Photograph of the returned bags, 2 October 2017",
  "chat.txt": "Chat of 12 March 2017",
  "Жалоба.docx": "Complaint to the prosecutor (draft)",
}

export interface StoryLink {
  readonly file: string
  readonly passage: StoryPassage
  readonly incident?: string
  readonly actor?: string
  readonly relation?: Input<"link.add">["relation"]
  readonly comment: string
}

export const storyLinks: readonly StoryLink[] = [
  {
    file: "Протокол обыска.pdf",
    passage: { kind: "words", page: 1, quote: "без описи" },
    incident: "search",
    comment: "The record itself says that no inventory was made.",
  },
  {
    file: "Протокол обыска.pdf",
    passage: { kind: "words", page: 2, quote: "печать повреждена" },
    incident: "search",
    comment: "Damaged seal, in the investigator's own annex.",
  },
  {
    file: "Түсініктеме.pdf",
    passage: { kind: "words", page: 1, quote: "тізімдемесіз алынды" },
    incident: "search",
    comment: "The attesting witness on the telephones.",
  },
  {
    file: "IMG_2041.jpg",
    passage: { kind: "region", page: 1, x: 250, y: 60, width: 140, height: 120 },
    incident: "search",
    relation: "depicts",
    comment: "Broken seal on the second bag.",
  },
  {
    file: "return-of-devices.mp4",
    passage: { kind: "time", startMs: 2000, endMs: 6000 },
    incident: "search",
    relation: "depicts",
    comment: "The bags are handed back.",
  },
  {
    file: "Голосовое 2017-10-02.ogg",
    passage: { kind: "time", startMs: 1000, endMs: 5000 },
    incident: "search",
    comment: "Says that the seal was whole when signed.",
  },
  {
    file: "chat.txt",
    passage: { kind: "text", quote: "Протокол о задержании составлен в 18:10, хотя задержали в 9." },
    incident: "detention",
    comment: "Nine hours before a record was made.",
  },
  {
    file: "Жалоба.docx",
    passage: { kind: "whole" },
    incident: "detention",
    relation: "mentions",
    comment: "Draft complaint to the prosecutor.",
  },
  {
    file: "Акт налоговой проверки.pdf",
    passage: { kind: "words", page: 1, quote: "третья проверка" },
    incident: "tax",
    comment: "Third inspection in five weeks.",
  },
  {
    file: "screenshot.png",
    passage: { kind: "whole" },
    actor: "dana",
    relation: "mentions",
    comment: "Her number, as it was passed on.",
  },
]

/** For whom the demo's bundle is made, and from what. */
export const storyDossier = {
  title: "Pressure on a newsroom in Aktobe, 2017",
  audience: "UN Human Rights Committee",
  incidents: ["search", "detention", "tax"],
} as const

export const storyProvenance = {
  receivedFrom: "Advocate B. Toktarov",
  receivedOn: "2017-10-05",
  how: "By hand, on a memory card",
}
