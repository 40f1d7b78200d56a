import { useMemo } from "react"
import { pageToView } from "../../../shared/geometry.ts"
import { useNames } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { coverNames } from "./covers.ts"
import type { Word } from "./selection.ts"

interface Props {
  /** Undefined: not read yet. */
  readonly words: readonly Word[] | undefined
  readonly zoom: number
}

/** While names are hidden, every protected name on a page stands under its pseudonym; a page without text is blurred. */
export const NameCovers = ({ words, zoom }: Props) => {
  const t = useT()
  const { hidden, people, pseudonyms } = useNames()
  const covers = useMemo(
    () => (hidden && words !== undefined ? coverNames(words, people, pseudonyms) : []),
    [hidden, words, people, pseudonyms],
  )
  if (!hidden || people.length === 0) return null
  if (words === undefined || words.length === 0) {
    return <p className="blurred">{words === undefined ? "" : t("viewer.namesCovered")}</p>
  }
  return covers.map(({ rect, label }) => {
    const { x, y, width, height } = pageToView(rect, zoom)
    return (
      <span
        key={`${x} ${y}`}
        className="name-cover"
        style={{ left: x, top: y, width, height, fontSize: height * 0.62 }}
      >
        {label}
      </span>
    )
  })
}
