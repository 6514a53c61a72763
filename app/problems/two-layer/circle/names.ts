import { type Mark, pathMark, type StrokeLayer, symbolsMark } from '../../../charts/display-list.ts';
import { axisText } from '../../../charts/frame.ts';
import { nameMark } from '../../../charts/place-labels.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { peakName } from '../../kit/peak-name.ts';
import { BAND, type Circle, pixelAt, radiusOfValue, TURN } from './geometry.ts';
import type { CircleInput } from './input.ts';

/** Writes +β and −β at the band's edges, farthest from the teacher's (else the right's) neurons. */
export function bandNames(circle: Circle, { palette, scale, beta, teacher, right }: CircleInput): Mark[] {
  if (!(beta > 0)) return [];
  const angles = (teacher ?? right)?.angles ?? [];
  let best = TURN / 8;
  let widest = -1;
  for (let k = 0; k < 12; k++) {
    // Near the diagonals, away from the axes' names; upper right first.
    const angle = ((3 * Math.floor(k / 3) + 1 + (k % 3) / 2) * TURN) / 12;
    let apart = 0.5;
    for (let j = 0; j < angles.length; j++)
      if (Number.isFinite(angles[j]!)) apart = Math.min(apart, Math.abs(Math.sin((angle - angles[j]!) / 2)));
    if (apart <= widest + 1e-9) continue;
    widest = apart;
    best = angle;
  }
  return ([1, -1] as const).map((sign): Mark => {
    const [x, y] = pixelAt(circle, best, circle.base + sign * (BAND * circle.room + 10 * scale));
    const name = { text: sign > 0 ? '+β' : '\u2212β', x, y, size: 13 * scale };
    return nameMark(name, palette.ink, { color: palette.paper, width: 2.5 * scale });
  });
}

/** Writes the height of the left's curve at its peak, inside the curve. */
export function leftPeak(circle: Circle, input: CircleInput): Mark[] {
  const { leftCurve: curve, beta, palette, scale } = input;
  if (!curve || !(beta > 0)) return [];
  let peak = 0;
  for (let k = 0; k < curve.length; k++) if (Math.abs(curve[k]!) > Math.abs(curve[peak]!)) peak = k;
  const value = curve[peak]!;
  const radius = radiusOfValue(circle, value, beta) - 13 * scale * Math.sign(value);
  return peakName(
    Math.abs(value) / beta,
    pixelAt(circle, (peak * TURN) / curve.length, radius),
    palette.leftText,
    input,
  );
}

/** Writes degrees and columns around the rim, the axis in one corner, the key in the others. */
export function frameTexts(circle: Circle, input: CircleInput): Mark[] {
  const { width, height, palette, scale, axes, names } = input;
  const { cx, cy, rim } = circle;
  const line = 10 * scale;
  const marks: Mark[] = [];
  /** Writes degrees and a column's name, centred and optionally turned; returns half the width. */
  const around = (degrees: string, name: string, x: number, y: number, turned: boolean) => {
    const size = 12 * scale;
    const gap = name === '' ? 0 : 5 * scale;
    const wide = textWidth(degrees, size) + gap + textWidth(name, size);
    const along = -wide / 2 + textWidth(degrees, size) + gap;
    // Text turned by -90 degrees runs upwards.
    const at = (by: number) => (turned ? ([x, y - by] as const) : ([x + by, y] as const));
    const options = turned ? { rotate: -90 } : {};
    marks.push(axisText(input, degrees, ...at(-wide / 2), 'start', options));
    if (name !== '') marks.push(axisText(input, name, ...at(along), 'start', { ...options, strong: true }));
    return wide / 2;
  };
  const top = around('90°', axes.y, cx, cy - rim - line, false);
  around('0°', axes.x, cx + rim + line, cy, true);
  around('180°', '', cx - rim - line, cy, true);

  const glyph = 30 * scale;
  const star = 22 * scale;
  /** Returns the factor that fits a text to its room. */
  const shrink = (text: string, room: number) =>
    Math.min(1, Math.max(1, room) / Math.max(1, textWidth(text, 13 * scale)));
  // Above the degrees both names share the whole width.
  const isAbove = cy - rim - 2 * line >= 15 * scale;
  const upper = isAbove
    ? shrink(axes.direction + names.teacher, width - star - 12 * scale)
    : Math.min(
        shrink(axes.direction, cx - top - 8 * scale),
        shrink(names.teacher, cx - top - 8 * scale - star),
      );
  const longest = textWidth(names.left, 1) > textWidth(names.right, 1) ? names.left : names.right;
  const bottom = textWidth('270°', 12 * scale) / 2;
  // Long names replace the degrees between them.
  const spare = shrink(longest, cx - bottom - 8 * scale - glyph) === 1;
  if (spare) around('270°', '', cx, cy + rim + line, false);
  const lower = spare ? 1 : shrink(longest, cx - 6 * scale - glyph);

  /** Writes a corner's text; returns its symbol's centre, at the outer end. */
  const corner = (text: string, right: boolean, below: boolean, mark: number) => {
    const size = 13 * scale * (below ? lower : upper);
    const y = below ? height - line : line;
    const x = right ? width - mark - 2 : mark + 2;
    marks.push({ ...axisText(input, text, x, y, right ? 'end' : 'start', { strong: true }), size });
    return { x: right ? width - mark / 2 - 2 : mark / 2, y };
  };
  corner(axes.direction, false, false, 0);
  const strokeAt = ({ x, y }: { x: number; y: number }, stroke: StrokeLayer): Mark =>
    pathMark([[x - 11 * scale, y, x + 11 * scale, y]], [stroke]);
  if (input.teacher) {
    const at = corner(names.teacher, true, false, star);
    marks.push(
      symbolsMark('star', [at.x, at.y], 15 * scale, {
        fill: palette.plant,
        strokes: [{ color: palette.ink, width: 2 * scale }],
      }),
    );
  }
  if (input.left || input.leftCurve) {
    const at = corner(names.left, false, true, glyph);
    marks.push(
      strokeAt(at, { color: palette.leftPath, width: 1.4 * scale, cap: 'butt' }),
      symbolsMark('dot', [at.x, at.y], 8 * scale, {
        fill: palette.leftPath,
        strokes: [{ color: palette.paper, width: 2.4 * scale }],
      }),
    );
  }
  if (input.right || input.rightCurve) {
    const at = corner(names.right, true, true, glyph);
    const dash = [7 * scale, 8 * scale];
    marks.push(
      strokeAt(at, { color: palette.rightPath, width: 2.4 * scale, cap: 'butt', dash }),
      symbolsMark('square', [at.x, at.y], 9 * scale, {
        fill: palette.rightPath,
        strokes: [{ color: palette.paper, width: 2.4 * scale }],
      }),
    );
  }
  return marks;
}
