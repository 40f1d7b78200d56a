import type { CheckJudgement } from "../../../shared/model/redaction.ts"

/** Nothing was found, and the judge did its work. */
export const isClean = ({ hits, fault }: CheckJudgement): boolean => hits === 0 && fault === null
