import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { z } from "zod"
import { read } from "./repository.ts"

const Gold = z.strictObject({
  version: z.literal(1),
  made: z.iso.date(),
  about: z.string().min(1),
  people: z.array(
    z.strictObject({
      id: z.string().regex(/^[ps]\d{3}$/),
      recorded: z.array(z.string().min(1)).min(1),
      kind: z.enum(["kazakh", "russian", "other"]),
      short: z.boolean(),
      renderings: z
        .array(
          z.strictObject({
            text: z.string().min(1),
            form: z.string().min(1),
            sentence: z.string().min(1),
            level: z.enum(["block", "queue"]),
          }),
        )
        .min(8),
    }),
  ),
  decoys: z.array(z.strictObject({ text: z.string().min(1), mustNotBlock: z.array(z.string()).min(1) })),
})

const files = ["names.json", "names-sealed.json"]
// Failures name a file or an id, never a name: a matcher's author may run this test.
const sets = files.map((file) => Gold.safeParse(JSON.parse(read(`test/gold/${file}`))))

test("the names a matcher is judged by are those whose hash was committed before it", () => {
  const sums = files.map(
    (file) =>
      `${createHash("sha256")
        .update(read(`test/gold/${file}`))
        .digest("hex")}  ${file}\n`,
  )
  expect(read("test/gold/SHA256SUMS")).toBe(sums.join(""))
})

test("both sets have their shape, and every decoy names people of its own set", () => {
  expect(sets.map((set) => set.success)).toEqual([true, true])
  const strangers = sets.flatMap(({ data }) => {
    const ids = new Set(data?.people.map(({ id }) => id))
    return data?.decoys.flatMap(({ mustNotBlock }) => mustNotBlock.filter((id) => !ids.has(id)))
  })
  expect(strangers).toEqual([])
})

test("every rendering stands exactly once in its sentence", () => {
  const elsewhere = sets.flatMap(({ data }) =>
    data?.people
      .filter(({ renderings }) => renderings.some(({ text, sentence }) => sentence.split(text).length !== 2))
      .map(({ id }) => id),
  )
  expect(elsewhere).toEqual([])
})
