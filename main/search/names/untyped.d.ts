/** Packages that ship no types; only what is used of them. */
declare module "petrovich" {
  type Declined = Readonly<
    Record<"genitive" | "dative" | "accusative" | "instrumental" | "prepositional", (name: string) => string>
  >
  type Sex = Readonly<Record<"first" | "middle" | "last", Declined>>
  const petrovich: { readonly male: Sex; readonly female: Sex }
  export default petrovich
}

declare module "russian-nouns-js" {
  interface Lemma {
    readonly text: string
    readonly gender: string
    readonly animate: boolean
    readonly surname?: boolean
  }
  interface Engine {
    decline(lemma: Lemma, grammaticalCase: string): string[]
  }
  const nouns: { readonly Engine: new () => Engine }
  export default nouns
}
