import { describe, expect, it } from 'vitest';
import { spread } from '../../scripts/tier.mjs';
import { CATALOG, PROBLEM_IDS, type ProblemId, scenarioParams } from '../catalog.ts';
import type { DescendingSide, Instance, Landscape, Side, SidedInstance, SideName } from '../contract.ts';
import { runSides } from '../fixtures/runs.ts';
import { createRandom, fillNormal } from '../kernels/random.ts';
import { distance, norm } from '../kernels/vector.ts';
import { sampleGrid } from '../landscapes/grid.ts';
import { cellCentre } from '../landscapes/window.ts';
import { formatParam, parseParam } from '../params.ts';
import type { Problem } from '../problem.ts';
import { createRun, type RunValues } from '../run/create-run.ts';
import { descends, pairOf, sidesOf } from '../run/sides.ts';
import { createScenario, presetScenario } from '../scenario/create-scenario.ts';
import { formatLink, parseLink, type Scenario } from '../scenario/scenario.ts';
import { loadProblem } from './index.ts';
import { asNetwork } from './two-layer/instance.ts';

/** Laws of every problem, over its defaults and a spread of presets. */

const PROBLEMS = Object.fromEntries(
  await Promise.all(PROBLEM_IDS.map(async (id) => [id, await loadProblem(id)] as const)),
) as Record<ProblemId, Problem>;
const SIDES: readonly SideName[] = ['left', 'right'];
const scenes: { problem: ProblemId; scene: string; scenario: Scenario }[] = PROBLEM_IDS.flatMap((problem) => [
  { problem, scene: 'defaults', scenario: createScenario(problem) },
  ...spread(CATALOG[problem].presets, 2).map(({ id }) => ({
    problem,
    scene: id,
    scenario: presetScenario(problem, id),
  })),
]);

const prepare = ({ problem, values }: Scenario): Instance => PROBLEMS[problem].prepare(values, null);
const runValues = (scenario: Scenario, given: Partial<RunValues> = {}) =>
  ({ ...scenario.values, ...given }) as unknown as RunValues;

function trainedWeights({ values }: Scenario, instance: Instance, { dimension }: Side): number {
  const network = asNetwork(instance)?.info;
  return network && values.outputs === 'fixed' ? network.neurons * network.columns : dimension;
}

/** True if the region's projection moves the point. */
function moves(landscape: Landscape, w: Float64Array): boolean {
  const moved = w.slice();
  landscape.project?.(moved);
  return distance(moved, w) > 0;
}

function startOf(instance: Instance, name: SideName): Float64Array {
  const side = sidesOf(instance)[name];
  const shown = new Float64Array(side.dimension);
  if (!descends(side)) {
    side.iterate().read(shown);
    return shown;
  }
  shown.set(side.start);
  const w = new Float64Array(side.dimension);
  side.scaling.toScaled(w, side.start);
  if (!moves(side.landscape, w)) return shown;
  side.landscape.project!(w);
  side.scaling.toOriginal(shown, w);
  return shown;
}

/** Seeded, in scaled units. */
function pointsOf(side: DescendingSide, count: number): Float64Array[] {
  const random = createRandom(11, 9);
  return Array.from({ length: count }, () => {
    const [original, w] = [new Float64Array(side.dimension), new Float64Array(side.dimension)];
    fillNormal(original, random);
    for (let j = 0; j < original.length; j++) original[j] = original[j]! + side.start[j]!;
    side.scaling.toScaled(w, original);
    return w;
  });
}

/** Richardson extrapolation from two pairs of reaches. Null if these differ, as a kink lies between. */
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
    expect(Object.keys(scenarioParams(problem)).filter((key) => !/^[a-z][a-z0-9]*$/i.test(key))).toEqual([]);
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
    expect(once.samples).toEqual(twice.samples);
    expect(once.samples.features).toHaveLength(once.samples.labels.length * once.samples.dimension);
    for (const name of SIDES) {
      const [side, again] = [sidesOf(once)[name], sidesOf(twice)[name]];
      expect(side.stepUnit).toBe(again.stepUnit);
      expect(startOf(once, name)).toEqual(startOf(twice, name));
      if (!descends(side)) continue;
      expect(side.goal).toEqual((again as DescendingSide).goal);
      expect([side.landscape.dimension, side.landscape.samples]).toEqual([
        side.dimension,
        once.samples.count,
      ]);
    }
  });

  it.each(SIDES)('%s: the gradient is that of central differences off the kinks', (side) => {
    const instance = prepare(scenario);
    const of = sidesOf(instance)[side];
    if (!descends(of)) return;
    const { landscape } = of;
    const trained = trainedWeights(scenario, instance, of);
    let compared = 0;
    // The loss must be defined on both sides of the point.
    const points = pointsOf(of, 12)
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
      const gradient = new Float64Array(of.dimension);
      const loss = landscape.evaluate(gradient, w);
      expect(loss).toBe(landscape.loss(w));
      for (let j = 0; j < trained; j++) {
        const slope = centralDifference(landscape, w, j);
        if (slope === null) continue;
        compared++;
        expect(Math.abs(gradient[j]! - slope)).toBeLessThanOrEqual(
          1e-7 * (1 + Math.abs(slope) + Math.abs(loss)),
        );
      }
    }
    expect(compared).toBeGreaterThan((points.length * trained) / 2);
  });

  it('the smoothness bounds every change of the right gradient, but where there is none', () => {
    const { right } = sidesOf(prepare(scenario));
    if (!descends(right) || right.rest === 'decrease') return;
    const [a, b] = [new Float64Array(right.dimension), new Float64Array(right.dimension)];
    const points = pointsOf(right, 8);
    for (const w of points)
      for (const v of points) {
        right.landscape.evaluate(a, w);
        right.landscape.evaluate(b, v);
        expect(distance(a, b)).toBeLessThanOrEqual(right.stepUnit * distance(w, v) * (1 + 1e-12));
      }
  });

  it('is run alike twice, bit for bit, and not at once to its end', () => {
    const run = () => runSides(prepare(scenario), runValues(scenario), 20);
    const { left, right } = run();
    expect({ left, right }).toEqual(run());
    const instance = prepare(scenario);
    expect(right.iterates[0]).toEqual(startOf(instance, 'right'));
    expect(left.iterates[0]).toEqual(startOf(instance, 'left'));
    expect(right.iterates[1]).not.toEqual(right.iterates[0]);
    expect(right.status).not.toBe('diverged');
  });

  it('the right side goes down at every step of 1/L, or round, but for the relaxation of many neurons', () => {
    const instance = prepare(scenario);
    // Nor need players of a game descend.
    if (scenario.values.right === 'relaxed' || !descends(sidesOf(instance).left)) return;
    const { losses } = runSides(instance, runValues(scenario, { rule: 'gd', c: 1 }), 200).right;
    for (const [k, loss] of losses.entries())
      if (k > 0) expect(loss).toBeLessThanOrEqual(losses[k - 1]! + 1e-13 * (1 + losses[0]!));
  });

  it('its sides keep copies of the start', () => {
    const instance = prepare(scenario);
    const kept = SIDES.map((side) => startOf(instance, side));
    const race = createRun(instance, runValues(scenario));
    const first = race.first();
    first.left.iterates.fill(99);
    expect(first.right.iterates).toEqual(startOf(instance, 'right'));
    race.advance(5);
    expect(SIDES.map((side) => startOf(instance, side))).toEqual(kept);
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
    const data = Object.entries({ leak: 0.3, noise: 0.35, y: 2 }).filter(([key]) => key in values);
    const other = PROBLEMS[problem].prepare({ ...values, ...Object.fromEntries(data) }, null, before);
    // No such parameters, no data to change.
    expect(other.prepared === before.prepared).toBe(data.length === 0);
  });

  it('says diverged where a number is not finite, and keeps the last finite state', () => {
    const instance = prepare(scenario);
    /** NaN from the fourth evaluation on. */
    const breaking = (landscape: Landscape): Landscape => {
      let calls = 0;
      const broken: Landscape = {
        ...landscape,
        evaluate: (gradient, w) => (++calls > 3 ? Number.NaN : 1) * landscape.evaluate(gradient, w),
        follow: () => broken,
      };
      return broken;
    };
    const whole = sidesOf(instance);
    const broken = (side: Side): Side =>
      descends(side) ? { ...side, landscape: breaking(side.landscape) } : side;
    const sides = { left: broken(whole.left), right: broken(whole.right) };
    const race = createRun({ ...instance, sides } as SidedInstance, runValues(scenario));
    const sound = runSides(instance, runValues(scenario), 2);
    race.first();
    const frame = race.advance(10);
    const later = race.advance(10);
    for (const side of SIDES) {
      if (!descends(whole[side])) continue;
      expect(frame[side]).toMatchObject({ status: 'diverged', endedAt: 3, count: 2 });
      expect(frame[side].iterates.subarray(whole[side].dimension)).toEqual(sound[side].iterates[2]);
      expect([...frame[side].series.loss!]).toEqual(sound[side].losses.slice(1));
      expect(later[side]).toMatchObject({ status: 'diverged', endedAt: 3, count: 0 });
    }
  });
});

const planarScenes = scenes.filter(({ scenario }) => {
  const instance = prepare(scenario);
  return !instance.sides && instance.dimension === 2;
});

describe.each(planarScenes)('$problem, $scene, in the plane', ({ scenario }) => {
  it.each(SIDES)('%s: a grid cell is the loss at its centre', (side) => {
    const instance = pairOf(prepare(scenario));
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
  /** Overflows within a hundred steps. */
  const STEPS = 200;

  it('end in words and finite numbers in every scene, in divergence in most', () => {
    let [descending, diverged] = [0, 0];
    for (const { problem, scenario } of scenes) {
      const instance = prepare(scenario);
      if (!SIDES.some((side) => descends(sidesOf(instance)[side]))) continue;
      const race = createRun(instance, runValues(scenario, { c: 1000 }));
      race.first();
      const frame = race.advance(STEPS);
      for (const side of SIDES) {
        const of = sidesOf(instance)[side];
        if (!descends(of)) continue;
        descending++;
        const { status, count, iterates, series, endedAt } = frame[side];
        expect(
          [iterates, series.loss!, series.gradientNorm!].every((list) => list.every(Number.isFinite)),
        ).toBe(true);
        expect(iterates).toHaveLength(count * of.dimension);
        expect(count).toBe(status === 'diverged' ? endedAt! - 1 : STEPS);
        if (status === 'diverged') {
          diverged++;
          // Steps on two layers cube the weights; the loss has degree four.
          const far = instance.sides || problem === 'lift' ? 1e20 : 1e100;
          expect(norm(iterates.subarray((count - 1) * of.dimension))).toBeGreaterThan(far);
        }
      }
    }
    expect(diverged).toBeGreaterThan(descending / 2);
  });
});
