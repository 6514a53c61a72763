import { describe, expect, it } from 'vitest';
import { IDENTITY } from '../../data/scaling.ts';
import { instanceOf } from '../../fixtures/instances.ts';
import { createRandom, fillNormal } from '../../kernels/random.ts';
import { wilson } from '../../kernels/wilson.ts';
import { createRun, sideSettings } from '../../run/create-run.ts';
import { withStarts } from '../../run/sides.ts';
import { createNetworkLoss } from './network/loss.ts';
import { createConvexProgram } from './program/convex-program.ts';
import { createSuccessCount, type SuccessCount } from './success-rate.ts';
import { drawStudent, makeTeacherData } from './teacher.ts';

function runAll(count: SuccessCount): SuccessCount {
  while (count.step());
  return count;
}

const plain = { momentum: 0.9, beta1: 0.9, beta2: 0.999, batch: 4, oseed: 1 };

/** Networks of m neurons on the data of a teacher, against the exact optimum. */
function networkInput(m: number) {
  const { features, labels } = makeTeacherData({
    features: 'gauss',
    columns: 2,
    n: 15,
    xmin: 0,
    xmax: 1,
    spacing: 'even',
    neurons: 2,
    negative: 1,
    noise: 0,
    seed: 1,
    pseed: 1,
  });
  const beta = 0.02;
  const program = createConvexProgram(features, labels, beta);
  while (program.state.gap > 1e-9) program.step();
  return {
    landscape: createNetworkLoss({ features, labels, neurons: m, beta, trainOutput: true }),
    scaling: IDENTITY,
    settingsFrom: () => ({ rule: 'gd', step: 0.3, ...plain }) as const,
    startOf: (sseed: number) =>
      drawStudent({ neurons: m, columns: 2, start: 'gauss', scale: 0.3, outputs: 'drawn', sseed }),
    seeds: 10,
    steps: 1500,
    optimum: program.state.objective,
    tolerance: 0.001,
  };
}

describe('the success count', () => {
  it.each([
    ['gd', 5],
    ['nesterov', 3],
    ['adam', 5],
    ['sgd', 5],
  ] as const)('takes the steps of the run: %s', (rule, steps) => {
    // Standardised, so that starts are told in other units than they move in.
    const { instance, values } = instanceOf({ d: 3, n: 20, rule, batch: 3 });
    const scaling = {
      identity: false,
      toScaled: (scaled: Float64Array, original: Float64Array) => scaled.set(original.map((v) => v / 2)),
      toOriginal: (original: Float64Array, scaled: Float64Array) => original.set(scaled.map((v) => 2 * v)),
    };
    const startOf = (seed: number) => {
      const start = new Float64Array(3);
      fillNormal(start, createRandom(seed, 2));
      return start;
    };
    const optimum = 0.05;
    const tolerance = 0.2;
    const { objectives, successes } = runAll(
      createSuccessCount({
        landscape: instance.left,
        scaling,
        settingsFrom: () => sideSettings(instance, values).left,
        startOf,
        seeds: 20,
        steps,
        optimum,
        tolerance,
      }),
    );
    let expected = 0;
    objectives.forEach((objective, k) => {
      const run = createRun({ ...instance, scaling, start: startOf(1 + k) }, values);
      const losses = [...run.first().left.series.loss!, ...run.advance(steps).left.series.loss!];
      const stop = losses.findIndex((loss) => loss <= (1 + tolerance) * optimum);
      expect(objective).toBe(losses[stop < 0 ? steps : stop]);
      if (stop >= 0) expected++;
    });
    expect(successes).toBe(expected);
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(20);
  });

  it('does not hang on which seeds ran before, or where', () => {
    const input = networkInput(3);
    const { objectives } = runAll(createSuccessCount(input));
    const others = [7, 1, 4].map((firstSeed) => {
      const count = runAll(createSuccessCount({ ...input, seeds: 2, firstSeed }));
      return [firstSeed, count.objectives] as const;
    });
    // A landscape may remember the path that it is asked along.
    let followed = 0;
    const follow = () => {
      followed++;
      return input.landscape;
    };
    runAll(createSuccessCount({ ...input, landscape: { ...input.landscape, follow }, seeds: 3 }));
    expect(followed).toBe(3);
    for (const [first, own] of others) expect(own).toEqual(objectives.slice(first - 1, first + 1));
  });

  it('tells how many wide networks reach the exact optimum, and that none is below it', () => {
    const rates = [1, 2, 12].map((m) => {
      const input = networkInput(m);
      const count = runAll(createSuccessCount(input));
      for (const objective of count.objectives) expect(objective).toBeGreaterThanOrEqual(input.optimum);
      const near = count.objectives.filter((objective) => objective <= 1.001 * input.optimum);
      expect(count.successes).toBe(near.length);
      expect(count.interval).toEqual(wilson(near.length, 10));
      return count.successes;
    });
    expect(rates[0]).toBe(0);
    expect(rates[2]).toBeGreaterThan(rates[1]!);
  });

  it('goes seed by seed, and then stands still', () => {
    const count = createSuccessCount({ ...networkInput(2), seeds: 2, steps: 1 });
    expect([count.done, count.interval]).toEqual([0, { low: 0, high: 1 }]);
    expect(count.step()).toBe(true);
    expect(count.done).toBe(1);
    expect(Number.isFinite(count.objectives[0])).toBe(true);
    expect(count.objectives[1]).toBeNaN();
    expect(count.step()).toBe(true);
    expect(count.step()).toBe(false);
    expect(count.done).toBe(2);
  });

  it.each([1e6, 1e308])('counts a run that diverged as none (step %d)', (step) => {
    const input = networkInput(4);
    const count = runAll(
      createSuccessCount({ ...input, settingsFrom: () => ({ ...input.settingsFrom(), step }), seeds: 3 }),
    );
    expect(Array.from(count.objectives)).toEqual([1, 2, 3].map(() => Number.POSITIVE_INFINITY));
    expect(count.successes).toBe(0);
  });

  it('refuses numbers that are none', () => {
    const input = networkInput(2);
    for (const wrong of [{ seeds: 0 }, { seeds: 1.5 }, { steps: -1 }])
      expect(() => createSuccessCount({ ...input, ...wrong })).toThrow(RangeError);
  });
});

it('each seed is the run that its own link shows: the step is that from its own start', async () => {
  const { createScenario } = await import('../../scenario/create-scenario.ts');
  const { problem: twoLayer } = await import('./problem.ts');
  const steps = 250;
  const scenario = (sseed: number) =>
    createScenario('two-layer', { n: 12, neurons: 3, seed: 3, pseed: 3, size: 1, sseed }).values;
  const shown = twoLayer.prepare(scenario(5), null);
  const count = runAll(
    createSuccessCount({
      landscape: shown.left,
      scaling: IDENTITY,
      settingsFrom(start) {
        const left = { start: Float64Array.from(start), stepUnit: shown.smoothnessFrom(start) };
        return sideSettings(withStarts(shown, { left, right: left }), scenario(5) as never).left;
      },
      startOf: shown.startOf,
      seeds: 4,
      steps,
      optimum: 0,
      tolerance: 0.01,
    }),
  );
  for (let seed = 1; seed <= 4; seed++) {
    const run = createRun(twoLayer.prepare(scenario(seed), null), scenario(seed) as never);
    run.first();
    expect(count.objectives[seed - 1]).toBe(run.advance(steps).left.series.loss!.at(-1));
  }
});
