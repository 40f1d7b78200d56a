/** Words in the three languages for the few codes that stand in columns of their own. */
import type { ActorKind } from "../../shared/model/actor.ts"
import { type Words, words } from "../../shared/model/words.ts"
import type { Verification } from "../../shared/model/incident.ts"

const spoken = <Code extends string>(
  table: Readonly<Record<Code, Words>>,
  more: Readonly<Record<string, Code>> = {},
) => {
  const codes = new Map<string, Code>(Object.entries(more))
  for (const [code, { en, ru, kk }] of Object.entries(table) as [Code, Words][])
    for (const one of [code, en, ru, kk]) codes.set(one.toLowerCase(), code)
  return (text: string): Code | undefined => codes.get(text.trim().toLowerCase())
}

export const yesOrNo = spoken(
  { yes: words("yes", "да", "иә"), no: words("no", "нет", "жоқ") },
  { "1": "yes", "0": "no", true: "yes", false: "no", "+": "yes", "-": "no" },
)
export const verificationOf = spoken<Verification>({
  unverified: words("unverified", "не проверено", "тексерілмеген"),
  confirmed: words("confirmed", "подтверждено", "расталған"),
  likely: words("likely", "вероятно", "ықтимал"),
  possible: words("possible", "возможно", "мүмкін"),
  unlikely: words("unlikely", "маловероятно", "екіталай"),
})
export const actorKindOf = spoken<ActorKind>(
  {
    person: words("person", "лицо", "тұлға"),
    group: words("group", "группа", "топ"),
    institution: words("institution", "организация", "ұйым"),
  },
  { человек: "person", адам: "person", organisation: "institution", organization: "institution", орган: "institution" },
)
