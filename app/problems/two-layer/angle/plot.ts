import type { DisplayList, Mark } from '../../../charts/display-list.ts';
import { axisText, hairline, outline, type Tick } from '../../../charts/frame.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { formatLevel } from '../../../charts/number-label.ts';
import { wrapText } from '../../../charts/text-lines.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawChart } from '../../kit/chart.ts';
import { deadSymbols, threadStrokes } from '../circle-symbols.ts';
import type { AngleInput, AngleNeurons } from './input.ts';
import { isRoomy, keyMarks, keyRows, ROW, STAR, star, symbol } from './key.ts';

/** Returns length and output weight of neuron j of a flat network (m x d first-layer weights, then m output weights). */
function sizesOf(network: ArrayLike<number>, columns: number, j: number): { length: number; alpha: number } {
  let squares = 0;
  for (let i = 0; i < columns; i++) squares += network[j * columns + i]! ** 2;
  return { length: Math.sqrt(squares), alpha: network[(network.length / (columns + 1)) * columns + j]! };
}

/**
 * Returns each neuron's strength, and its angle in degrees to the nearest target with its sign of output weight: infinite if there is none,
 * NaN without a direction. Both networks are flat with equal columns; zero and non-finite targets are skipped. The angle is 2 atan2(||a -
 * b||, ||a + b||) of the unit vectors (Kahan), accurate for the smallest.
 */
export function anglesTo(
  network: ArrayLike<number>,
  targets: ArrayLike<number>,
  columns: number,
): { angles: Float64Array; strengths: Float64Array } {
  const m = network.length / (columns + 1);
  const angles = new Float64Array(m).fill(Number.NaN);
  const strengths = new Float64Array(m);
  const known = Array.from({ length: targets.length / (columns + 1) }, (_, t) =>
    sizesOf(targets, columns, t),
  );
  for (let j = 0; j < m; j++) {
    const { length, alpha } = sizesOf(network, columns, j);
    strengths[j] = alpha * length;
    if (!Number.isFinite(length) || length === 0) continue;
    let nearest = Number.POSITIVE_INFINITY;
    known.forEach((target, t) => {
      if (!(target.length > 0 && target.length < Number.POSITIVE_INFINITY && target.alpha * alpha > 0))
        return;
      let [apart, along] = [0, 0];
      for (let i = 0; i < columns; i++) {
        const [a, b] = [network[j * columns + i]! / length, targets[t * columns + i]! / target.length];
        apart += (a - b) ** 2;
        along += (a + b) ** 2;
      }
      nearest = Math.min(nearest, (360 / Math.PI) * Math.atan2(Math.sqrt(apart), Math.sqrt(along)));
    });
    angles[j] = nearest;
  }
  return { angles, strengths };
}

/** Returns the strongest neuron of each sign as a flat network, the positive first. */
export function strongestOfEachSign(network: ArrayLike<number>, columns: number): Float64Array<ArrayBuffer> {
  const m = network.length / (columns + 1);
  const best = [-1, -1];
  const most = [0, 0];
  for (let j = 0; j < m; j++) {
    const { length, alpha } = sizesOf(network, columns, j);
    const strength = Math.abs(alpha) * length;
    const sign = alpha > 0 ? 0 : 1;
    if (!(strength > most[sign]! && strength < Number.POSITIVE_INFINITY)) continue;
    most[sign] = strength;
    best[sign] = j;
  }
  const chosen = best.filter((j) => j >= 0);
  const flat = new Float64Array(chosen.length * (columns + 1));
  chosen.forEach((j, at) => {
    for (let i = 0; i < columns; i++) flat[at * columns + i] = network[j * columns + i]!;
    flat[chosen.length * columns + at] = network[m * columns + j]!;
  });
  return flat;
}

/** Line height of a name in pixels at scale 1. */
const LINE = 15;

/** Share of the height at the unit of strength. */
const UNIT = 0.78;

/** Pixels at scale 1 by which stars are shifted by sign. */
const APART = 7;

/** The plot in pixels: 0 to 180 degrees with a margin, and the strip. */
interface Field {
  readonly left: number;
  readonly right: number;
  readonly upper: number;
  readonly bottom: number;
  /** Lines of the x axis' name. */
  readonly name: readonly string[];
  /** Left end of the strip. */
  readonly strip: number;
  /** Labelled strengths, most important first. */
  readonly rows: readonly { readonly value: number; readonly label: string }[];
  /** Accepts infinity. */
  x(degrees: number): number;
  y(strength: number): number;
}

function fieldOf(input: AngleInput): Field {
  const { width, height, scale, unit: given, beyond } = input;
  const unit = given > 0 && given < Number.POSITIVE_INFINITY ? given : 1;
  const rows = levels(unit).map((value) => ({ value, label: formatLevel(value) }));
  const left = Math.max(...rows.map(({ label }) => textWidth(label, 12 * scale))) + 12 * scale;
  const right = Math.max(left + 1, width - 10);
  const upper = (24 + ROW * (keyRows(input).length - 1)) * scale;
  const style = { font: 'sans', size: 12 * scale, weight: 600, color: '' } as const;
  const name = isRoomy(input) ? wrapText(input.axes.x, right - 8 * scale, style) : [input.axes.x];
  const bottom = Math.max(upper + 1, height - (42 + LINE * (name.length - 1)) * scale);
  const strip = beyond === null ? right : right - textWidth(beyond, 12 * scale) - 16 * scale;
  // Room for whole symbols at 0 and 180 degrees.
  const room = (STAR + 8) * scale;
  return {
    left,
    right,
    upper,
    bottom,
    name,
    strip,
    rows,
    x: (degrees) =>
      degrees === Number.POSITIVE_INFINITY
        ? (strip + right) / 2
        : left + room + (degrees / 180) * (strip - left - 2 * room),
    y: (strength) => bottom - compress(Math.sqrt(Math.abs(strength) / unit)) * (bottom - upper),
  };
}

/** Maps to a share of the height: linear up to t = 1, where it is UNIT; tends to 1. */
function compress(t: number): number {
  return t <= 1 ? UNIT * t : 1 - (1 - UNIT) / (1 + (UNIT / (1 - UNIT)) * (t - 1));
}

/**
 * Draws neurons of any number of columns: angle to the nearest target against strength. Height is the square root of strength, ||w|| for a
 * balanced neuron.
 */
export function drawAngles(input: AngleInput): DisplayList {
  const field = fieldOf(input);
  return [
    outline(input),
    ...groundMarks(field, input),
    ...trailMarks(field, input),
    ...stemMarks(field, input),
    ...teacherMarks(field, input),
    ...neuronMarks(field, input),
    ...keyMarks(input),
  ];
}

/** Returns 0, then 1, 2, 5 times powers of ten from `unit` down to its hundredth, then up to its tenfold. */
function levels(unit: number): number[] {
  const below: number[] = [];
  const above: number[] = [];
  for (let power = Math.floor(Math.log10(unit)) - 2; power <= Math.log10(unit) + 1; power++)
    for (const digit of [1, 2, 5]) {
      const value = digit * 10 ** power;
      if (value <= unit) below.unshift(value);
      else if (value <= 10 * unit) above.push(value);
    }
  return [0, ...below, ...above];
}

function groundMarks(field: Field, input: AngleInput): Mark[] {
  const { left, right, upper, bottom, name, strip, rows, x, y } = field;
  const { palette, scale, beyond } = input;
  const foot = bottom + 12 * scale;
  const wide = textWidth('180°', 12 * scale) + 4 * scale;
  const shrink = Math.min(1, Math.max(1, x(45) - x(0)) / wide);
  // If all five would shrink and there is height, label every second.
  const every = shrink < 1 && isRoomy(input) ? 90 : 45;
  const rect = { x: left, y: upper, width: right - left, height: bottom - upper };
  const named: Tick[] = [];
  for (const { value, label } of rows) {
    const at = y(value);
    if (named.every((other) => Math.abs(other.at - at) >= 15 * scale)) named.push({ label, at });
  }
  const beside: Mark[] =
    beyond === null
      ? []
      : [
          {
            role: 'strip',
            kind: 'rect',
            rect: { ...rect, x: strip, width: right - strip },
            fill: palette.ink,
            opacity: 0.06,
          },
          axisText(input, beyond, (strip + right) / 2, foot, 'middle'),
        ];
  return [
    ...[0, 45, 90, 135, 180].flatMap((degrees): Mark[] => {
      const at = x(degrees);
      const text = axisText(input, `${degrees}°`, at, foot, 'middle');
      const line = hairline(palette, at, upper, at, bottom);
      if (degrees % every > 0) return [line];
      return [line, { ...text, size: every === 90 ? text.size : text.size * shrink }];
    }),
    ...drawChart(input, { rect, y: { ticks: named } }),
    ...beside,
    ...name.map((line, i) =>
      axisText(input, line, right, bottom + (30 + LINE * i) * scale, 'end', {
        strong: true,
        room: right - 8 * scale,
      }),
    ),
  ];
}

function isDrawn(angle: number, strength: number): boolean {
  return !Number.isNaN(angle) && Number.isFinite(strength) && strength !== 0;
}

/** Returns neurons' pixels by sign of output weight, and of dead ones. */
function placesOf(
  { x, y }: Field,
  { angles, strengths }: AngleNeurons,
  dead: ArrayLike<number>,
): Record<'positive' | 'negative' | 'dead', number[]> {
  const places = { positive: [] as number[], negative: [] as number[], dead: [] as number[] };
  for (let j = 0; j < angles.length; j++) {
    const [angle, strength] = [angles[j]!, strengths[j]!];
    if (!isDrawn(angle, strength)) continue;
    places[dead[j] ? 'dead' : strength > 0 ? 'positive' : 'negative'].push(x(angle), y(strength));
  }
  return places;
}

/** Opacity of a trail's parts by age, oldest first. */
const AGES = [0.5, 0.75, 1];

function trailMarks({ x, y }: Field, { palette, scale, trails, neurons }: AngleInput): Mark[] {
  if (!neurons) return [];
  const bands: number[][][] = AGES.map(() => []);
  trails.forEach((trail, j) => {
    const whole = [...Array.from(trail), neurons.angles[j]!, neurons.strengths[j]!];
    const count = whole.length / 2;
    for (let age = 0; age < AGES.length; age++) {
      const from = Math.floor((age * (count - 1)) / AGES.length);
      const to = Math.floor(((age + 1) * (count - 1)) / AGES.length);
      let line: number[] = [];
      for (let k = from; k <= to; k++) {
        const [angle, strength] = [whole[2 * k]!, whole[2 * k + 1]!];
        const drawn = isDrawn(angle, strength);
        // A change of sign changes the target: a jump.
        if (!drawn || (k > from && strength * whole[2 * k - 1]! < 0)) line = [];
        if (!drawn) continue;
        if (line.length === 0) bands[age]!.push(line);
        line.push(x(angle), y(strength));
      }
    }
  });
  const width = trails.length > 30 ? 1.4 : 2;
  return bands.flatMap((all, age): Mark[] => {
    const lines = all.filter(({ length }) => length >= 4);
    const strokes = threadStrokes(width, { palette, scale });
    return lines.length === 0 ? [] : [{ kind: 'path', lines, strokes, opacity: AGES[age]! }];
  });
}

function stemMarks(field: Field, { palette, scale, side, neurons }: AngleInput): Mark[] {
  if (side === 'left' || !neurons) return [];
  const { positive, negative } = placesOf(field, neurons, []);
  const at = [...positive, ...negative];
  const lines: number[][] = [];
  for (let k = 0; k < at.length; k += 2) lines.push([at[k]!, field.bottom, at[k]!, at[k + 1]!]);
  const width = (lines.length > 40 ? 1 : 1.6) * scale;
  const strokes = [{ color: palette.rightPath, width, cap: 'butt' as const }];
  return [{ role: 'stems-right', kind: 'path', lines, strokes, opacity: 0.6 }];
}

/** Draws the teacher's stars, shifted if both signs exist, so that equal strengths do not overlap. */
function teacherMarks(field: Field, input: AngleInput): Mark[] {
  const { teacher, scale } = input;
  if (!teacher) return [];
  const { positive, negative } = placesOf(
    field,
    { angles: new Float64Array(teacher.length), strengths: teacher },
    [],
  );
  const apart = positive.length > 0 && negative.length > 0 ? APART * scale : 0;
  const moved = (points: readonly number[], by: number) =>
    points.map((value, i) => (i % 2 === 0 ? value + by : value));
  return [
    star(false, moved(negative, apart), 2 * STAR * scale, input),
    star(true, moved(positive, -apart), 2 * STAR * scale, input),
  ];
}

function neuronMarks(field: Field, input: AngleInput): Mark[] {
  const { neurons, dead, side, scale } = input;
  if (!neurons) return [];
  const places = placesOf(field, neurons, dead);
  const count = (places.positive.length + places.negative.length + places.dead.length) / 2;
  const size = (count > 120 ? 4.5 : count > 40 ? 6 : 8) * scale;
  const { shape, color } = sideStyle(side, input);
  return [
    ...deadSymbols(places.dead, size, input),
    { ...symbol(shape, false, places.negative, size, color, input), role: `neurons-negative-${side}` },
    { ...symbol(shape, true, places.positive, size, color, input), role: `neurons-positive-${side}` },
  ];
}
