import type { NetworkReading } from '../../../../engine/problems/two-layer/types.ts';
import type { SideAt } from '../../../pictures/side-at.ts';
import { rowOf, stepOf } from '../../../session/run/kept-steps.ts';
import type { Trajectory } from '../../../session/run/trajectory.ts';
import type { CircleNeurons } from './geometry.ts';

/** Limits of a match: degrees to the teacher's neuron, share of its strength. */
export const MATCH = { degrees: 30, share: 1e-3 } as const;

/** Points of a trail, and the most neurons with trails. */
const TRAIL = 40;
const MOST_TRAILS = 60;

/** Length of a trail: so many steps, or this share of a longer run, to show the speed. */
const TRAIL_STEPS = 60;
const TRAIL_SHARE = 0.2;

/** Points of a neuron's whole path. */
const PATH = 240;

/** Returns the degrees between two directions in radians, from 0 to 180. */
export function degreesApart(a: number, b: number): number {
  return (180 / Math.PI) * Math.acos(Math.max(-1, Math.min(1, Math.cos(a - b))));
}

/** True if a neuron assigned to one of the teacher's is near and strong enough to match. */
export function isMatch(teacher: CircleNeurons, i: number, left: CircleNeurons, j: number): boolean {
  const [own, found] = [teacher.strengths[i]!, left.strengths[j]!];
  return (
    degreesApart(teacher.angles[i]!, left.angles[j]!) <= MATCH.degrees &&
    Math.abs(found) >= MATCH.share * Math.abs(own)
  );
}

/** Returns matches as flat pairs of teacher's and left neuron. */
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

/** Returns the teacher's neuron that a left neuron or its group matches, and their angle in degrees, or null. */
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

/** Returns a left neuron at some steps, as [angle, strength, ...]. */
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

/** Returns past points of each of descent's m neurons up to a row, oldest first. */
export function trailsOf({ trajectory, row }: Pick<SideAt, 'trajectory' | 'row'>, m: number): number[][] {
  if (m > MOST_TRAILS) return [];
  const last = stepOf(trajectory, row);
  const stride = Math.max(1, Math.ceil(Math.max(TRAIL_STEPS, TRAIL_SHARE * last) / TRAIL));
  const steps: number[] = [];
  for (let back = Math.min(TRAIL, Math.floor(last / stride)); back > 0; back--)
    steps.push(last - back * stride);
  return Array.from({ length: m }, (_, j) => placesAt(trajectory, m, j, steps));
}

/** Returns the path of one of descent's m neurons, oldest first: densest at the beginning, where it is fastest. */
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
