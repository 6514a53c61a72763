import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll, spread } from '../../scripts/tier.mjs';
import { CATALOG, PROBLEM_IDS, type ProblemId } from '../catalog.ts';
import type { Instance, PairInstance, SideName } from '../contract.ts';
import type { Field } from '../field.ts';
import { blends, CHECK, leaks } from '../fixtures/arbitraries.ts';
import { problem as game } from '../fixtures/game/problem.ts';
import { runSides, type SideRun } from '../fixtures/runs.ts';
import { mapField, placeOf } from '../landscapes/map-field.ts';
import { createPlaneSearch, planeRequest } from '../landscapes/plane-search.ts';
import { coordinatesOf, type SlicePlane } from '../landscapes/slice-plane.ts';
import { isOnTriangle, TRIANGLE_VIEW, weightsAt } from '../landscapes/triangle.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { loadProblem } from '../problems/index.ts';
import { RULES } from '../run/run-params.ts';
import { runValues } from '../run/run-values.ts';
import { sidesOf } from '../run/sides.ts';
import { arrivesAt, endNames, goesOn } from '../run/status.ts';
import { createScenario, presetScenario } from '../scenario/create-scenario.ts';
import { type Crowd, type CrowdFrame, createCrowd, crowdBox, crowdStarts } from './crowd.ts';

const SIDES: readonly SideName[] = ['left', 'right'];
const PROBLEMS = Object.fromEntries(
  await Promise.all(PROBLEM_IDS.map(async (id) => [id, await loadProblem(id)] as const)),
) as Record<ProblemId, Problem>;

interface Scene {
  readonly problem: Problem;
  readonly instance: Instance;
  readonly values: Values;
  readonly plane: SlicePlane | null;
}

function sceneOf(id: ProblemId, given: Values): Scene {
  const problem = PROBLEMS[id];
  const { values } = createScenario(id, { crowd: 4, ...given });
  const instance = problem.prepare(values, null);
  if (instance.sides || instance.dimension <= 2) return { problem, instance, values, plane: null };
  const search = createPlaneSearch(instance, runValues(values), planeRequest(instance, values));
  while (search.step());
  return { problem, instance, values, plane: search.plane() };
}

/** Iterating sides, each with its own map. */
function gameOf(given: Values): Scene {
  const problem = game as unknown as Problem;
  const values = { evening: 0.5, start: null, crowd: 4, crowdbox: null, within: 0.01, ...given };
  return { problem, instance: problem.prepare(values, null), values, plane: null };
}

const withoutFields = (instance: Instance) => {
  const { left, right } = sidesOf(instance);
  return { left, right: { ...right, fields: {} } };
};

const crowdOf = ({ problem, instance, values, plane }: Scene, mostNumbers?: number) =>
  createCrowd(problem, instance, values, plane, mostNumbers)!;

function goTo(crowd: Crowd, step: number): CrowdFrame {
  while (crowd.goOn(step));
  return crowd.frameAt(step);
}

/** Point and end of each dot's separate run at every step, opened as the page does. */
function singles({ problem, values, plane }: Scene, steps: number) {
  const chosen = mapsOf(problem.prepare(values, null));
  const isOnMap = chosen?.left.domain.kind === 'triangle' ? isOnTriangle : undefined;
  const starts = crowdStarts(values.crowd as number, crowdBox(values), plane, isOnMap);
  return starts.map((start) => {
    const own = { ...values, start: Array.from(chosen ? chosen.left.startAt!(start[0]!, start[1]!) : start) };
    const instance = problem.prepare(own, null);
    const maps = mapsOf(instance);
    // One step at a time, since a frame reports only its last step's status.
    const whole = runSides(instance, runValues(own), steps);
    const { left, right } = whole;
    const until = (k: number) => (k === steps ? whole : runSides(instance, runValues(own), k));
    const place = (side: SideName, k: number) => {
      const { iterates } = { left, right }[side];
      const w = iterates[Math.min(k, iterates.length - 1)]!;
      if (maps) return placeOf(maps[side], w).slice(0, 2);
      return plane ? coordinatesOf(plane, w) : [w[0]!, w[1]!];
    };
    return { until, place };
  });
}

/** End of a separate run and its step: without a star it arrives within `within` of its minimum and has to stay there. */
function standing({ instance, values }: Scene, run: SideRun, side: SideName): [end: string, since: number] {
  const { plant, minima } = instance as PairInstance;
  const isNear = (loss: number) => loss - minima![side].loss <= (values.within as number);
  const near = minima && !plant && run.status !== 'diverged' ? run.losses.map(isNear) : [];
  if (near.at(-1)) return ['reached', near.lastIndexOf(false) + 1];
  return run.labels && !mapsOf(instance) ? ['moving', -1] : [run.status, run.endedAt ?? -1];
}

/** Maps of sides that have their own, both with selectable starts; else null. */
function mapsOf(instance: Instance): Record<SideName, Field> | null {
  const { left, right } = sidesOf(instance);
  const maps = { left: mapField(left)?.field, right: mapField(right)?.field };
  return maps.left?.startAt && maps.right?.startAt ? (maps as Record<SideName, Field>) : null;
}

/** The crowd at some steps matches its separate runs and counts them. */
function expectSingles(scene: Scene, crowd: Crowd, steps: readonly number[]): CrowdFrame {
  const runs = singles(scene, Math.max(...steps));
  for (const k of steps) {
    const frame = goTo(crowd, k);
    expect(frame.step).toBe(k);
    const alone = runs.map(({ until }) => until(k));
    for (const side of SIDES) {
      const { places, ends, since, counts } = frame[side];
      expect(places, `${side} at ${k}`).toEqual(
        Float64Array.from(runs.flatMap(({ place }) => place(side, k))),
      );
      const stands = alone.map((run) => standing(scene, run[side], side));
      const names = endNames(scene.problem.card);
      expect([...ends].map((end, dot) => [names[end], since[dot]])).toEqual(stands);
      const number = (status: string) => stands.filter(([end]) => end === status).length;
      const diverged = number('diverged');
      const moving = stands.filter(([end]) => goesOn(end, scene.problem.card)).length;
      const arrived = stands.filter(([end]) => arrivesAt(end, scene.problem.card)).length;
      const elsewhere = stands.length - arrived - diverged - moving;
      expect(counts).toEqual({ arrived, elsewhere, diverged, moving });
    }
  }
  return crowd.frameAt(Math.max(...steps));
}

const rules = fc.record({
  rule: fc.constantFrom(...RULES),
  unlock: fc.boolean(),
  rrule: fc.constantFrom(...RULES),
  c: fc.constantFrom(0.5, 1, 1.9, 40),
  batch: fc.integer({ min: 1, max: 5 }),
  oseed: fc.integer({ min: 0, max: 99 }),
});

const neurons = fc.record({
  features: fc.constantFrom('gauss', 'circle', 'positive', 'correlated'),
  n: fc.constantFrom(1, 4, 12, 40),
  d: fc.constantFrom(2, 2, 3, 6),
  std: fc.boolean(),
  seed: fc.integer({ min: 0, max: 1000 }),
  noise: fc.constantFrom(0, 0, 0.5),
  leak: leaks,
  blend: blends,
});

describe('every dot is where the run of its own start is, to the bit, and ends as it does', () => {
  it('of any data, leak, blend, noise, rule and number of weights', () => {
    fc.assert(
      fc.property(neurons, rules, fc.integer({ min: 1, max: 60 }), (data, descent, k) => {
        const scene = sceneOf('one-neuron', { ...data, ...descent });
        expectSingles(scene, crowdOf(scene), [0, k]);
      }),
      { ...CHECK, numRuns: runsAll ? 40 : 10 },
    );
  });

  it.each([
    ['lazily followed', { n: 4000, d: 6 }, 12],
    ['by sectors', { n: 12_000 }, 40],
    ['infinitely many samples', { n: Number.POSITIVE_INFINITY }, 40],
    ['on the plane of two weights', { d: 4, plane: 'weights', pair: [4, 2] }, 40],
  ] as const)('%s', (_, given, k) => {
    const scene = sceneOf('one-neuron', given);
    expectSingles(scene, crowdOf(scene), [1, k]);
  });

  it.each(RULES)('where step and region hang on the start: %s', (rule) => {
    const scene = sceneOf('lift', { rule, crowdbox: [-2, 2, -1, 3] });
    expectSingles(scene, crowdOf(scene), [0, 9]);
  });

  it('on two sides of their own that descend over the same two weights', () => {
    const scene = sceneOf('one-neuron', { n: 8, unlock: true, rrule: 'adam' });
    const ofSides = (instance: Instance): Instance => ({ ...instance, sides: sidesOf(instance) });
    const { prepare } = scene.problem;
    const problem: Problem = { ...scene.problem, prepare: (...asked) => ofSides(prepare(...asked)) };
    const sided = { ...scene, problem, instance: ofSides(scene.instance) };
    expectSingles(sided, crowdOf(sided), [0, 80]);
  });

  it.each(
    Object.values(CATALOG).flatMap(({ id, presets }) =>
      spread(presets, 2).map((preset) => [id, preset.id] as const),
    ),
  )('where there is a map, in every preset: %s, %s', (id, preset) => {
    const { values } = presetScenario(id as ProblemId, preset);
    const scene = sceneOf(id as ProblemId, { ...values, crowd: 3 });
    const crowd = crowdOf(scene);
    const { instance } = scene;
    const hasMaps = instance.sides ? mapsOf(instance) !== null : instance.dimension >= 2;
    expect(crowd !== null).toBe(hasMaps);
    if (crowd) expectSingles(scene, crowd, [1, 25]);
  });
});

describe('what a crowd counts is what as many single runs come to', () => {
  it('many of them: all reach the star on the right, and half of them on the left', () => {
    const many = runsAll ? 200 : 100;
    const scene = sceneOf('one-neuron', { features: 'line', n: 8, plant: [1, 0.2], crowd: many });
    const { left, right, aim } = expectSingles(scene, crowdOf(scene), [400]);
    expect([aim, right.counts.arrived]).toEqual([null, many]);
    expect(left.counts.arrived / many).toBeCloseTo(0.5, 1);
    expect(left.counts.elsewhere).toBe(many - left.counts.arrived);
  });

  it('without a star those within `within` of what its aim measures, as an ensemble counts them', () => {
    const scene = sceneOf('lift', { crowd: 60 });
    const frame = expectSingles(scene, crowdOf(scene), [0, 7, 60]);
    expect(frame.aim).toBe('excess');
    expect(frame.right.counts.arrived).toBeGreaterThan(30);
  });

  it('at ends of its own, of sides that move by themselves on maps of theirs: who is only labelled moves on', () => {
    const scene = gameOf({ crowd: 40 });
    const frame = expectSingles(scene, crowdOf(scene), [0, 5, 9, 14]);
    expect(frame.left.counts).toEqual({ arrived: 0, elsewhere: 0, diverged: 0, moving: 40 });
    expect(frame.right.counts).toEqual({ arrived: 40, elsewhere: 0, diverged: 0, moving: 0 });
    expect(frame.aim).toBeNull();
  });

  it('steps that are too long', () => {
    const scene = sceneOf('one-neuron', { n: 8, c: 40, crowd: 8 });
    expect(expectSingles(scene, crowdOf(scene), [300]).right.counts.diverged).toBeGreaterThan(0);
  });

  it('nobody where nothing is known to aim at', () => {
    const scene = sceneOf('one-neuron', presetScenario('one-neuron', 'stopping-distance').values);
    const { left, aim } = goTo(crowdOf({ ...scene, values: { ...scene.values, crowd: 5 } }), 50);
    expect([left.counts.arrived, aim]).toEqual([0, null]);
  });
});

describe('the steps of a crowd', () => {
  const scene = sceneOf('one-neuron', { n: 8, crowd: 20, rule: 'sgd' });
  const whole = crowdOf(scene);
  const expected = Array.from({ length: 41 }, (_, k) => goTo(whole, k));

  it('have the same bits when they are cut anyhow, and a step that was begun waits', () => {
    const asks = fc.array(fc.record({ to: fc.nat(40), moments: fc.nat(8) }), { maxLength: 12 });
    fc.assert(
      fc.property(asks, (list) => {
        const crowd = crowdOf(scene);
        goTo(crowd, 0);
        let farthest = 0;
        for (const { to, moments } of list) {
          let more = true;
          for (let i = 0; i < moments && more; i++) more = crowd.goOn(to);
          if (!more) farthest = Math.max(farthest, to);
          const shown = crowd.frameAt(to);
          expect(shown.step).toBeLessThanOrEqual(to);
          expect(shown).toEqual(expected[shown.step]);
        }
        expect(goTo(crowd, farthest)).toEqual(expected[farthest]);
      }),
      { ...CHECK, numRuns: runsAll ? 30 : 8 },
    );
  });

  it.each(spread([1, 8, 9, 17], 2))('are shown again as they were, in memory for %s rows', (rows) => {
    const crowd = crowdOf(scene, 80 * rows);
    for (let last = 0; last <= 40; last++) {
      const now = goTo(crowd, last);
      const { stride } = now;
      // An odd number of rows, at least three: the stride doubles when one more would be kept.
      expect(last / stride).toBeLessThanOrEqual(Math.max(3, rows));
      expect(now).toEqual({ ...expected[last], stride });
      for (const k of spread([...Array(last).keys()], 8)) {
        const step = k - (k % stride);
        expect(crowd.frameAt(k)).toEqual({ ...expected[step], stride });
      }
    }
  });
});

describe('the dots of a crowd', () => {
  const box = { x0: -1, x1: 2, y0: 3, y1: 7 };

  it('fill the rectangle evenly, the same ones each time, and more dots begin with the same', () => {
    const starts = crowdStarts(400, box, null);
    expect(crowdStarts(200, box, null)).toEqual(starts.slice(0, 200));
    const quarters = [0, 0, 0, 0];
    for (const [x, y] of starts as unknown as [number, number][]) {
      expect(x >= -1 && x < 2 && y >= 3 && y < 7).toBe(true);
      quarters[(x > 0.5 ? 1 : 0) + (y > 5 ? 2 : 0)]!++;
    }
    for (const count of quarters) expect(Math.abs(count - 100)).toBeLessThan(30);
  });

  it('fill what a rectangle has of a triangle evenly; of a rectangle beside it there is none', () => {
    const starts = crowdStarts(400, TRIANGLE_VIEW, null, isOnTriangle);
    const nearestCorner = [0, 0, 0];
    for (const [u, v] of starts as unknown as [number, number][]) {
      const weights = weightsAt(u, v);
      expect(Math.min(...weights)).toBeGreaterThan(-1e-8);
      nearestCorner[weights.indexOf(Math.max(...weights))]!++;
    }
    for (const count of nearestCorner) expect(Math.abs(count - 400 / 3)).toBeLessThan(35);
    const beside = crowdStarts(3, { x0: 5, x1: 6, y0: 5, y1: 6 }, null, isOnTriangle);
    expect(beside.every(([u]) => u! >= 5)).toBe(true);
  });

  it('are fewer where each must hold the order of a million samples', () => {
    const scene = sceneOf('one-neuron', { n: 4, rule: 'sgd', crowd: 2000 });
    const samples = { ...scene.instance.samples, count: 1e6 };
    const large = { ...scene, instance: { ...scene.instance, samples } as Instance };
    expect(goTo(crowdOf(large), 0).count).toBe(40);
    expect(goTo(crowdOf({ ...large, values: { ...large.values, rule: 'adam' } }), 0).count).toBe(2000);
  });

  it("are none without a count, a map, or two sides that descend from a start of one's own", () => {
    const made = (scene: Scene) => crowdOf(scene);
    const deep = sceneOf('one-neuron', { d: 3 });
    expect(made(deep)).not.toBeNull();
    expect(made({ ...deep, plane: null })).toBeNull();
    expect(made(sceneOf('one-neuron', { crowd: 0 }))).toBeNull();
    expect(made(sceneOf('one-neuron', { d: 1 }))).toBeNull();
    const own = gameOf({});
    expect(made(own)).not.toBeNull();
    expect(made({ ...own, instance: { ...own.instance, sides: withoutFields(own.instance) } })).toBeNull();
    expect(() => crowdOf(deep).frameAt(0)).toThrow('expected a step that was taken');
  });
});
