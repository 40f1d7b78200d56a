import { X } from "lucide-react"
import type { ReactNode } from "react"
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components"
import { Button } from "./Button.tsx"

interface Props {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean
  /** A dialog with unsaved words closes by its buttons, not by a stray click beside it. */
  readonly sticky?: boolean
  readonly footer?: ReactNode
}

/** A sheet over the window. Focus stays inside and returns to where it was opened. */
export const Dialog = ({ title, closeLabel, onClose, children, wide, sticky, footer }: Props) => (
  <ModalOverlay
    className="veil"
    isOpen
    isDismissable={sticky !== true}
    onOpenChange={(open) => {
      if (!open) onClose()
    }}
  >
    <Modal className={wide === true ? "dialog-frame wide" : "dialog-frame"}>
      <AriaDialog className="dialog" data-modal="">
        <header className="dialog-head">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <Button icon={X} look="quiet" tip={closeLabel} onPress={onClose} />
        </header>
        <div className="dialog-body">{children}</div>
        {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
