import type { CaseId } from "../../../shared/model/ids.ts"
import { type Bindings, useKeys } from "../../keys/bind.ts"
import { toggleNames } from "../../session/names.ts"
import { go, goBack, goForward, useNavigation } from "../../session/navigation.ts"
import { redo, undo } from "../../session/undo.ts"
import { lock } from "../../session/vault.ts"
import { showJobs, useJobs } from "../jobs/store.ts"
import { showPanel, useFrame } from "./store.ts"
import { railItems } from "./views.tsx"

/** F6 walks the panes: rail, list, inspector. */
const focusNextPane = (): void => {
  const stops = [...document.querySelectorAll<HTMLElement>("[data-pane], [data-grid]")]
  const at = stops.findIndex((stop) => stop.contains(document.activeElement))
  const next = stops[(at + 1) % Math.max(1, stops.length)]
  const inside =
    next?.matches("[data-grid]") === true ? next : next?.querySelector<HTMLElement>("button, input, [tabindex]")
  inside?.focus()
}

/** The keys of the views, as their table has them. */
const viewKeys = (caseId: CaseId | undefined): Bindings =>
  Object.fromEntries(
    railItems.flatMap(({ keyName, placeIn }) => {
      const to = placeIn(caseId)
      return keyName === undefined || to === undefined ? [] : [[keyName, () => go(to)]]
    }),
  )

export const useFrameKeys = (): void => {
  const caseId = useNavigation((state) => state.caseId)
  useKeys({
    palette: () => showPanel("palette"),
    lock: () => void lock(),
    undo: () => void undo(),
    redo: () => void redo(),
    back: goBack,
    forward: goForward,
    sheet: () => showPanel("keys"),
    names: toggleNames,
    jobs: () => showJobs(!useJobs.getState().open),
    nextPane: focusNextPane,
    ...viewKeys(caseId),
    close: () => {
      if (useFrame.getState().panel === "none" && !useJobs.getState().open) return false
      showPanel("none")
      showJobs(false)
      return true
    },
  })
}
