import { type FindPattern, spansOf } from "./pattern.ts"

const name = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._%+'\-]{0,62}[\p{L}\p{N}_])?`
const domain = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\-]*\.)+\p{L}{2,24}`
const at = String.raw`(?:@|\s?[([{]\s?(?:at|собака|ат)\s?[)\]}]\s?|\s@\s?)`

const address = new RegExp(String.raw`(?<![\p{L}\p{N}._%+\-])${name}${at}${domain}(?![\p{L}\p{N}])`, "giu")

/** E-mail addresses, in any script; also "name (at) domain.kz" and an @ that OCR set apart. */
export const findEmails: FindPattern = (text) => spansOf(text, address, ([found]) => (/\s/u.test(found) ? 0.8 : 0.99))
