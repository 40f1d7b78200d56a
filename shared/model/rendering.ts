import { z } from "zod"

/**
 * How the pages of an office file, mail, chat or web page were made: printed by a browser's engine in a page without
 * scripts and network, or set as plain text. A PDF or picture has pages of its own.
 */
export const renderedBy = ["itself", "browser", "typeset"] as const
export type RenderedBy = (typeof renderedBy)[number]

/** What a file can hold that no page shows. None of it leaves with the pages. */
export const hiddenKinds = [
  "deleted-text",
  "change-author",
  "comment",
  "hidden-text",
  "hidden-sheet",
  "hidden-row",
  "hidden-column",
  "hidden-slide",
  "formula",
  "pivot-cache",
  "external-data",
  "unused-text",
  "slide-notes",
  "master-text",
  "cropped-picture",
  "unused-picture",
  "undrawn-picture",
  "undrawn-letter",
  "remote-picture",
  "drawing",
  "embedded-file",
  "attachment",
  "macro",
  "field-code",
  "form-field",
  "link-address",
  "alt-text",
  "mark-name",
  "revision-id",
  "document-property",
  "thumbnail",
  "custom-data",
  "mail-header",
  "mail-threading",
  "mail-alternative",
  "script",
  "code-comment",
  "attribute",
  "capture-record",
  "other-part",
] as const
export type HiddenKind = (typeof hiddenKinds)[number]

/** How much of one kind is not shown, and so does not leave. */
export const HiddenCount = z.strictObject({ kind: z.enum(hiddenKinds), count: z.int().positive() })
export type HiddenCount = z.infer<typeof HiddenCount>
