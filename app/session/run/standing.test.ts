import '../../i18n/all-words.ts';
import '../../problems/index.ts';
import { expect, test } from 'vitest';
import { findFacts } from '../../../engine/facts/scenario-facts.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { createRun } from '../../../engine/run/create-run.ts';
import { RULES } from '../../../engine/run/run-params.ts';
import { pairOf } from '../../../engine/run/sides.ts';
import { sizesOf } from '../../../engine/run/sizes-of.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { runsAll } from '../../../scripts/tier.mjs';
import { createTranslate } from '../../i18n/messages.ts';
import { verdictFacts } from '../facts.ts';
import { lossNumber } from '../loss-number.ts';
import { type AppState, createAppStore, type SideState } from '../store.ts';
import { loadView } from '../view.ts';
import { standingOf } from './standing.ts';
import { createTrajectory, type Trajectories, takeFrame } from './trajectory.ts';

const t = createTranslate('en');
const SIDES = ['left', 'right'] as const;

/** Runs a link as far as it was played, with nothing else known. */
async function played(
  link: string,
  rows?: number,
): Promise<{ readonly state: AppState; readonly trajectories: Trajectories }> {
  const { scenario } = parseLink(link);
  const instance = pairOf((await loadProblem(scenario.problem)).prepare(scenario.values, null));
  const race = createRun(instance, scenario.values);
  const trajectories = { left: createTrajectory(rows), right: createTrajectory(rows) };
  const first = race.first();
  for (const side of SIDES) trajectories[side].clear(instance.dimension, Object.keys(first[side].series));
  takeFrame(trajectories, first);
  const k = scenario.values.k;
  const frame = race.advance(k);
  takeFrame(trajectories, frame);
  const sideOf = (side: 'left' | 'right'): SideState => {
    const { status, endedAt, arrivedAt } = frame[side];
    return { status, endedAt, arrivedAt, last: trajectories[side].last };
  };
  const { plant: goal, smoothness: stepUnit } = instance;
  const openedSide = (side: 'left' | 'right') => ({ ...race.settings[side], goal, stepUnit });
  const opened = {
    dimension: instance.dimension,
    plant: instance.plant,
    planted: instance.planted,
    sizes: sizesOf(instance),
    sides: { left: openedSide('left'), right: openedSide('right') },
  } as unknown as AppState['opened'];
  await loadView(scenario.problem);
  const store = createAppStore().getState();
  const sides = { left: sideOf('left'), right: sideOf('right') };
  return {
    state: { ...store, scenario, opened, openedProblem: scenario.problem, k, frontier: k, sides },
    trajectories,
  };
}

const verdicts = ({ state, trajectories }: Awaited<ReturnType<typeof played>>) =>
  SIDES.map((side) => t('verdict', verdictFacts(state, trajectories, side)));

test('a run that starts on the star and leaves it has not arrived: both sides rest, 0.364 and 0.549 away', async () => {
  const run = await played(
    '#v=1&problem=one-neuron&features=gauss&n=40&plant=1,1&start=1,1&noise=0.5&k=2000',
  );
  for (const words of verdicts(run)) {
    expect(words).not.toMatch(/Reached/);
    expect(words).toMatch(/^Stopped/);
  }
  const distances = SIDES.map((side) => verdictFacts(run.state, run.trajectories, side).distance);
  expect(distances.map((distance) => Number(distance.toPrecision(3)))).toEqual([0.364, 0.549]);
  // It was at the goal at step 0: that holds for step 0 alone; later it is a passage.
  const at = (k: number) => verdicts({ ...run, state: { ...run.state, k } });
  expect(standingOf({ ...run.state, k: 0 }, run.trajectories, 'left').status).toBe('reached');
  for (const words of at(3)) expect(words).toMatch(/^Came within 0\.1 % at step 0, now 0\.\d+ away\.$/);
});

test('of noisy runs by mini-batches none says at step 3000 that it has arrived while it is elsewhere', async () => {
  const count = runsAll ? 100 : 40;
  const said: string[] = [];
  let passed = 0;
  for (let seed = 1; seed <= count; seed++) {
    const run = await played(`#v=1&problem=one-neuron&seed=${seed}&noise=0.1&rule=sgd&k=3000`);
    const { plant } = run.state.opened!;
    for (const side of SIDES) {
      const { distance, status, passedAt } = verdictFacts(run.state, run.trajectories, side);
      if (status === 'reached' && distance > 1e-3 * Math.hypot(...plant!)) said.push(`${seed} ${side}`);
      if (passedAt !== null) passed++;
    }
  }
  expect(said).toEqual([]);
  expect(passed).toBeGreaterThan(count / 5);
});

test('an arrival that lasts keeps the step at which it was first met, and a passage before it is told as one', async () => {
  const run = await played('#v=1&problem=one-neuron&rule=heavyball&n=40&seed=3&k=400');
  for (const side of SIDES) {
    const { distance: distances } = run.trajectories[side].series;
    const bound = 1e-3 * Math.hypot(...run.state.opened!.plant!);
    const first = distances.findIndex((distance) => distance <= bound);
    expect(standingOf(run.state, run.trajectories, side)).toEqual({
      status: 'reached',
      endedAt: first,
      passedAt: null,
    });
    for (let k = 0; k <= 400; k++) {
      const { status, passedAt } = standingOf({ ...run.state, k }, run.trajectories, side);
      expect(status === 'reached', `${side} ${k}`).toBe(distances[k]! <= bound);
      expect(passedAt !== null).toBe(k > first && distances[k]! > bound);
    }
  }
});

test('a loss reads ≈ 0 only where its side has arrived and no decimal of it is left', async () => {
  const { state, trajectories } = await played('#v=1&problem=one-neuron&rule=heavyball&n=40&seed=3&k=400');
  const said = { zero: 0, small: 0 };
  for (const side of SIDES)
    for (let k = 0; k <= 400; k++) {
      const store = { getState: () => ({ ...state, k }) };
      const loss = trajectories[side].series.loss![k]!;
      const isZero = lossNumber({ store, trajectories }, side) === '≈\u00a00';
      const isArrived = standingOf(store.getState(), trajectories, side).status === 'reached';
      expect(isZero, `${side} ${k} ${loss}`).toBe(isArrived && loss.toFixed(5) === '0.00000');
      if (isZero) said.zero++;
      else if (isArrived || loss.toFixed(5) === '0.00000') said.small++;
    }
  expect(said.zero).toBeGreaterThan(100);
  expect(said.small).toBeGreaterThan(0);
});

test('a dead side’s gradient is called zero only where it is', async () => {
  for (const [start, words] of [
    ['-1.6,0.3', 'Dead: the gradient has all but vanished.'],
    ['-0.5,-1.5', 'Dead: the gradient is zero.'],
  ] as const) {
    const run = await played(`#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=${start}&k=80`);
    expect(verdicts(run)[0]).toBe(words);
    const least = run.trajectories.left.series.gradientNorm![80]!;
    expect(least === 0, String(least)).toBe(words.endsWith('is zero.'));
  }
});

test('a convex side is never called stuck, and the lift is so only where its optimum is known', () => {
  const facts = {
    ...verdictFactsOf(),
    status: 'stationary',
    endedAt: 30,
    optimumKnown: true,
  } as const;
  for (const atMinimum of [true, false, null])
    for (const place of ['spurious', 'valley', 'origin', null] as const)
      for (const optimumKnown of [true, false])
        expect(t('verdict', { ...facts, convex: true, atMinimum, place, optimumKnown })).not.toMatch(
          /stuck|above/i,
        );
  expect(t('verdict', { ...facts, atMinimum: false })).toBe('Stuck above the optimum.');
  expect(t('verdict', { ...facts, planted: false, atMinimum: null })).toBe('Stopped: the gradient is zero.');
});

const SWINGING = '#v=1&problem=one-neuron&n=30&seed=11&pseed=5&start=-1.5,0.8&noise=0.1&rule=nesterov';

test('a side that swings through its minimum moves, however small its gradient is there', async () => {
  const { state, trajectories } = await played(`${SWINGING}&k=120`);
  const { gradientNorm } = trajectories.right.series;
  const [, right] = verdicts({ state: { ...state, k: 29 }, trajectories });
  expect(gradientNorm[29]!).toBeLessThan(1e-3 * state.opened!.sides.right.stepUnit);
  expect(right).toMatch(/, still moving\.$/);
  const slow = Array.from(
    { length: 121 },
    (_, k) => verdictFacts({ ...state, k }, trajectories, 'right').slow,
  );
  expect(slow).toEqual(slow.map((_, k) => k >= 63));
});

test('the step from which on a side hardly moves is that of the engine’s fact, whatever the rule', async () => {
  for (const rule of RULES)
    for (const seed of [1, 2, 3]) {
      const link = `#v=1&problem=one-neuron&n=30&seed=${seed}&pseed=${seed}&noise=0.2&rule=${rule}`;
      const { problem, values } = parseLink(link).scenario;
      const fact = findFacts(await loadProblem(problem), values, ['left.slow'])['left.slow'];
      const { state, trajectories } = await played(`${link}&k=${Number.isFinite(fact) ? fact! + 5 : 200}`);
      const isSlow = (_: number, k: number) => verdictFacts({ ...state, k }, trajectories, 'left').slow;
      const first = trajectories.left.series.loss.subarray(0, state.k + 1).findIndex(isSlow);
      expect(first, link).toBe(fact! >= 0 ? fact : -1);
    }
});

test('a run that keeps every 16th step says the same at each of them', async () => {
  for (const rule of RULES) {
    const link = `${SWINGING.replace('nesterov', rule)}&k=1600`;
    const [whole, thinned] = [await played(link), await played(link, 101)];
    expect(thinned.trajectories.right.stride).toBe(16);
    const said = ({ state, trajectories }: typeof whole) =>
      Array.from({ length: 101 }, (_, row) =>
        SIDES.map((side) => verdictFacts({ ...state, k: 16 * row }, trajectories, side).slow),
      );
    expect(said(thinned)).toEqual(said(whole));
  }
});

function verdictFactsOf() {
  return {
    side: 'left',
    passedAt: null,
    sizes: { labels: 1, weights: 1 },
    k: 40,
    distance: 0.5,
    slow: false,
    flat: false,
    convex: false,
    growing: false,
    place: null,
    certified: true,
    restarts: 0,
    lower: false,
    planted: false,
    hasPlant: false,
    c: 1,
    safe: true,
    limit: false,
  } as const;
}
