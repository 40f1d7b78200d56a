import { useState } from "react"
import { keepNumber, readNumber } from "./place.ts"

const usual = 366

/** The inspector's width, remembered inside the vault. */
export const useInspectorWidth = (): readonly [number, (width: number) => void] => {
  const [width, setWidth] = useState(() => readNumber("inspector", usual))
  const change = (next: number) => {
    setWidth(next)
    keepNumber("inspector", next)
  }
  return [width, change]
}
