import type { End, IteratingSide, SidedInstance, SideName, Vector } from '../contract.ts';
import { createRun, type RunValues } from '../run/create-run.ts';
import { iterationOf, type Solver } from './solver.ts';

/** Steps in memory at once. */
const BATCH = 1000;

export interface RecordedSide {
  readonly losses: number[];
  readonly bounds: number[];
  /** Only if it descends on another loss than F. */
  readonly objectives: number[];
  readonly last: Vector;
  readonly status: End;
  readonly endedAt: number | null;
}

/** Runs both sides for `steps` steps, with the given solver at the right, if any; given a gap, solves on to its end. */
export function runToGap(
  instance: SidedInstance,
  values: RunValues,
  steps: number,
  solver: Solver | null,
  gap: number | null,
): Readonly<Record<SideName, RecordedSide>> {
  const { left, right } = instance.sides;
  const sides = solver
    ? { left, right: { ...(right as IteratingSide), iterate: () => iterationOf(solver) } }
    : instance.sides;
  const run = createRun({ ...instance, sides }, values);
  const recorded = () => ({
    losses: [] as number[],
    bounds: [] as number[],
    objectives: [] as number[],
    last: new Float64Array(),
    status: 'moving' as End,
    endedAt: null as number | null,
  });
  const both = { left: recorded(), right: recorded() };
  let frame = run.first();
  for (let taken = 0; ; ) {
    for (const name of ['left', 'right'] as const) {
      const { series, iterates, width, count, status, endedAt } = frame[name];
      const own = both[name];
      own.losses.push(...series.loss!);
      own.bounds.push(...(series.bound ?? []));
      own.objectives.push(...(series.objective ?? []));
      if (count > 0) own.last = iterates.slice((count - 1) * width);
      Object.assign(own, { status, endedAt });
    }
    const batch = Math.min(BATCH, steps - taken);
    if (batch === 0) break;
    frame = run.advance(batch);
    taken += batch;
  }
  const own = both.right;
  while (gap !== null && solver?.status === 'moving') {
    solver.step();
    own.losses.push(solver.objective);
    own.bounds.push(solver.lowerBound);
    solver.write(own.last);
    own.status = solver.status;
    own.endedAt = own.losses.length - 1;
  }
  return both;
}
