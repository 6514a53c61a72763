import { PALETTES, type Palette, type ThemeName } from '../../charts/colour/palette.ts';
import type { AppState } from '../../session/store.ts';

/** Projector's scale of lines and labels. */
export const PROJECTOR_SCALE = 1.5;

/** Stage height in pixels at which the smallest letters (12 px) are a fortieth of it. */
const STAGE_HEIGHT = 480;

export const DARK = '(prefers-color-scheme: dark)';

export interface Theme {
  readonly name: ThemeName;
  readonly palette: Palette;
  readonly scale: number;
}

/** Returns the theme of scenario and system; always light on projectors. */
export function themeOf({ scenario, stage }: Pick<AppState, 'scenario' | 'stage'>, isDark: boolean): Theme {
  const { theme, profile } = scenario.values;
  const name: ThemeName =
    profile === 'projector'
      ? 'projector'
      : theme === 'dark' || (theme === 'auto' && isDark)
        ? 'dark'
        : 'light';
  const least = name === 'projector' ? PROJECTOR_SCALE : 1;
  return { name, palette: PALETTES[name], scale: Math.max(least, stage / STAGE_HEIGHT) };
}
