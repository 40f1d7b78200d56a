/** What one page or image may cost. */
export const limits = {
  /** PDF's own limit of 200 inches. */
  pagePoints: 14_400,
  /** A page of A3 at 400 dpi has 31 million. A larger raster is rendered at a lower resolution, which the answer states. */
  renderPixels: 64_000_000,
  /** Pixels of an image that are decoded: phones make pictures of 108 million. */
  imagePixels: 128_000_000,
  /** Characters of text that are laid out as pages. */
  textCharacters: 5_000_000,
  pages: 20_000,
} as const
