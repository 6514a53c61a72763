import { createContext, useContext } from 'react';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { Theme } from './theme-of.ts';

export const ThemeContext = createContext<Theme>({ name: 'light', palette: PALETTES.light, scale: 1 });

export function useThemeContext(): Theme {
  return useContext(ThemeContext);
}
