import type { StylesheetJson } from "cytoscape"

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** The sheet's look in the window's own colours; made anew when light and dark change over. */
export const sheetStyle = (): StylesheetJson => [
  {
    selector: "node",
    style: {
      width: 22,
      height: 22,
      shape: "data(shape)" as "ellipse",
      "background-color": (node: { data(name: string): string }) => token(node.data("colour")),
      "border-width": 2,
      "border-color": token("--sheet"),
      label: "data(label)",
      color: token("--ink"),
      "font-family": "Inter Variable, sans-serif",
      "font-size": 11,
      "text-valign": "bottom",
      "text-margin-y": 4,
      "text-wrap": "wrap",
      "text-max-width": "120px",
      "text-background-color": token("--sunk"),
      "text-background-opacity": 0.85,
      "text-background-padding": "1px",
      "min-zoomed-font-size": 7,
    },
  },
  {
    selector: "node[?guarded]",
    style: { "background-color": token("--protected"), "border-color": token("--protected-soft") },
  },
  { selector: "node.pinned", style: { "border-style": "double", "border-width": 4 } },
  {
    selector: "node.chosen",
    style: { "border-color": token("--ink"), "border-width": 3, "font-weight": "bold", width: 28, height: 28 },
  },
  {
    selector: "edge",
    style: {
      width: 1.4,
      "line-color": token("--ink-3"),
      "line-opacity": 0.6,
      "curve-style": "bezier",
      "target-arrow-shape": "triangle",
      "target-arrow-color": token("--ink-3"),
      "arrow-scale": 0.7,
      color: token("--ink-2"),
      "font-family": "Inter Variable, sans-serif",
      "font-size": 10,
      "text-background-color": token("--sunk"),
      "text-background-opacity": 0.9,
      "text-background-padding": "2px",
    },
  },
  { selector: "edge.told", style: { label: "data(label)", "line-color": token("--accent"), "line-opacity": 1 } },
  {
    selector: "edge.way",
    style: {
      width: 3,
      label: "data(label)",
      "line-color": token("--accent"),
      "target-arrow-color": token("--accent"),
      "line-opacity": 1,
    },
  },
  { selector: ".dim", style: { opacity: 0.18 } },
]
