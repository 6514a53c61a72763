import type { SideName } from '../../../../engine/contract.ts';
import { chartAxes, chartRect } from '../../../charts/chart-axes.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  type StrokeLayer,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { type AxisNames, clipped, type Drawing, outline } from '../../../charts/frame.ts';
import { createPlane, type Plane, type View } from '../../../charts/geometry.ts';
import { keyLine, stretch } from '../../../charts/marks/key-marks.ts';
import type { MarkRole } from '../../../charts/marks/roles.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';

/** A network over one input. */
export interface OutputCurve {
  /** Output at every x of `xs`. Non-finite values leave a gap. */
  readonly values: ArrayLike<number>;
  readonly label: string;
  /** Hinges, marked on the x axis; only finite ones in the window are drawn. */
  readonly kinks: ArrayLike<number>;
}

export interface OutputInput extends Drawing {
  /** Samples, flat [x, y, ...]. */
  readonly points: ArrayLike<number>;
  readonly axes: AxisNames;
  /** Ascending x; including kinks makes a curve exact. `outputWindow` gives the visible range. */
  readonly xs: ArrayLike<number>;
  readonly teacher: OutputCurve | null;
  readonly left: OutputCurve | null;
  readonly right: OutputCurve | null;
}

/** Returns a window around finite samples (flat [x, y, ...]) with a margin and y = 0. */
export function outputWindow(points: ArrayLike<number>): View {
  let [x0, x1, y0, y1] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (!Number.isFinite(x + y)) continue;
    [x0, x1] = [Math.min(x0, x), Math.max(x1, x)];
    [y0, y1] = [Math.min(y0, y), Math.max(y1, y)];
  }
  if (x0 > x1) [x0, x1] = [0, 0];
  if (x0 === x1) [x0, x1] = [x0 - 1, x1 + 1];
  if (y0 === y1) y1 = 1;
  const dx = x1 - x0;
  const dy = y1 - y0;
  return { x0: x0 - 0.08 * dx, x1: x1 + 0.08 * dx, y0: y0 - 0.14 * dy, y1: y1 + 0.14 * dy };
}

interface Side {
  readonly role: MarkRole;
  readonly curve: OutputCurve;
  readonly strokes: readonly StrokeLayer[];
  readonly text: string;
}

/** Draws one-feature samples, the teacher's band below, both networks on top. */
export function drawOutputs(input: OutputInput): DisplayList {
  const { width, height, scale, palette, points, xs } = input;
  const view = outputWindow(points);
  const plane = createPlane(view, chartRect(width, height, scale, view));
  const { rect } = plane;
  const side = (name: 'teacher' | SideName, text: string, ...strokes: StrokeLayer[]): Side[] => {
    const curve = input[name];
    return curve ? [{ role: `curve-${name}`, curve, strokes, text }] : [];
  };
  const [left, right] = [sideStyle('left', input), sideStyle('right', input)];
  const line = 2.6 * scale;
  const sides = [
    ...side('teacher', palette.plantInk, { color: palette.plantBand, width: 8 * scale }),
    ...side('left', left.text, { color: left.color, width: line }),
    ...side('right', right.text, right.line(line)),
  ];
  const lines = sides.map(({ curve }) => curveLines(xs, curve.values, plane));
  const inside: Mark[] = sides.map(({ role, strokes }, i) => pathMark(lines[i]!, strokes, { role }));
  const dots = plane.toPixels(points);
  inside.push(
    symbolsMark(
      'dot',
      dots,
      (dots.length > 400 ? 4 : dots.length > 120 ? 6 : dots.length > 60 ? 7 : 9) * scale,
      {
        role: 'samples',
        fill: palette.paper,
        strokes: [{ color: palette.ink, width: 2.6 * scale }],
        opacity: dots.length > 400 ? 0.6 : 1,
      },
    ),
  );
  const key = sides.map(({ curve: { label }, strokes, text }) => {
    const butt = strokes.map((stroke) => ({ ...stroke, cap: 'butt' as const }));
    return { label, color: text, sign: stretch(22 * scale, butt) };
  });
  return [
    outline(input),
    ...chartAxes(plane, input, input.axes),
    clipped(rect, inside),
    ...kinkMarks(plane, input),
    ...keyLine(input, Math.min(width, rect.x + rect.width), input.axes.y, 28 * scale, key),
  ];
}

/** Returns a curve's polylines, broken at non-finite values. */
function curveLines(xs: ArrayLike<number>, values: ArrayLike<number>, plane: Plane): number[][] {
  const lines: number[][] = [];
  let line: number[] = [];
  for (let k = 0; k < xs.length; k++) {
    const [x, y] = plane.toPixel(xs[k]!, values[k] ?? Number.NaN);
    if (Number.isFinite(x + y)) {
      if (line.length === 0) lines.push(line);
      line.push(x, y);
    } else line = [];
  }
  return lines.filter(({ length }) => length >= 4);
}

/** Draws hinges on the x axis: stems topped by the side's symbol. */
function kinkMarks(plane: Plane, input: OutputInput): Mark[] {
  const { palette, scale } = input;
  const { rect } = plane;
  const foot = rect.y + rect.height;
  return [
    { side: 'left', height: 8, size: 5 } as const,
    { side: 'right', height: 14, size: 6 } as const,
  ].flatMap(({ side, height, size }): Mark[] => {
    const { color, shape } = sideStyle(side, input);
    const curve = input[side];
    const role = `hinges-${side}` as const;
    const points: number[] = [];
    const lines: number[][] = [];
    for (let k = 0; k < (curve?.kinks.length ?? 0); k++) {
      const [x] = plane.toPixel(curve!.kinks[k]!, 0);
      // Also false for NaN.
      if (!(x >= rect.x && x <= rect.x + rect.width)) continue;
      const top = foot - height * scale;
      lines.push([x, foot, x, top]);
      points.push(x, top);
    }
    if (lines.length === 0) return [];
    const casing = { color: palette.paper, width: 2 * scale };
    return [
      { role, kind: 'path', lines, strokes: [{ color, width: 1.4 * scale, cap: 'butt' }] },
      { role, kind: 'symbols', shape, points, size: size * scale, fill: color, strokes: [casing] },
    ];
  });
}
