/** Places 1 to 22: a name in a page's text. */
import type { HidingCase } from "./hiding-case.ts"
import { coded, line, stripOf } from "./strip.ts"

const raw = "raw syntax"
const keeps = "Вечером"
const file = (bytes: Uint8Array) => ({ name: "page.pdf", bytes })

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 1, name: "plain", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: line(written, 20, 14) })),
  },
  {
    ...{ place: 4, name: "split by TJ", writer: raw, keeps },
    make: ({ written }) => {
      const pieces = written.match(/.{1,3}/gu) ?? []
      return file(stripOf({ contents: `BT /F 14 Tf 20 14 Td [${pieces.map(coded).join(" -8 ")}] TJ ET` }))
    },
  },
]
