import { pageText } from "./page-words.ts"
import { pageSizes, renderPage } from "./pages.ts"
import { sniff } from "./sniff.ts"

/** What reading can do inside a parser process. */
export const readingOperations = {
  /** Kind and media type, found in the bytes. */
  sniff,
  /** Sizes of all pages in points, as viewed. */
  pages: pageSizes,
  /** One page as a PNG. */
  renderPage,
  /** The words of one page with their places. */
  pageText,
} as const
