import { useEffect, useRef, useState } from "react"
import type { Failure } from "../../bridge/client.ts"
import { pictureSize } from "../../bridge/images.ts"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"
import { pictureFor, type Source } from "./pictures.ts"

interface Props {
  /** Names the picture: item, page, resolution, and what was burned in. */
  readonly pictureKey: string
  readonly source: Source
  readonly width: number
  readonly height: number
  readonly label: string
}

/** One page's pixels on a canvas. What was drawn before stays until the sharper picture is there. */
export const PageCanvas = ({ pictureKey, source, width, height, label }: Props) => {
  const t = useT()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [failure, setFailure] = useState<Failure | undefined>(undefined)
  const latest = useRef(source)
  latest.current = source
  useEffect(() => {
    let stale = false
    void pictureFor(pictureKey, () => latest.current()).then((answer) => {
      const target = canvas.current
      if (stale || target === null) return
      if ("failure" in answer) {
        setFailure(answer.failure)
        return
      }
      setFailure(undefined)
      const size = pictureSize(answer.picture)
      target.width = size.width
      target.height = size.height
      target.getContext("2d", { alpha: false })?.drawImage(answer.picture, 0, 0)
    })
    return () => {
      stale = true
    }
  }, [pictureKey])
  return (
    <>
      <canvas
        ref={canvas}
        className="page-canvas"
        {...(label === "" ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
        style={{ width, height }}
      />
      {failure !== undefined && (
        <p className="page-failed">
          {explain(t, failure)} <code className="mono">{failure.code}</code>
        </p>
      )}
    </>
  )
}
