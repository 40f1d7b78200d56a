import { mediaStill } from "./media-still.ts"
import { mediaTracks } from "./media-tracks.ts"
import { mediaMetadata, metadata } from "./metadata.ts"
import { ocrPage } from "./ocr/index.ts"
import { pageText } from "./page-words.ts"
import { pageSizes, renderPage } from "./pages.ts"
import { sniff, sniffMany } from "./sniff.ts"
import { readTable } from "./table/read-table.ts"
import { wholeText } from "./text.ts"
import { visible } from "./visible/visible.ts"

/** What reading can do inside a parser process. */
export const readingOperations = {
  /** Kind and media type, found in the bytes. */
  sniff,
  /** The same for many files at once. */
  sniffMany,
  /** Sizes of all pages in points, as viewed. */
  pages: pageSizes,
  /** One page as a PNG. */
  renderPage,
  /** The words of one page with their places. */
  pageText,
  /** The words that OCR reads on one page, with their places. */
  ocrPage,
  /** All that the file says, and where its pages begin in it. */
  text: wholeText,
  /** What of a flowing file is seen on pages, and what is not. */
  visible,
  /** What the file says of itself, and how long it is. */
  metadata,
  /** The same for a recording that is too large to hand over. */
  mediaMetadata,
  /** A recording's tracks, chapters and tags. */
  mediaTracks,
  /** One picture of a film, as a PNG. */
  mediaStill,
  /** Rows and cells of a text file or a workbook. */
  table: readTable,
} as const
