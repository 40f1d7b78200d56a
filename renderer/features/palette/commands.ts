import type { CaseId } from "../../../shared/model/ids.ts"
import { type KeyName, keyLabel } from "../../keys/table.ts"
import { toggleNames } from "../../session/names.ts"
import { go, goBack } from "../../session/navigation.ts"
import { changePreferences, type Translate } from "../../session/preferences.ts"
import { redo, undo } from "../../session/undo.ts"
import { lock } from "../../session/vault.ts"
import { showAdding } from "../cases/store.ts"
import { pickAndImport } from "../evidence/import.ts"
import { railItems } from "../frame/views.tsx"
import { showJobs } from "../jobs/store.ts"

export interface Command {
  readonly id: string
  readonly label: string
  readonly keyName?: KeyName
  readonly run: () => void
}

const addCase = (): void => {
  go({ view: "cases" })
  showAdding(true)
}

/** What can be done from anywhere, in the reader's words. */
export const commandsFor = (t: Translate, caseId: CaseId | undefined, showKeys: () => void): readonly Command[] => {
  const keyed = (keyName: KeyName, run: () => void): Command => ({
    id: keyName,
    label: t(keyLabel(keyName)),
    keyName,
    run,
  })
  const views = (part: "case" | "keep"): readonly Command[] =>
    railItems.flatMap(({ view, label, keyName, placeIn, ...item }) => {
      const to = (item.part === "keep") === (part === "keep") ? placeIn(caseId) : undefined
      if (to === undefined) return []
      const run = (): void => go(to)
      return [keyName === undefined ? { id: view, label: t(label), run } : keyed(keyName, run)]
    })
  const inCase: readonly Command[] =
    caseId === undefined
      ? []
      : [
          ...views("case"),
          { id: "import", label: t("evidence.addFiles"), run: () => void pickAndImport(caseId, "files") },
          { id: "importFolder", label: t("evidence.addFolder"), run: () => void pickAndImport(caseId, "folder") },
        ]
  return [
    ...inCase,
    { id: "cases", label: t("frame.cases"), run: () => go({ view: "cases" }) },
    { id: "case.add", label: t("cases.addFromPalette"), run: addCase },
    ...views("keep"),
    keyed("names", toggleNames),
    keyed("jobs", () => showJobs(true)),
    keyed("undo", () => void undo()),
    keyed("redo", () => void redo()),
    keyed("back", goBack),
    keyed("sheet", showKeys),
    keyed("lock", () => void lock()),
    { id: "light", label: t("settings.light"), run: () => void changePreferences({ theme: "light" }) },
    { id: "dark", label: t("settings.dark"), run: () => void changePreferences({ theme: "dark" }) },
    { id: "en", label: "English", run: () => void changePreferences({ language: "en" }) },
    { id: "ru", label: "Русский", run: () => void changePreferences({ language: "ru" }) },
    { id: "kk", label: "Қазақша", run: () => void changePreferences({ language: "kk" }) },
  ]
}
