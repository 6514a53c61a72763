import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { hasKeyboardFocus } from '../../session/keys.ts';

/**
 * A button with a list of controls. Escape and a press outside close it; arrow keys move between controls. `onToggle` is asked to open
 * or close it.
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
    return () => ended.abort();
  }, [open]);

  function onKeyDown(event: React.KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!open || by === undefined || !box.current || !hasKeyboardFocus()) return;
    event.preventDefault();
    const controls = [...box.current.querySelectorAll<HTMLElement>('button, a')].filter(
      (control) => !control.matches(':disabled'),
    );
    const at = controls.indexOf(document.activeElement as HTMLElement);
    controls[(at + by + controls.length) % controls.length]?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are those of the controls within.
    <div {...rest} ref={box} className="menu" onKeyDown={onKeyDown}>
      {button}
      {open && <div className="menu-list">{children}</div>}
    </div>
  );
}
