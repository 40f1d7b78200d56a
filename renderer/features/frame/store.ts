import { onChange } from "../../session/changes.ts"
import { loadNames, useNames } from "../../session/names.ts"
import { useNavigation } from "../../session/navigation.ts"
import { tell } from "../../session/preferences.ts"
import { createStore } from "../../session/store.ts"
import { reloadInfo } from "../../session/vault.ts"
import { loadCases } from "../cases/store.ts"
import { loadJobs } from "../jobs/store.ts"

export const useFrame = createStore<{ readonly panel: "none" | "palette" | "keys" }>({ panel: "none" })

export const showPanel = (panel: "none" | "palette" | "keys"): void => useFrame.setState({ panel })

const settleMs = 250

/** Many changes in a row (an import) make one question. */
const soon = (work: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    if (timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      work()
    }, settleMs)
  }
}

const refreshNames = (): void => {
  const { caseId } = useNavigation.getState()
  if (caseId !== undefined) void loadNames(caseId, (number) => tell("frame.protectedNumber", { number }))
}

/** What the frame shows keeps up with the engine. Returns how to stop. */
export const startFollowing = (): (() => void) => {
  const refresh = soon(() => {
    void loadCases()
    void reloadInfo()
  })
  const refreshJobs = soon(() => void loadJobs())
  void loadCases()
  void loadJobs()
  refreshNames()
  const stopNavigation = useNavigation.subscribe((now, before) => {
    if (now.caseId !== before.caseId && now.caseId !== useNames.getState().caseId) refreshNames()
  })
  const stopEvents = onChange((event) => {
    if (event.kind === "jobs.changed") refreshJobs()
    if (event.kind === "records.changed") {
      refresh()
      if (event.noun === "actor") refreshNames()
    }
  })
  return () => {
    stopNavigation()
    stopEvents()
  }
}
