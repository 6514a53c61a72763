import { type DrawStyle, PALETTES, type Palette } from '../charts/colour/palette.ts';

/** Figures are light in every theme. */
export const FIGURE_PALETTE: Palette = { ...PALETTES.light, paper: '#FFFFFF', mapPaper: '#FFFFFF' };

export type WidthName = 'column' | 'double' | 'screen';

/** Width in units and mm (null on screen); scale of letters and lines. */
export interface FigureWidth {
  readonly px: number;
  readonly mm: number | null;
  readonly scale: number;
}

/** Scale at which axis letters of 12 units measure 8 points (10 2/3 CSS px). */
const EIGHT_POINTS = (8 * 96) / 72 / 12;

/** A unit is a CSS px; rounding changes the paper size by 0.1 %. */
export const WIDTHS: Readonly<Record<WidthName, FigureWidth>> = {
  column: { px: Math.round((85 / 25.4) * 96), mm: 85, scale: EIGHT_POINTS },
  double: { px: Math.round((178 / 25.4) * 96), mm: 178, scale: EIGHT_POINTS },
  screen: { px: 960, mm: null, scale: 1 },
};

/** PNG resolutions in dots per unit. */
export const SCALES = [1, 2, 3, 4] as const;

/** Returns the dpi at one dot per unit. */
export function dotsPerInch(width: WidthName): number {
  const { px, mm } = WIDTHS[width];
  return mm === null ? 96 : (px / mm) * 25.4;
}

/** Figures draw areas of colour (`bands`); films draw cells, which are faster. */
export function figureStyle(scale: number, bands: boolean): DrawStyle {
  return { palette: FIGURE_PALETTE, scale, bands };
}
