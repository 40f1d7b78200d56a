import type { Language } from "../../../shared/model/ids.ts"
import { termWords } from "../records/words.ts"

/** In the reader's language where a right is one of the list; as it was written where it is not. */
export const rightWords = (language: Language, rights: readonly string[]): string =>
  rights.map((right) => termWords("rights", right, language, [])).join(" · ")
