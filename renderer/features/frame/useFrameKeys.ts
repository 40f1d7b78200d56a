import { useKeys } from "../../keys/bind.ts"
import { toggleNames } from "../../session/names.ts"
import { go, goBack, goForward, useNavigation } from "../../session/navigation.ts"
import { redo, undo } from "../../session/undo.ts"
import { lock } from "../../session/vault.ts"
import { showJobs, useJobs } from "../jobs/store.ts"
import { showPanel, useFrame } from "./store.ts"

/** F6 walks the panes: rail, list, inspector. */
const focusNextPane = (): void => {
  const stops = [...document.querySelectorAll<HTMLElement>("[data-pane], [data-grid]")]
  const at = stops.findIndex((stop) => stop.contains(document.activeElement))
  const next = stops[(at + 1) % Math.max(1, stops.length)]
  const inside =
    next?.matches("[data-grid]") === true ? next : next?.querySelector<HTMLElement>("button, input, [tabindex]")
  inside?.focus()
}

export const useFrameKeys = (): void => {
  const caseId = useNavigation((state) => state.caseId)
  const to = (view: "overview" | "incidents" | "evidence" | "people" | "dossiers") => () => {
    if (caseId === undefined) return false
    go({ view, caseId })
    return true
  }
  useKeys({
    palette: () => showPanel("palette"),
    lock: () => void lock(),
    undo: () => void undo(),
    redo: () => void redo(),
    back: goBack,
    forward: goForward,
    sheet: () => showPanel("keys"),
    settings: () => go({ view: "settings" }),
    names: toggleNames,
    jobs: () => showJobs(!useJobs.getState().open),
    nextPane: focusNextPane,
    goOverview: to("overview"),
    goIncidents: to("incidents"),
    goEvidence: to("evidence"),
    goPeople: to("people"),
    goDossiers: to("dossiers"),
    close: () => {
      if (useFrame.getState().panel === "none" && !useJobs.getState().open) return false
      showPanel("none")
      showJobs(false)
      return true
    },
  })
}
