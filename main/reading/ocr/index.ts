/**
 * What stands in a picture: pages to words, by two sets of models that miss different things. The one entry of this
 * folder; reading, search and redaction know nothing behind it.
 */
export { ocrDpi, ocrPage } from "./page.ts"
export { ocrModels, type OcrSet, ocrSets } from "./tesseract.ts"
export { type GreyRaster, readEveryWay } from "./turned.ts"
