import { type RefObject, useEffect, useState } from 'react';

/** Milliseconds without pointer or key after which the bar hides. */
const QUIET = 3000;

/**
 * Whether the bar is hidden: while presenting, after three seconds without pointer or key. It comes back when the pointer
 * moves or the focus enters it, and never hides while it has the focus. What was clicked gives the focus back, or a bar
 * that is used by mouse would stay for ever, and Space would press its button again.
 */
export function useSelfHiding(bar: RefObject<HTMLElement | null>, presenting: boolean): boolean {
  const [hidden, setHidden] = useState(false);

  useEffect(() => {
    setHidden(false);
    if (!presenting) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hasFocus = () => bar.current?.contains(document.activeElement) ?? false;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setHidden(!hasFocus()), QUIET);
    };
    const show = () => {
      setHidden(false);
      wait();
    };
    const onFocus = () => {
      if (hasFocus()) show();
    };
    const onClick = (event: MouseEvent) => {
      const focused = document.activeElement;
      // A click by key has no detail.
      if (event.detail === 0 || !(focused instanceof HTMLElement)) return;
      // Maps take the arrows while they have the focus; a clicker's are for the scenes.
      if (hasFocus() || focused.dataset.arrows !== undefined) focused.blur();
    };
    wait();
    addEventListener('pointermove', show);
    addEventListener('pointerdown', show);
    addEventListener('keydown', wait);
    addEventListener('focusin', onFocus);
    addEventListener('focusout', wait);
    addEventListener('click', onClick);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', show);
      removeEventListener('pointerdown', show);
      removeEventListener('keydown', wait);
      removeEventListener('focusin', onFocus);
      removeEventListener('focusout', wait);
      removeEventListener('click', onClick);
    };
  }, [bar, presenting]);

  return hidden;
}
