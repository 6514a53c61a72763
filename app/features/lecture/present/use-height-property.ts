import { useEffect } from 'react';

/** Keeps an element's height in a custom property of the root, so that others can leave room. */
export function useHeightProperty(find: () => HTMLElement | null, name: string): void {
  useEffect(() => {
    const box = find();
    if (!box) return;
    const root = document.documentElement;
    const observer = new ResizeObserver(() => root.style.setProperty(name, `${box.offsetHeight}px`));
    observer.observe(box);
    return () => {
      observer.disconnect();
      root.style.removeProperty(name);
    };
  }, [find, name]);
}
