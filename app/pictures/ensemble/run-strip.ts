import type { SideName } from '../../../engine/contract.ts';
import type { Palette } from '../../charts/colour/palette.ts';
import { type DisplayList, type SymbolShape, symbolsMark } from '../../charts/display-list.ts';
import type { Drawing } from '../../charts/frame.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';

/** Outcomes of a side's run. `hovering` still moves; `other` is any further end away from the goal. */
export const KINDS = [
  'arrived',
  'tie',
  'dead',
  'other',
  'moving',
  'hovering',
  'unbounded',
  'diverged',
] as const;
export type Kind = (typeof KINDS)[number];

export interface StripInput extends Drawing {
  readonly side: SideName;
  readonly dots: readonly Kind[];
  /** Final number of dots; future places are marked. */
  readonly places: number;
}

/** Largest pitch of dots in pixels. */
const WIDEST = 12;

/** Shape, size (share of the pitch) and fill by kind. Arrived runs use their side's style. */
const STYLES: Readonly<
  Record<
    Exclude<Kind, 'arrived'>,
    { shape: SymbolShape; size: number; color: 'ink' | 'muted'; isFilled: boolean }
  >
> = {
  tie: { shape: 'square', size: 0.62, color: 'ink', isFilled: false },
  dead: { shape: 'ring', size: 0.68, color: 'ink', isFilled: false },
  other: { shape: 'diamond', size: 1, color: 'muted', isFilled: true },
  moving: { shape: 'dot', size: 0.45, color: 'muted', isFilled: true },
  hovering: { shape: 'triangle', size: 0.6, color: 'muted', isFilled: false },
  unbounded: { shape: 'diamond', size: 0.7, color: 'ink', isFilled: false },
  diverged: { shape: 'cross', size: 0.68, color: 'ink', isFilled: false },
};

function dotStyle(
  kind: Kind,
  side: SideName,
  pitch: number,
  drawStyle: { readonly palette: Palette; readonly scale: number },
) {
  if (kind === 'arrived') {
    const { color, shape } = sideStyle(side, drawStyle);
    return { shape, size: (shape === 'dot' ? 0.86 : 0.76) * pitch, fill: color };
  }
  const { shape, size, color, isFilled } = STYLES[kind];
  const paint = drawStyle.palette[color];
  const look = isFilled
    ? { fill: paint }
    : { strokes: [{ color: paint, width: Math.max(0.8, 0.2 * pitch) }] };
  return { shape, size: size * pitch, ...look };
}

/** Draws a key's dot in a square of this many pixels. */
export function signOf(kind: Kind, side: SideName, pixels: number, palette: Palette): DisplayList {
  const { shape, size, ...look } = dotStyle(kind, side, pixels, { palette, scale: 1 });
  return [symbolsMark(shape, [pixels / 2, pixels / 2], size, look)];
}

const MOST_ROWS = 40;

/** Returns the largest pitch that fits all places, and dots per column. */
export function stripLayout(
  { width, height, scale }: Pick<Drawing, 'width' | 'height' | 'scale'>,
  places: number,
) {
  let best = { rows: 1, pitch: 0 };
  for (let rows = 1; rows <= MOST_ROWS; rows++) {
    const pitch = Math.min(WIDEST * scale, height / rows, width / Math.ceil(places / rows));
    if (pitch > best.pitch) best = { rows, pitch };
  }
  return best;
}

/** Draws runs as dots, column by column from the left. */
export function drawStrip(input: StripInput): DisplayList {
  const { side, dots, places } = input;
  const { rows, pitch } = stripLayout(input, Math.max(places, dots.length));
  const points = (at: readonly number[]) =>
    at.flatMap((i) => [(Math.floor(i / rows) + 0.5) * pitch, ((i % rows) + 0.5) * pitch]);
  const coming = Array.from({ length: Math.max(0, places - dots.length) }, (_, i) => dots.length + i);
  return [
    symbolsMark('dot', points(coming), 0.3 * pitch, { fill: input.palette.hairline }),
    ...KINDS.flatMap((kind) => {
      const { shape, size, ...look } = dotStyle(kind, side, pitch, input);
      const at = dots.flatMap((one, i) => (one === kind ? [i] : []));
      return at.length === 0 ? [] : [symbolsMark(shape, points(at), size, look)];
    }),
  ];
}
