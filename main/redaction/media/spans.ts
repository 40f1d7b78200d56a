/**
 * Spans of a recording as ffmpeg's filters. A filter says "this frame or not", so sound goes through in frames of 256
 * samples and pictures at an even pace, and every span is widened until no frame that only begins before it escapes:
 *
 *   sound     60 ms on both sides: more than a frame at 8,000 samples a second, and more than the new coder's overlap
 *   pictures  the same, and one picture more before
 */
import type { MediaSpanPlace, SpanAction } from "../../../shared/model/media.ts"

/** Seconds, half open. */
export type Window = readonly [from: number, to: number]

const marginSeconds = 0.06
export const samplesPerFrame = 256

/** Spans of these actions as windows in order, those that touch made one; each reaches `before` seconds further back. */
export const windowsOf = (
  spans: readonly MediaSpanPlace[],
  actions: readonly SpanAction[],
  before = 0,
  margin = marginSeconds,
): Window[] => {
  const windows: (readonly [number, number])[] = []
  const chosen = spans
    .filter(({ action, startMs, endMs }) => actions.includes(action) && endMs > startMs)
    .map(({ startMs, endMs }) => [Math.max(0, startMs / 1000 - margin - before), endMs / 1000 + margin] as const)
    .sort((left, right) => left[0] - right[0])
  for (const window of chosen) {
    const last = windows.at(-1)
    if (last !== undefined && window[0] <= last[1])
      windows[windows.length - 1] = [last[0], Math.max(last[1], window[1])]
    else windows.push(window)
  }
  return windows
}

const seconds = (value: number): string => value.toFixed(4)

/** True inside any of the windows, as an expression of `t`. */
const inside = (windows: readonly Window[], time: string): string =>
  windows.map(([from, to]) => `between(${time},${seconds(from)},${seconds(to)})`).join("+")

/** How much was cut before `t`. */
const cutBefore = (windows: readonly Window[]): string =>
  windows.map(([from, to]) => `clip(T-${seconds(from)},0,${seconds(to - from)})`).join("+")

/** Takes the windows out and closes the gaps, so that sound and pictures stay together. */
const cutting = (kind: "a" | "", windows: readonly Window[]): string[] =>
  windows.length === 0
    ? []
    : [`${kind}select='not(${inside(windows, "t")})'`, `${kind}setpts='PTS-(${cutBefore(windows)})/TB'`]

/** Where a moment of the original stands after the cuts, in seconds; a moment inside a cut stands at its edge. */
export const afterCuts = (cuts: readonly Window[], moment: number): number =>
  moment - cuts.reduce((sum, [from, to]) => sum + Math.min(Math.max(moment - from, 0), to - from), 0)

/** @param silenced false: only cut, to compare with */
export const soundFilter = (spans: readonly MediaSpanPlace[], silenced: boolean): string => {
  const mutes = silenced ? windowsOf(spans, ["mute"]) : []
  const cuts = windowsOf(spans, ["cut"])
  return [
    "aresample=async=1:first_pts=0",
    `asetnsamples=n=${samplesPerFrame}:p=0`,
    ...(mutes.length === 0 ? [] : [`volume=volume=0:enable='${inside(mutes, "t")}'`]),
    ...cutting("a", cuts),
  ].join(",")
}

export interface PictureShape {
  readonly framesPerSecond: number
  /** The longer side, at most. */
  readonly largestSide: number
}

/** @param covered false: only cut, to compare with */
export const pictureFilter = (
  spans: readonly MediaSpanPlace[],
  { framesPerSecond, largestSide }: PictureShape,
  covered: boolean,
): string => {
  const frame = 1 / framesPerSecond
  const black = covered ? windowsOf(spans, ["black"], frame) : []
  const cuts = windowsOf(spans, ["cut"])
  const fit = `scale=w='if(gte(iw,ih),min(${largestSide},iw),-2)':h='if(gte(iw,ih),-2,min(${largestSide},ih))'`
  return [
    `fps=fps=${framesPerSecond}:start_time=0`,
    fit,
    // Both sides even, as the coder needs them; square pixels.
    "crop=w='trunc(iw/2)*2':h='trunc(ih/2)*2':x=0:y=0,setsar=1,format=yuv420p",
    ...(black.length === 0 ? [] : [`drawbox=x=0:y=0:w=iw:h=ih:color=black:t=fill:enable='${inside(black, "t")}'`]),
    ...cutting("", cuts),
  ].join(",")
}
