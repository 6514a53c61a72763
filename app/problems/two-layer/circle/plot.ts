import type { DrawStyle } from '../../../charts/colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  type StrokeLayer,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { deadSymbols, matchStrokes, ringSymbol, signedSymbols } from '../circle-symbols.ts';
import {
  arc,
  BAND,
  type Circle,
  type CircleNeurons,
  circleIn,
  largest,
  pixelAt,
  pixelsOf,
  radiusOfStrength,
  radiusOfValue,
  TURN,
} from './geometry.ts';
import { type CircleInput, unitOf } from './input.ts';
import { bandNames, frameTexts, leftPeak } from './names.ts';
import { type CircleStudents, chosenPathMarks, trailMarks } from './trails.ts';

/**
 * Draws the circle of directions. The base circle is zero, positive is outside, for the dual curves with their band ±beta and for the
 * neurons, so an optimal neuron lies where the curve touches the edge of its sign. Curves are compressed beyond the band. A neuron's
 * distance is the square root of its strength, ||w|| for a balanced neuron.
 */
export function drawCircle(input: CircleInput): DisplayList {
  const circle = circleIn(input.width, input.height, input.scale);
  return [
    ...groundMarks(circle, input),
    ...curveMarks(circle, input),
    ...neuronMarks(circle, input),
    ...bandNames(circle, input),
    ...leftPeak(circle, input),
    ...frameTexts(circle, input),
  ];
}

export function bandMarks(circle: Circle, { palette }: Pick<DrawStyle, 'palette'>): Mark[] {
  const { cx: x, cy: y, base, room } = circle;
  const [inner, outer] = [base - BAND * room, base + BAND * room];
  const strokes: StrokeLayer[] = [{ color: palette.ink, width: 1, opacity: 0.45, cap: 'butt' }];
  return [
    // Opposite directions keep the hole empty under the non-zero rule.
    {
      role: 'band',
      kind: 'path',
      lines: [arc(circle, outer, 0, TURN), arc(circle, inner, TURN, 0)],
      closed: true,
      fill: palette.ink,
      opacity: 0.07,
    },
    ...[inner, outer].map((r): Mark => ({ role: 'band-edge', kind: 'circle', x, y, r, strokes })),
  ];
}

function groundMarks(circle: Circle, { palette, scale, beta }: CircleInput): Mark[] {
  const { cx, cy, rim, base } = circle;
  const rule: StrokeLayer = { color: palette.hairline, width: palette.rule, cap: 'butt' };
  const marks: Mark[] = [{ kind: 'circle', x: cx, y: cy, r: rim, strokes: [rule] }];
  if (beta > 0) marks.push(...bandMarks(circle, { palette }));
  const ticks = Array.from({ length: 8 }, (_, k) => {
    const angle = (k * TURN) / 8;
    return [rim, rim - (k % 2 === 0 ? 8 : 5) * scale].flatMap((radius) => pixelAt(circle, angle, radius));
  });
  marks.push(
    pathMark(
      [
        [cx - rim, cy, cx + rim, cy],
        [cx, cy - rim, cx, cy + rim],
      ],
      [rule],
    ),
    { kind: 'path', lines: ticks, strokes: [{ color: palette.muted, width: palette.rule, cap: 'butt' }] },
    { kind: 'circle', x: cx, y: cy, r: base, strokes: [{ color: palette.muted, width: 1.2 * scale }] },
  );
  return marks;
}

/** Draws both dual curves, and tints the right's excess over the band, where a neuron is missing. */
function curveMarks(circle: Circle, { palette, scale, beta, leftCurve, rightCurve }: CircleInput): Mark[] {
  const unit = beta > 0 ? beta : largest([leftCurve, rightCurve]);
  const marks: Mark[] = [];
  if (rightCurve && beta > 0) {
    const lines = excesses(circle, rightCurve, beta);
    if (lines.length > 0)
      marks.push({
        role: 'excess',
        kind: 'path',
        lines,
        closed: true,
        fill: palette.rightPath,
        opacity: 0.18,
      });
  }
  const casing = { color: palette.paper, cap: 'butt', opacity: 0.85 } as const;
  if (leftCurve)
    marks.push(
      pathMark(
        curveLines(circle, leftCurve, unit),
        [{ ...casing, width: 3.2 * scale }, penStroke(palette.leftPath, 1.4 * scale, { cap: 'butt' })],
        { role: 'dual-curve-left' },
      ),
    );
  if (rightCurve)
    marks.push(
      pathMark(
        curveLines(circle, rightCurve, unit),
        [
          { ...casing, width: 4.4 * scale },
          penStroke(palette.rightPath, 2.4 * scale, { dash: [9 * scale, 5 * scale], cap: 'butt' }),
        ],
        { role: 'dual-curve-right' },
      ),
    );
  return marks;
}

/** Returns a curve's polylines around the circle, broken at non-finite values. */
function curveLines(circle: Circle, values: ArrayLike<number>, unit: number): number[][] {
  const { cx, cy } = circle;
  const count = values.length;
  const lines: number[][] = [];
  let line: number[] = [];
  for (let k = 0; k <= count && count > 0; k++) {
    const value = values[k % count]!;
    if (Number.isFinite(value)) {
      if (line.length === 0) lines.push(line);
      const angle = (k * TURN) / count;
      const radius = radiusOfValue(circle, value, unit);
      line.push(cx + radius * Math.cos(angle), cy - radius * Math.sin(angle));
    } else line = [];
  }
  return lines.filter(({ length }) => length >= 4);
}

/** Returns the areas of a curve outside the band, as loops for the non-zero rule. */
function excesses(circle: Circle, values: ArrayLike<number>, beta: number): number[][] {
  const count = values.length;
  /** Returns a value's sign outside the band; 0 inside and for NaN. */
  const sideOf = (k: number) => (Math.abs(values[k % count]!) > beta ? Math.sign(values[k % count]!) : 0);
  const along = (from: number, to: number) => {
    const line: number[] = [];
    for (let k = from; k <= to; k++)
      line.push(...pixelAt(circle, (k * TURN) / count, radiusOfValue(circle, values[k % count]!, beta)));
    return line;
  };
  const edge = (sign: number) => radiusOfValue(circle, sign * beta, beta);
  let start = 0;
  while (start < count && sideOf(start) === sideOf(start + 1)) start++;
  if (start === count) {
    const sign = count > 0 ? sideOf(0) : 0;
    // Entirely outside, the edge is the hole inside the curve, or the reverse.
    return sign === 0 ? [] : [along(0, count), arc(circle, edge(sign), TURN, 0)];
  }
  const polygons: number[][] = [];
  for (let k = start + 1; k <= start + count; ) {
    const sign = sideOf(k);
    const from = k;
    while (k <= start + count && sideOf(k) === sign) k++;
    if (sign === 0) continue;
    const back = arc(circle, edge(sign), (k * TURN) / count, ((from - 1) * TURN) / count);
    polygons.push([...along(from, k - 1), ...back]);
  }
  return polygons;
}

/** Returns neurons' pixels by sign of output weight, and stems from the base circle. */
function tips(circle: Circle, neurons: CircleNeurons, unit: number) {
  const positive: number[] = [];
  const negative: number[] = [];
  const stems: number[][] = [];
  const pixels = pixelsOf(circle, neurons, unit);
  for (let j = 0; j < neurons.angles.length; j++) {
    const strength = neurons.strengths[j]!;
    const [x, y] = [pixels[2 * j]!, pixels[2 * j + 1]!];
    if (!Number.isFinite(x + y + strength)) continue;
    (strength > 0 ? positive : negative).push(x, y);
    stems.push([...pixelAt(circle, neurons.angles[j]!, circle.base), x, y]);
  }
  return { positive, negative, stems };
}

function symbolSize(count: number, scale: number): number {
  return (count > 120 ? 4.5 : count > 40 ? 6 : 8) * scale;
}

export const teacherMark = (
  sign: 'positive' | 'negative',
  points: readonly number[],
  { palette, scale }: DrawStyle,
): Mark =>
  symbolsMark('star', points, 20 * scale, {
    role: `teacher-${sign}`,
    fill: sign === 'positive' ? palette.plant : palette.paper,
    strokes: [{ color: palette.ink, width: 2.4 * scale }],
  });

/** Draws teacher, matches, trails, program, descent, so that descent lies on its targets. */
function neuronMarks(circle: Circle, input: CircleInput): Mark[] {
  const { palette, scale, teacher, left, right, matches } = input;
  const { paper } = palette;
  const unit = unitOf(input);
  const marks: Mark[] = [];
  if (teacher) {
    const at = tips(circle, teacher, unit);
    const stem = { color: palette.plantBand, width: 7 * scale, cap: 'butt' } as const;
    marks.push(
      pathMark(at.stems, [{ color: paper, width: 9 * scale, cap: 'butt' }, stem], { role: 'stems-planted' }),
      ...(left ? matchMarks(circle, teacher, left, matches, unit, input) : []),
      teacherMark('negative', at.negative, input),
      teacherMark('positive', at.positive, input),
    );
  }
  if (left)
    marks.push(...trailMarks(circle, left, unit, input), ...chosenPathMarks(circle, left, unit, input));
  if (right) {
    const at = tips(circle, right, unit);
    const count = at.stems.length;
    const width = (count > 40 ? 1.5 : count > 12 ? 2.2 : 3) * scale;
    marks.push(
      pathMark(
        at.stems,
        [
          penStroke(paper, width + 2 * scale, { cap: 'butt' }),
          penStroke(palette.rightPath, width, { cap: 'butt' }),
        ],
        { role: 'stems-right' },
      ),
      ...signedSymbols('right', at, symbolSize(count, scale) + 1.5 * scale, input),
    );
  }
  if (left) marks.push(...studentMarks(circle, left, unit, input));
  return marks;
}

function matchMarks(
  circle: Circle,
  teacher: CircleNeurons,
  left: CircleNeurons,
  matches: ArrayLike<number>,
  unit: number,
  style: CircleInput,
): Mark[] {
  const tipOf = ({ angles, strengths }: CircleNeurons, j: number) =>
    pixelAt(circle, angles[j]!, radiusOfStrength(circle, strengths[j]!, unit));
  const lines: number[][] = [];
  for (let i = 0; i + 1 < matches.length; i += 2) {
    const line = [...tipOf(teacher, matches[i]!), ...tipOf(left, matches[i + 1]!)];
    if (line.every(Number.isFinite)) lines.push(line);
  }
  return lines.length === 0 ? [] : [{ role: 'match', kind: 'path', lines, strokes: matchStrokes(style) }];
}

/** Draws descent's neurons: discs by sign, dead ones as crossed grey rings, the chosen one ringed. */
function studentMarks(circle: Circle, students: CircleStudents, unit: number, style: CircleInput): Mark[] {
  const { angles, strengths, dead, chosen, pointed } = students;
  const size = symbolSize(angles.length, style.scale);
  const alive = { angles: Array.from(angles), strengths };
  const crosses: number[] = [];
  const at = (j: number): number[] =>
    Number.isFinite((angles[j] ?? Number.NaN) + (strengths[j] ?? Number.NaN))
      ? pixelAt(circle, angles[j]!, radiusOfStrength(circle, strengths[j]!, unit))
      : [];
  for (let j = 0; j < dead.length; j++) {
    if (!dead[j]) continue;
    alive.angles[j] = Number.NaN;
    crosses.push(...at(j));
  }
  return [
    ...deadSymbols(crosses, size, style),
    ringSymbol(at(pointed === chosen ? -1 : pointed), size, false, style),
    ringSymbol(at(chosen), size, true, style),
    ...signedSymbols('left', tips(circle, alive, unit), size, style),
  ];
}
