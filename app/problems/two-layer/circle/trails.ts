import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type Mark, symbolsMark } from '../../../charts/display-list.ts';
import { threadStrokes } from '../circle-symbols.ts';
import { type Circle, type CircleNeurons, pixelAt, radiusOfStrength } from './geometry.ts';

export interface CircleStudents extends CircleNeurons {
  /** Nonzero: dead; may be empty. */
  readonly dead: ArrayLike<number>;
  /** Past points of each neuron, oldest first, flat [angle, strength, ...]; the present one is optional. */
  readonly trails: readonly ArrayLike<number>[];
  /** The ringed neuron whose landscape is shown, and its path; -1 and empty for none. */
  readonly chosen: number;
  readonly path: ArrayLike<number>;
  /** The neuron being read, in a dashed ring; -1 for none. */
  readonly pointed: number;
}

/** Opacity of a trail's parts by age, oldest first. */
const AGES = [0.5, 0.75, 1];

/** Share of the unit of strength below which direction is irrelevant. */
const LEAST = 1e-3;

/** Returns a trail's pixels in parts: broken at non-finite points, negligible neurons, and turns above a right angle in one step. */
function stretches(
  circle: Circle,
  places: ArrayLike<number>,
  from: number,
  to: number,
  unit: number,
): number[][] {
  const { cx, cy } = circle;
  const lines: number[][] = [];
  let line: number[] = [];
  // Allocate nothing per point: play draws some 800 in every frame.
  for (let k = from; k <= to; k++) {
    const angle = places[2 * k]!;
    const strength = places[2 * k + 1]!;
    const drawn = Number.isFinite(angle + strength) && Math.abs(strength) >= LEAST * unit;
    const jumped = k > from && Math.cos(angle - places[2 * k - 2]!) < 0;
    if (!drawn || jumped) line = [];
    if (!drawn) continue;
    if (line.length === 0) lines.push(line);
    const radius = radiusOfStrength(circle, strength, unit);
    line.push(cx + radius * Math.cos(angle), cy - radius * Math.sin(angle));
  }
  return lines.filter(({ length }) => length >= 4);
}

function withNow(past: ArrayLike<number>, angle: number, strength: number): Float64Array {
  const places = new Float64Array(past.length + 2);
  places.set(past);
  places[past.length] = angle;
  places[past.length + 1] = strength;
  return places;
}

/** Draws trails, fainter with age. */
export function trailMarks(
  circle: Circle,
  { trails, angles, strengths }: CircleStudents,
  unit: number,
  style: DrawStyle,
): Mark[] {
  const bands: number[][][] = AGES.map(() => []);
  trails.forEach((trail, j) => {
    const places = withNow(trail, angles[j]!, strengths[j]!);
    const last = places.length / 2 - 1;
    AGES.forEach((_, age) => {
      const from = Math.floor((age * last) / AGES.length);
      const to = Math.floor(((age + 1) * last) / AGES.length);
      bands[age]!.push(...stretches(circle, places, from, to, unit));
    });
  });
  const strokes = threadStrokes(trails.length > 30 ? 1.4 : 2, style);
  return bands.flatMap((lines, age): Mark[] =>
    lines.length === 0 ? [] : [{ kind: 'path', lines, strokes, opacity: AGES[age]! }],
  );
}

/** Draws the chosen neuron's path, with a diamond at its start. */
export function chosenPathMarks(
  circle: Circle,
  { path, chosen, angles, strengths }: CircleStudents,
  unit: number,
  style: DrawStyle,
): Mark[] {
  if (chosen < 0 || chosen >= angles.length || path.length === 0) return [];
  const places = withNow(path, angles[chosen]!, strengths[chosen]!);
  const lines = stretches(circle, places, 0, places.length / 2 - 1, unit);
  if (lines.length === 0) return [];
  const { palette, scale } = style;
  const start = pixelAt(circle, path[0]!, radiusOfStrength(circle, path[1]!, unit));
  return [
    { kind: 'path', lines, strokes: threadStrokes(2.6, style) },
    symbolsMark('diamond', start.every(Number.isFinite) ? start : [], 8 * scale, {
      fill: palette.leftPath,
      strokes: [{ color: palette.paper, width: 2.4 * scale }],
    }),
  ];
}
