import { Check } from "lucide-react"
import { Button } from "../../components/Button.tsx"
import { Dialog } from "../../components/Dialog.tsx"
import { useMask } from "../../session/names.ts"
import { useT } from "../../session/preferences.ts"
import { byRisk } from "./queue.ts"
import { closeDialog, jumpElsewhere, type QueueItem } from "./store.ts"

const pagesLeft = ({ pageCount, acceptedPages }: QueueItem): number[] =>
  Array.from({ length: pageCount }, (_, index) => index + 1).filter((page) => !acceptedPages.includes(page))

/** What stands between these documents and their release; each line leads there. */
export const Left = ({ items }: { readonly items: readonly QueueItem[] }) => {
  const t = useT()
  const open = items.filter((item) => item.undecided.length > 0 || pagesLeft(item).length > 0)
  return (
    <Dialog wide title={t("redaction.leftTitle")} closeLabel={t("common.close")} onClose={closeDialog}>
      {open.length === 0 ? (
        <p className="good-text row">
          <Check size={15} strokeWidth={2} aria-hidden />
          {t("redaction.leftNothing")}
        </p>
      ) : (
        open.map((item) => <LeftOf key={item.evidenceId} item={item} />)
      )}
    </Dialog>
  )
}

const LeftOf = ({ item }: { readonly item: QueueItem }) => {
  const t = useT()
  const mask = useMask()
  const [first] = byRisk(item.undecided)
  return (
    <section className="left-of">
      <h3 className="truncate">
        {item.reference} · {mask(item.title)}
      </h3>
      <div className="row wrap">
        {first !== undefined && (
          <Button small onPress={() => jumpElsewhere(item, first)}>
            {t("redaction.leftUndecided", { count: item.undecided.length })}
          </Button>
        )}
        {pagesLeft(item).map((page) => {
          const why = item.reopenedPages.find((one) => one.page === page)?.why
          const text = why === undefined ? t("redaction.leftPage", { page }) : t(`redaction.leftPage.${why}`, { page })
          return (
            <Button key={page} small onPress={() => jumpElsewhere(item, page)}>
              {text}
            </Button>
          )
        })}
      </div>
    </section>
  )
}
