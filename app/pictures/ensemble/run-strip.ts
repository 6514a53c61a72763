import type { SideName } from '../../../engine/contract.ts';
import { OUTCOMES, type Outcome } from '../../../engine/run/outcome-names.ts';
import type { Palette } from '../../charts/colour/palette.ts';
import { type DisplayList, type SymbolShape, symbolsMark } from '../../charts/display-list.ts';
import type { Drawing } from '../../charts/frame.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';

export interface StripInput extends Drawing {
  readonly side: SideName;
  readonly dots: readonly Outcome[];
  /** Final number of dots; future places are marked. */
  readonly places: number;
}

/** Largest pitch of dots in pixels. */
const WIDEST = 12;

/** Shape, size (share of the pitch), colour and fill by outcome; null: the side's own shape or colour. */
const STYLES: Readonly<
  Record<
    Outcome,
    { shape: SymbolShape | null; size: number; color: 'ink' | 'muted' | null; isFilled: boolean }
  >
> = {
  star: { shape: null, size: 0.86, color: null, isFilled: true },
  perfect: { shape: null, size: 0.62, color: null, isFilled: false },
  best: { shape: 'diamond', size: 0.9, color: null, isFilled: true },
  met: { shape: 'triangle', size: 0.7, color: null, isFilled: true },
  tie: { shape: 'square', size: 0.62, color: 'ink', isFilled: false },
  stuck: { shape: 'diamond', size: 1, color: 'muted', isFilled: true },
  dead: { shape: 'ring', size: 0.68, color: 'ink', isFilled: false },
  hovering: { shape: 'square', size: 0.62, color: 'muted', isFilled: true },
  barred: { shape: 'triangle', size: 0.7, color: 'ink', isFilled: false },
  moving: { shape: 'dot', size: 0.45, color: 'muted', isFilled: true },
  falling: { shape: 'cross', size: 0.68, color: 'ink', isFilled: false },
};

function dotStyle(
  outcome: Outcome,
  side: SideName,
  pitch: number,
  drawStyle: { readonly palette: Palette; readonly scale: number },
) {
  const { shape, size, color, isFilled } = STYLES[outcome];
  const own = sideStyle(side, drawStyle);
  const paint = color ? drawStyle.palette[color] : own.color;
  const look = isFilled
    ? { fill: paint }
    : { strokes: [{ color: paint, width: Math.max(0.8, 0.2 * pitch) }] };
  return { shape: shape ?? own.shape, size: size * pitch, ...look };
}

/** Draws a key's dot in a square of this many pixels. */
export function signOf(outcome: Outcome, side: SideName, pixels: number, palette: Palette): DisplayList {
  const { shape, size, ...look } = dotStyle(outcome, side, pixels, { palette, scale: 1 });
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
    ...OUTCOMES.flatMap((outcome) => {
      const { shape, size, ...look } = dotStyle(outcome, side, pitch, input);
      const at = dots.flatMap((one, i) => (one === outcome ? [i] : []));
      return at.length === 0 ? [] : [symbolsMark(shape, points(at), size, look)];
    }),
  ];
}
