import { EditableText } from "../../components/EditableText.tsx"
import { readDraft, removeDraft, saveDraft } from "../../session/drafts.ts"

const isText = (value: unknown): value is string => typeof value === "string"

interface Props {
  readonly draftKey: string
  readonly label: string
  readonly value: string
  readonly display: string
  readonly placeholder: string
  readonly className?: string
  readonly onSave: (value: string) => Promise<string | undefined>
}

/** Long text edited in place; what is not saved yet survives a lock and stands open again. */
export const DraftedText = ({ draftKey, value, onSave, ...rest }: Props) => (
  <EditableText
    {...rest}
    multiline
    value={value}
    draft={readDraft(draftKey, isText)}
    onTyping={(text) => (text === value ? removeDraft(draftKey) : saveDraft(draftKey, text))}
    onSave={async (text) => {
      const refused = await onSave(text)
      if (refused === undefined) removeDraft(draftKey)
      return refused
    }}
  />
)
