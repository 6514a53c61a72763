import type { NetworkReading } from '../../../../engine/problems/two-layer/types.ts';
import type { SideAt } from '../../../pictures/side-at.ts';
import { rowOf, stepOf } from '../../../session/run/kept-steps.ts';
import type { Trajectory } from '../../../session/run/trajectory.ts';
import type { CircleNeurons } from './geometry.ts';

/** What a match must come to: within so many degrees of the teacher's neuron, with such a share of its strength. */
export const MATCH = { degrees: 30, share: 1e-3 } as const;

/** Places of a trail, and the neurons up to which trails are drawn. */
const TRAIL = 40;
const MOST_TRAILS = 60;

/** A trail goes back so many steps, or this share of the run where that is longer: it tells the speed. */
const TRAIL_STEPS = 60;
const TRAIL_SHARE = 0.2;

/** Places of the whole path of one neuron. */
const PATH = 240;

/** Degrees between two directions in radians, from 0 to 180. */
export function degreesApart(a: number, b: number): number {
  return (180 / Math.PI) * Math.acos(Math.max(-1, Math.min(1, Math.cos(a - b))));
}

/** Whether a neuron that goes with one of the teacher's stands for it: what is merely left over for it does not. */
export function isMatch(teacher: CircleNeurons, i: number, left: CircleNeurons, j: number): boolean {
  const [own, found] = [teacher.strengths[i]!, left.strengths[j]!];
  return (
    degreesApart(teacher.angles[i]!, left.angles[j]!) <= MATCH.degrees &&
    Math.abs(found) >= MATCH.share * Math.abs(own)
  );
}

/** Pairs of a teacher's neuron and descent's that stands for it, flat. */
export function matchesOf(
  matched: Int32Array | undefined,
  teacher: CircleNeurons | null,
  left: CircleNeurons,
): number[] {
  const pairs: number[] = [];
  matched?.forEach((j, i) => {
    if (teacher && j >= 0 && j < left.angles.length && isMatch(teacher, i, left, j)) pairs.push(i, j);
  });
  return pairs;
}

/** The teacher's neuron that one of descent's, or its group, stands for, with the degrees between them; null for none. */
export function matchOf(
  reading: NetworkReading | null,
  teacher: CircleNeurons | null,
  left: CircleNeurons,
  j: number,
): { readonly teacher: number; readonly degrees: number } | null {
  const i = reading?.left.match?.network[j] ?? -1;
  if (!teacher || i < 0 || !isMatch(teacher, i, left, j)) return null;
  return { teacher: i, degrees: degreesApart(teacher.angles[i]!, left.angles[j]!) };
}

/** Where a neuron of descent stood at some steps, as [angle, strength, ...]. */
function placesAt(left: Trajectory, m: number, j: number, steps: readonly number[]): number[] {
  const { iterates, dimension } = left;
  const places: number[] = [];
  for (const step of steps) {
    const from = rowOf(left, step) * dimension;
    const [x, y] = [iterates[from + 2 * j]!, iterates[from + 2 * j + 1]!];
    places.push(Math.atan2(y, x), iterates[from + 2 * m + j]! * Math.sqrt(x ** 2 + y ** 2));
  }
  return places;
}

/** Past places of each of descent's m neurons up to a row, oldest first. */
export function trailsOf({ trajectory, row }: Pick<SideAt, 'trajectory' | 'row'>, m: number): number[][] {
  if (m > MOST_TRAILS) return [];
  const last = stepOf(trajectory, row);
  const stride = Math.max(1, Math.ceil(Math.max(TRAIL_STEPS, TRAIL_SHARE * last) / TRAIL));
  const steps: number[] = [];
  for (let back = Math.min(TRAIL, Math.floor(last / stride)); back > 0; back--)
    steps.push(last - back * stride);
  return Array.from({ length: m }, (_, j) => placesAt(trajectory, m, j, steps));
}

/** All the way of one of descent's m neurons, oldest first: the beginning step by step, since there it is fastest. */
export function pathOf(
  { trajectory, row }: Pick<SideAt, 'trajectory' | 'row'>,
  m: number,
  j: number,
): number[] {
  const last = stepOf(trajectory, row);
  const steps: number[] = [];
  for (let i = 0; i < PATH; i++) {
    const step = Math.max(i, Math.floor(last * (i / PATH) ** 3));
    if (step >= last) break;
    if (step !== steps.at(-1)) steps.push(step);
  }
  return placesAt(trajectory, m, j, steps);
}
