import { expect, test, vi } from "vitest"

vi.stubGlobal("document", { addEventListener: () => undefined })
const { findHandler } = await import("../../../renderer/keys/bind.ts")
const { chordOf, keyCaps } = await import("../../../renderer/keys/chord.ts")
const { chordsOf, groupOf, keyNames } = await import("../../../renderer/keys/table.ts")

const press = (code: string, held: Partial<Record<"ctrlKey" | "shiftKey" | "altKey" | "metaKey", boolean>> = {}) => ({
  code,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
})

test("a key is known by its place: Ctrl+L locks while a Cyrillic layout gives another letter", () => {
  const lock = vi.fn()
  const russian = { ...press("KeyL", { ctrlKey: true }), key: "д" }
  expect(findHandler([{ lock }], russian, false)).toEqual([lock])
})

test("the Command key counts as Ctrl", () => {
  expect(chordOf(press("KeyK", { metaKey: true }))).toBe("Ctrl+KeyK")
})

test("the newest layer is asked first", () => {
  const old = vi.fn()
  const young = vi.fn()
  expect(findHandler([{ find: old }, { filter: young }], press("KeyF", { ctrlKey: true }), false)).toEqual([young, old])
})

test("letters typed into a field stay there, and undo there undoes text first", () => {
  const handler = vi.fn()
  expect(findHandler([{ add: handler }], press("KeyN"), true)).toEqual([])
  expect(findHandler([{ undo: handler }], press("KeyZ", { ctrlKey: true }), true)).toEqual([])
})

test("locking, the palette and Escape work from within a field", () => {
  const handler = vi.fn()
  expect(findHandler([{ lock: handler }], press("KeyL", { ctrlKey: true }), true)).toEqual([handler])
  expect(findHandler([{ palette: handler }], press("KeyK", { ctrlKey: true }), true)).toEqual([handler])
  expect(findHandler([{ close: handler }], press("Escape"), true)).toEqual([handler])
})

test("no key needs Ctrl+Alt, which is AltGr on many layouts", () => {
  const all = keyNames.flatMap(chordsOf)
  expect(all.filter((chord) => chord.includes("Ctrl+Alt"))).toEqual([])
})

test("within a group no key does two things, and none hides one that works everywhere", () => {
  const everywhere = keyNames.filter((name) => groupOf(name) === "everywhere").flatMap(chordsOf)
  for (const group of ["everywhere", "go", "lists", "viewer", "redaction"] as const) {
    const chords = keyNames.filter((name) => groupOf(name) === group).flatMap(chordsOf)
    expect(new Set(chords).size, group).toBe(chords.length)
    if (group !== "everywhere") expect(chords.filter((chord) => everywhere.includes(chord))).toEqual([])
  }
})

test("caps are drawn as they stand on the keyboard", () => {
  expect(keyCaps("Ctrl+Shift+KeyZ")).toEqual(["Ctrl", "⇧", "Z"])
  expect(keyCaps("Shift+Slash")).toEqual(["?"])
})
