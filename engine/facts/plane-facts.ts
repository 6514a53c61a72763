import type { PairInstance, SideName } from '../contract.ts';
import { distance } from '../kernels/vector.ts';
import { type Basins, sampleBasins } from '../landscapes/basins.ts';
import { TURN } from '../landscapes/original-rays.ts';
import type { PlaneStructure } from '../landscapes/plane-structure.ts';
import { samplePull } from '../landscapes/pull.ts';
import { createSideBasins } from '../landscapes/side-basins.ts';
import { FINEST_MAP, type GridView } from '../landscapes/window.ts';
import type { RunValues } from '../run/create-run.ts';

/** Cells per side of the grid of the pull; their centres are -3, -2.9, ..., 3. */
const SIZE = 61;
const REACH = 3.05;

const CELLS = 16;

/** Distance from the plant, relative to its length, at which a minimum is the plant. */
const SAME = 1e-6;

/** Delta(w) below minus this fraction of its largest value is truly negative, not rounding. */
const ROUNDING = 1e-12;

/** Returns the fraction of directions with constant loss: the dead zone. */
export function deadShare({ left }: PlaneStructure): number {
  return left.plateaus.reduce((sum, { fromAngle, toAngle }) => sum + (toAngle - fromAngle), 0) / TURN;
}

export function strictMinima(structure: PlaneStructure, side: SideName): number {
  return structure[side].minima.filter(({ strict }) => strict).length;
}

const PULL_VIEW: GridView = { x0: -REACH, x1: REACH, y0: -REACH, y1: REACH };

/** Window in which fractions of starts are counted. */
export const SHARE_VIEW: GridView = { x0: -3, x1: 3, y0: -3, y1: 3 };

/** Computes Delta(w) over [-3, 3] x [-3, 3] including the edges: its minimum, and the fraction of cells where it is negative. */
export function pullRange(instance: PairInstance): { readonly least: number; readonly negative: number } {
  const values = new Float64Array(SIZE * SIZE);
  samplePull(values, instance, PULL_VIEW, SIZE, 0, SIZE);
  let [least, most, negative] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, Math.abs(value));
  }
  for (const value of values) if (value < -ROUNDING * most) negative++;
  // Avoid -0, which would read as negative.
  return { least: least + 0, negative: negative / values.length };
}

/** Counts the starts from which one side arrives at the plant, a few cells per step, on the finest basin map over the window. */
export interface BasinCount {
  step(): boolean;
  share(): number;
}

/** Returns null outside the plane, and if the plant is not an isolated minimum. */
export function createBasinCount(
  instance: PairInstance,
  values: RunValues,
  structure: PlaneStructure,
  side: SideName,
): BasinCount | null {
  const basins = createSideBasins(instance, values, structure, side);
  const end = basins && plantEnd(instance, structure, basins, side);
  if (!basins || end === null) return null;
  const labels = new Uint16Array(FINEST_MAP * FINEST_MAP);
  let next = 0;
  return {
    step() {
      const from = next;
      next = Math.min(labels.length, from + CELLS);
      sampleBasins(labels, basins, SHARE_VIEW, FINEST_MAP, from, next);
      return next > from;
    },
    share: () => labels.reduce((arrived, label) => arrived + Number(label === end), 0) / labels.length,
  };
}

function plantEnd(
  { plant }: PairInstance,
  structure: PlaneStructure,
  { ends }: Basins,
  side: SideName,
): number | null {
  if (!plant) return null;
  const near = SAME * Math.max(1, Math.sqrt(plant[0]! ** 2 + plant[1]! ** 2));
  const index = structure[side].minima.findIndex(
    ({ at, strict }) => strict && distance(Float64Array.from(at), plant) <= near,
  );
  const end = ends.findIndex((candidate) => candidate.kind === 'minimum' && candidate.index === index);
  return index < 0 || end < 0 ? null : end;
}

/** True if the right side arrives at the plant from the scenario's start. */
export function arrivesFromStart(
  instance: PairInstance,
  values: RunValues,
  structure: PlaneStructure,
): boolean | null {
  const basins = createSideBasins(instance, values, structure, 'right');
  const end = basins && plantEnd(instance, structure, basins, 'right');
  return basins && end !== null ? basins.endOf(instance.start[0]!, instance.start[1]!) === end : null;
}
