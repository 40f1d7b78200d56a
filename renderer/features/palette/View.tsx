import "./palette.css"
import { CornerDownRight, FileSearch, FileText, type LucideIcon, Rows3, TriangleAlert, User } from "lucide-react"
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components"
import type { TextKey } from "../../../shared/i18n/translate.ts"
import type { RecordKind } from "../../../shared/model/field.ts"
import type { CaseId, EvidenceId, Language } from "../../../shared/model/ids.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Keys } from "../../components/Keys.tsx"
import type { KeyName } from "../../keys/table.ts"
import { useMask } from "../../session/names.ts"
import { go, useNavigation } from "../../session/navigation.ts"
import { type Translate, usePreferences, useT } from "../../session/preferences.ts"
import { showPanel } from "../frame/store.ts"
import { placeWords } from "../links/words.ts"
import { openRecord } from "../records/open.ts"
import { recordTitle } from "../records/words.ts"
import { commandsFor } from "./commands.ts"
import { matchScore } from "./match.ts"
import { clearPalette, search, usePalette } from "./store.ts"

interface Entry {
  readonly id: string
  readonly group: TextKey
  readonly icon: LucideIcon
  readonly label: string
  readonly detail?: string
  readonly keyName?: KeyName
  readonly run: () => void
}

const icons: Partial<Readonly<Record<RecordKind, LucideIcon>>> = {
  incident: TriangleAlert,
  actor: User,
  evidence: FileText,
}
const iconOf = (kind: RecordKind): LucideIcon => icons[kind] ?? Rows3

interface Asked {
  readonly t: Translate
  readonly caseId: CaseId
  readonly language: Language
}

const recordEntries = ({ t, caseId, language }: Asked, state: ReturnType<typeof usePalette.getState>): Entry[] => {
  const records = state.found.map((one): Entry => {
    const opened = one.kind === "evidence" ? { view: "viewer" as const, caseId, id: one.id as EvidenceId } : undefined
    return {
      id: one.id,
      group: "palette.records",
      icon: iconOf(one.kind),
      label: recordTitle(one, language),
      detail: kindOf(one.kind).label[language],
      run: () => (opened === undefined ? openRecord(caseId, one) : go(opened)),
    }
  })
  const hits = state.hits.map(
    (hit, index): Entry => ({
      id: `hit ${index}`,
      group: "palette.pages",
      icon: FileSearch,
      label: hit.context,
      detail: `${hit.reference} ${placeWords(t, hit.place)}`,
      run: () => go({ view: "viewer", caseId, id: hit.evidenceId, at: hit.place }),
    }),
  )
  return [...records, ...hits]
}

const useEntries = (): readonly Entry[] => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const caseId = useNavigation((now) => now.caseId)
  const state = usePalette()
  const commands = commandsFor(t, caseId, () => showPanel("keys"))
    .map((command) => ({ command, score: matchScore(command.label, state.query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }): Entry => ({ ...command, group: "palette.commands", icon: CornerDownRight }))
  return caseId === undefined ? commands : [...recordEntries({ t, caseId, language }, state), ...commands]
}

/** One way to find and do. Type; arrows choose; Enter goes. */
export const Palette = () => {
  const t = useT()
  return (
    <ModalOverlay
      className="veil palette-veil"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && showPanel("none")}
    >
      <Modal className="palette-frame">
        <Dialog className="palette" data-modal="">
          <Heading slot="title" className="unseen">
            {t("palette.label")}
          </Heading>
          <PaletteBody />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const PaletteBody = () => {
  const t = useT()
  const mask = useMask()
  const caseId = useNavigation((now) => now.caseId)
  const query = usePalette((state) => state.query)
  const entries = useEntries()
  const [chosen, setChosen] = useState(0)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const at = Math.min(chosen, entries.length - 1)
  useEffect(() => {
    clearPalette()
    search(caseId, "")
  }, [caseId])
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" })
  })

  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return
    showPanel("none")
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setChosen((at + step + entries.length) % Math.max(1, entries.length))
    }
    if (event.key === "Enter") {
      event.preventDefault()
      run(entries[at])
    }
  }
  return (
    <>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries[at] === undefined ? undefined : `${listId}-${at}`}
        aria-label={t("palette.label")}
        placeholder={t("palette.placeholder")}
        value={query}
        autoFocus
        spellCheck={false}
        onChange={(event) => {
          setChosen(0)
          search(caseId, event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" role="listbox" id={listId} ref={list} aria-label={t("palette.label")}>
        {entries.length === 0 && <p className="palette-none">{t("palette.nothing")}</p>}
        {entries.map((entry, index) => (
          <div key={entry.id} role="presentation">
            {entries[index - 1]?.group !== entry.group && (
              <p className="palette-group" role="presentation">
                {t(entry.group)}
              </p>
            )}
            <div
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className="palette-entry"
              onPointerMove={() => setChosen(index)}
              onClick={() => run(entry)}
            >
              <entry.icon size={15} strokeWidth={1.75} aria-hidden />
              <span className="grow truncate">{mask(entry.label)}</span>
              {entry.detail !== undefined && <span className="palette-detail">{mask(entry.detail)}</span>}
              {entry.keyName !== undefined && <Keys of={entry.keyName} />}
            </div>
          </div>
        ))}
      </div>
    </>
  )
}
