/** Places 23 to 32: a name in a page's structure, in layers, patterns and masks. */
import type { HidingCase } from "./hiding-case.ts"
import { textString } from "./pdf-syntax.ts"
import { coded, line, stripOf } from "./strip.ts"

const raw = "raw syntax"
const keeps = "Вечером"
const file = (bytes: Uint8Array) => ({ name: "page.pdf", bytes })
const form = (contents: string, more = "") => ({
  entries: `/Type/XObject/Subtype/Form/BBox[0 0 320 40]/Resources<</Font<</F 5 0 R>>>>${more}`,
  data: contents,
})
/** A layer that is off: object 10. */
const layerOff = {
  catalog: "/OCProperties<</OCGs[10 0 R]/D<</BaseState/ON/OFF[10 0 R]/Order[10 0 R]>>>>",
  layer: "<</Type/OCG/Name(x)>>",
}
const shown = line("ничего", 20, 14)

export const cases: readonly HidingCase[] = [
  {
    ...{ place: 23, name: "ActualText in the contents", writer: raw, keeps },
    make: ({ written }) => file(stripOf({ contents: `/Span<</ActualText ${textString(written)}>>BDC ${shown} EMC` })),
  },
  {
    ...{ place: 23, name: "ActualText for a half of the name", writer: raw, keeps },
    make: ({ written }) => {
      const half = Math.ceil(written.length / 2)
      const rest = `/Span<</ActualText ${textString(written.slice(half))}>>BDC ${coded("...")} Tj EMC`
      return file(stripOf({ contents: `BT /F 14 Tf 20 14 Td ${coded(written.slice(0, half))} Tj ${rest} ET` }))
    },
  },
  {
    ...{ place: 24, name: "ActualText in a list of properties", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: `/Span/P BDC ${shown} EMC`,
          resources: "/Properties<</P 10 0 R>>",
          objects: [`<</ActualText ${textString(written)}>>`],
        }),
      ),
  },
  ...(["ActualText", "Alt", "E", "T"] as const).map(
    (key, index): HidingCase => ({
      ...{ place: 25, name: `${key} of a structure element`, writer: raw, keeps },
      forms: [(["latin", "russian", "kazakh", "inflected"] as const)[index] ?? "latin", "romanised"],
      make: ({ written }) =>
        file(
          stripOf({
            contents: `/Span<</MCID 0>>BDC ${shown} EMC`,
            catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R",
            page: "/StructParents 0",
            objects: [
              "<</Type/StructTreeRoot/K 11 0 R/ParentTree<</Nums[0[11 0 R]]>>>>",
              `<</Type/StructElem/S/Span/P 10 0 R/Pg 3 0 R/K 0/${key} ${textString(written)}>>`,
            ],
          }),
        ),
    }),
  ),
  {
    ...{ place: 26, name: "ActualText that hides the name", writer: raw, keeps },
    make: ({ written }) =>
      file(stripOf({ contents: `/Span<</ActualText ${textString("nobody")}>>BDC ${line(written, 20, 14)} EMC` })),
  },
  {
    ...{ place: 27, name: "a layer that is off", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: `/OC/L BDC ${line(written, 20, 14)} EMC`,
          resources: "/Properties<</L 10 0 R>>",
          catalog: layerOff.catalog,
          objects: [layerOff.layer],
        }),
      ),
  },
  {
    ...{ place: 28, name: "a rule over layers that comes out as off", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: `/OC/M BDC ${line(written, 20, 14)} EMC`,
          resources: "/Properties<</M 11 0 R>>",
          catalog: "/OCProperties<</OCGs[10 0 R]/D<</BaseState/ON/Order[10 0 R]>>>>",
          objects: [layerOff.layer, "<</Type/OCMD/OCGs[10 0 R]/VE[/Not 10 0 R]>>"],
        }),
      ),
  },
  {
    ...{ place: 29, name: "a form of a layer that is off", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: "/X Do",
          resources: "/XObject<</X 11 0 R>>",
          catalog: layerOff.catalog,
          objects: [layerOff.layer, form(line(written, 20, 14), "/OC 10 0 R")],
        }),
      ),
  },
  {
    ...{ place: 30, name: "a tiling pattern", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: "/Pattern cs /T scn 0 0 320 36 re f",
          resources: "/Pattern<</T 10 0 R>>",
          objects: [
            {
              entries:
                "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 320 36]/XStep 320/YStep 36/Resources<</Font<</F 5 0 R>>>>",
              data: `0 g ${line(written, 20, 12)}`,
            },
          ],
        }),
      ),
  },
  {
    ...{ place: 31, name: "a soft mask", writer: raw, keeps },
    make: ({ written }) =>
      file(
        stripOf({
          contents: "q /S gs 1 g 0 0 320 36 re f Q",
          resources: "/ExtGState<</S<</SMask<</Type/Mask/S/Luminosity/G 10 0 R>>>>>>",
          objects: [form(`1 g ${line(written, 20, 14)}`, "/Group<</S/Transparency/CS/DeviceGray>>")],
        }),
      ),
  },
  {
    ...{ place: 32, name: "a form that nothing uses", writer: raw, keeps },
    make: ({ written }) =>
      file(stripOf({ contents: shown, resources: "/XObject<</X 10 0 R>>", objects: [form(line(written, 20, 14))] })),
  },
]
