import "./grading.css"
import { Scale } from "lucide-react"
import { useState } from "react"
import type { Output } from "../../../shared/contract/contract.ts"
import { gradedKinds, type Resting } from "../../../shared/contract/grade.ts"
import { termLists } from "../../../shared/lists/all.ts"
import { labelOf } from "../../../shared/lists/term.ts"
import type { RecordRef } from "../../../shared/model/field.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import { Button } from "../../components/Button.tsx"
import { Choice } from "../../components/Choice.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { act } from "../../session/act.ts"
import { useMask } from "../../session/names.ts"
import { tell, usePreferences, useT } from "../../session/preferences.ts"
import { undoable } from "../records/store.ts"

type Impact = Output<"grade.impact">
type GradedKind = (typeof gradedKinds)[number]
interface GradedRef {
  readonly kind: GradedKind
  readonly id: string
}

const gradedRef = ({ kind, id }: RecordRef): GradedRef | undefined => {
  const graded = gradedKinds.find((one) => one === kind)
  return graded === undefined ? undefined : { kind: graded, id }
}

/** Grading a source anew: shows all that rests on it first. Nothing for kinds that carry no grade. */
export const Regrade = ({ of, onDone }: { readonly of: RecordRef; readonly onDone: () => void }) => {
  const t = useT()
  const [seen, setSeen] = useState<Impact | undefined>(undefined)
  const ref = gradedRef(of)
  if (ref === undefined) return null
  const look = async () => setSeen(await act("grade.impact", ref))
  return (
    <>
      <Button icon={Scale} look="quiet" small onPress={() => void look()}>
        {t("grading.open")}
      </Button>
      {seen !== undefined && <RegradeDialog of={ref} seen={seen} onClose={() => setSeen(undefined)} onDone={onDone} />}
    </>
  )
}

interface Form {
  readonly reliability: string
  readonly credibility: string
  readonly reason: string
  readonly apply: ReadonlySet<string>
}

const formOf = ({ reliability, credibility }: Impact): Form => ({
  reliability,
  credibility,
  reason: "",
  apply: new Set(),
})

const change = async (of: GradedRef, seen: Impact, { reliability, credibility, reason, apply }: Form) => {
  const done = await act("grade.change", {
    ...of,
    ...(reliability === seen.reliability ? {} : { reliability: reliability as "A" }),
    ...(credibility === seen.credibility ? {} : { credibility: credibility as "1" }),
    reason: reason.trim(),
    apply: [...apply],
  })
  if (done !== undefined) await undoable(tell("grading.done", { count: done.changed }), of)
  return done !== undefined
}

interface DialogProps {
  readonly of: GradedRef
  readonly seen: Impact
  readonly onClose: () => void
  readonly onDone: () => void
}

const RegradeDialog = ({ of, seen, onClose, onDone }: DialogProps) => {
  const t = useT()
  const mask = useMask()
  const [form, setForm] = useState(formOf(seen))
  const moved = form.reliability !== seen.reliability || form.credibility !== seen.credibility
  const save = async () => {
    if (!(await change(of, seen, form))) return
    onClose()
    onDone()
  }
  const footer = (
    <>
      <Button look="quiet" onPress={onClose}>
        {t("common.cancel")}
      </Button>
      <Button look="primary" disabled={!moved || form.reason.trim() === ""} onPress={() => void save()}>
        {t("grading.change", { count: form.apply.size })}
      </Button>
    </>
  )
  return (
    <Dialog title={t("grading.title")} closeLabel={t("common.cancel")} onClose={onClose} sticky wide footer={footer}>
      <p>{mask(seen.title)}</p>
      <Grades form={form} credibility={of.kind !== "actor"} onForm={setForm} />
      <label className="field">
        <span className="field-label">{t("grading.reason")}</span>
        <textarea
          rows={2}
          value={form.reason}
          onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
        />
      </label>
      <RestingList resting={seen.resting} form={form} onForm={setForm} />
      <Left seen={seen} />
    </Dialog>
  )
}

interface FormProps {
  readonly form: Form
  readonly onForm: (form: Form) => void
}

const Grades = ({ form, credibility, onForm }: FormProps & { readonly credibility: boolean }) => {
  const t = useT()
  const language = usePreferences((state) => state.language)
  const options = (list: "reliability" | "credibility") => [
    { value: "", label: t(`claims.ungraded.${list}`) },
    ...termLists[list].terms.map((term) => ({ value: term.code, label: labelOf(term, language) })),
  ]
  const choice = (list: "reliability" | "credibility") => (
    <Choice
      label={t(`grading.${list}`)}
      value={form[list]}
      options={options(list)}
      onChange={(code) => onForm({ ...form, [list]: code })}
    />
  )
  return (
    <div className="grades">
      {choice("reliability")}
      {credibility && choice("credibility")}
    </div>
  )
}

const RestingList = ({ resting, form, onForm }: FormProps & { readonly resting: readonly Resting[] }) => {
  const t = useT()
  const graded = resting.filter((one) => one.graded)
  const choose = (id: string, on: boolean) => {
    const apply = new Set(form.apply)
    if (on) apply.add(id)
    else apply.delete(id)
    onForm({ ...form, apply })
  }
  if (resting.length === 0) return <p className="quiet">{t("grading.nothing")}</p>
  return (
    <fieldset className="resting">
      <legend>{t("grading.resting", { count: resting.length })}</legend>
      {graded.length > 1 && (
        <Button look="quiet" small onPress={() => onForm({ ...form, apply: new Set(graded.map(({ id }) => id)) })}>
          {t("grading.all")}
        </Button>
      )}
      <ul>
        {resting.map((one) => (
          <RestingRow key={one.id} one={one} on={form.apply.has(one.id)} onChoose={(on) => choose(one.id, on)} />
        ))}
      </ul>
    </fieldset>
  )
}

interface RowProps {
  readonly one: Resting
  readonly on: boolean
  readonly onChoose: (on: boolean) => void
}

const RestingRow = ({ one, on, onChoose }: RowProps) => {
  const mask = useMask()
  const language = usePreferences((state) => state.language)
  const kind = kindOf(one.kind).label[language]
  const words = (
    <span>
      {kind}: {mask(one.title)}{" "}
      <span className="quiet">
        ← {kindOf(one.through.kind).label[language]}
        {one.through.title === "" ? "" : `: ${mask(one.through.title)}`} {one.reliability}
        {one.credibility}
      </span>
    </span>
  )
  if (!one.graded) return <li className="resting-row">{words}</li>
  return (
    <li>
      <label className="resting-row">
        <input type="checkbox" checked={on} onChange={(event) => onChoose(event.currentTarget.checked)} />
        {words}
      </label>
    </li>
  )
}

/** What has left that used it: marked, since it cannot be called back. */
const Left = ({ seen: { dossiers, filed } }: { readonly seen: Impact }) => {
  const t = useT()
  const mask = useMask()
  if (dossiers.length + filed.length === 0) return null
  return (
    <section>
      <h3>{t("grading.left")}</h3>
      <ul>
        {[...dossiers, ...filed].map(({ id, title, audience }) => (
          <li key={id}>
            {mask(title)} {audience === "" ? "" : `· ${audience}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
