import "./bulk.css"
import { Pencil } from "lucide-react"
import { useEffect, useState } from "react"
import type { Field, FieldValue, RecordKind } from "../../../shared/model/field.ts"
import type { CaseId } from "../../../shared/model/ids.ts"
import { verifications } from "../../../shared/model/incident.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import type { List } from "../../session/list.ts"
import { useMask } from "../../session/names.ts"
import { usePreferences, useT } from "../../session/preferences.ts"
import { FieldRow } from "../records/FieldRow.tsx"
import { valueWords } from "../records/words.ts"
import { changeAll, commonAnswer } from "./store.ts"

interface Props<Row> {
  readonly caseId: CaseId
  readonly list: List<Row>
  readonly ids: readonly string[]
  readonly done: () => void
}

/** Records named by others are chosen one by one; tables of lines cannot be alike. */
const isAlike = ({ type }: Field): boolean => !["ref", "refs", "lines", "tags", "long"].includes(type)

const own = (kind: RecordKind): readonly ("verification" | "protected")[] =>
  kind === "incident" ? ["verification"] : kind === "actor" ? ["protected"] : []

/** Changes one answer of all that are selected. */
export const BulkEdit = <Row,>(props: Props<Row>) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button icon={Pencil} small onPress={() => setOpen(true)}>
        {t("bulk.edit")}
      </Button>
    )
  return <Editor {...props} />
}

const Editor = <Row,>({ caseId, list, ids, done }: Props<Row>) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const { kind } = list
  const [asked, setAsked] = useState("")
  const [value, setValue] = useState<FieldValue | null>(null)
  const [words, setWords] = useState("")
  const fields = Object.entries(kindOf(kind).fields).filter(([, field]) => isAlike(field))
  const field = fields.find(([name]) => name === asked)?.[1]
  const options = [
    { value: "", label: t("bulk.what") },
    { value: "addTags", label: t("bulk.addTag") },
    { value: "removeTags", label: t("bulk.removeTag") },
    ...own(kind).map((one) => ({ value: one, label: t(`filters.${one}`) })),
    ...fields.map(([name, { label }]) => ({ value: name, label: label[language] })),
  ]
  const change = () => {
    if (asked === "addTags" || asked === "removeTags") return { patch: {}, [asked]: [words.trim()] }
    const verification = verifications.find((one) => one === words)
    if (asked === "verification") return { patch: {}, ...(verification === undefined ? {} : { verification }) }
    if (asked === "protected") return { patch: {}, protected: words === "yes" }
    return { patch: { [asked]: value } }
  }
  const isTag = asked === "addTags" || asked === "removeTags"
  const ready = field === undefined ? words.trim() !== "" : true
  const apply = async () => {
    if (await changeAll(kind, ids, change(), list.reload)) done()
  }
  return (
    <span className="bulk-edit">
      <Choice
        label={t("bulk.what")}
        hideLabel
        small
        value={asked}
        options={options}
        onChange={(next) => {
          setAsked(next)
          setValue(null)
          setWords("")
        }}
      />
      {isTag && (
        <input
          className="bulk-tag"
          aria-label={t("filters.tags")}
          placeholder={t("filters.tags")}
          value={words}
          maxLength={100}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {asked === "verification" &&
        verifications.map((one) => (
          <Button key={one} small pressed={words === one} onPress={() => setWords(one)}>
            {t(`verification.${one}`)}
          </Button>
        ))}
      {asked === "protected" &&
        (["yes", "no"] as const).map((one) => (
          <Button key={one} small pressed={words === one} onPress={() => setWords(one)}>
            {t(`answer.${one}`)}
          </Button>
        ))}
      {field !== undefined && (
        <>
          <Now kind={kind} ids={ids} name={asked} field={field} />
          <FieldRow
            key={asked}
            caseId={caseId}
            name={asked}
            field={field}
            value={value ?? undefined}
            labels={[]}
            onSave={(next) => {
              setValue(next)
              return Promise.resolve(undefined)
            }}
          />
        </>
      )}
      {asked !== "" && (
        <Button look="primary" small disabled={!ready} onPress={() => void apply()}>
          {t("bulk.apply", { count: ids.length })}
        </Button>
      )}
    </span>
  )
}

interface NowProps {
  readonly kind: RecordKind
  readonly ids: readonly string[]
  readonly name: string
  readonly field: Field
}

/** What stands there now: the answer that all share, or that they differ. */
const Now = ({ kind, ids, name, field }: NowProps) => {
  const t = useT()
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const [common, setCommon] = useState<Awaited<ReturnType<typeof commonAnswer>>>(undefined)
  const wanted = ids.join(" ")
  useEffect(() => {
    let stale = false
    void commonAnswer(kind, wanted.split(" "), name).then((found) => {
      if (!stale) setCommon(found)
    })
    return () => {
      stale = true
    }
  }, [kind, wanted, name])
  const said = common === undefined ? "" : valueWords(field, common.value, { language, labels: [], extra: [] })
  return (
    <span className="quiet">
      {common === undefined
        ? t("bulk.mixed")
        : t("bulk.now", { what: said === "" ? t("answer.notAsked") : mask(said) })}
    </span>
  )
}
