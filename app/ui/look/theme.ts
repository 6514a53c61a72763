import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Palette } from '../../charts/colour/palette.ts';
import { useApp } from '../../session/session-context.tsx';
import { DARK, type Theme, themeOf } from './theme-of.ts';

/** Returns true while a media query matches. */
export function useMedia(query: string): boolean {
  const media = useMemo(() => matchMedia(query), [query]);
  const matches = () => media.matches;
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    matches,
    matches,
  );
}

/** True for a phone-sized window, upright or sideways. */
export const usePhone = () => useMedia('(max-width: 760px), (max-width: 1000px) and (max-height: 500px)');

export function useTheme(): Theme {
  const isDark = useMedia(DARK);
  return useApp(useShallow((state) => themeOf(state, isDark)));
}

/** Returns a palette's CSS custom properties. */
export function propertiesOf(palette: Palette): [string, string][] {
  return Object.entries(palette).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value]]
      : [],
  );
}

/** Sets the palette as custom properties before the first paint, which would lack colours and borders. */
export function useThemeProperties({ name, palette }: Theme): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = name;
    root.style.colorScheme = name === 'dark' ? 'dark' : 'light';
    for (const [property, colour] of propertiesOf(palette)) root.style.setProperty(property, colour);
  }, [name, palette]);
}
