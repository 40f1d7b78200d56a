import { scaleUtc } from "d3-scale"
import { showEdtf } from "../../../shared/dates.ts"
import { usePreferences } from "../../session/preferences.ts"
import { momentOf, type Window } from "./span.ts"

interface Props {
  readonly view: Window
  readonly widthPx: number
  readonly heightPx: number
}

const tickPx = 110
const labelPaddingPx = 6
const letterPx = 7

/** Lines at round times, with their words in the reader's language: hours, days, months or years. */
export const Ticks = ({ view, widthPx, heightPx }: Props) => {
  const language = usePreferences((state) => state.language)
  const scale = scaleUtc([momentOf(view.from), momentOf(view.to)], [0, widthPx])
  const words = (moment: Date): string => {
    const iso = moment.toISOString()
    if (iso.slice(11, 16) !== "00:00") return iso.slice(11, 16)
    const shown =
      iso.slice(5, 10) === "01-01" ? iso.slice(0, 4) : iso.slice(8, 10) === "01" ? iso.slice(0, 7) : iso.slice(0, 10)
    return showEdtf(shown, language)
  }
  let labelEnd = -Infinity
  const ticks = scale.ticks(Math.max(2, widthPx / tickPx)).map((moment) => {
    const left = scale(moment)
    const label = words(moment)
    // Words that would run into those before them are left out; the line stays.
    const hasRoom = left + labelPaddingPx >= labelEnd
    if (hasRoom) labelEnd = left + labelPaddingPx * 2 + label.length * letterPx
    return { moment, left, label: hasRoom ? label : "" }
  })
  return (
    <g className="timeline-ticks">
      {ticks.map(({ moment, left, label }) => (
        <g key={moment.getTime()} transform={`translate(${left} 0)`}>
          <line y2={heightPx} />
          <text x={labelPaddingPx} y={18}>
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}
