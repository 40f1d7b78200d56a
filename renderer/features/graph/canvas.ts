import cytoscape, { type Core, type ElementDefinition } from "cytoscape"
import fcose from "cytoscape-fcose"
import type { Spot } from "./settle.ts"
import { sheetStyle } from "./style.ts"

cytoscape.use(fcose)

export interface SheetNode {
  readonly id: string
  readonly label: string
  readonly shape: string
  readonly colour: string
  readonly guarded: boolean
}
export interface SheetEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
}
export interface Drawn {
  readonly nodes: readonly SheetNode[]
  readonly edges: readonly SheetEdge[]
  readonly spots: Readonly<Record<string, Spot>>
  readonly pinned: readonly string[]
  readonly chosen: string | undefined
  readonly way: readonly string[]
}
export interface Told {
  readonly onChoose: (id: string) => void
  readonly onExpand: (id: string) => void
  readonly onDrop: (id: string, spot: Spot) => void
  readonly onLaidOut: (spots: Readonly<Record<string, Spot>>) => void
}

const listen = (sheet: Core, told: () => Told): void => {
  sheet.on("tap", "node", (event) => told().onChoose((event.target as { id(): string }).id()))
  sheet.on("dbltap", "node", (event) => told().onExpand((event.target as { id(): string }).id()))
  sheet.on("dragfree", "node", (event) => {
    const node = event.target as { id(): string; position(): Spot }
    told().onDrop(node.id(), { ...node.position() })
  })
  sheet.on("mouseover", "node", (event) => {
    const near = sheet.getElementById((event.target as { id(): string }).id()).closedNeighborhood()
    sheet.batch(() => {
      sheet.elements().not(near).addClass("dim")
      near.edges().addClass("told")
    })
  })
  sheet.on("mouseout", "node", () => sheet.batch(() => void sheet.elements().removeClass("dim told")))
  sheet.on("mouseover mouseout", "edge", (event) => {
    const edge = event.target as { toggleClass(name: string, on: boolean): void }
    edge.toggleClass("told", event.type === "mouseover")
  })
}

/** A sheet in `holder`. Its colours follow the theme until `end` is called. */
export const openSheet = (holder: HTMLElement, told: () => Told): { sheet: Core; end: () => void } => {
  const sheet = cytoscape({
    container: holder,
    style: sheetStyle(),
    minZoom: 0.05,
    maxZoom: 4,
    boxSelectionEnabled: false,
  })
  listen(sheet, told)
  const themes = new MutationObserver(() => void sheet.style(sheetStyle()))
  themes.observe(document.documentElement, { attributeFilter: ["data-theme"] })
  const sizes = new ResizeObserver(() => void sheet.resize())
  sizes.observe(holder)
  return {
    sheet,
    end: () => {
      themes.disconnect()
      sizes.disconnect()
      sheet.destroy()
    },
  }
}

const elementOf = (node: SheetNode, spot: Spot | undefined): ElementDefinition => ({
  group: "nodes",
  data: { ...node },
  ...(spot === undefined ? {} : { position: { ...spot } }),
})

const bring = (sheet: Core, { nodes, edges, spots }: Drawn): void => {
  const wanted = new Set([...nodes, ...edges].map(({ id }) => id))
  sheet
    .elements()
    .filter((one) => !wanted.has(one.id()))
    .remove()
  for (const node of nodes) {
    const old = sheet.getElementById(node.id)
    if (old.nonempty()) old.data({ ...node })
    else sheet.add(elementOf(node, spots[node.id]))
  }
  for (const edge of edges) {
    const old = sheet.getElementById(edge.id)
    if (old.nonempty()) old.data("label", edge.label)
    else sheet.add({ group: "edges", data: { id: edge.id, source: edge.from, target: edge.to, label: edge.label } })
  }
}

const marked = (sheet: Core, { pinned, chosen, way }: Drawn): void => {
  sheet.elements().removeClass("pinned chosen way")
  for (const id of pinned) sheet.getElementById(id).addClass("pinned")
  if (chosen !== undefined) sheet.getElementById(chosen).addClass("chosen")
  for (const [at, id] of way.entries()) {
    const next = way[at + 1]
    if (next !== undefined) sheet.getElementById(id).edgesWith(sheet.getElementById(next)).addClass("way")
  }
}

/** The layout for what has no places yet: run once, still, and told. */
const layOut = (sheet: Core, told: Told): void => {
  const options = {
    name: "fcose",
    animate: false,
    randomize: true,
    nodeSeparation: 110,
    idealEdgeLength: 110,
    padding: 50,
  }
  sheet.layout(options).run()
  const spots: Record<string, Spot> = {}
  sheet.nodes().forEach((node) => {
    spots[node.id()] = { ...node.position() }
  })
  told.onLaidOut(spots)
  sheet.fit(undefined, 50)
}

/** Draws what is to be seen. Nothing that stands is moved, nor the sheet under it. */
export const draw = (sheet: Core, drawn: Drawn, told: Told): void => {
  const empty = sheet.nodes().empty()
  sheet.batch(() => {
    bring(sheet, drawn)
    marked(sheet, drawn)
  })
  if (drawn.nodes.length === 0) return
  if (Object.keys(drawn.spots).length === 0) layOut(sheet, told)
  else if (empty) sheet.fit(undefined, 50)
  if (empty && sheet.zoom() > 1.4) {
    sheet.zoom(1.4)
    sheet.center()
  }
}

const panStep = 80

/** Arrows pan, + and − zoom, 0 shows all. False: not a key of the sheet. */
export const pressed = (sheet: Core, code: string): boolean => {
  const middle = { x: sheet.width() / 2, y: sheet.height() / 2 }
  const zoomBy = (factor: number) => void sheet.zoom({ level: sheet.zoom() * factor, renderedPosition: middle })
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => void sheet.panBy({ x: panStep, y: 0 }),
    ArrowRight: () => void sheet.panBy({ x: -panStep, y: 0 }),
    ArrowUp: () => void sheet.panBy({ x: 0, y: panStep }),
    ArrowDown: () => void sheet.panBy({ x: 0, y: -panStep }),
    Equal: () => zoomBy(1.25),
    NumpadAdd: () => zoomBy(1.25),
    Minus: () => zoomBy(0.8),
    NumpadSubtract: () => zoomBy(0.8),
    Digit0: () => void sheet.fit(undefined, 50),
  }
  const run = acts[code]
  run?.()
  return run !== undefined
}
