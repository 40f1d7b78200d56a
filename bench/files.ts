import { execFileSync } from "node:child_process"
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs"
import { join } from "node:path"
import { systemRandom } from "../main/crypto/random.ts"
import { median, report, round, secondsOf } from "./measure.ts"

const mebibyte = 1024 * 1024

/** A new file of random bytes, which nothing can make smaller on the way. */
export const makeFile = (path: string, sizeBytes: number): void => {
  const descriptor = openSync(path, "wx")
  for (let left = sizeBytes; left > 0; left -= mebibyte) writeSync(descriptor, systemRandom(Math.min(left, mebibyte)))
  closeSync(descriptor)
}

/** A folder of `count` files of 20 kB; gives their paths. */
export const makeSmallFiles = (folder: string, count: number): string[] => {
  mkdirSync(folder)
  const paths = Array.from({ length: count }, (_, index) => join(folder, `file ${index}`))
  for (const path of paths) makeFile(path, 20_000)
  return paths
}

export interface Comparison {
  readonly what: string
  readonly goal: number
  readonly runs: number
  /** What is copied, and where to; the copy is removed each time. */
  readonly source: string
  readonly copy: string
  /** Ours; the time that counts, in seconds. */
  readonly ours: () => Promise<number>
}

/** Ours against `cp -r` and `sync`, in turns, both beginning with an idle disk and ending with the data on it. */
export const compareWithCopying = async ({ what, goal, runs, source, copy, ours }: Comparison): Promise<void> => {
  const copied: number[] = []
  const taken: number[] = []
  for (let run = 0; run < runs; run += 1) {
    execFileSync("sync")
    copied.push(
      await secondsOf(() => {
        execFileSync("cp", ["-r", source, copy])
        execFileSync("sync")
      }),
    )
    rmSync(copy, { recursive: true })
    execFileSync("sync")
    taken.push(await ours())
  }
  const [copying, our] = [median(copied), median(taken)]
  const detail = `${round(our)} s, cp and sync ${round(copying)} s`
  report({ what, value: our / copying, unit: "×", goal: { atMost: goal }, detail })
}
