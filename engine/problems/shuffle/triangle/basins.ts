import type { SideName, Vector } from '../../../contract.ts';
import { foundAtOnce, type Search } from '../../../search.ts';
import type { Relaxation } from '../instance.ts';
import { type Descending, lambdaAt, stays, stepFrom } from '../penalised-descent.ts';
import { projectSimplex } from '../simplex-projection.ts';
import type { BasinsTold, RestPoint } from '../types.ts';
import { catchesOf, isCaught } from './catches.ts';

/** Most steps after the ramp until a run rests. */
const MOST_STEPS = 20_000;
/** A slice: some milliseconds. */
const SLICE = 30_000;
/** Steps between tests of `catches`. */
const LOOKS = 4;
/** Distance of a resting run from its rest point. */
const NEAR = 1e-4;
/** Descent is monotone for c below this, with room for rounding. */
const MONOTONE = 2 - 1e-9;
/** Cells outside the triangle; runs that reach no rest point. */
const [OFF, NOWHERE] = [-1, -2];

export interface BasinsAsked {
  readonly quadratic: Vector;
  readonly relaxation: Relaxation;
  readonly side: SideName;
  readonly descending: Pick<Descending, 'step' | 'lambda' | 'ramp'>;
  readonly rests: readonly RestPoint[];
  readonly cells: number;
}

/**
 * Finds the rest point of the descent from every cell's centre: the shown run's steps, bit for bit, until it rests or its end is proved
 * (`catchesOf`; runs with the same bits after the same steps coincide). Cell (i, j) is (x1, x2) = ((i + 1/2)/cells, (j + 1/2)/cells), label
 * j cells + i.
 */
export function triangleBasins(asked: BasinsAsked): Search<BasinsTold, BasinsTold> {
  const { quadratic, relaxation, side, descending, rests, cells } = asked;
  const { step, ramp, lambda } = descending;
  const labels = new Int32Array(cells * cells).fill(OFF);
  for (let j = 0; j < cells; j++) labels.fill(NOWHERE, j * cells, j * cells + cells - j);
  const onTriangle = (cells * (cells + 1)) / 2;
  const isMonotone = step * relaxation.smoothness < MONOTONE;
  // E's minimisers are connected.
  if (isMonotone && (side === 'left' || lambda === 0)) {
    const all = labels.map((label) => (label === OFF ? OFF : 0));
    const settled = { cells, labels: all, rests, shares: rests.map(() => 1) };
    return { ...foundAtOnce(settled), progress: () => settled };
  }
  const catches = isMonotone ? catchesOf(quadratic, relaxation.smoothness, lambda, rests) : [];
  const projector = relaxation.projector();
  const [state, next, gradient] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
  const counts = rests.map(() => 0);
  // This run's states while lambda grows, and an earlier one's with its label.
  let [own, other] = [new Float64Array(3 * ramp), new Float64Array(3 * ramp)];
  let [otherLength, otherLabel] = [0, NOWHERE];
  let [column, row, k] = [0, 0, 0];
  let isJoined = false;
  begin();

  function begin(): void {
    const [x, y] = [(column + 0.5) / cells, (row + 0.5) / cells];
    state[0] = 1 - x - y;
    state[1] = x;
    state[2] = y;
    // Twice, as for a start chosen by pointer.
    projectSimplex(state);
    projectSimplex(state);
    k = 0;
  }

  /** Takes one step, or returns the label once known. */
  function advance(): number | null {
    const [x, y, z] = [state[0]!, state[1]!, state[2]!];
    const at = 3 * k;
    if (k < otherLength && x === other[at] && y === other[at + 1] && z === other[at + 2]) {
      isJoined = true;
      return otherLabel;
    }
    relaxation.cost(gradient, state);
    stepFrom(next, gradient, state, { relaxation, projector, step, lambda: lambdaAt(descending, side, k) });
    if (k < ramp) {
      own[at] = x;
      own[at + 1] = y;
      own[at + 2] = z;
      // Lambda only grows: a corner that stops the run now keeps it.
      if (Math.max(x, y, z) === 1 && next.every((weight, i) => weight === state[i])) return restAt(state);
    } else {
      if (stays(state, next, gradient, { relaxation, step })) return restAt(state);
      if (k === ramp + MOST_STEPS) return NOWHERE;
      if ((k - ramp) % LOOKS === 0) for (const one of catches) if (isCaught(one, state)) return one.rest;
    }
    state.set(next);
    k++;
    return null;
  }

  /** Returns the nearest rest point; for a continuum at any distance. */
  function restAt(x: Float64Array): number {
    const far = ({ at }: RestPoint) =>
      Math.max(Math.abs(at[0] - x[0]!), Math.abs(at[1] - x[1]!), Math.abs(at[2] - x[2]!));
    let [nearest, least] = [NOWHERE, Number.POSITIVE_INFINITY];
    for (const [index, rest] of rests.entries())
      if (far(rest) < Math.min(least, rest.isolated ? NEAR : least)) [nearest, least] = [index, far(rest)];
    return nearest;
  }

  const told = (): BasinsTold => ({
    cells,
    labels: labels.slice(),
    rests,
    shares: counts.map((count) => count / onTriangle),
  });
  return {
    step() {
      if (row === cells) return false;
      for (let taken = 0; taken < SLICE && row < cells; taken++) {
        const label = advance();
        if (label === null) continue;
        labels[row * cells + column] = label;
        if (label >= 0) counts[label] = counts[label]! + 1;
        if (!isJoined) {
          [own, other] = [other, own];
          [otherLength, otherLabel] = [Math.min(k, ramp), label];
        }
        isJoined = false;
        column++;
        if (column + row === cells) [column, row] = [0, row + 1];
        begin();
      }
      return true;
    },
    found: told,
    progress: told,
  };
}
