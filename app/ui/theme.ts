import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { PALETTES, type Palette, type ThemeName } from '../charts/palette.ts';
import { useApp } from '../session/session-context.tsx';

/** Lines and labels of the projector profile are this much larger. */
export const PROJECTOR_SCALE = 1.5;

/** Height of a stage, in pixels, at which the smallest letters of a picture (12 px) are a fortieth of it. */
const STAGE_HEIGHT = 480;

export interface Theme {
  readonly name: ThemeName;
  readonly palette: Palette;
  /** Factor of line widths and labels. */
  readonly scale: number;
}

/** Whether a media query holds, now and as it changes. */
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

/** Whether this is a phone's room, upright or on its side: one menu, and a bar of one row. */
export const usePhone = () => useMedia('(max-width: 760px), (max-width: 1000px) and (max-height: 500px)');

/** The theme that the scenario and the system ask for. The projector's is light whatever the theme. */
export function useTheme(): Theme {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const theme = useApp((state) => state.scenario.values.theme);
  const profile = useApp((state) => state.scenario.values.profile);
  const name: ThemeName =
    profile === 'projector' ? 'projector' : theme === 'dark' || (theme === 'auto' && dark) ? 'dark' : 'light';
  const stage = useApp((state) => state.stage);
  const least = name === 'projector' ? PROJECTOR_SCALE : 1;
  const scale = Math.max(least, stage / STAGE_HEIGHT);
  return useMemo(() => ({ name, palette: PALETTES[name], scale }), [name, scale]);
}

/** The colours of a palette by their custom properties. */
export function propertiesOf(palette: Palette): [string, string][] {
  return Object.entries(palette).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value]]
      : [],
  );
}

/**
 * Hands the palette to the style sheet as custom properties, so that every colour stands in one place; before the first paint, which
 * would have neither colours nor borders.
 */
export function useThemeProperties({ name, palette }: Theme): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = name;
    root.style.colorScheme = name === 'dark' ? 'dark' : 'light';
    for (const [property, colour] of propertiesOf(palette)) root.style.setProperty(property, colour);
  }, [name, palette]);
}
