import { type MediaPlan, type SpanAction, spanActions } from "../../../shared/model/media.ts"
import { redactionReasons } from "../../../shared/model/redaction.ts"
import type { Command, Ended, OptionSpec } from "../command.ts"
import { findEvidence } from "../find.ts"
import { type Given, UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { spanOf } from "../place.ts"
import { table } from "../print.ts"
import type { Work } from "../work.ts"

/** What leaves of a recording, span by span and track by track; a person listens, and says so. */

const subjectOptions: Readonly<Record<string, OptionSpec>> = {
  ...caseOption,
  audience: { takes: "TEXT", required: true, help: "for whom; each audience has its own plan" },
}

const subjectOf = async (work: Work, given: Given) => ({
  evidenceId: (await findEvidence(work, given, given.operand(0))).id,
  audience: given.required("audience"),
})

const clock = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000)
  return `${minutes}:${((ms % 60_000) / 1000).toFixed(1).padStart(4, "0")}`
}

const leaves = ({ droppedTracks }: MediaPlan, { index, kind }: MediaPlan["tracks"][number]): string => {
  if (kind !== "sound" && kind !== "picture") return "never leaves"
  return droppedTracks.includes(index) ? "left out" : "leaves"
}

const shown = (plan: MediaPlan): Ended => ({
  result: plan,
  lines: [
    ...table(
      ["TRACK", "KIND", "CODEC", "DETAIL", ""],
      plan.tracks.map((track) => [track.index, track.kind, track.codec, track.detail, leaves(plan, track)]),
      "No track.",
    ),
    ...table(
      ["SPAN", "FROM", "TO", "WHAT", "REASON"],
      plan.spans.map((span) => [span.id, clock(span.startMs), clock(span.endMs), span.action, span.reason]),
      "No span yet: all of it leaves.",
    ),
    plan.accepted ? "Listened to and accepted." : "Not accepted yet: kept back from every dossier.",
  ],
})

const show: Command = {
  name: "recording show",
  summary: "what leaves of a recording for one audience: tracks, spans, whether it is accepted",
  operands: ["EVIDENCE"],
  options: subjectOptions,
  examples: ['recording show E-004 --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => shown(await work.call("media.show", await subjectOf(work, given))),
}

const chosenSpans = (given: Given) =>
  spanActions.flatMap((action: SpanAction) => given.all(action).map((text) => ({ ...spanOf(action, text), action })))

const mark: Command = {
  name: "recording mark",
  summary: "mute, blacken or cut spans of a recording",
  operands: ["EVIDENCE"],
  options: {
    ...subjectOptions,
    mute: { takes: "START-END", many: true, help: "silence, such as 0:01-0:05; may be given again" },
    black: { takes: "START-END", many: true, help: "no picture; may be given again" },
    cut: { takes: "START-END", many: true, help: "neither, and no time for it; may be given again" },
    reason: { takes: "WORD", help: redactionReasons.join(", "), oneOf: redactionReasons },
  },
  examples: ['recording mark E-004 --mute 0:01-0:05 --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const subject = await subjectOf(work, given)
    const spans = chosenSpans(given)
    if (spans.length === 0) throw new UsageError("Say which span: --mute, --black or --cut START-END.")
    const reason = redactionReasons.find((one) => one === given.text("reason")) ?? "other"
    for (const span of spans) await work.call("media.addSpan", { ...subject, ...span, reason })
    return shown(await work.call("media.show", subject))
  },
}

const unmark: Command = {
  name: "recording unmark",
  summary: "take spans out of the plan again",
  operands: ["EVIDENCE", "SPAN..."],
  options: subjectOptions,
  examples: ['recording unmark E-004 7c1f… --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const subject = await subjectOf(work, given)
    for (const id of given.operands.slice(1)) await work.call("media.removeSpan", { ...subject, spanId: id })
    return shown(await work.call("media.show", subject))
  },
}

const numberOf = (text: string): number => {
  if (!/^\d{1,3}$/.test(text)) throw new UsageError("A track is a number from 0.")
  return Number(text)
}

const track: Command = {
  name: "recording track",
  summary: "leave a track of sound or pictures out, or keep it after all",
  operands: ["EVIDENCE", "drop|keep", "N"],
  options: subjectOptions,
  examples: ['recording track E-004 drop 1 --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) => {
    const word = given.operand(1)
    if (word !== "drop" && word !== "keep") throw new UsageError("Say drop or keep.")
    const subject = await subjectOf(work, given)
    return shown(
      await work.call("media.keepTrack", { ...subject, track: numberOf(given.operand(2)), kept: word === "keep" }),
    )
  },
}

const accept: Command = {
  name: "recording accept",
  summary: "say that you have listened to all of it, and that it may leave as the plan says",
  operands: ["EVIDENCE"],
  options: subjectOptions,
  examples: ['recording accept E-004 --audience "UN body" --vault ~/matters'],
  vault: "option",
  run: async (work, given) =>
    shown(await work.call("media.accept", { ...(await subjectOf(work, given)), accepted: true })),
}

const still: Command = {
  name: "recording still",
  summary: "keep one picture of a film as an item of its own, to cite and to cover like a page",
  operands: ["EVIDENCE"],
  options: { ...caseOption, at: { takes: "TIME", required: true, help: "such as 1:02.5, or seconds" } },
  examples: ["recording still E-004 --at 0:02.5 --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id } = await findEvidence(work, given, given.operand(0))
    const at = given.required("at")
    const kept = await work.call("evidence.keepStill", { id, atMs: spanOf("at", `${at}-${at}`).startMs })
    return { result: kept, lines: [kept.reference] }
  },
}

export const recordingCommands: readonly Command[] = [show, mark, unmark, track, accept, still]
