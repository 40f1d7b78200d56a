import type { SubmitEvent } from "react"
import { Button } from "../../components/Button.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { Field } from "../../components/Field.tsx"
import { explain } from "../../session/explain.ts"
import { useT } from "../../session/preferences.ts"
import { type Batch, forgetBatch, forgetFailed, say, startImport, useImport } from "./import.ts"

/** Where a batch came from, asked once for all of it; and afterwards what did not come in, file by file. */
export const ImportDialog = () => {
  const { batch, failed } = useImport()
  if (batch !== undefined) return <AskProvenance batch={batch} />
  return failed.length > 0 ? <FailedFiles /> : null
}

const AskProvenance = ({ batch }: { readonly batch: Batch }) => {
  const t = useT()
  const said = useImport((state) => state.said)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void startImport(batch, said)
  }
  const names = batch.files.map(({ name }) => name)
  return (
    <Dialog
      title={t("import.title", { count: batch.files.length })}
      closeLabel={t("common.close")}
      onClose={forgetBatch}
      sticky
    >
      <p className="truncate quiet">{names.slice(0, 4).join(", ") + (names.length > 4 ? "…" : "")}</p>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t("evidence.receivedFrom")}
          value={said.receivedFrom}
          onChange={(receivedFrom) => say({ ...said, receivedFrom })}
          placeholder={t("import.fromHint")}
          autoFocus
        />
        <Field
          label={t("evidence.receivedOn")}
          value={said.receivedOn}
          onChange={(receivedOn) => say({ ...said, receivedOn })}
          placeholder={t("import.onHint")}
        />
        <Field
          label={t("evidence.how")}
          value={said.how}
          onChange={(how) => say({ ...said, how })}
          placeholder={t("import.howHint")}
        />
        <p className="quiet">{t("import.text")}</p>
        <div className="row end">
          <Button look="quiet" onPress={forgetBatch}>
            {t("common.cancel")}
          </Button>
          <Button look="primary" type="submit">
            {t("import.start")}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const FailedFiles = () => {
  const t = useT()
  const failed = useImport((state) => state.failed)
  return (
    <Dialog title={t("import.failedTitle")} closeLabel={t("common.close")} onClose={forgetFailed}>
      <ul className="stack tight">
        {failed.map(({ name, fault }) => (
          <li key={name}>
            <strong className="strong">{name}</strong>
            <p className="quiet">{explain(t, { code: fault ?? "internal", detail: { name } })}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
