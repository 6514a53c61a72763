import { type DrawStyle, PALETTES, type Palette } from '../charts/colour/palette.ts';

/** How figures look, whatever the theme of the page: the light palette on white. */
export const FIGURE_PALETTE: Palette = { ...PALETTES.light, paper: '#FFFFFF', mapPaper: '#FFFFFF' };

export type WidthName = 'column' | 'double' | 'screen';

/** A width: units of the drawing across, millimetres on paper where it is for print, and the size of letters and lines. */
export interface FigureWidth {
  readonly px: number;
  readonly mm: number | null;
  readonly scale: number;
}

/** Letters of axes are 12 units at scale 1; 8 points are 10 2/3 CSS pixels. */
const EIGHT_POINTS = (8 * 96) / 72 / 12;

/** A unit is a CSS pixel, rounded to whole ones across: 0.1 % on paper. */
export const WIDTHS: Readonly<Record<WidthName, FigureWidth>> = {
  column: { px: Math.round((85 / 25.4) * 96), mm: 85, scale: EIGHT_POINTS },
  double: { px: Math.round((178 / 25.4) * 96), mm: 178, scale: EIGHT_POINTS },
  screen: { px: 960, mm: null, scale: 1 },
};

/** Resolutions of a PNG, in dots a unit. */
export const SCALES = [1, 2, 3, 4] as const;

/** Dots per inch of a width at one dot a unit. */
export function dotsPerInch(width: WidthName): number {
  const { px, mm } = WIDTHS[width];
  return mm === null ? 96 : (px / mm) * 25.4;
}

/** The look at a scale; figures have areas for colours, films cells, which are made sooner. */
export function figureStyle(scale: number, bands: boolean): DrawStyle {
  return { palette: FIGURE_PALETTE, scale, bands };
}
