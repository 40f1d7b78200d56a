import type { AnchorPlace } from "../../../shared/model/anchor.ts"
import { showSpan } from "../../session/moments.ts"
import type { Translate } from "../../session/preferences.ts"

/** Where a passage is, in few words: "p. 2", "0:41–1:05". */
export const placeWords = (t: Translate, place: AnchorPlace): string => {
  switch (place.kind) {
    case "whole":
      return t("links.whole")
    case "page":
      return place.quote === "" && place.rects.length > 0
        ? t("links.region", { page: place.page })
        : t("links.page", { page: place.page })
    case "text":
      return t("links.text")
    case "time":
      return `${showSpan(place.startMs)}–${showSpan(place.endMs)}`
  }
}

export const quoteOf = (place: AnchorPlace): string => ("quote" in place ? place.quote.replace(/\s+/g, " ").trim() : "")
