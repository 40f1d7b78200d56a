import type { TextKey } from "../../shared/i18n/translate.ts"

/** Every key there is: what binds them, what tooltips show, what the sheet on `?` lists. */
const table = {
  palette: ["everywhere", ["Ctrl+KeyK"]],
  lock: ["everywhere", ["Ctrl+KeyL"]],
  undo: ["everywhere", ["Ctrl+KeyZ"]],
  redo: ["everywhere", ["Ctrl+Shift+KeyZ", "Ctrl+KeyY"]],
  back: ["everywhere", ["Alt+ArrowLeft"]],
  forward: ["everywhere", ["Alt+ArrowRight"]],
  sheet: ["everywhere", ["Shift+Slash", "F1", "Ctrl+Slash"]],
  settings: ["everywhere", ["Ctrl+Comma"]],
  names: ["everywhere", ["Ctrl+Shift+KeyH"]],
  jobs: ["everywhere", ["Ctrl+Shift+KeyJ"]],
  nextPane: ["everywhere", ["F6"]],
  close: ["everywhere", ["Escape"]],
  goOverview: ["go", ["Alt+Digit1"]],
  goIncidents: ["go", ["Alt+Digit2"]],
  goEvidence: ["go", ["Alt+Digit3"]],
  goPeople: ["go", ["Alt+Digit4"]],
  goDossiers: ["go", ["Alt+Digit5"]],
  goRecords: ["go", ["Alt+Digit6"]],
  add: ["lists", ["KeyN"]],
  filter: ["lists", ["KeyF", "Ctrl+KeyF"]],
  open: ["lists", ["Enter"]],
  edit: ["lists", ["KeyE", "F2"]],
  folder: ["lists", ["Shift+KeyN"]],
  zoomIn: ["viewer", ["Ctrl+Equal", "Equal"]],
  zoomOut: ["viewer", ["Ctrl+Minus", "Minus"]],
  zoomActual: ["viewer", ["Ctrl+Digit0"]],
  fitWidth: ["viewer", ["KeyW"]],
  fitPage: ["viewer", ["Shift+KeyW"]],
  pageNext: ["viewer", ["PageDown", "ArrowRight"]],
  pagePrevious: ["viewer", ["PageUp", "ArrowLeft"]],
  pageBox: ["viewer", ["KeyG"]],
  find: ["viewer", ["Ctrl+KeyF"]],
  area: ["viewer", ["KeyB"]],
  link: ["viewer", ["KeyL"]],
  linkAgain: ["viewer", ["Shift+KeyL"]],
  redact: ["viewer", ["KeyR"]],
  copyCitation: ["viewer", ["Ctrl+KeyC"]],
  textView: ["viewer", ["KeyT"]],
  nextUndecided: ["redaction", ["KeyN"]],
  previousUndecided: ["redaction", ["KeyP"]],
  accept: ["redaction", ["KeyA"]],
  acceptAlike: ["redaction", ["Shift+KeyA"]],
  dismiss: ["redaction", ["KeyD"]],
  boxTool: ["redaction", ["KeyR"]],
  acceptPage: ["redaction", ["Enter"]],
  removeBox: ["redaction", ["Delete"]],
  "reason.protected-person": ["redaction", ["Digit1"]],
  "reason.identifier": ["redaction", ["Digit2"]],
  "reason.third-party": ["redaction", ["Digit3"]],
  "reason.privilege": ["redaction", ["Digit4"]],
  "reason.term": ["redaction", ["Digit5"]],
  "reason.other": ["redaction", ["Digit6"]],
  "clearance.another-person": ["redaction", ["Digit7"]],
  "clearance.ordinary-word": ["redaction", ["Digit8"]],
  whatIsLeft: ["redaction", ["KeyL"]],
  sideBySide: ["redaction", ["KeyS"]],
  spanBegins: ["redaction", ["KeyI"]],
  spanEnds: ["redaction", ["KeyO"]],
  muteSpan: ["redaction", ["KeyM"]],
  blackSpan: ["redaction", ["KeyB"]],
  cutSpan: ["redaction", ["KeyX"]],
} as const satisfies Readonly<Record<string, readonly [string, readonly string[]]>>

export type KeyName = keyof typeof table
export type KeyGroup = (typeof table)[KeyName][0]
export const keyGroups: readonly KeyGroup[] = ["everywhere", "go", "lists", "viewer", "redaction"]
export const keyNames = Object.keys(table) as readonly KeyName[]

export const chordsOf = (name: KeyName): readonly string[] => table[name][1]
export const groupOf = (name: KeyName): KeyGroup => table[name][0]
export const keyLabel = (name: KeyName): TextKey => `key.${name}`
export const groupLabel = (group: KeyGroup): TextKey => `keys.${group}`
