import { type Mark, penStroke, type SymbolShape, symbolsMark } from '../display-list.ts';
import { type Palette, parseHex, type ThemeName } from './palette.ts';

/**
 * Colours of up to sixteen categories, which also have symbols and dashes. Contrast with paper is at least 3:1; neighbours and categories
 * with the same dash differ for colour-blind eyes too.
 */
const COLOURS: Readonly<Record<ThemeName, readonly string[]>> = {
  light: [
    ...['#28A270', '#775B12', '#997DB9', '#86044D', '#494E00', '#05647D', '#A45A54', '#6F7686'],
    ...['#A18015', '#3F8D7F', '#613352', '#3B2279', '#B22763', '#25472D', '#53448F', '#4E3015'],
  ],
  dark: [
    ...['#6DCDB6', '#F8DB63', '#9474D6', '#B95180', '#52901A', '#4AA2B2', '#CB7A74', '#D1DCF8'],
    ...['#DBC429', '#ADF5DB', '#E2B3C8', '#814EC6', '#975B64', '#B1B239', '#675C9D', '#C39053'],
  ],
  projector: [
    ...['#138771', '#5A3D09', '#865CAD', '#56013D', '#233509', '#166B84', '#873136', '#424F62'],
    ...['#6E5F37', '#1E8BA6', '#A76972', '#380083', '#C960AA', '#887E44', '#6783EC', '#BA7E2D'],
  ],
};

/** From the tenth on, shapes repeat hollow. A hollow dot would be the ring, so the last is a triangle. */
export const CATEGORY_SHAPES: readonly SymbolShape[] = [
  ...(['dot', 'square', 'diamond', 'triangle', 'star', 'left-half', 'right-half', 'ring', 'cross'] as const),
  ...(['square', 'diamond', 'triangle', 'star', 'left-half', 'right-half', 'down'] as const),
];
const [HOLLOW, COUNT] = [9, CATEGORY_SHAPES.length];

/** On and off lengths at scale 1; empty: solid. */
const DASHES = [[], [7, 3], [2, 3], [8, 3, 2, 3]] as const;

export function themeOf({ paper, rule }: Pick<Palette, 'paper' | 'rule'>): ThemeName {
  if (parseHex(paper)[0] < 128) return 'dark';
  return rule > 1 ? 'projector' : 'light';
}

/** Relative luminance (WCAG 2). */
function luminanceOf(color: string): number {
  const [r, g, b] = parseHex(color).map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Returns the WCAG contrast, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [low, high] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Returns the colour with more contrast on a third. */
export function readableOn(color: string, [one, other]: readonly [string, string]): string {
  return contrastOf(one, color) >= contrastOf(other, color) ? one : other;
}

export const categoryColours = (palette: Pick<Palette, 'paper' | 'rule'>): readonly string[] =>
  COLOURS[themeOf(palette)];

/** Colours on a map, whose ground is light in every theme. */
export const mapCategoryColours: readonly string[] = COLOURS.light;

/** Returns a colour on paper; colours repeat after sixteen. */
export const categoryColour = (i: number, palette: Pick<Palette, 'paper' | 'rule'>): string =>
  categoryColours(palette)[i % COUNT]!;

/** Returns a line's dash, four in turn; undefined for solid. */
export function categoryDash(i: number, scale: number): readonly number[] | undefined {
  const dash = DASHES[i % DASHES.length]!;
  return dash.length === 0 ? undefined : dash.map((length) => length * scale);
}

/** True if a category's symbol has a hollow middle. */
export const isHollow = (i: number): boolean => i % COUNT >= HOLLOW;

/** Draws a symbol at many points, outlined in ink. */
export function categorySymbol(
  i: number,
  points: ArrayLike<number>,
  size: number,
  colours: readonly string[],
  { ink, paper }: Pick<Palette, 'ink' | 'paper'>,
  scale: number,
): Extract<Mark, { kind: 'symbols' }> {
  const at = i % COUNT;
  const shape = CATEGORY_SHAPES[at]!;
  const color = colours[at]!;
  if (shape === 'ring' || shape === 'cross')
    return symbolsMark(shape, points, size * 0.8, {
      fill: color,
      strokes: [penStroke(paper, 5 * scale), penStroke(ink, 4 * scale), penStroke(color, 2 * scale)],
    });
  // The fill covers the inner half of its strokes.
  const rim = at < HOLLOW ? 0 : 0.4 * size;
  return symbolsMark(shape, points, size - rim, {
    fill: rim > 0 ? paper : color,
    strokes: [
      penStroke(paper, rim + 4.4 * scale),
      penStroke(ink, rim + 2.4 * scale),
      ...(rim > 0 ? [penStroke(color, rim)] : []),
    ],
  });
}
