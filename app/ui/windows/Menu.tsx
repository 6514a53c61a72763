import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { during } from '../../session/busy.ts';
import { hasKeyboardFocus, holdKeys } from '../../session/keys.ts';

/**
 * A button with a list of controls, which takes the page's single keys while open (menu-keys.ts). Escape and a press outside close it.
 * `onToggle` is asked to open or close it.
 */
export function Menu({
  open,
  onToggle,
  button,
  children,
  ...rest
}: Omit<ComponentProps<'div'>, 'onToggle'> & {
  open: boolean;
  onToggle: (open: boolean) => void;
  button: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const toggle = useRef(onToggle);
  toggle.current = onToggle;

  useEffect(() => {
    if (!open) return;
    const ended = new AbortController();
    const { signal } = ended;
    const leave = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) toggle.current(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      const opener = box.current?.querySelector('button');
      toggle.current(false);
      // Only keyboard users continue from there.
      if (hasKeyboardFocus()) opener?.focus();
      else opener?.blur();
    };
    addEventListener('pointerdown', leave, { signal, capture: true });
    addEventListener('focusin', leave, { signal });
    addEventListener('keydown', onEscape, { signal, capture: true });
    signal.addEventListener('abort', holdKeys());
    // If the file fails to load, Tab remains.
    during(import('./menu-keys.ts')).then(
      ({ bindMenuKeys }) => !signal.aborted && box.current && bindMenuKeys(box.current, signal),
      () => undefined,
    );
    return () => ended.abort();
  }, [open]);

  return (
    <div {...rest} ref={box} className="menu">
      {button}
      {open && <div className="menu-list">{children}</div>}
    </div>
  );
}
