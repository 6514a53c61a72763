import { useEffect } from 'react';

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
