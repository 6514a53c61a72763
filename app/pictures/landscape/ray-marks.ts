import type { ScaleContinuousNumeric } from 'd3-scale';
import type { SideName } from '../../../engine/contract.ts';
import { type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import type { Drawing, Frame } from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { covered, nameMark } from '../../charts/place-labels.ts';
import { textWidth } from '../../charts/text-width.ts';
import { placeCurveNames } from '../curve/curve-names.ts';

/** A possible future of a side, value * factor^(step - from): straight on a log axis. Two from one start bound a wedge. */
export interface CurveRay {
  readonly side: SideName;
  /** Start in axis units, and its value, above 0. */
  readonly from: number;
  readonly value: number;
  /** At least 0, which falls vertically. */
  readonly factor: number;
  readonly label?: string;
}

/** Rays with their drawing code, which loads with them. */
export interface CurveRays {
  readonly all: readonly CurveRay[];
  readonly pen: typeof rayMarks;
}

type Scale = ScaleContinuousNumeric<number, number>;
type Line = readonly [x0: number, y0: number, x1: number, y1: number];

/** Returns a ray's line until it leaves the plot; null if out of view. */
function lineOf({ from, value, factor }: CurveRay, { rect, right, bottom }: Frame, x: Scale, y: Scale) {
  const [x0, y0] = [x(from), y(value)];
  const fall = Math.log10(factor) * (y(10) - y(1)) * (x.domain()[1]! - from);
  if (!(value > 0 && x0 < right && y0 >= rect.y && y0 <= bottom) || Number.isNaN(fall)) return null;
  const edge = fall > 0 ? bottom : rect.y;
  const share = Math.abs(fall) <= Math.abs(edge - y0) ? 1 : (edge - y0) / fall;
  return [x0, y0, x0 + share * (right - x0), share < 1 ? edge : y0 + fall] as Line;
}

/** Draws thin dashed lines, a faint wedge between two from one start, and at most two names that cover nothing in `taken`. */
export function rayMarks(
  rays: readonly CurveRay[],
  frame: Frame,
  [x, y]: readonly [Scale, Scale],
  drawing: Drawing,
  taken: readonly Rect[],
): { readonly lines: readonly Mark[]; readonly names: readonly Mark[] } {
  const { rect, right, palette, scale } = frame;
  const seen = rays.flatMap((ray) => {
    const line = lineOf(ray, frame, x, y);
    return line ? [{ ...ray, line, color: sideStyle(ray.side, drawing).text }] : [];
  });
  const wedges = seen.flatMap(({ side, from, value, line, color }, i) => {
    const other = seen
      .slice(0, i)
      .find((one) => one.side === side && one.from === from && one.value === value);
    if (!other) return [];
    const [x0, y0, ...ends] = [...line, ...other.line.slice(2)];
    // If only one leaves by the right edge, the corner is between them.
    const early = [line, other.line].filter(([, , end]) => end < right);
    const corner = early.length === 1 ? [right, early[0]![3]] : [];
    const outline = [x0!, y0!, ...ends.slice(0, 2), ...corner, ...ends.slice(2)];
    return [pathMark([outline], [], { role: 'band', closed: true, fill: color, opacity: 0.12 })];
  });
  const size = 11 * scale;
  const named = seen.filter(({ label }) => label).slice(0, 2);
  const wide = named.map(({ label }) => 1.03 * textWidth(label!, size));
  const places = placeCurveNames(
    named.map(({ line }, i) => ({ wide: wide[i]!, lines: [line], x: line[2], y: line[3] })),
    rect,
    size,
    6 * scale,
    taken,
  );
  return {
    lines: [
      ...wedges,
      ...seen.map(({ line, color }) =>
        pathMark([line], [penStroke(color, 1.2 * scale, { dash: [4 * scale, 3 * scale], cap: 'butt' })], {
          role: 'band-edge',
        }),
      ),
    ],
    names: named.flatMap(({ label, color }, i) => {
      const { x, y } = places[i]!;
      const box = { x, y: y - 0.5 * size, width: wide[i]!, height: size };
      if (covered(box, taken) > 0) return [];
      const at = { text: label!, x: x + wide[i]! / 2, y, size };
      return [nameMark(at, color, { color: palette.paper, width: 3 * scale })];
    }),
  };
}
