import { axisText, hairline, linearTicks, withoutCollisions } from './axis-marks.ts';
import type { DisplayList, Mark, SymbolShape, SymbolsMark } from './display-list.ts';
import type { Palette } from './palette.ts';
import { textWidth } from './text-width.ts';

/** Neurons of any number of columns, by where they stand to others. One that is not finite or adds nothing is not drawn. */
export interface AngleNeurons {
  /** Degrees from 0 to 180; infinite where there is nothing of its sign to be measured from. */
  readonly angles: ArrayLike<number>;
  /** |alpha| ||w|| with the sign of alpha. Zero is padding. */
  readonly strengths: ArrayLike<number>;
}

export interface AngleInput {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly palette: Palette;
  /** Descent's neurons are vermilion discs, the program's blue squares. */
  readonly side: 'left' | 'right';
  /** Null before there is anything to be measured from. */
  readonly neurons: AngleNeurons | null;
  /** Not 0 where no sample switches the neuron on; empty where none is dead. */
  readonly dead: ArrayLike<number>;
  /** Past places of each neuron, oldest first, flat [angle, strength, ...]; the present one need not be among them. */
  readonly trails: readonly ArrayLike<number>[];
  /** Strengths of the teacher's neurons, signed: stars at 0 degrees; null for none. */
  readonly teacher: ArrayLike<number> | null;
  /** The strength at the upper edge; what is stronger stands on the edge. Not above 0, or not finite: 1. */
  readonly top: number;
  /** Name of the strip beyond 180 degrees, for neurons with nothing of their sign to be measured from; null for no strip. */
  readonly beyond: string | null;
  readonly axes: { readonly x: string; readonly y: string };
  /** The words of the key. */
  readonly names: {
    readonly teacher: string;
    readonly positive: string;
    readonly negative: string;
    readonly dead: string;
  };
}

/** Length and output weight of neuron j of a flat network (m x d first-layer weights, then m output weights). */
function sizesOf(network: ArrayLike<number>, columns: number, j: number): { length: number; alpha: number } {
  let squares = 0;
  for (let i = 0; i < columns; i++) squares += network[j * columns + i]! ** 2;
  return { length: Math.sqrt(squares), alpha: network[(network.length / (columns + 1)) * columns + j]! };
}

/**
 * Each neuron's strength, and its angle to the nearest of the targets with the same sign of output weight. Both networks
 * are flat with as many columns; targets that add nothing, or are not finite, are passed over. The angle is
 * 2 atan2(||a - b||, ||a + b||) of the unit vectors (Kahan), exact for the smallest. NaN for a neuron without a direction.
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

/** The strongest neuron of each sign as a flat network of none, one or two neurons, the positive first. */
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

/** Pixels of the plot: from 0 to 180 degrees with a little room, and the strip beyond. */
interface Field {
  readonly left: number;
  readonly right: number;
  readonly upper: number;
  readonly bottom: number;
  /** Where the strip begins, on the right of the degrees. */
  readonly strip: number;
  /** Any angle, also an infinite one. */
  x(degrees: number): number;
  y(strength: number): number;
}

function fieldOf({ width, height, scale, top, beyond }: AngleInput): Field {
  const left = 44 * scale;
  const right = Math.max(left + 1, width - 10);
  const upper = 24 * scale;
  const bottom = Math.max(upper + 1, height - 42 * scale);
  const strip = beyond === null ? right : right - textWidth(beyond, 12 * scale) - 14 * scale;
  // What stands at 0 or at 180 degrees is not cut.
  const room = 13 * scale;
  const high = top > 0 && top < Number.POSITIVE_INFINITY ? top : 1;
  return {
    left,
    right,
    upper,
    bottom,
    strip,
    x: (degrees) =>
      degrees === Number.POSITIVE_INFINITY
        ? (strip + right) / 2
        : left + room + (degrees / 180) * (strip - left - 2 * room),
    y: (strength) => bottom - Math.min(1, Math.sqrt(Math.abs(strength) / high)) * (bottom - upper),
  };
}

/**
 * Neurons of any number of columns: how far each is turned from what it could have found, against its strength. Its
 * height is the square root of the strength, which for a balanced neuron is the length of w.
 */
export function drawAngles(input: AngleInput): DisplayList {
  const { width, height, palette } = input;
  const field = fieldOf(input);
  return [
    {
      kind: 'rect',
      rect: { x: 0.5, y: 0.5, width: width - 1, height: height - 1 },
      strokes: [{ color: palette.hairline, width: 1 }],
    },
    ...groundMarks(field, input),
    ...trailMarks(field, input),
    ...stemMarks(field, input),
    ...teacherMarks(field, input),
    ...neuronMarks(field, input),
    ...keyMarks(input),
  ];
}

/** The grid with its values, the axes' names above at the left and below at the right, and the strip. */
function groundMarks({ left, right, upper, bottom, strip, x, y }: Field, input: AngleInput): Mark[] {
  const { palette, scale, axes, beyond } = input;
  const marks: Mark[] = [];
  const foot = bottom + 12 * scale;
  const columns = [0, 45, 90, 135, 180].map((degrees) => ({ label: `${degrees}°`, at: x(degrees) }));
  for (const { at } of columns) marks.push(hairline(palette, at, upper, at, bottom));
  for (const { label, at } of withoutCollisions(columns, 12 * scale))
    marks.push(axisText(palette, scale, label, at, foot, 'middle'));
  const high = input.top > 0 && input.top < Number.POSITIVE_INFINITY ? input.top : 1;
  let free = Number.POSITIVE_INFINITY;
  for (const { value, label } of linearTicks(0, high, (bottom - upper) / (50 * scale))) {
    const at = y(value);
    if (at > free) continue;
    free = at - 15 * scale;
    marks.push(hairline(palette, left, at, right, at));
    marks.push(axisText(palette, scale, label, left - 6 * scale, at, 'end'));
  }
  if (beyond !== null)
    marks.push(
      {
        kind: 'rect',
        rect: { x: strip, y: upper, width: right - strip, height: bottom - upper },
        fill: palette.ink,
        opacity: 0.06,
      },
      axisText(palette, scale, beyond, (strip + right) / 2, foot, 'middle'),
    );
  const name = axisText(palette, scale, axes.x, right, bottom + 30 * scale, 'end', { strong: true });
  const size = name.size * Math.min(1, (right - 8 * scale) / textWidth(name.text, name.size));
  return [...marks, { ...name, size }];
}

/** Pixels of neurons, parted by the sign of their output weight, and of the dead. */
function placesOf(
  { x, y }: Field,
  { angles, strengths }: AngleNeurons,
  dead: ArrayLike<number>,
): Record<'positive' | 'negative' | 'dead', number[]> {
  const places = { positive: [] as number[], negative: [] as number[], dead: [] as number[] };
  for (let j = 0; j < angles.length; j++) {
    const [angle, strength] = [angles[j]!, strengths[j]!];
    if (Number.isNaN(angle) || !Number.isFinite(strength) || strength === 0) continue;
    places[dead[j] ? 'dead' : strength > 0 ? 'positive' : 'negative'].push(x(angle), y(strength));
  }
  return places;
}

/** Stretches of a trail by their age, oldest first. */
const AGES = [0.18, 0.4, 0.75];

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
        const drawn = !Number.isNaN(angle) && Number.isFinite(strength);
        // With its sign a neuron changes what it is measured from: a jump, no way that it went.
        if (!drawn || (k > from && strength * whole[2 * k - 1]! < 0)) line = [];
        if (!drawn) continue;
        if (line.length === 0) bands[age]!.push(line);
        line.push(x(angle), y(strength));
      }
    }
  });
  const width = (trails.length > 40 ? 1 : 1.4) * scale;
  return bands.flatMap((all, age): Mark[] => {
    const lines = all.filter(({ length }) => length >= 4);
    const strokes = [{ color: palette.leftPath, width, cap: 'butt' }] as const;
    return lines.length === 0 ? [] : [{ kind: 'path', lines, strokes, opacity: AGES[age]! }];
  });
}

/** The right's few neurons stand on stems. */
function stemMarks(field: Field, { palette, scale, side, neurons }: AngleInput): Mark[] {
  if (side === 'left' || !neurons) return [];
  const { positive, negative } = placesOf(field, neurons, []);
  const at = [...positive, ...negative];
  const lines: number[][] = [];
  for (let k = 0; k < at.length; k += 2) lines.push([at[k]!, field.bottom, at[k]!, at[k + 1]!]);
  const width = (lines.length > 40 ? 1 : 2) * scale;
  return [{ kind: 'path', lines, strokes: [{ color: palette.rightPath, width, cap: 'butt' }], opacity: 0.6 }];
}

/** Filled where the output weight is positive, hollow where it is negative. */
function symbol(
  shape: SymbolShape,
  positive: boolean,
  points: readonly number[],
  size: number,
  color: string,
  { palette, scale }: Pick<AngleInput, 'palette' | 'scale'>,
): SymbolsMark {
  // Strokes lie below the fill: of their width the outer half is seen.
  const casing = { color: palette.paper, width: (positive ? 2.4 : 5) * scale };
  return {
    kind: 'symbols',
    shape,
    points,
    size: positive ? size : size - 1.4 * scale,
    fill: positive ? color : palette.paper,
    strokes: positive ? [casing] : [casing, { color, width: 2.6 * scale }],
  };
}

function star(
  positive: boolean,
  points: readonly number[],
  size: number,
  { palette, scale }: AngleInput,
): Mark {
  const fill = positive ? palette.plant : palette.paper;
  const strokes = [{ color: palette.ink, width: 2.4 * scale }];
  return { kind: 'symbols', shape: 'star', points, size, fill, strokes };
}

function teacherMarks(field: Field, input: AngleInput): Mark[] {
  if (!input.teacher) return [];
  const angles = new Float64Array(input.teacher.length);
  const { positive, negative } = placesOf(field, { angles, strengths: input.teacher }, []);
  return [star(false, negative, 20 * input.scale, input), star(true, positive, 20 * input.scale, input)];
}

/** A grey ring with a cross. */
function deadMarks(points: readonly number[], size: number, { palette, scale }: AngleInput): Mark[] {
  return [
    {
      kind: 'symbols',
      shape: 'dot',
      points,
      size,
      fill: palette.paper,
      strokes: [{ color: palette.muted, width: 2.4 * scale }],
    },
    {
      kind: 'symbols',
      shape: 'cross',
      points,
      size: 0.5 * size,
      strokes: [{ color: palette.muted, width: 1.2 * scale }],
    },
  ];
}

function neuronMarks(field: Field, input: AngleInput): Mark[] {
  const { neurons, dead, side, palette, scale } = input;
  if (!neurons) return [];
  const places = placesOf(field, neurons, dead);
  const count = (places.positive.length + places.negative.length + places.dead.length) / 2;
  const size = (count > 120 ? 4.5 : count > 40 ? 6 : 8) * scale;
  const [shape, color] =
    side === 'left' ? (['dot', palette.leftPath] as const) : (['square', palette.rightPath] as const);
  return [
    ...deadMarks(places.dead, size, input),
    symbol(shape, false, places.negative, size, color, input),
    symbol(shape, true, places.positive, size, color, input),
  ];
}

/** The y axis's name and what the marks are, in one line above the plot; all set smaller where it would be too long. */
function keyMarks(input: AngleInput): Mark[] {
  const { width, scale, palette, side, axes, names, teacher, dead, neurons } = input;
  const [shape, color] =
    side === 'left' ? (['dot', palette.leftPath] as const) : (['square', palette.rightPath] as const);
  const entries: { text: string; marks: (at: number[]) => Mark[] }[] = [
    { text: names.positive, marks: (at) => [symbol(shape, true, at, 8 * scale, color, input)] },
    { text: names.negative, marks: (at) => [symbol(shape, false, at, 8 * scale, color, input)] },
  ];
  if (neurons && Array.from(neurons.strengths).some((strength, j) => strength !== 0 && dead[j]))
    entries.push({ text: names.dead, marks: (at) => deadMarks(at, 8 * scale, input) });
  if (teacher) entries.unshift({ text: names.teacher, marks: (at) => [star(true, at, 14 * scale, input)] });
  const glyph = 18 * scale;
  const gap = 9 * scale;
  const fixed = entries.length * (glyph + gap) + 10 + 4 * scale;
  const words = [axes.y, ...entries.map(({ text }) => text)].map((text) => textWidth(text, 12 * scale));
  const wide = words.reduce((sum, word) => sum + word, 0);
  const shrink = Math.min(1, Math.max(1, width - fixed) / wide);
  const y = 12 * scale;
  const text = (content: string, x: number, anchor: 'start' | 'end', strong: boolean): Mark => ({
    ...axisText(palette, scale, content, x, y, anchor, { strong }),
    size: 12 * scale * shrink,
  });
  const marks: Mark[] = [text(axes.y, 4 * scale, 'start', true)];
  let x = width - 10;
  for (const entry of entries.reverse()) {
    marks.push(text(entry.text, x, 'end', false));
    x -= textWidth(entry.text, 12 * scale * shrink) + glyph / 2;
    marks.push(...entry.marks([x, y]));
    x -= glyph / 2 + gap;
  }
  return marks;
}
