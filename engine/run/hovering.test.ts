import { expect, it } from 'vitest';
import type { DescendingSide, Landscape, SidedInstance } from '../contract.ts';
import { IDENTITY } from '../data/scaling.ts';
import { NO_SAMPLES } from '../define-problem.ts';
import { createRun } from './create-run.ts';

/** |w| with too long a step: from 5.5 it falls to 0.5 by ones, then alternates between 0.5 and -0.5; from 5.7 between 0.7 and -0.3. */
function hopping(steps: number, start = 5.5, rises = 0): SidedInstance {
  const loss = (w: Float64Array) => Math.abs(w[0]!);
  const landscape: Landscape = {
    dimension: 1,
    samples: 1,
    nonNegative: true,
    unbounded: false,
    loss,
    evaluate(gradient, w) {
      gradient[0] = Math.sign(w[0]!);
      return loss(w);
    },
    batchGradient: () => undefined,
    curvature: () => undefined,
    isDead: () => false,
    runsOff: () => false,
    planar: () => null,
    follow: () => landscape,
  };
  const side: DescendingSide = {
    dimension: 1,
    start: Float64Array.of(start),
    stepUnit: 1,
    landscape,
    scaling: IDENTITY,
    goal: null,
    rest: 'decrease',
    hovers: { end: 'hovering', steps, share: 1e-12, rises },
    record: (w) => ({ place: w[0]!, twice: 2 * w[0]! }),
  };
  const prepared = { key: '', table: null, made: null };
  return {
    samples: NO_SAMPLES,
    prepared,
    refused: [],
    refusedCount: 0,
    notices: [],
    sides: { left: side, right: side },
  };
}

it.each([1, 7, 100])(
  'a side hovers once its least loss has not fallen for that many steps, in batches of %i',
  (batch) => {
    const run = createRun(hopping(20), { c: 1 });
    run.first();
    let [labelled, moving] = [-1, -1];
    for (let taken = 0; taken < 100; taken += batch) {
      const { status, labels, endedAt, count } = run.advance(Math.min(batch, 100 - taken)).left;
      // Its label does not stop it.
      expect(count).toBe(Math.min(batch, 100 - taken));
      expect(labels ?? false).toBe(status === 'hovering');
      if (status === 'moving') moving = taken + batch;
      else labelled = endedAt!;
    }
    // The last fall is at step 5.
    expect(labelled).toBe(25);
    expect(moving).toBeLessThan(25);
  },
);

it('and takes its own numbers down at every step', () => {
  const run = createRun(hopping(20), { c: 1 });
  expect([...run.first().left.series.place!]).toEqual([5.5]);
  const { series } = run.advance(6).left;
  expect([...series.place!]).toEqual([4.5, 3.5, 2.5, 1.5, 0.5, -0.5]);
  expect([...series.twice!]).toEqual([9, 7, 5, 3, 1, -1]);
  expect(Object.keys(series).sort()).toEqual(['distance', 'gradientNorm', 'loss', 'place', 'twice']);
});

it('where rises are asked for, only a loss that rises again and again hovers', () => {
  const labelled = (start: number, rises: number) => {
    const run = createRun(hopping(20, start, rises), { c: 1 });
    run.first();
    return run.advance(100).left.endedAt;
  };
  // Half of the steps rise from 5.7, none from 5.5.
  expect([labelled(5.7, 0.4), labelled(5.7, 0.6), labelled(5.5, 0.1)]).toEqual([26, null, null]);
});
