import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { CATALOG, PROBLEM_IDS } from '../catalog.ts';
import type { PairInstance, ProblemCard } from '../contract.ts';
import { activation, CHECK, relu } from '../fixtures/arbitraries.ts';
import { norm } from '../kernels/vector.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { loadProblem } from '../problems/index.ts';
import { createRun, type RunValues } from '../run/create-run.ts';
import { countOutcomes, outcomeOf, outcomesOf } from '../run/outcome.ts';
import { OUTCOMES } from '../run/outcome-names.ts';
import { createScenario } from '../scenario/create-scenario.ts';
import { SIDES } from '../side-names.ts';
import type { RunColumns } from './columns.ts';
import { ensembleOf } from './ensemble-params.ts';
import { createEnsembleRuns, createRunMemory, shownValues } from './run-ensemble.ts';
import { summarise } from './summary.ts';

const neuron = (await loadProblem('one-neuron')) as Problem;
const makeFlat = await neuron.flat?.();

function runAll(problem: Problem, values: Values, isFlat: boolean): RunColumns {
  const ensemble = ensembleOf(values);
  const memory = createRunMemory(isFlat ? makeFlat : undefined, values, ensemble);
  const runs = createEnsembleRuns(problem, values, ensemble, null, 0, ensemble.runs, memory);
  while (runs.step());
  return runs.columns;
}

const scenarios = fc
  .record({
    n: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 2, max: 4 }),
    leak: fc.constantFrom(0, 0, 0.1),
    blend: fc.constantFrom(0.5, 1),
    noise: fc.constantFrom(0, 0, 0, 0.1),
    c: fc.constantFrom(0.5, 1, 1.9, 2.2),
    within: fc.constantFrom(1e-5, 1e-3, 0.01, 0.3),
    limit: fc.constantFrom(3, 100, 1000),
    startlaw: fc.constantFrom('normal', 'unit', 'box'),
    seed: fc.integer({ min: 0, max: 1e6 }),
  })
  .map((of) => createScenario('one-neuron', { ...of, runs: 10 }).values);

/** Half the mean of squared errors, by its formula. */
function squaredError({ samples }: PairInstance, w: Float64Array, leak: number): number {
  const { features, labels, count } = samples;
  const sum = labels.reduce((sum, y, i) => sum + (relu(activation(features, w, i), leak) - y) ** 2, 0);
  return sum / (2 * count);
}

/** Judges the state that a run of its own ends in: distance to the star, squared error, gradient and activations. */
function check(values: Values, columns: RunColumns, row: number): void {
  const shown = shownValues(neuron, values, ensembleOf(values), null, row);
  const instance = neuron.prepare(shown, null) as PairInstance;
  const race = createRun(instance, shown as unknown as RunValues);
  const last = Math.max(columns.left.steps[row]!, columns.right.steps[row]!);
  const frames = last === 0 ? [race.first()] : [race.first(), race.advance(last)];
  const map = outcomesOf(CATALOG['one-neuron'] as ProblemCard, values);
  const { within, leak, limit } = values as { within: number; leak: number; limit: number };
  const { samples, plant, dimension: d, smoothness } = instance;
  const size = Math.max(...samples.labels.map(Math.abs), norm(plant!) / 2, 1e-300);
  for (const side of SIDES) {
    const { arrivals, aways, statuses, steps } = columns[side];
    const outcome = outcomeOf(map, arrivals[row]!, aways[row]!, columns.ends[statuses[row]!]!);
    const of = (step: number) => {
      const frame = frames[step === 0 ? 0 : 1]![side];
      const at = step === 0 ? 0 : step - 1;
      return frame.iterates.slice(at * d, (at + 1) * d);
    };
    const away = (step: number) => Math.hypot(...of(step).map((w, j) => w - plant![j]!));
    const why = `${side} of run ${row}: ${outcome}`;
    if (outcome === 'star') {
      expect(away(arrivals[row]!), why).toBeLessThanOrEqual(within * (1 + 1e-12));
      continue;
    }
    if (frames.every((frame) => frame[side].status !== 'diverged'))
      for (let step = 0; step <= steps[row]!; step += Math.max(1, steps[row]! >> 5))
        expect(away(step), why).toBeGreaterThan(within * (1 - 1e-12));
    if (outcome === 'falling') {
      const [first, end] = [frames[0]![side], frames.at(-1)![side]];
      if (end.status !== 'diverged')
        expect(end.series.loss!.at(-1)!, why).toBeLessThan(first.series.loss![0]!);
      continue;
    }
    const w = of(steps[row]!);
    const gradient = new Float64Array(d);
    instance[side].evaluate(gradient, w);
    const slope = norm(gradient) / (smoothness * Math.max(norm(w), norm(plant!)));
    const error = squaredError(instance, w, leak) / size ** 2;
    const isSilent = samples.labels.every(
      (_, i) => activation(samples.features, w, i) <= 1e-5 * (1 + norm(w)),
    );
    if (outcome === 'perfect') expect(error, why).toBeLessThanOrEqual(1e-11);
    else if (outcome === 'dead') expect([isSilent, slope <= 1e-9], why).toEqual([true, true]);
    else if (outcome === 'stuck') expect([slope <= 1e-8, error > 1e-13], why).toEqual([true, true]);
    else expect([outcome, steps[row]], why).toEqual(['moving', limit]);
  }
}

test('one neuron: distance, error, gradient and activations agree with the one outcome of each run', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(scenarios, (values) => {
      const columns = runAll(neuron, values, (values.seed as number) % 2 === 0);
      const summary = summarise(columns);
      const map = outcomesOf(CATALOG['one-neuron'] as ProblemCard, values);
      for (const side of SIDES) {
        const counts = countOutcomes(map, summary[side]);
        expect(OUTCOMES.reduce((sum, name) => sum + counts[name], 0)).toBe(10);
        for (const name of OUTCOMES) if (counts[name] > 0) seen.add(name);
      }
      for (let row = 0; row < (runsAll ? 10 : 1); row++) check(values, columns, row);
    }),
    { ...CHECK, numRuns: 500 },
  );
  expect([...seen].sort()).toEqual(['dead', 'falling', 'moving', 'perfect', 'star', 'stuck']);
});

test.each(PROBLEM_IDS)(
  '%s: every end has an outcome, and only an arrived end counts as a success',
  (problem) => {
    const card: ProblemCard = CATALOG[problem];
    for (const { values } of card.presets) {
      const { arrived, missed } = outcomesOf(card, createScenario(problem, values).values);
      expect(['star', 'best', 'met']).toContain(arrived);
      for (const [end, outcome] of Object.entries(missed)) {
        expect(OUTCOMES).toContain(outcome);
        const own = card.ends?.[end];
        if (own?.arrived === false) expect(['best', 'perfect', 'star'], end).not.toContain(outcome);
        if (own && !own.stops && !own.arrived) expect(['stuck'], end).not.toContain(outcome);
      }
    }
  },
);

/** Runs that ended so, with the values that show them. */
async function endedAs(problem: 'two-layer' | 'gan', given: Values, outcome: string) {
  const of = (await loadProblem(problem)) as Problem;
  const { values } = createScenario(problem, given);
  const columns = runAll(of, values, false);
  const map = outcomesOf(CATALOG[problem] as ProblemCard, values);
  const { arrivals, aways, statuses } = columns.left;
  const rows = Array.from(arrivals.keys()).filter(
    (i) => outcomeOf(map, arrivals[i]!, aways[i]!, columns.ends[statuses[i]!]!) === outcome,
  );
  const instanceOf = (run: number) => {
    const shown = shownValues(of, values, ensembleOf(values), null, run);
    return { instance: of.prepare(shown, null), values: shown as unknown as RunValues };
  };
  return { rows, columns, instanceOf };
}

test('two layers: a hovering run rises at a tenth of its last 1,000 steps and falls by less than 0.01 %', async () => {
  const given = { neurons: 3, c: 2, runs: 20 };
  const { rows, instanceOf } = await endedAs('two-layer', given, 'hovering');
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) {
    const { instance, values } = instanceOf(row);
    const run = createRun(instance, values);
    const losses = [run.first(), run.advance(3000)].flatMap(({ left }) => Array.from(left.series.loss!));
    const least = (from: number, to: number) => Math.min(...losses.slice(from, to));
    expect(least(2001, 3001)).toBeGreaterThan(least(0, 2001) * (1 - 1.01e-4));
    const rises = losses.filter((loss, k) => k > 2000 && loss > losses[k - 1]!).length;
    expect(rises, `run ${row}`).toBeGreaterThanOrEqual(90);
  }
});

test('a game: a run is out of reach if and only if its floor is above the criterion and it still moves', async () => {
  const { rows, columns, instanceOf } = await endedAs('gan', { runs: 150, limit: 300 }, 'barred');
  const { aways } = columns.left;
  expect(rows.length).toBeGreaterThan(50);
  for (const run of aways.keys()) {
    const { info } = instanceOf(run).instance as unknown as {
      info: { sides: { left: { certificate: { floor: number; reachable: boolean } } } };
    };
    const { floor, reachable } = info.sides.left.certificate;
    const least = reachable ? 0 : Math.sqrt(floor);
    expect(aways[run]).toBeGreaterThanOrEqual(least * (1 - 1e-9));
    if (columns.left.arrivals[run]! >= 0) expect(least).toBeLessThanOrEqual(0.01);
    else if (rows.includes(run)) expect(least).toBeGreaterThan(0.01);
    else expect([least > 0.01, columns.ends[columns.left.statuses[run]!]]).not.toEqual([true, 'moving']);
  }
});
