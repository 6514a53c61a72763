import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { hasKeyboardFocus } from '../../session/keys.ts';
import { useTranslate } from '../../session/session-context.tsx';

/** A modal dialog of the platform: focus is kept inside and given back, Escape and a click beside it close it. */
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
  // A press that begins inside and ends beside it, because what is inside changed its size, is no click beside it.
  const began = useRef<EventTarget | null>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    // After a click the focus goes to nobody: on the button Space would open the dialog again.
    const cameByKey = hasKeyboardFocus();
    element?.showModal();
    return () => {
      element?.close();
      if (!(before instanceof HTMLElement)) return;
      // A dialog that is taken out of the page before it is closed gives the focus to nobody.
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
        {/* No `header`: in a dialog that would be a second banner of the page. */}
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
