import { beforeEach, expect, test, vi } from "vitest"

vi.stubGlobal("window", { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) })
const { redo, remember, undo, useHistory } = await import("../../../renderer/session/undo.ts")
const { resetEverything } = await import("../../../renderer/session/lock.ts")
const { useToasts } = await import("../../../renderer/session/toasts.ts")

/** A thing that can be set and set back, with a switch that makes the engine refuse. */
const makeRecord = () => {
  const record = { value: "new", refuses: false }
  const put = (value: string) => () => {
    if (!record.refuses) record.value = value
    return Promise.resolve(!record.refuses)
  }
  remember({ label: "changed", undo: put("old"), redo: put("new") })
  return record
}

beforeEach(() => resetEverything())

test("undo takes the last act back and redo does it again", async () => {
  const record = makeRecord()
  await undo()
  expect(record.value).toBe("old")
  await redo()
  expect(record.value).toBe("new")
})

test("an undo that the engine refuses stays to be tried again", async () => {
  const record = makeRecord()
  record.refuses = true
  await undo()
  expect(useHistory.getState().past).toHaveLength(1)
  record.refuses = false
  await undo()
  expect(record.value).toBe("old")
})

test("a new act forgets what was undone", async () => {
  makeRecord()
  await undo()
  makeRecord()
  expect(useHistory.getState().future).toEqual([])
})

test("two quick presses do not undo the same act twice", async () => {
  const first = makeRecord()
  const second = makeRecord()
  await Promise.all([undo(), undo()])
  expect([first.value, second.value]).toEqual(["new", "old"])
})

test("locking forgets all history and every toast", () => {
  makeRecord()
  useToasts.setState({ toasts: [{ id: 1, text: "Дана Сейтқали" }] })
  resetEverything()
  expect(useHistory.getState().past).toEqual([])
  expect(useToasts.getState().toasts).toEqual([])
})
