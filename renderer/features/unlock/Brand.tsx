import { useT } from "../../session/preferences.ts"

/** The mark: a seal of four folds around a point. */
export const Mark = ({ size = 20 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden>
    <rect x="1.8" y="1.8" width="16.4" height="16.4" rx="4" />
    <path d="M5.4 5.4 8.2 8.2M14.6 5.4l-2.8 2.8M5.4 14.6l2.8-2.8M14.6 14.6l-2.8-2.8" strokeLinecap="round" />
    <circle cx="10" cy="10" r="2.1" />
  </svg>
)

export const Brand = () => {
  const t = useT()
  return (
    <p className="brand">
      <Mark />
      <span>{t("app.name")}</span>
    </p>
  )
}
