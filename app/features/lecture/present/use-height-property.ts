import { useEffect } from 'react';

/** Keeps the height of an element in a custom property of the root, so that others leave it room; gone with the element. */
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
