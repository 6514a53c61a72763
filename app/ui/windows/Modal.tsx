import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { hasKeyboardFocus } from '../../session/keys.ts';
import { useTranslate } from '../../session/session-context.tsx';

/** A native modal dialog; Escape and a click outside close it. */
export function Modal({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // A press that ends outside because the content changed size is no click outside.
  const began = useRef<EventTarget | null>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    // After a click nothing gets the focus: Space would reopen the dialog.
    const cameByKey = hasKeyboardFocus();
    element?.showModal();
    return () => {
      element?.close();
      if (!(before instanceof HTMLElement)) return;
      // A dialog removed before closing loses the focus.
      if (document.activeElement === document.body && cameByKey) before.focus();
      if (document.activeElement === before && !cameByKey) before.blur();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key.
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={id}
      onClose={onClose}
      onPointerDown={({ target }) => {
        began.current = target;
      }}
      onClick={({ target }) => {
        if (target === dialog.current && began.current === target) onClose();
      }}
    >
      <div className="modal-body">
        {/* No `header`: it would be a second banner. */}
        <div className="modal-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="icon-button" onClick={onClose} aria-label={t('drawer.close')}>
            <X size={20} aria-hidden />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
