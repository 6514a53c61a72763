import type { PairInstance, SideName } from '../contract.ts';
import { distance } from '../kernels/vector.ts';
import type { Basins } from '../landscapes/basins.ts';
import { TURN } from '../landscapes/original-rays.ts';
import type { PlaneStructure } from '../landscapes/plane-structure.ts';
import { samplePull } from '../landscapes/pull.ts';
import { createSideBasins } from '../landscapes/side-basins.ts';
import type { GridView } from '../landscapes/window.ts';
import type { RunValues } from '../run/create-run.ts';
import { createTiedStart } from './tied-start.ts';

/** Cells a side of the grids that shares are counted on: their centres are -3, -2.9, ..., 3. */
const SIZE = 61;
const REACH = 3.05;

/** Descents that are followed in one step. */
const CELLS = 16;

/** A minimum this near to the plant, against its length, is the plant. */
const SAME = 1e-6;

/** Delta(w) below minus this share of its largest value is negative, and not rounding. */
const ROUNDING = 1e-12;

/** The share of directions over which the loss is constant: the dead zone. */
export function deadShare({ left }: PlaneStructure): number {
  return left.plateaus.reduce((sum, { fromAngle, toAngle }) => sum + (toAngle - fromAngle), 0) / TURN;
}

export function strictMinima(structure: PlaneStructure, side: SideName): number {
  return structure[side].minima.filter(({ strict }) => strict).length;
}

/** The window that shares are counted over: [-3, 3] x [-3, 3], its edges included. */
export const SHARE_VIEW: GridView = { x0: -REACH, x1: REACH, y0: -REACH, y1: REACH };

/** Delta(w) over that window: its least value, and the share of cells where it is negative. */
export function pullRange(instance: PairInstance): { readonly least: number; readonly negative: number } {
  const values = new Float64Array(SIZE * SIZE);
  samplePull(values, instance, SHARE_VIEW, SIZE, 0, SIZE);
  let [least, most, negative] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, Math.abs(value));
  }
  for (const value of values) if (value < -ROUNDING * most) negative++;
  // No -0: it would be read as a number below zero.
  return { least: least + 0, negative: negative / values.length };
}

/**
 * A count of the starts from which one side arrives at the plant, a few cells of the grid a step. Many of them lie where a sample
 * is switched: it is inactive there, whatever rounding says.
 */
export interface BasinCount {
  step(): boolean;
  share(): number;
}

/** Null outside the plane, and where the plant is no minimum of its own. */
export function createBasinCount(
  instance: PairInstance,
  values: RunValues,
  structure: PlaneStructure,
  side: SideName,
): BasinCount | null {
  const basins = createSideBasins(instance, values, structure, side);
  const end = basins && plantEnd(instance, structure, basins, side);
  if (!basins || end === null) return null;
  const cells = SIZE * SIZE;
  const leaveTie = createTiedStart(instance, values, side);
  const start = new Float64Array(2);
  let next = 0;
  let arrived = 0;
  return {
    step() {
      if (next === cells) return false;
      for (const to = Math.min(cells, next + CELLS); next < to; next++) {
        start[0] = tenths(next % SIZE);
        start[1] = tenths(Math.floor(next / SIZE));
        leaveTie(start);
        if (basins.endOf(start[0], start[1]) === end) arrived++;
      }
      return true;
    },
    share: () => arrived / cells,
  };
}

/** The centre of a cell, the double nearest to that tenth. */
function tenths(index: number): number {
  return (index - (SIZE - 1) / 2) / 10;
}

/** Which end of the basins the plant is; null where it is none. */
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

/** Whether the right side arrives at the plant from the scenario's start. */
export function arrivesFromStart(
  instance: PairInstance,
  values: RunValues,
  structure: PlaneStructure,
): boolean | null {
  const basins = createSideBasins(instance, values, structure, 'right');
  const end = basins && plantEnd(instance, structure, basins, 'right');
  return basins && end !== null ? basins.endOf(instance.start[0]!, instance.start[1]!) === end : null;
}
