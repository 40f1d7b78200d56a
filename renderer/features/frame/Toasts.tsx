import { Copy, TriangleAlert, X } from "lucide-react"
import { copyText } from "../../bridge/shell.ts"
import { Button } from "../../components/Button.tsx"
import { useT } from "../../session/preferences.ts"
import { dismissToast, type Toast, useToasts } from "../../session/toasts.ts"

export const Toasts = () => {
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

const ToastRow = ({ toast }: { readonly toast: Toast }) => {
  const t = useT()
  const { failure, action } = toast
  return (
    <div className={failure === undefined ? "toast" : "toast bad"}>
      {failure !== undefined && <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />}
      <p className="grow">
        {toast.text}
        {failure !== undefined && <code className="mono toast-code">{failure.code}</code>}
      </p>
      {failure !== undefined && (
        <Button icon={Copy} look="quiet" small tip={t("common.copyCode")} onPress={() => void copyText(failure.code)} />
      )}
      {action !== undefined && (
        <Button
          look="plain"
          small
          onPress={() => {
            dismissToast(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <Button icon={X} look="quiet" small tip={t("common.close")} onPress={() => dismissToast(toast.id)} />
    </div>
  )
}
