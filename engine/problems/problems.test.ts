import { describe, expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS, type ProblemId, scenarioParams } from '../catalog.ts';
import type { Instance, Landscape, Problem, SideName } from '../contract.ts';
import { runSides } from '../fixtures/runs.ts';
import { createRandom, fillNormal } from '../kernels/random.ts';
import { distance, norm } from '../kernels/vector.ts';
import { cellCentre, sampleGrid } from '../landscapes/grid.ts';
import { formatParam, parseParam } from '../params.ts';
import { createRun, type RunValues } from '../run/create-run.ts';
import {
  createScenario,
  formatLink,
  parseLink,
  presetScenario,
  type Scenario,
} from '../scenario/scenario.ts';
import { loadProblem } from './index.ts';

/** Laws that every problem keeps, over its defaults (where they can be met) and every preset. */

const PROBLEMS = Object.fromEntries(
  await Promise.all(PROBLEM_IDS.map(async (id) => [id, await loadProblem(id)] as const)),
) as Record<ProblemId, Problem>;
const SIDES: readonly SideName[] = ['left', 'right'];
const scenes: { problem: ProblemId; scene: string; scenario: Scenario }[] = PROBLEM_IDS.flatMap((problem) => [
  { problem, scene: 'defaults', scenario: createScenario(problem) },
  ...CATALOG[problem].presets.map(({ id }) => ({
    problem,
    scene: id,
    scenario: presetScenario(problem, id),
  })),
]);

const prepare = ({ problem, values }: Scenario): Instance => PROBLEMS[problem].prepare(values, null);
const runValues = (scenario: Scenario, given: Partial<RunValues> = {}) =>
  ({ ...scenario.values, ...given }) as unknown as RunValues;

/** Weights that descent moves: the first ones, where the output weights are kept. */
function trainedWeights({ values }: Scenario, { network, dimension }: Instance): number {
  return network && values.outputs === 'fixed' ? network.neurons * network.columns : dimension;
}

/** Whether the landscape's region leaves the point where it is not. */
function moves(landscape: Landscape, w: Float64Array): boolean {
  const moved = w.slice();
  landscape.project?.(moved);
  return distance(moved, w) > 0;
}

/** Where a side starts: at the nearest place of its region. */
function startOf({ start, scaling, ...sides }: Instance, side: SideName): Float64Array {
  const w = new Float64Array(start.length);
  const shown = Float64Array.from(start);
  scaling.toScaled(w, start);
  if (!moves(sides[side], w)) return shown;
  sides[side].project!(w);
  scaling.toOriginal(shown, w);
  return shown;
}

/** Seeded points about the start, in scaled units. */
function pointsOf(instance: Instance, count: number): Float64Array[] {
  const random = createRandom(11, 9);
  return Array.from({ length: count }, () => {
    const [original, w] = [new Float64Array(instance.dimension), new Float64Array(instance.dimension)];
    fillNormal(original, random);
    for (let j = 0; j < original.length; j++) original[j] = original[j]! + instance.start[j]!;
    instance.scaling.toScaled(w, original);
    return w;
  });
}

/**
 * Central differences, extrapolated (Richardson) so that a loss that is no polynomial has its slope to the same digits, from two
 * pairs of reaches; null where these differ, for there a kink lies between.
 */
function centralDifference(landscape: Landscape, w: Float64Array, j: number): number | null {
  const slope = (reach: number) => {
    const at = (by: number) => landscape.loss(w.map((value, k) => (k === j ? value + by : value)));
    return (at(reach) - at(-reach)) / (2 * reach);
  };
  const extrapolated = (reach: number) => (16 * slope(reach / 4) - slope(reach)) / 15;
  const [wide, narrow] = [extrapolated(2 ** -9), extrapolated(2 ** -11)];
  return Math.abs(wide - narrow) <= 1e-8 * (1 + Math.abs(wide) + landscape.loss(w)) ? narrow : null;
}

describe('the list of problems', () => {
  it('is the catalog, each under its own id', () => {
    expect(Object.keys(PROBLEMS)).toEqual(PROBLEM_IDS);
    for (const id of PROBLEM_IDS) {
      expect(CATALOG[id].id).toBe(id);
      expect(PROBLEMS[id].card).toBe(CATALOG[id]);
    }
    expect(new Set(PROBLEM_IDS).size).toBe(PROBLEM_IDS.length);
  });

  it.each(PROBLEM_IDS)('%s: presets have ids of their own that links can carry', (problem) => {
    const ids = CATALOG[problem].presets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it.each(PROBLEM_IDS)('%s: parameters do not clash with the words of a link', (problem) => {
    expect(Object.keys(scenarioParams(problem)).filter((key) => !/^[a-z][a-z0-9]*$/.test(key))).toEqual([]);
    for (const reserved of ['v', 'problem', 'link', 'steps', 'format'])
      expect(scenarioParams(problem)).not.toHaveProperty(reserved);
  });
});

describe.each(scenes)('$problem, $scene', ({ problem, scenario }) => {
  it('every value is allowed as it stands', () => {
    const specs = scenarioParams(problem);
    expect(Object.keys(scenario.values)).toEqual(Object.keys(specs));
    for (const [key, value] of Object.entries(scenario.values)) {
      if (value === null) expect(specs[key]!.default).toBeNull();
      else expect(parseParam(specs[key]!, formatParam(value))).toEqual({ value });
    }
  });

  it('is the same scenario after a link', () => {
    expect(parseLink(formatLink(scenario))).toEqual({ scenario, notices: [] });
  });

  it('is prepared without a notice, twice alike', () => {
    const [once, twice] = [prepare(scenario), prepare(scenario)];
    expect(once.notices).toEqual([]);
    expect(once.refused).toEqual([]);
    expect([once.samples, once.start, once.plant, once.smoothness]).toEqual([
      twice.samples,
      twice.start,
      twice.plant,
      twice.smoothness,
    ]);
    expect(once.samples.features).toHaveLength(once.samples.labels.length * once.samples.dimension);
    expect(once.start).toHaveLength(once.dimension);
    for (const side of SIDES)
      expect([once[side].dimension, once[side].samples]).toEqual([once.dimension, once.samples.count]);
  });

  it.each(SIDES)('%s: the gradient is that of central differences off the kinks', (side) => {
    const instance = prepare(scenario);
    const landscape = instance[side];
    let compared = 0;
    // Off a region's edge, where the loss is defined on both sides of the point.
    const points = pointsOf(instance, 12)
      .filter((w) =>
        [-1, 1].every(
          (by) =>
            !moves(
              landscape,
              w.map((value) => value + by * 2 ** -8),
            ),
        ),
      )
      .slice(0, 6);
    expect(points.length).toBeGreaterThan(0);
    for (const w of points) {
      const gradient = new Float64Array(instance.dimension);
      const loss = landscape.evaluate(gradient, w);
      expect(loss).toBe(landscape.loss(w));
      for (let j = 0; j < trainedWeights(scenario, instance); j++) {
        const slope = centralDifference(landscape, w, j);
        if (slope === null) continue;
        compared++;
        expect(Math.abs(gradient[j]! - slope)).toBeLessThanOrEqual(
          1e-7 * (1 + Math.abs(slope) + Math.abs(loss)),
        );
      }
    }
    expect(compared).toBeGreaterThan((points.length * trainedWeights(scenario, instance)) / 2);
  });

  it('the smoothness bounds every change of the right gradient, but for two layers, which have none', () => {
    const instance = prepare(scenario);
    if (instance.network) return;
    const [a, b] = [new Float64Array(instance.dimension), new Float64Array(instance.dimension)];
    const points = pointsOf(instance, 8);
    for (const w of points)
      for (const v of points) {
        instance.right.evaluate(a, w);
        instance.right.evaluate(b, v);
        expect(distance(a, b)).toBeLessThanOrEqual(instance.smoothness * distance(w, v) * (1 + 1e-12));
      }
  });

  it('is run alike twice, bit for bit, and not at once to its end', () => {
    const run = () => runSides(prepare(scenario), runValues(scenario), 60);
    const { left, right } = run();
    expect({ left, right }).toEqual(run());
    const instance = prepare(scenario);
    if (!instance.createSolver) expect(right.iterates[0]).toEqual(startOf(instance, 'right'));
    expect(left.iterates[0]).toEqual(startOf(instance, 'left'));
    expect(right.iterates[1]).not.toEqual(right.iterates[0]);
    expect(right.status).not.toBe('diverged');
  });

  it('the right side goes down at every step of 1/L, or round, but for the relaxation of many neurons', () => {
    if (scenario.values.right === 'relaxed') return;
    const { losses } = runSides(prepare(scenario), runValues(scenario, { rule: 'gd', c: 1 }), 200).right;
    for (const [k, loss] of losses.entries())
      if (k > 0) expect(loss).toBeLessThanOrEqual(losses[k - 1]! + 1e-13 * (1 + losses[0]!));
  });

  it('its sides keep copies of the start', () => {
    const instance = prepare(scenario);
    const start = Float64Array.from(instance.start);
    const race = createRun(instance, runValues(scenario));
    const first = race.first();
    first.left.iterates.fill(99);
    if (!instance.createSolver) expect(first.right.iterates).toEqual(startOf(instance, 'right'));
    race.advance(5);
    expect(instance.start).toEqual(start);
  });

  it('takes its prepared data from an earlier instance where that is the same: the same bits without the work', () => {
    const before = prepare(scenario);
    const { problem, values } = scenario;
    const moved = { ...values, blend: 0.5, sseed: 9, c: 0.7 };
    const after = PROBLEMS[problem].prepare(moved, null, before);
    expect(after.prepared).toBe(before.prepared);
    const fresh = PROBLEMS[problem].prepare(moved, null);
    expect(fresh.prepared).not.toBe(before.prepared);
    const runs = [after, fresh].map((one) => runSides(one, moved as unknown as RunValues, 5));
    expect(runs[0]).toEqual(runs[1]);
    expect(after.notices).toEqual(fresh.notices);
    const data = Object.entries({ leak: 0.3, noise: 0.3, y: 2 }).filter(([key]) => key in values);
    const other = PROBLEMS[problem].prepare({ ...values, ...Object.fromEntries(data) }, null, before);
    // A problem that has none of them has no data that another value could change.
    expect(other.prepared === before.prepared).toBe(data.length === 0);
  });

  it('says diverged where a number is not finite, and keeps the last finite state', () => {
    const instance = prepare(scenario);
    /** The landscape, but from the fourth evaluation on its loss is NaN. */
    const breaking = (landscape: Landscape): Landscape => {
      let calls = 0;
      const broken: Landscape = {
        ...landscape,
        evaluate: (gradient, w) => (++calls > 3 ? Number.NaN : 1) * landscape.evaluate(gradient, w),
        follow: () => broken,
      };
      return broken;
    };
    const { createSolver, ...landscapes } = instance;
    const race = createRun(
      { ...landscapes, left: breaking(instance.left), right: breaking(instance.right) },
      runValues(scenario),
    );
    const sound = runSides(instance, runValues(scenario), 2);
    race.first();
    const frame = race.advance(10);
    const later = race.advance(10);
    for (const side of SIDES) {
      // What is solved instead is never asked for its gradient.
      if (side === 'right' && createSolver) continue;
      expect(frame[side]).toMatchObject({ status: 'diverged', endedAt: 3, count: 2 });
      expect(frame[side].iterates.subarray(instance.dimension)).toEqual(sound[side].iterates[2]);
      expect([...frame[side].losses]).toEqual(sound[side].losses.slice(1));
      expect(later[side]).toMatchObject({ status: 'diverged', endedAt: 3, count: 0 });
    }
  });
});

const planarScenes = scenes.filter(({ scenario }) => prepare(scenario).dimension === 2);

describe.each(planarScenes)('$problem, $scene, in the plane', ({ scenario }) => {
  it.each(SIDES)('%s: a grid cell is the loss at its centre', (side) => {
    const instance = prepare(scenario);
    const view = { x0: -3, x1: 3, y0: -2, y1: 4 };
    const grid = new Float64Array(49);
    sampleGrid(grid, instance[side], instance.scaling, view, 7, 0, 7);
    for (let at = 0; at < 49; at++) {
      const centre = Float64Array.of(cellCentre(-3, 3, 7, at % 7), cellCentre(-2, 4, 7, Math.floor(at / 7)));
      const scaled = new Float64Array(2);
      instance.scaling.toScaled(scaled, centre);
      expect(grid[at]).toBe(instance[side].loss(scaled));
    }
  });
});

describe('long steps', () => {
  it('end in words and finite numbers in every scene, in divergence in most', () => {
    let diverged = 0;
    for (const { problem, scenario } of scenes) {
      const instance = prepare(scenario);
      const race = createRun(instance, runValues(scenario, { c: 1000 }));
      race.first();
      const frame = race.advance(1000);
      for (const side of SIDES) {
        if (side === 'right' && instance.createSolver) continue;
        const { status, count, iterates, losses, gradientNorms, endedAt } = frame[side];
        expect([iterates, losses, gradientNorms].every((list) => list.every(Number.isFinite))).toBe(true);
        expect(iterates).toHaveLength(count * instance.dimension);
        expect(count).toBe(status === 'diverged' ? endedAt! - 1 : 1000);
        if (status === 'diverged') {
          diverged++;
          // Steps on two layers cube the weights, and their loss is of the fourth power.
          const far = instance.network || problem === 'lift' ? 1e20 : 1e100;
          expect(norm(iterates.subarray((count - 1) * instance.dimension))).toBeGreaterThan(far);
        }
      }
    }
    expect(diverged).toBeGreaterThan(scenes.length);
  });
});
